"""A comparison adds up as shown, with whatever values and weights."""

import re

from hypothesis import given

from evalkit.evaluation.integrity.check import check_intact
from evalkit.explanation.versus import versus
from evalkit.report.terminal.versus import versus_text
from tests.report.terminal.made import FIGURE, drawn, number, page, rebuilt


@given(drawn())
def test_a_comparison_adds_up_as_shown_on_both_levels(base, draws):
    evaluation = rebuilt(base, draws)
    check_intact(evaluation)
    found = versus(evaluation, *evaluation.vendors)
    text = page(versus_text(found))
    found_figures = re.finditer(rf"^ *({FIGURE}) ", text, re.MULTILINE)
    rows = [(figure.end(1) - figure.start(), number(figure[1])) for figure in found_figures]
    edge = min(end for end, _ in rows)
    *criteria, total = [figure for end, figure in rows if end == edge]
    assert sum(criteria) == total
    groups = []
    for end, figure in rows[:-1]:
        groups.append([]) if end == edge else groups[-1].append(figure)
    assert [sum(group) for group in groups] == criteria
    head = re.search(rf"by ({FIGURE}) points?: ({FIGURE}) against ({FIGURE})\.", text)
    if head:
        gap, first, second = map(number, head.groups())
        assert first - second == total
        assert abs(total) == gap
