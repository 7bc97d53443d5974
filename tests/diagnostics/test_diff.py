"""Diffs: the same whether many lines are compared or few, and safe to look at."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evalkit.diagnostics import diff
from evalkit.diagnostics.diff import to_diff

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


@pytest.mark.parametrize("many", [5000, 10], ids=["few lines", "many lines"])
def test_a_diff_by_hand(monkeypatch, many):
    monkeypatch.setattr(diff, "MANY", many)
    assert to_diff("x.yaml", LINES, changed(1, 20, 21, 25, 40)) == SHOWN


@given(st.sets(st.integers(1, 40), min_size=1))
def test_both_ways_say_the_same(numbers):
    before, after = LINES.split("\n")[:-1], changed(*numbers).split("\n")[:-1]
    assert list(diff._one_by_one(before, after)) == diff._with_moves(before, after)


def test_what_cannot_be_seen_is_written_out_and_line_ends_are_not_shown():
    shown = to_diff("a\x1b.yaml", "x\u202ey\r\n", "x\u200by\r\n", colour=True)
    assert shown == (
        "\x1b[1m--- a/a\\u001b.yaml\x1b[0m\n\x1b[1m+++ b/a\\u001b.yaml\x1b[0m\n"
        "\x1b[36m@@ -1 +1 @@\x1b[0m\n\x1b[31m-x\\u202ey\x1b[0m\n\x1b[32m+x\\u200by\x1b[0m\n"
    )
