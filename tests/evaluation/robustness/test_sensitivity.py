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


LEVEL = (("anna", "rest", "true", 25), ("bert", "soap", "true", 48.4375))
"""Anna 18.75 + 6.25 + 45 = 70; Bert 9.375 + 6.25 + 54.375 = 70."""


def test_each_weight_decides_between_vendors_that_are_level(offered):
    found = offered(*LEVEL).sensitivity
    texts = {each.criterion: each.text for each in found.crossovers}
    assert texts["api"] == (
        "Anna and Bert are level today; Anna is ahead if API preference weighs more than 25.0%, "
        "Bert if less."
    )
    assert texts["scalability"] == (
        "Anna and Bert are level today; Bert is ahead if Scalability weighs more than 75.0%, "
        "Anna if less."
    )
    ahead = {each.criterion: (each.ahead, each.weight, each.distance) for each in found.crossovers}
    assert ahead["api"] == ("anna", pytest.approx(0.25), 0)
    assert ahead["scalability"] == ("bert", pytest.approx(0.75), 0)


def test_vendors_that_are_the_same_stay_level_at_every_weight(offered):
    same = ("rest", "true", 25)
    found = offered(("anna", *same), ("bert", *same)).sensitivity.crossovers
    assert {each.weight for each in found} == {None}
    assert found[0].text == "Anna and Bert stay level whatever API preference weighs."


def test_all_that_are_level_are_named(offered):
    third = ("cleo", "none", "true", 71.875)  # 6.25 + 45 + 18.75
    found = offered(*LEVEL, third)
    assert found.sensitivity.shift_text == "Anna, Bert and Cleo are level at today's weights."
    assert "Anna, Bert and Cleo have the same points." in found.verdict.sentences
    # Each of the three has its pair, for each criterion.
    pairs = {(each.ahead, each.behind) for each in found.sensitivity.crossovers}
    assert {frozenset(pair) for pair in pairs} == {
        frozenset(pair) for pair in (("anna", "bert"), ("anna", "cleo"), ("bert", "cleo"))
    }


def test_who_is_level_with_the_last_that_is_compared_is_compared_too(offered):
    six = [(name, "rest", "true", 25) for name in ("anna", "bert", "cleo", "dora", "emil", "fred")]
    found = offered(*six).sensitivity.crossovers
    assert {each.ahead for each in found} | {each.behind for each in found} == {
        name for name, *_ in six
    }
