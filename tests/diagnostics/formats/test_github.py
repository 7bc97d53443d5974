"""Commands that GitHub obeys: one for each finding, whatever a file holds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evalkit.diagnostics.formats.github import to_github, to_step_summary
from evalkit.diagnostics.record import Severity, Span
from tests.diagnostics.formats import readers
from tests.diagnostics.formats.hostile import HOSTILE
from tests.diagnostics.formats.readers import github_commands
from tests.diagnostics.formats.seeded import diagnostic


def test_github_gets_errors_first(written):
    names = [command.name for command in readers.github_commands(written("github"))]
    assert names == ["error"] * 16 + ["warning"] * 4


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
