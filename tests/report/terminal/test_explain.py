"""An explanation adds up as shown, with whatever values and weights."""

import re

import pytest
from hypothesis import given

from evalkit.explanation.explain import explain
from evalkit.report.terminal.explain import to_explanation
from tests.report.terminal.made import FIGURE, WIDE, drawn, lines, number, rebuilt


@given(drawn())
def test_an_explanation_adds_up_in_every_row_and_column(base, draws):
    evaluation = rebuilt(base, draws)
    found = explain(evaluation, evaluation.vendors[0])
    text = lines(to_explanation(evaluation, found, WIDE))
    shown = re.findall(
        rf"^\S.*?  +({FIGURE}) +({FIGURE}) +({FIGURE}) +({FIGURE})$", text, re.MULTILINE
    )
    *rows, total = [[number(cell) for cell in row] for row in shown]
    assert [sum(column) for column in zip(*rows, strict=True)] == total
    for worth, *parts in [*rows, total]:
        assert sum(parts) == worth
        assert min(parts) >= 0
    assert total[0] == 100
    # The first sentence has the same figures.
    said = " ".join(text.split())
    head = re.search(
        rf"({FIGURE}) (?:of 100 points )?are secured, ({FIGURE}) open and ({FIGURE}) lost", said
    )
    assert list(map(number, head.groups())) == total[1:]
    # Each is less than one unit off.
    for printed, exact in zip(total[1:], (found.secured, found.open, found.lost), strict=True):
        assert float(printed) == pytest.approx(exact, abs=0.1001)
