"""A workspace's own templates that reach for what they may not, or run away."""

import pytest

from tests.hostile.made import files, lay_out, run

TEMPLATES = {
    "class": ("{{ ''.__class__.__mro__ }}", "reaches for what it may not"),
    "class by filter": ("{{ ''|attr('__class__') }}", "reaches for what it may not"),
    "class by format": ("{{ '{0.__class__}'.format(1) }}", "reaches for what it may not"),
    "globals": ("{{ link.__globals__ }}", "reaches for what it may not"),
    "change": ("{{ [].append(1) }}", "reaches for what it may not"),
    "module": ("{% import 'os' as os %}", "there is no template 'os'"),
    "outside": ("{% include '../../etc/passwd' %}", "lies outside"),
    "long range": ("{% for a in range(10**9) %}{% endfor %}", "Range too big"),
    "nothing there": ("{{ nothing.at.all }}", "cannot be filled"),
    "itself": ("{% include 'report.html.j2' %}", "leads back to itself"),
    "macro in itself": ("{% macro a() %}{{ a() }}{% endmacro %}{{ a() }}", "leads back to itself"),
    "no codec": ("{{ 'x'.encode('nope') }}", "cannot be filled"),
    "no filter": ("{{ [1]|map('nope')|list }}", "cannot be filled"),
    "long name": ("{% include 'x' * 5000 %}", "cannot be filled"),
    "short cut": ("{{ 'abc'|truncate(1) }}", "cannot be filled"),
    "half": ("{% if %}", "line 1 is wrong"),
    "without end": (
        "{% for a in range(99999) %}{% for b in range(99999) %}"
        + "x" * 2000
        + "{% endfor %}{% endfor %}",
        "writes more than",
    ),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = lay_out(tmp_path_factory.mktemp("templates"), files())
    assert run(folder, "score", "storefront-payments", "-f", "json", "-o", "saved.json").code == 0
    return folder


@pytest.mark.parametrize(("template", "message"), TEMPLATES.values(), ids=TEMPLATES)
def test_a_hostile_template_is_one_message(folder, template, message):
    lay_out(folder, {"templates/report.html.j2": template})
    ran = run(folder, "report", "saved.json", "-o", "page.html")
    assert ran.code == 2
    assert message in ran.err
    assert "Traceback" not in ran.said
    assert not (folder / "page.html").exists()
