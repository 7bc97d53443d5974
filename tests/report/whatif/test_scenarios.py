"""A scenario gives the same digits in the page and on the command line."""

import random

import pytest

from evalkit.evaluation.evaluate import evaluate
from evalkit.model.comparison.scenario import Scenario
from evalkit.report.whatif.data import whatif
from tests.conftest import SHIPPED_DAY
from tests.report.whatif.made import state
from tests.report.whatif.test_cases import case, evaluation, of_evaluation, of_page, run

__all__ = ["case", "evaluation", "run"]


@pytest.mark.parametrize("seed", range(3))
def test_what_is_tried_has_the_same_digits_in_the_page_and_on_the_command_line(
    case, evaluation, run, seed
):
    workspace, plan = case
    criteria = plan.judged_by(workspace.criteria[plan.category])
    gates = [each["id"] for each in whatif(evaluation)["gates"]]
    tried = state(random.Random(seed), criteria, gates)
    for group in criteria.groups.values():
        # A scenario never weighs all siblings 0.
        if group[0] in tried["weights"] and not any(tried["weights"][name] for name in group):
            tried["weights"][group[0]] = 1
    found = run("score(state, data)", evaluation, **tried)
    scenario = Scenario(
        plan=plan.id,
        weights=tried["weights"],
        unknown=tried["unknown"],
        gates_off=tuple(tried["gates_off"]),
    )
    rough = plan.model_copy(
        update={"robustness": plan.robustness.model_copy(update={"precision": 10.0})}
    )
    expected = evaluate(workspace, rough, SHIPPED_DAY, scenario=scenario)
    assert of_page(found) == of_evaluation(expected)
