"""Costs weigh as a criterion or show up on a frontier, never both; and what feeds them is there."""

import pytest

from tests.conftest import CRITERIA
from tests.rules.money import COST, COSTLY, FRONTIER, MONEY, OWN_WEIGHTS

BY_PEOPLE = OWN_WEIGHTS + MONEY + "cost: frontier\n"


def test_beside_a_frontier_weights_over_everything_but_costs_are_complete(judged):
    assert judged(FRONTIER) == []


def test_with_costs_as_a_criterion_they_are_not(judged):
    found = judged(FRONTIER.replace("frontier", "criterion"))
    assert found == [("EK404", "weights", "no weight for cost")]


@pytest.mark.parametrize("name", ["cost", "total_cost"])
def test_a_weight_for_costs_is_told_once(judged, name):
    message = f"`{name}` has a weight, although value is shown against cost"
    weighed = FRONTIER.replace("scalability: 75", f"scalability: 55, {name}: 20")
    assert judged(weighed) == [("EK530", name, message)]


@pytest.mark.parametrize(
    "statement",
    [
        "weights: {kind: points, points: {api: 1, scalability: 2, cost: 3}}",
        "weights: {kind: order, order: [api, [scalability, cost]]}",
        "weights: {kind: pairwise, pairwise: [{more: api, less: scalability, times: 2}, "
        "{more: cost, less: api, times: 2}]}",
        "within: {cost: {kind: points, points: {total_cost: 3}}}",
    ],
)
def test_what_people_say_about_costs_is_told_once(judged, statement):
    found = judged(BY_PEOPLE + f"stakeholders:\n  it: {{{statement}}}\n")
    assert [each[:2] for each in found] == [("EK530", "cost")]


@pytest.mark.parametrize(
    "statement",
    [
        "{kind: points, points: {api: 1, scalability: 2}}",
        "{kind: swing, swing: {api: 100, scalability: 2}}",
        "{kind: order, order: [api, scalability]}",
        "{kind: pairwise, pairwise: [{more: api, less: scalability, times: 2}]}",
        "{kind: best_worst, best: api, worst: scalability, best_to_others: {scalability: 2}, "
        "others_to_worst: {api: 2}}",
        "{kind: intervals, intervals: {api: {low: 10, high: 20}}}",
    ],
)
def test_people_weigh_everything_but_costs(judged, statement):
    assert judged(BY_PEOPLE + f"stakeholders:\n  it: {{weights: {statement}}}\n") == []


def test_scales_of_costs_may_change_where_they_do_not_weigh(judged):
    marked_scales = FRONTIER + "scales: s-e5beae5d\n"
    assert judged(marked_scales, CRITERIA) == judged(marked_scales) == []


def test_money_that_weighs_outside_of_costs_is_told(judged):
    moved = COSTLY.replace("  cost:\n", "  return:\n")
    message = "value is shown against cost, but money also has weight outside `cost`: `total_cost`"
    assert judged(BY_PEOPLE, moved) == [("EK530", "frontier", message)]


def test_costs_alone_leave_no_value_to_show(judged):
    known = "background: {api_style: {}, rate_limit: {}}\n"
    alone = f"id: payment-gateways\ntitle: T\nfresh_for: 365\ncriteria:\n{COST}{known}"
    plan = BY_PEOPLE.replace("rate_limit, at_least: 10", "total_cost, at_most: 50000")
    message = "there is no value to show against cost: `cost` is the only criterion"
    assert judged(plan, alone) == [("EK530", "frontier", message)]
