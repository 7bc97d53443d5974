"""Weights at which the order of vendors changes, worked by hand."""

import pytest

from tests.conftest import PLAN, vendor
from tests.evaluation.made import OTHERPAY, SOURCE, STOREFRONT


def test_crossovers_by_hand(evaluated):
    # api: ExamplePay 75, OtherPay 37.5; scalability 60 and 100:
    # 75x + 60(1 − x) = 37.5x + 100(1 − x) → 77.5x = 40 → x = 16/31, from 0.25 today
    found = {c.criterion: c for c in evaluated().sensitivity.crossovers}
    assert found["api"].weight == pytest.approx(16 / 31)
    assert found["api"].distance == pytest.approx(16 / 31 - 0.25)
    assert found["api"].text == (
        "Examplepay overtakes Otherpay if API preference weighs more than 51.6% "
        "(today 25.0%, 26.6 points up)."
    ).replace("Examplepay", "ExamplePay")
    assert found["scalability"].weight == pytest.approx(15 / 31)


def test_a_crossover_put_back_into_the_plan_gives_equal_scores(evaluated):
    weight = evaluated().sensitivity.crossovers[0].weight
    plan = PLAN.replace(
        "{api: 25, scalability: 75}", f"{{api: {weight!r}, scalability: {1 - weight!r}}}"
    )
    scores = [v.score for v in evaluated({STOREFRONT: plan}).vendors]
    assert scores[0] == pytest.approx(scores[1], abs=1e-9)


def test_the_smallest_shift_by_hand(evaluated):
    # each point of weight from scalability to api closes 77.5 hundredths of 20.625 points
    shift = evaluated().sensitivity.shift
    assert (shift.challenger, shift.moved) == ("examplepay", pytest.approx(20.625 / 77.5))
    assert shift.text == (
        "Moving 26.6 points of weight from Scalability (75.0% → 48.4%) to API preference "
        "(25.0% → 51.6%) puts ExamplePay level with Otherpay; no smaller change at the top dethrones it."
    )


def test_a_criterion_that_does_not_apply_at_all_bends_the_lines(evaluated):
    gone = f"{{not_applicable: no API, {SOURCE}}}"
    other = vendor(api_style=gone, webhooks=gone, rate_limit=f"{{value: 40, {SOURCE}}}")
    found = evaluated({OTHERPAY: other})
    # OtherPay is its rate alone, 68, whatever api weighs; ExamplePay 75x + 60(1 − x) = 68 at 8/15
    weights = {c.criterion: c.weight for c in found.sensitivity.crossovers}
    assert weights["api"] == pytest.approx(8 / 15)
    assert found.sensitivity.shift is None
    assert "not worked out" in found.sensitivity.shift_text
    assert all(len(line.scores["otherpay"]) > 2 for line in found.sensitivity.lines)
