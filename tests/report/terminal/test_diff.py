"""Causes of a change add up as shown, with whatever values and weights."""

import math
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evalkit.explanation.difference import difference
from evalkit.report.terminal.diff import difference_text
from tests.report.terminal.made import FIGURE, drawn, number, page, rebuilt


@given(drawn(), drawn(), st.integers(1, 6))
def test_causes_add_up_exactly_and_as_shown(base, before, after, top):
    found = difference(rebuilt(base, before), rebuilt(base, after))
    for change in found.vendors:
        causes = math.fsum(cause.points for cause in change.causes)
        assert causes == pytest.approx(change.score_after - change.score_before, abs=1e-8)
    blocks = page(difference_text(found, top)).split("\n\n")
    for change in found.vendors:
        block = next((each for each in blocks if each.startswith(change.text)), "")
        *rows, total = re.findall(rf"^ *({FIGURE}) ", block, re.MULTILINE) or ["0.0"]
        if rows:
            assert sum(map(number, rows)) == number(total)
        head = re.search(rf"(gains|loses) ({FIGURE}) points?, from ({FIGURE}) to ({FIGURE})", block)
        if head and (rows or change.causes):
            moved, was, now = map(number, head.groups()[1:])
            assert now - was == number(total) == (moved if head[1] == "gains" else -moved)
