"""A workspace's own templates that access forbidden things or never end."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from evalkit.errors import EvalkitError
from evalkit.templates.render import render
from tests.conftest import ROOT
from tests.hostile.made import ask, files, lay_out, run

LOOP = "{% for a in range(99999) %}{% for b in range(99999) %}{% for c in range(99999) %}"
END = "{% endfor %}{% endfor %}{% endfor %}"
DOUBLED = "{% set n = namespace(x=X) %}{% for a in range(60) %}{% set n.x = Y %}{% endfor %}"
REFUSED = {
    "class": ("{{ ''.__class__.__mro__ }}", "reaches for what it may not"),
    "class by filter": ("{{ ''|attr('__class__') }}", "reaches for what it may not"),
    "class by format": ("{{ '{0.__class__}'.format(1) }}", "reaches for what it may not"),
    "class by format_map": ("{{ '{a.__class__}'.format_map({'a': 1}) }}", "reaches for what it may not"),
    "globals": ("{{ link.__globals__ }}", "reaches for what it may not"),
    "globals of lipsum": ("{{ lipsum.__globals__['os'] }}", "reaches for what it may not"),
    "builtins of a macro": (
        "{% macro a() %}{% endmacro %}{{ a.__init__.__globals__ }}", "reaches for what it may not",
    ),
    "code of a cycler": ("{{ cycler.__init__.__code__ }}", "reaches for what it may not"),
    "itself by name": ("{{ self._TemplateReference__context }}", "reaches for what it may not"),
    "change": ("{{ [].append(1) }}", "reaches for what it may not"),
    "change of the data": ("{{ plan.update({'title': 1}) }}", "reaches for what it may not"),
    "module": ("{% import 'os' as os %}", "there is no template 'os'"),
    "outside": ("{% include '../../etc/passwd' %}", "points outside the workspace"),
    "absolute": ("{% include '/etc/passwd' %}", "points outside the workspace"),
    "outside the shipped": ("{% include 'shipped/../../../etc/passwd' %}", "points outside the workspace"),
    "escape in a name": ("{% include '\x1b[31m' %}", "there is no template"),
    "long range": ("{% for a in range(10**9) %}{% endfor %}", "Range too big"),
    "nothing there": ("{{ nothing.at.all }}", "cannot be filled"),
    "itself": ("{% include 'report.html.j2' %}", "leads back to itself"),
    "macro in itself": ("{% macro a() %}{{ a() }}{% endmacro %}{{ a() }}", "leads back to itself"),
    "no codec": ("{{ 'x'.encode('nope') }}", "cannot be filled"),
    "no filter": ("{{ [1]|map('nope')|list }}", "cannot be filled"),
    "no mapping": ("{{ [1]|xmlattr }}", "cannot be filled"),
    "long name": ("{% include 'x' * 5000 %}", "there is no template"),
    "short cut": ("{{ 'abc'|truncate(1) }}", "cannot be filled"),
    "half": ("{% if %}", "line 1 is wrong"),
    "nested": ("{{ " + "(" * 5000 + ")" * 5000 + " }}", "nested too deep"),
    "large": ("x" * 5_000_000, "larger than 4,096 KiB"),
    "without end": (LOOP + "x" * 2000 + END, "writes more than"),
}  # fmt: skip
"""Templates rejected at once."""
ENDLESS = {
    "loops": LOOP + END,
    "loops without output": "{% set n = namespace(x=0) %}" + LOOP + "{% set n.x = a %}" + END,
    "macros that fork": "{% macro a(n) %}{% if n %}{{ a(n - 1) }}{{ a(n - 1) }}{% endif %}{% endmacro %}{{ a(60) }}",
    "power": "{{ (10**(10**9))|length }}",
    "lipsum": "{{ lipsum(n=10**9)|length }}",
    "urlize": "{{ ('www.' * 10**6 + '(' * 10**6)|urlize|length }}" + LOOP + END,
    "random": LOOP + "{{ [1, 2]|random|string|replace('1', '')|replace('2', '') }}" + END,
    "split": "{% set t = 'a\n' * 10**6 %}" + LOOP + "{% set x = t.splitlines() %}" + END,
    "sums": LOOP + "{% set x = range(99999)|sum %}" + END,
}
"""Templates that would never end."""
GROWING = {
    "repeated text": "{{ 'a' * 10**10 }}",
    "repeated list": "{{ ([0] * 10**10)|length }}",
    "center": "{{ 'a'|center(10**10) }}",
    "indent": "{{ 'a'|indent(10**9) }}",
    "format by percent": "{{ '%1000000000d'|format(1) }}",
    "format by operator": "{{ '%1000000000d' % 1 }}",
    "format by method": "{{ '{:>1000000000}'.format(1) }}",
    "zfill": "{{ '1'.zfill(10**10) }}",
    "ljust": "{{ '1'.ljust(10**10) }}",
    "expandtabs": "{{ '\t'.expandtabs(10**9) }}",
    "translate": "{{ ('a' * 10**7).translate({97: 'b' * 100}) }}",
    "replace": "{{ ('a' * 10**5)|replace('a', 'b' * 10**5) }}",
    "join": "{{ (range(99999)|list)|join('x' * 10**5) }}",
    "wordwrap": "{{ ('a ' * 10**5)|wordwrap(1, wrapstring='x' * 10**5) }}",
    "batch": "{{ [1]|batch(10**9, 0)|list }}",
    "tojson": "{{ (['a' * 10**6] * 1000)|tojson }}",
    "doubled text": DOUBLED.replace("X", "'a'").replace("Y", "n.x ~ n.x"),
    "doubled list": DOUBLED.replace("X", "[0]").replace("Y", "n.x + n.x"),
    "nested format": "{{ '{:{w}}'.format(1, w=10**9) }}",
}
"""Templates that would exhaust memory."""


WHOLE = {
    "refused": (REFUSED["class"][0], REFUSED["class"][1]),
    "without end": (ENDLESS["loops"], "ran longer than 0.6 seconds"),
    "growing": (GROWING["repeated text"], "needs more than 150 MiB of memory"),
}
"""Templates also tried with the whole command."""


@pytest.fixture
def refusal(tmp_path, monkeypatch):
    """The error about a template, which is filled in a separate, limited process."""
    monkeypatch.setenv("EVALKIT_TEMPLATE_SECONDS", "60")
    monkeypatch.setenv("EVALKIT_TEMPLATE_MEGABYTES", "300")

    def refuse(template):
        lay_out(tmp_path, {"report.html.j2": template})
        with pytest.raises(EvalkitError) as raised:
            render("report.html.j2", {"plan": {"title": "x"}}, tmp_path)
        said = str(raised.value)
        assert len(said) < 2000
        assert "\n" not in said
        return said

    return refuse


@pytest.mark.parametrize(("template", "message"), REFUSED.values(), ids=REFUSED)
def test_a_hostile_template_is_one_message(refusal, template, message):
    assert message in refusal(template)


@pytest.mark.parametrize("template", ENDLESS.values(), ids=ENDLESS)
def test_a_template_without_end_is_ended(refusal, monkeypatch, template):
    monkeypatch.setenv("EVALKIT_TEMPLATE_SECONDS", "0.5")
    assert "the template report.html.j2 ran longer than 0.5 seconds" in refusal(template)


@pytest.mark.parametrize("template", GROWING.values(), ids=GROWING)
def test_a_template_that_wants_all_memory_is_ended(refusal, monkeypatch, template):
    monkeypatch.setenv("EVALKIT_TEMPLATE_MEGABYTES", "150")
    assert "the template report.html.j2 needs more than 150 MiB" in refusal(template)


@pytest.mark.parametrize("value", ["0", "-1", "inf", "1e3", "", "999999", "٣", "\x1b[31m"])
@pytest.mark.parametrize("name", ["EVALKIT_TEMPLATE_SECONDS", "EVALKIT_TEMPLATE_MEGABYTES"])
def test_a_limit_is_a_number_above_nothing(refusal, monkeypatch, name, value):
    monkeypatch.setenv(name, value)
    said = refusal("x")
    assert said.startswith(f"{name} is '")
    assert said.endswith("set it to a number above 0, up to 100,000")


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = lay_out(tmp_path_factory.mktemp("templates"), files())
    assert ask(folder, "score", "storefront-payments", "-f", "json", "-o", "saved.json").code == 0
    return folder


@pytest.mark.parametrize(("template", "message"), WHOLE.values(), ids=WHOLE)
def test_the_report_with_a_hostile_template_is_not_written(folder, template, message):
    lay_out(folder, {"templates/report.html.j2": template})
    limits = {"EVALKIT_TEMPLATE_SECONDS": "0.6", "EVALKIT_TEMPLATE_MEGABYTES": "150"}
    ran = run(folder, "report", "saved.json", "-o", "page.html", **limits)
    assert ran.code == 2
    assert message in ran.err
    assert ran.said.count("\n") == 1
    assert not (folder / "page.html").exists()


def children(process):
    listed = subprocess.run(
        ["ps", "-o", "pid=", "--ppid", str(process)], capture_output=True, text=True, check=False
    )
    return [int(pid) for pid in listed.stdout.split()]


@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM], ids=["Ctrl-C", "ended"])
def test_who_breaks_off_leaves_no_process_behind(folder, sent):
    lay_out(folder, {"templates/report.html.j2": LOOP + END})
    command = [sys.executable, "-m", "evalkit", "report", "saved.json", "-o", "page.html"]
    variables = {**os.environ, "PYTHONPATH": str(ROOT), "EVALKIT_TEMPLATE_SECONDS": "60"}
    with subprocess.Popen(command, cwd=folder, env=variables, stderr=subprocess.PIPE) as process:
        found = []
        while not found:
            found = children(process.pid)
            time.sleep(0.05)
        time.sleep(0.3)
        process.send_signal(sent)
        said = process.communicate(timeout=20)[1]
    assert process.returncode == 128 + sent
    assert said == b""
    assert not (folder / "page.html").exists()
    until = time.monotonic() + 20
    while any(Path(f"/proc/{pid}").exists() for pid in found):
        assert time.monotonic() < until
        time.sleep(0.1)
