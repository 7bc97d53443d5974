"""Only a comment silences a finding."""

import json

import pytest

from evalkit.source.document import parse
from tests.conftest import VENDOR
from tests.rules.made import EXAMPLEPAY

LOOKS = "# evalkit: ignore[EK301] why"


def lines(text):
    return sorted(parse(text, "vendors/x.yaml").ignores)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"a: 1  {LOOKS}\n", [1]),
        (f"{LOOKS}\na: 1\n", [1]),
        (f"a: 1\n  {LOOKS}\nb: 2\n", [2]),
        (f'a: "x"  {LOOKS}\n', [1]),
        (f"a: [1,  {LOOKS}\n  2]\n", [1]),
        (f"a: {{b: 1,\t{LOOKS}\n  c: 2}}\n", [1]),
        (f"a: |  {LOOKS}\n  text\n", [1]),
        (f"a: >-  {LOOKS}\n  text\nb: 1\n", [1]),
        (f"a: |\n  text\n{LOOKS}\nb: 1\n", [3]),
        (f"a:  {LOOKS}\n  - 1\n", [1]),
        (f"a: plain\n  text  {LOOKS}\n", [2]),
        (f'a: "# evalkit: ignore[EK302] no"  {LOOKS}\n', [1]),
    ],
)
def test_a_comment_silences(text, found):
    assert lines(text) == found


@pytest.mark.parametrize(
    "text",
    [
        f'a: "one may write {LOOKS}"\n',
        f"a: 'one may write {LOOKS}'\n",
        f'"one may write {LOOKS}": 1\n',
        f'a: {{"{LOOKS}": 1, b: 2}}\n',
        f'a: "first\n  {LOOKS}\n  last"\n',
        f"a: |\n  {LOOKS}\n",
        f"a: |\n  first\n\n  last {LOOKS}\n",
        f"a: >\n  first {LOOKS}\nb: 1\n",
        f"a: |2\n   {LOOKS}\n",
        f"- |\n {LOOKS}\n- 1\n",
        f"a: text{LOOKS}\n",
        # A blank is a space or a tab; any other space is a part of the text.
        f"a: text\u00a0{LOOKS}\n",
        f"a: text\u2028{LOOKS}\n",
        f"a: text\u3000{LOOKS}\n",
    ],
)
def test_text_silences_nothing(text):
    assert lines(text) == []


def test_of_a_text_and_a_comment_on_one_line_the_comment_counts():
    text = f'a: "# evalkit: ignore[EK302] no"  {LOOKS}\n'
    (ignore,) = parse(text, "vendors/x.yaml").ignores.values()
    assert (ignore.codes, ignore.reason) == (("EK301",), "why")
    assert ignore.span.column == text.index(LOOKS) + 1


@pytest.mark.parametrize("text", ["a: \x01\n", "a: [\n", "a: 'x\n", "- &a 1\n- *a\n"])
def test_a_file_that_cannot_be_read_whole_may_have_comments(text):
    assert lines(f"{LOOKS}\n{text}") == [1]


CUT = {
    "name": ("name: Example #1\n", "1:7-1:14", "#1"),
    "item": ("a:\n  - ticket #12 and #13\n", "2:5-2:11", "#12"),
    "in braces": ("a: {b: ticket #12\n  , c: 1}\n", "1:8-1:14", "#12"),
    "hint of a colour": ("a: colour  \t#c0ffee00112233\n", "1:4-1:10", "#c0ffee0011"),
    "last of several lines": ("a: one\n  two #3\n", "1:4-2:6", "#3"),
    "behind wide letters": ("a: 𝄞é #3\n", "1:4-1:6", "#3"),
}
WHOLE = (
    "a: one  # a comment\n", "a: one ## loud\n", "a: one #\n", "a: one #!x\n", "a: one#1\n",
    'a: "one #1"\n', "a: 'one #1'\n", "a: >\n  one #1\n", "a: |\n  #1\n", "#1\na: one\n",
    "a: 12 #km\n", "a: true #yes\n", "a:  #1\n  b: 1\n", 'a: "one" #1\n', "a: one\n#1\n",
    "a: one #evalkit: ignore[EK301] why\n", "https://a.test/#top: 1\n",
)  # fmt: skip


@pytest.mark.parametrize(("text", "place", "sign"), CUT.values(), ids=CUT)
def test_a_text_that_a_comment_cuts_off_is_told(text, place, sign):
    (found,) = parse(text, "vendors/x.yaml").findings
    span = found.span
    assert (found.code, found.severity) == ("EK019", "warning")
    assert f"{span.line}:{span.column}-{span.end_line}:{span.end_column}" == place
    assert found.message == f"this text ends before `{sign}`, where a comment starts"


@pytest.mark.parametrize("text", WHOLE)
def test_other_comments_cut_off_nothing(text):
    assert "EK019" not in {found.code for found in parse(text, "vendors/x.yaml").findings}


def test_a_comment_that_was_meant_is_silenced(evalkit, write):
    named = "name: ExamplePay #1"
    for text, code in ((named, "EK019"), (f"{named}  # evalkit: ignore[EK019] old number", "")):
        files = {EXAMPLEPAY: VENDOR.replace("name: ExamplePay", text)}
        found = json.loads(evalkit("validate", "-f", "json", cwd=write(files)).out)["diagnostics"]
        assert [each["code"] for each in found] == [code] * bool(code)
