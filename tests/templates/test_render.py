"""Templates and style sheets of a workspace."""

import re

import pytest

from evalkit.errors import EvalkitError
from evalkit.report.page.html import to_html
from evalkit.resources import shipped
from evalkit.templates.render import SCRIPTS, code, script, style
from tests.report.made import PLAIN

OVERRIDE = """{% extends "shipped/report.html.j2" %}
{% block title %}Acme: {{ plan.title }}{% endblock %}
{% block footer %}<p>Prepared by Acme.</p>{% endblock %}"""


def test_a_workspace_template_replaces_the_shipped_one_and_may_extend_it(evaluated, tmp_path):
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates/report.html.j2").write_text(OVERRIDE)
    page = to_html(evaluated(PLAIN), tmp_path / "templates")
    assert "<title>Acme: Payments for a storefront</title>" in page
    assert "Prepared by Acme." in page
    assert "Made with evalkit" not in page[page.index("<footer>") :]


@pytest.mark.parametrize("name", ["report.html.J2", "Report.html.j2", "COLOURS.CSS"])
def test_a_template_whose_name_has_capitals_is_told(evaluated, tmp_path, name):
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / name).write_text("")
    meant = f"templates/{name} is not read: a template is called {name.lower()}; rename it"
    with pytest.raises(EvalkitError, match=re.escape(meant)):
        to_html(evaluated(PLAIN), tmp_path / "templates")


@pytest.mark.parametrize(
    ("template", "message"),
    [
        ("{{ ''.__class__.__mro__ }}", "reaches for what it may not"),
        ("{{ plan.nothing }}", "cannot be filled"),
        ("{% if %}", "line 1 is wrong"),
        ("{% include 'gone.j2' %}", "there is no template 'gone.j2'"),
        ("{% include '../secret' %}", "there is no template '../secret'"),
        ("{{ 1 / 0 }}", "cannot be filled"),
        (
            "{% for a in range(99999) %}" + "x" * 1000 + "{% endfor %}",
            "writes more than",
        ),
    ],
)
def test_a_wrong_template_is_one_message(evaluated, tmp_path, template, message):
    (tmp_path / "report.html.j2").write_text(template)
    with pytest.raises(EvalkitError, match=re.escape(message)):
        to_html(evaluated(PLAIN), tmp_path)


def test_a_template_link_out_of_its_folder_is_refused(evaluated, tmp_path):
    folder = tmp_path / "templates"
    folder.mkdir()
    (tmp_path / "secret.j2").write_text("secret")
    (folder / "report.html.j2").symlink_to(tmp_path / "secret.j2")
    with pytest.raises(EvalkitError, match=r"does not point to a \.j2 or \.css file in templates"):
        to_html(evaluated(PLAIN), folder)


HARMFUL = ["a {} </style>", "/* ##[error]x */", "/* ##[ */", "/* ##vso[task.x] */"]


@pytest.mark.parametrize("sheet", HARMFUL)
@pytest.mark.parametrize("cut", [0, 1])
def test_a_style_sheet_neither_ends_its_element_nor_speaks_to_a_runner(
    evaluated, tmp_path, sheet, cut
):
    # Also where it begins in one sheet and ends in the next.
    at = (sheet.find("</") if "</" in sheet else sheet.find("##") + 1) + 1
    parts = (sheet[:at], sheet[at:]) if cut else (sheet, "")
    for name, part in zip(("colours.css", "charts.css"), parts, strict=True):
        (tmp_path / name).write_text(part)
    with pytest.raises(EvalkitError, match="a style sheet may not hold"):
        to_html(evaluated(PLAIN), tmp_path)


def test_no_line_of_a_style_sheet_begins_with_two_colons(tmp_path):
    (tmp_path / "colours.css").write_text("::before{}\n\t ::after{}\r::x{}\na::b{}\n\n\x0b::c{}")
    (tmp_path / "charts.css").write_text("")
    (tmp_path / "report.css").write_text("")
    assert style(tmp_path) == "\n*::before{}\n\t *::after{}\r*::x{}\na::b{}\n\n\x0b*::c{}"


def test_an_empty_style_sheet_stands_for_the_shipped_one(tmp_path):
    (tmp_path / "report.css").write_text("")
    assert style(None).startswith(style(tmp_path))
    assert len(style(tmp_path)) < len(style(None))


def test_templates_that_cannot_be_read(evaluated, tmp_path):
    (tmp_path / "x.j2").write_bytes(b"\xff")
    with pytest.raises(EvalkitError, match="not UTF-8"):
        to_html(evaluated(PLAIN), None, tmp_path / "x.j2")
    with pytest.raises(EvalkitError, match="cannot read the template"):
        to_html(evaluated(PLAIN), None, tmp_path / "gone.j2")
    (tmp_path / "report.css").write_text("</style>")
    with pytest.raises(EvalkitError, match="may not hold `</`"):
        to_html(evaluated(PLAIN), tmp_path)


FAULTS = {
    "undefined": ("one\n\n{{ foo.bar }}\n", "line 3, cannot be filled: 'foo' is undefined"),
    "in a loop": (
        "{% for v in contents %}\n{{ v.naem }}{% endfor %}",
        "line 2, cannot be filled: ",
    ),
    "rounded": ("\n{{ plan.sum | round(1) }}", "line 2, cannot be filled: "),
    "syntax": ("one\n{{ plan.title }", "line 2 is wrong: unexpected '}'"),
    "huge": ("{% for a in range(99999) %}" + "x" * 1000 + "{% endfor %}", "writes more than"),
}


@pytest.mark.parametrize(("text", "fault"), FAULTS.values(), ids=FAULTS)
def test_a_fault_in_a_template_names_the_file_that_was_given_and_its_line(
    evaluated, tmp_path, text, fault
):
    file = tmp_path / "mine.j2"
    file.write_text(text)
    with pytest.raises(EvalkitError) as told:
        to_html(evaluated(PLAIN), None, file)
    assert re.match(re.escape(f"the template {file}") + ",? " + re.escape(fault), str(told.value))


def test_a_fault_in_an_included_template_is_told_there(evaluated, tmp_path):
    (tmp_path / "report.html.j2").write_text("\n{% include 'part.j2' %}")
    (tmp_path / "part.j2").write_text("\n\n{{ 1 / 0 }}")
    with pytest.raises(
        EvalkitError, match=r"^the template part\.j2, line 3, cannot be filled: div"
    ):
        to_html(evaluated(PLAIN), tmp_path)


def test_a_byte_order_mark_is_no_part_of_a_template(evaluated, tmp_path):
    (tmp_path / "report.html.j2").write_bytes(b"\xef\xbb\xbf<p>{% include 'part.j2' %}")
    (tmp_path / "part.j2").write_bytes(b"\xef\xbb\xbfhere")
    assert to_html(evaluated(PLAIN), tmp_path) == "<p>here"


def test_the_script_of_a_page_is_all_that_is_shipped_without_what_only_helps_who_reads_it():
    # The form for vendors has a script of its own.
    names = [each.name for each in shipped("templates").glob("*.js")]
    assert sorted((*SCRIPTS, "questions.js")) == sorted(names)
    assert "@param" in code(SCRIPTS)
    assert "@param" not in script()
    assert "function crossovers(" in script()
