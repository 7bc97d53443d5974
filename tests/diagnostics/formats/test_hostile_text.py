"""Whatever a file holds comes out as text, and as nothing else."""

import json
import re
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evalkit.diagnostics.formats.github import to_github, to_step_summary
from evalkit.diagnostics.formats.gitlab import to_gitlab
from evalkit.diagnostics.formats.junit import to_junit
from evalkit.diagnostics.formats.sarif import to_sarif
from evalkit.diagnostics.formats.table import FORMATS, writer
from evalkit.diagnostics.manual.markdown import page_in_markdown
from evalkit.diagnostics.manual.text import page
from evalkit.diagnostics.record import Severity, Span
from evalkit.rules.run import all_rules
from tests.diagnostics.formats.readers import github_commands
from tests.diagnostics.formats.schemas import junit_faults, needs_schemas, sarif_faults
from tests.diagnostics.formats.seeded import diagnostic

HOSTILE = [
    "one\n::error file=a.yaml::two",
    "::stop-commands::x",
    "100 %, 50%25 and %0A::warning::",
    "a,b:c=d,line=1::e",
    "  ::add-mask::e\n##[error]f",
    "<script>&amp;]]></failure>\"'",
    "😀 株式会社 𝒳 é",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_github_gets_one_command_that_reads_back_as_it_was(text):
    path = f"vendors/{text}.yaml"
    out = to_github([diagnostic(text, "a hint", path=path)], 1)
    (command,) = github_commands(out)
    assert command.name == "error"
    assert command.properties == {
        "file": path, "line": "6", "col": "23", "endColumn": "27", "title": "evalkit EK303",
    }  # fmt: skip
    assert command.message == f"{text}\na hint"
    assert out.splitlines()[1:] == ["1 error, 0 warnings in 1 file checked"]


SEEN = st.characters(exclude_categories=["Cc", "Cf", "Cn", "Cs", "Zl", "Zp"])


@given(st.text(), st.text(), st.text(SEEN, min_size=1))
def test_github_gets_one_command_for_any_text(message, hint, path):
    out = to_github([diagnostic(message, hint, path=path)], 1)
    (command,) = github_commands(out)
    assert command.properties["file"] == path
    assert command.properties["line"] == "6"


def test_github_shows_what_cannot_be_seen():
    (command,) = github_commands(to_github([diagnostic("a", path="a\x1b[31m\n\u202eb,c.yaml")], 1))
    assert command.properties["file"] == "a\\u001b[31m\n\\u202eb,c.yaml"
    (command,) = github_commands(to_github([diagnostic("a\x1b[31mb\u202ec\rd", "")], 1))
    assert command.message == r"a\u001b[31mb\u202ec\u000dd"


def test_github_gets_no_end_column_for_what_ends_on_another_line():
    (command,) = github_commands(to_github([diagnostic(span=Span(2, 5, 4, 3))], 1))
    assert command.properties == {
        "file": "vendors/erp/x.yaml", "line": "2", "col": "5", "title": "evalkit EK303",
    }  # fmt: skip


def test_github_gets_a_line_that_sums_up_when_nothing_is_wrong():
    assert to_github([], 3) == "0 errors, 0 warnings in 3 files checked\n"


def many(errors, warnings, message="m"):
    pair = ((Severity.ERROR, errors), (Severity.WARNING, warnings))
    return [
        diagnostic(f"{message}{number}", severity=severity)
        for severity, count in pair
        for number in range(1, count + 1)
    ]


def test_the_step_summary_holds_what_github_does_not_show():
    text = to_step_summary(many(12, 11), 5)
    assert text.startswith("### evalkit: 12 errors, 11 warnings in 5 files checked\n")
    rows = [line for line in text.splitlines() if line.startswith("| vendors")]
    assert [row.split(" | ")[1] for row in rows] == [
        r"error EK303\: m11", r"error EK303\: m12", r"warning EK303\: m11",
    ]  # fmt: skip


def test_there_is_no_step_summary_when_github_shows_everything():
    assert to_step_summary(many(10, 10), 5) == ""


def test_the_step_summary_takes_nothing_for_markdown_or_html():
    hostile = "<img src=x> [a](http://b) `c` | @d\n# e "
    row = to_step_summary(many(11, 0, hostile), 1).splitlines()[-2]
    assert r"\<img src\=x\> \[a\]\(http\:\/\/b\) \`c\` \| \@d\\u000a\# e 11" in row


def test_the_step_summary_stays_below_its_limit():
    text = to_step_summary(many(2000, 0, "😀" * 1000), 1)
    assert len(text.encode()) < 1_048_576
    assert "1490 more are in the log of this step." in text


CONTROL = "a\x00b\x08c\x1b[0md\x7fe\x9ff\ufffeg\uffffh😀𝒳"


@needs_schemas
@pytest.mark.parametrize("text", [*HOSTILE, CONTROL])
def test_junit_and_sarif_stay_valid(text):
    made = [diagnostic(text, text, path=f"vendors/{text}.yaml", route=(text,))]
    assert junit_faults(to_junit(made, 1)) == []
    assert sarif_faults(to_sarif(made, 1)) == []


def test_junit_writes_out_control_characters_and_what_xml_cannot_hold():
    (case,) = ElementTree.fromstring(to_junit([diagnostic(CONTROL, "")], 1)).iter("testcase")
    shown = r"a\u0000b\u0008c\u001b[0md\u007fe\u009ff\ufffeg\uffffh😀𝒳"
    assert case[0].get("message") == f"6:23: {shown}"
    assert case[0].text == f"vendors/erp/x.yaml:6:23: error[EK303] {shown}"


@given(st.text(), st.text(), st.text())
def test_junit_can_always_be_read_back(message, hint, path):
    text = to_junit([diagnostic(message, hint, path=path, route=(message, 3))], 1)
    (case,) = ElementTree.fromstring(text.encode()).iter("testcase")
    assert case[0].get("message").startswith("6:23: ")


def test_junit_has_names_that_differ_and_stay_when_lines_shift():
    two = [diagnostic(span=Span(line, 1, line, 2)) for line in (3, 9)]
    names = [case.get("name") for case in ElementTree.fromstring(to_junit(two, 1)).iter("testcase")]
    assert names == ["EK303 facts.api_style.value.0", "EK303 facts.api_style.value.0 (2)"]


@needs_schemas
@pytest.mark.parametrize("files", [0, 3])
def test_a_clean_workspace_gives_valid_reports(files):
    assert junit_faults(to_junit([], files)) == []
    assert 'tests="1" failures="0"' in to_junit([], files)
    assert sarif_faults(to_sarif([], files)) == []
    assert to_gitlab([], files) == "[]\n"


def test_sarif_and_gitlab_keep_every_character():
    made = [diagnostic(CONTROL, "", path="vendors/a b/100%,ü😀:.yaml")]
    result = json.loads(to_sarif(made, 1))["runs"][0]["results"][0]
    assert re.sub(r"\\(.)", r"\1", result["message"]["text"]) == CONTROL
    where = result["locations"][0]["physicalLocation"]["artifactLocation"]
    # é is C3 A9 and the like: bytes of UTF-8, each as % and two digits
    assert where == {"uri": "vendors/a%20b/100%25%2C%C3%BC%F0%9F%98%80%3A.yaml", "uriBaseId": "%SRCROOT%"}  # fmt: skip
    assert json.loads(to_gitlab(made, 1))[0]["description"] == CONTROL


def sarif_text(text):
    return json.loads(to_sarif([diagnostic(text, "")], 1))["runs"][0]["results"][0]["message"][
        "text"
    ]


def links_in(text):
    """Whether a reader of SARIF finds `[text](target)`, where a backslash takes a sign's meaning."""
    return re.search(r"\[[^\[\]]*\]\(", re.sub(r"\\.", "", text))


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("[a](http://b)", r"\[a\](http://b)"),
        (r"[a\](http://b)", r"\[a\\\](http://b)"),
        (r"\[a\\](http://b)", r"\\\[a\\\\\](http://b)"),
        (r"C:\x", r"C:\\x"),
    ],
)
def test_sarif_makes_no_link_of_a_files_text(text, written):
    assert sarif_text(text) == written
    assert not links_in(written)


@given(st.text(st.sampled_from("[]()\\a!"), max_size=12))
def test_sarif_makes_no_link_of_any_text_and_keeps_it(text):
    assert not links_in(sarif_text(text))
    assert re.sub(r"\\(.)", r"\1", sarif_text(text)) == text


def test_no_rules_manual_holds_a_link():
    for rule in all_rules():
        assert not links_in(page(rule) + page_in_markdown(rule))


def test_a_file_name_that_is_not_utf8_is_written_by_its_bytes_in_sarif():
    made = [diagnostic(path="vendors/caf\udce9.yaml")]
    result = json.loads(to_sarif(made, 1))["runs"][0]["results"][0]
    where = result["locations"][0]["physicalLocation"]["artifactLocation"]
    assert where["uri"] == "vendors/caf%E9.yaml"


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_ends_with_one_line_break_and_has_no_colour_unless_asked(name):
    text = writer(name)([diagnostic()], 1)
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
    assert "\x1b" not in text
