"""Costs weigh as a criterion or show up on a frontier, never both; and what feeds them is there."""

import pytest

from tests.conftest import CRITERIA, PLAN, VENDOR
from tests.rules.test_money import EXAMPLEPAY, MONEY, STOREFRONT, VOLUMES, marked, money

GATEWAYS = "criteria/payment-gateways.yaml"
COST = """\
  cost:
    title: Cost
    weight: 20
    measures:
      total_cost:
        unit: EUR
        weight: 1
        derived: total_cost
        scale: {kind: linear, worst: 90000, best: 0, because: "-"}
"""
COSTLY = CRITERIA.replace("background:", COST + "background:")
OWN_WEIGHTS = PLAN.replace("weights: {api: 25, scalability: 75}\n", "")
FRONTIER = PLAN + MONEY + "cost: frontier\n"
BY_PEOPLE = OWN_WEIGHTS + MONEY + "cost: frontier\n"


@pytest.fixture
def told(loaded):
    """What is told of a plan whose criteria have costs: code, marked text and message."""

    def diagnose(plan, criteria=COSTLY):
        found = loaded({STOREFRONT: plan, GATEWAYS: criteria}).diagnostics
        return [(d.code, marked(d), d.message) for d in found]

    return diagnose


def test_beside_a_frontier_weights_over_everything_but_costs_are_complete(told):
    assert told(FRONTIER) == []


def test_with_costs_as_a_criterion_they_are_not(told):
    found = told(FRONTIER.replace("frontier", "criterion"))
    assert found == [("EK404", "weights", "no weight for cost")]


@pytest.mark.parametrize("name", ["cost", "total_cost"])
def test_a_weight_for_costs_is_told_once(told, name):
    message = f"`{name}` has a weight, although value is shown against cost"
    weighed = FRONTIER.replace("scalability: 75", f"scalability: 55, {name}: 20")
    assert told(weighed) == [("EK530", name, message)]


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
def test_what_people_say_about_costs_is_told_once(told, statement):
    found = told(BY_PEOPLE + f"stakeholders:\n  it: {{{statement}}}\n")
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
def test_people_weigh_everything_but_costs(told, statement):
    assert told(BY_PEOPLE + f"stakeholders:\n  it: {{weights: {statement}}}\n") == []


def test_a_gate_on_costs_stays_a_gate_and_needs_their_currency(told):
    gated = FRONTIER.replace("rate_limit, at_least: 10", "total_cost, at_most: 50000")
    assert told(gated) == []
    message = "the scale of `total_cost` is in EUR, but this plan uses USD"
    assert told(gated.replace("EUR", "USD")) == [("EK531", "USD", message)]
    assert told(FRONTIER.replace("EUR", "USD")) == []


def test_scales_of_costs_may_change_where_they_do_not_weigh(told):
    marked_scales = FRONTIER + "scales: s-e5beae5d\n"
    assert told(marked_scales, CRITERIA) == told(marked_scales) == []


def test_money_that_weighs_outside_of_costs_is_told(told):
    moved = COSTLY.replace("  cost:\n", "  return:\n")
    message = "value is shown against cost, but money also has weight outside `cost`: `total_cost`"
    assert told(BY_PEOPLE, moved) == [("EK530", "frontier", message)]


def test_costs_alone_leave_no_value_to_show(told):
    known = "background: {api_style: {}, rate_limit: {}}\n"
    alone = f"id: payment-gateways\ntitle: T\nfresh_for: 365\ncriteria:\n{COST}{known}"
    plan = BY_PEOPLE.replace("rate_limit, at_least: 10", "total_cost, at_most: 50000")
    message = "there is no value to show against cost: `cost` is the only criterion"
    assert told(plan, alone) == [("EK530", "frontier", message)]


@pytest.mark.parametrize(
    ("derived", "unit", "text", "expected"),
    [
        ("total_cost", "EUR", MONEY, []),
        ("total_cost", "CHF", MONEY, [("EK531", "EUR")]),
        ("total_cost", "EUR", "", [("EK532", "payment-gateways")]),
        ("return_on_investment", "percent", MONEY, [("EK532", "money")]),
        ("payback_months", "months", money("benefits: []"), [("EK532", "benefits")]),
        ("effective_rate", "percent", money("volumes: {orders: 9}"), [("EK532", "volumes")]),
        ("effective_rate", "percent", money(VOLUMES), []),
        ("total_cost", "euros", "", [("EK541", "euros")]),
        ("effective_rate", "share", "", [("EK541", "share")]),
        ("payback_months", "years", "", [("EK541", "years")]),
        ("return_on_investment", "EUR", "", [("EK541", "EUR")]),
    ],
)
def test_what_a_measure_is_worked_out_from_is_there(told, derived, unit, text, expected):
    criteria = COSTLY.replace("derived: total_cost", f"derived: {derived}").replace("EUR", unit)
    assert [found[:2] for found in told(OWN_WEIGHTS + text, criteria)] == expected


def test_words_are_no_scale_for_a_figure(told):
    scale = "{kind: linear, worst: 90000, best: 0"
    words = COSTLY.replace(scale, "{kind: levels, levels: {low: 100, high: 0}")
    message = "total_cost is computed as a number, which does not fit a scale of words"
    assert told(None, words) == [("EK541", "levels", message)]


def test_a_fact_on_what_is_worked_out_is_told(loaded):
    fact = "  total_cost: {value: 9, source: s, checked: 2026-06-20}\n"
    (found,) = loaded({GATEWAYS: COSTLY, EXAMPLEPAY: VENDOR + fact, STOREFRONT: None}).diagnostics
    assert (found.code, marked(found)) == ("EK513", "total_cost")
