"""An explanation adds up as shown, with whatever values and weights."""

import re

from hypothesis import given

from evalkit.evaluation.integrity.check import check_intact
from evalkit.explanation.explain import explain
from evalkit.report.terminal.explain import explanation_text
from tests.report.terminal.made import FIGURE, drawn, number, page, rebuilt


@given(drawn())
def test_an_explanation_adds_up_as_shown(base, draws):
    evaluation = rebuilt(base, draws)
    check_intact(evaluation)
    found = explain(evaluation, evaluation.vendors[0], 5)
    rows = page(explanation_text(found)).split("Points by criterion:")[1]
    shown = re.findall(rf"^ *({FIGURE}) of ({FIGURE}) ", rows, re.MULTILINE)
    *criteria, total = [(number(one), number(other)) for one, other in shown]
    assert sum(brought for brought, _ in criteria) == total[0]
    assert sum(possible for _, possible in criteria) == total[1] == 100
    assert float(total[0]) == round(found.score, found.digits)
    assert all(0 <= brought <= possible for brought, possible in criteria)
    assert "not known" not in rows
    for one, other in re.findall(rf"({FIGURE}) of ({FIGURE}) .*\n.*\(100 of 100\)", rows):
        assert one == other
