"""Only a comment silences a finding."""

import pytest

from evalkit.source.document import parse

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
