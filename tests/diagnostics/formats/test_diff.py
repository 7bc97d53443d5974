"""Diffs do not depend on the number of lines compared, and are safe to view."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evalkit.diagnostics.formats import diff
from evalkit.diagnostics.formats.diff import to_diff

LINES = "".join(f"line {n}\n" for n in range(1, 41))
# As `diff -u` (GNU diffutils) shows it.
SHOWN = """\
--- a/x.yaml
+++ b/x.yaml
@@ -1,4 +1,4 @@
-line 1
+LINE 1
 line 2
 line 3
 line 4
@@ -17,12 +17,12 @@
 line 17
 line 18
 line 19
-line 20
-line 21
+LINE 20
+LINE 21
 line 22
 line 23
 line 24
-line 25
+LINE 25
 line 26
 line 27
 line 28
@@ -37,4 +37,4 @@
 line 37
 line 38
 line 39
-line 40
+LINE 40
"""


def changed(*numbers):
    text = LINES
    for number in numbers:
        text = text.replace(f"line {number}\n", f"LINE {number}\n")
    return text


@pytest.mark.parametrize("many", [1000, 10], ids=["few lines", "many lines"])
def test_a_diff_by_hand(monkeypatch, many):
    monkeypatch.setattr(diff, "MANY", many)
    assert to_diff("x.yaml", LINES, changed(1, 20, 21, 25, 40)) == SHOWN


@given(st.sets(st.integers(1, 40), min_size=1))
def test_both_ways_say_the_same(numbers):
    before, after = LINES.split("\n")[:-1], changed(*numbers).split("\n")[:-1]
    one_by_one, with_moves = diff._one_by_one(before, after), diff._with_moves(before, after)
    assert list(one_by_one) == list(with_moves)


texts = st.lists(st.sampled_from("abcdefgh"), min_size=1, max_size=30).map("\n".join)


@given(texts, texts, st.sampled_from([1, 1000]))
def test_a_diff_leads_from_one_text_to_the_other(before, after, many):
    diff.MANY, usual = many, diff.MANY
    try:
        shown = to_diff("x.yaml", before, after).splitlines()[2:]
    finally:
        diff.MANY = usual
    old, new = before.split("\n"), after.split("\n")
    made, at = [], 0
    for line in shown:
        if place := re.fullmatch(r"@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@", line):
            begin = int(place[1]) - (place[2] != "0")
            made += old[at:begin]
            assert len(made) == int(place[3]) - (place[4] != "0")
            at = begin
        elif line[0] in " -":
            assert old[at] == line[1:]
            at += 1
        if line[0] in " +":
            made.append(line[1:])
    assert made + old[at:] == new


class Line(str):
    """A line that counts its comparisons."""

    compared = 0

    def __eq__(self, other):
        Line.compared += 1
        return str.__eq__(self, other)

    __hash__ = str.__hash__


@pytest.mark.parametrize("count", [diff.MANY, 20 * diff.MANY])
@pytest.mark.parametrize("alike", [1, 2, 50, 1000])
def test_lines_that_are_alike_are_not_each_held_against_each(count, alike):
    before = [Line(f"line {n % (count // alike + 1)}") for n in range(count)]
    after = [Line(f"line {n * 7 % (count // alike + 1)}") for n in range(count + 1)]
    Line.compared = 0
    list(diff._changes(before, after))
    # Each call of the matcher looks at the lines that are left, about once.
    assert Line.compared < 30 * count


def test_what_cannot_be_seen_is_written_out_and_line_ends_are_not_shown():
    shown = to_diff("a\x1b.yaml", "x\u202ey\r\n", "x\u200by\r\n", colour=True)
    assert shown == (
        "\x1b[1m--- a/a\\u001b.yaml\x1b[0m\n\x1b[1m+++ b/a\\u001b.yaml\x1b[0m\n"
        "\x1b[36m@@ -1 +1 @@\x1b[0m\n\x1b[31m-x\\u202ey\x1b[0m\n\x1b[32m+x\\u200by\x1b[0m\n"
    )


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_are_those_of_the_findings_whatever_ends_them(end):
    before, after = (text.replace("\n", end) for text in (LINES, changed(1, 20, 21, 25, 40)))
    assert to_diff("x.yaml", before, after) == SHOWN


def test_a_separator_of_unicode_ends_no_line_of_a_diff():
    shown = to_diff("x.yaml", "a: 'x\u2028y'\nb: 1\n", "a: 'x\u2028y'\nb: 2\n")
    assert shown.split("\n")[2:] == ["@@ -1,2 +1,2 @@", " a: 'x\\u2028y'", "-b: 1", "+b: 2", ""]
