"""The weights that are drawn, for each way of drawing them."""

import pytest

from evalkit.errors import EvalkitError
from evalkit.evaluation.evaluate import evaluate
from evalkit.evaluation.integrity.check import check_intact
from tests.conftest import DAY, PLAN
from tests.evaluation.made import FAST, OTHERPAY, STOREFRONT, by_id, with_people


def test_an_order_alone_limits_who_can_be_first(evaluated):
    # api below scalability: api at most one half, where ExamplePay needs 40/102.5 with webhooks
    found = evaluated(
        {
            STOREFRONT: with_people(
                "stakeholders:\n  it: {weights: {kind: order, order: [scalability, api]}}\n"
            )
        }
    )
    first = by_id(found.robustness.vendors)["examplepay"]
    # even on 0 to 1/2: over 40/102.5 in half of the draws, those with webhooks
    assert first.ranks[0] == pytest.approx(0.5 * (0.5 - 40 / 102.5) / 0.5, abs=0.02)


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ("order", "Any weights that keep the order of the people's joint weights count alike."),
        ("intervals", "Any weights between the lowest and the highest that somebody gives"),
        ("point", "Weights are drawn around the people's joint weights (concentration 50"),
        ("uniform", "All weights of the criteria count alike."),
        ("mixture", "Each draw follows one person, each as often as their influence says"),
    ],
)
def test_every_way_of_drawing_weights_is_told_and_keeps_to_it(evaluated, settings, said):
    plan = with_people() + f"robustness: {{weights: {settings}, precision: 2}}\n"
    found = evaluated({STOREFRONT: plan}).robustness
    assert found.text.startswith(said)
    for vendor_ in found.vendors:
        if vendor_.central_weights:
            assert sum(vendor_.central_weights.values()) == pytest.approx(1)
            if settings == "order":  # the group gives scalability more
                assert vendor_.central_weights["scalability"] >= 0.5
            if settings == "intervals":
                assert 0.25 - 1e-9 <= vendor_.central_weights["api"] <= 0.75 + 1e-9


def test_intervals_between_people_need_people(loaded):
    workspace = loaded({OTHERPAY: FAST})
    plan = workspace.plans["storefront-payments"]
    settings = plan.robustness.model_copy(update={"weights": "intervals"})
    with pytest.raises(EvalkitError, match="the plan has no `stakeholders`"):
        evaluate(workspace, plan.model_copy(update={"robustness": settings}), DAY)


def test_stated_intervals_bound_the_draws(evaluated):
    people = (
        "stakeholders:\n  it: {weights: {kind: intervals, intervals: {api: {low: 60, high: 70}}}}\n"
    )
    found = evaluated({STOREFRONT: with_people(people)})
    assert found.stakeholders.group["api"] == pytest.approx(0.65)
    for vendor_ in found.robustness.vendors:
        if vendor_.central_weights:
            assert 0.6 <= vendor_.central_weights["api"] <= 0.7


FIXED = PLAN + "robustness: {weights: fixed}\n"


def test_under_fixed_weights_only_facts_are_drawn(offered):
    # Anna has 63.75 and, by webhooks that nobody knows, 6.25 more or nothing; Bert has 66.875.
    pair = (("anna", "rest", "unknown", 25), ("bert", "soap", "false", 56.25))
    found = offered(*pair, plan=FIXED)
    shares = {each.id: each.ranks[0] for each in found.robustness.vendors}
    assert shares == {"anna": pytest.approx(0.5, abs=0.02), "bert": pytest.approx(0.5, abs=0.02)}
    assert found.robustness.space == "fixed"
    assert found.robustness.text.startswith("Weights are fixed by rule, and only facts are drawn.")
    assert found.robustness.cautious is None
    # Nothing speaks of other weights.
    for each in found.robustness.vendors:
        assert (each.central_weights, each.confidence, each.favoured_text) == (None, None, "")
        assert each.potentially_optimal
    assert found.sensitivity.crossovers == found.sensitivity.lines == ()
    check_intact(found)
    assert found.sensitivity.shift is None
    assert found.sensitivity.shift_text == (
        "The weights are fixed by rule, so they are not varied."
    )


def test_under_fixed_weights_the_most_points_decide_if_all_is_known(offered):
    # 70 and 69.96: with weights drawn around these the two are too close to call
    pair = (("anna", "rest", "true", 25), ("bert", "soap", "true", 48.3375))
    assert offered(*pair).verdict.outcome == "close"
    found = offered(*pair, plan=FIXED)
    assert found.verdict.sentences == (
        "Anna is the clear choice: it is first in 100% of 10,000 simulations with the weights as "
        "they are fixed.",
    )
    assert [each.potentially_optimal for each in found.robustness.vendors] == [True, False]


def test_fixed_weights_are_the_plans_and_not_the_criterias(offered):
    # api: 100 and 37.5; scalability: 60 and 100. At 5 to 95 that is 62 and 96.9, at 95 to 5 98 and
    # 40.6; by the criteria's own 40 to 60 it is 76 and 75.
    pair = (("anna", "rest", "true", 25), ("bert", "soap", "false", 100))
    plan = FIXED.replace("{api: 25, scalability: 75}", "{api: 5, scalability: 95}")
    firsts = {each.id: each.ranks[0] for each in offered(*pair, plan=plan).robustness.vendors}
    assert firsts == {"bert": 1.0, "anna": 0.0}
    plan = FIXED.replace("{api: 25, scalability: 75}", "{api: 95, scalability: 5}")
    firsts = {each.id: each.ranks[0] for each in offered(*pair, plan=plan).robustness.vendors}
    assert firsts == {"anna": 1.0, "bert": 0.0}
