"""The weights that are drawn, for each way of drawing them."""

import pytest

from evalkit.errors import EvalkitError
from evalkit.evaluation.evaluate import evaluate
from tests.conftest import DAY
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
