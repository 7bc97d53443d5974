"""A comparison adds up as shown, with whatever values and weights."""

import re

from hypothesis import given

from evalkit.explanation.versus import versus
from evalkit.report.terminal.versus import to_versus
from tests.report.terminal.made import FIGURE, WIDE, drawn, lines, number, rebuilt


@given(drawn())
def test_a_comparison_adds_up_in_every_row_and_column(base, draws):
    evaluation = rebuilt(base, draws)
    found = versus(evaluation, *evaluation.vendors)
    text = lines(to_versus(found, WIDE))
    shown = re.findall(rf"^\S.*?  +({FIGURE}) +({FIGURE}) +({FIGURE})$", text, re.MULTILINE)
    *rows, total = [[number(cell) for cell in row] for row in shown]
    assert [sum(column) for column in zip(*rows, strict=True)] == total
    assert all(known + still == together for known, still, together in [*rows, total])
    head = re.search(rf"({FIGURE}) points? (ahead of|behind) ", " ".join(text.split()))
    if head:
        assert number(head[1]) == abs(total[2])
        assert (head[2] == "behind") == (total[2] < 0)
    assert abs(float(total[2]) - found.points) <= 0.05 + 1e-9
    # a lead is never printed as nothing
    assert (total[2] != 0) == (abs(found.points) > 1e-9)
