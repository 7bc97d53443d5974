"""Measures derived from prices."""

import numpy as np
import pytest

from evalkit.evaluation.costs.books import books
from evalkit.evaluation.derived.costs import together
from tests.evaluation.costs.made import (
    BENEFIT,
    CRITERIA,
    MONEY,
    PAYBACK,
    PLAN,
    RETURN,
    TOTAL,
    costs_of,
    usage,
    vendor,
    vendor_of,
)


def test_a_derived_measure_is_scored_on_its_fixed_scale(evaluated):
    """2.5% on a scale from 4 to 0 is worth 37.5; otherpay's 1% is worth 75."""
    found = evaluated([usage(2, 0.25)], [usage(1)])
    assert vendor_of(found).measures["effective_rate"].value == pytest.approx(37.5)
    assert vendor_of(found, "otherpay").measures["effective_rate"].value == pytest.approx(75)
    fact = vendor_of(found).measures["effective_rate"].fact
    assert fact.text == "2.5 percent"
    assert (fact.path, fact.key) == ("plans/storefront-payments.yaml", "money")
    assert fact.reading.checked.isoformat() == "2026-09-01"


@pytest.mark.parametrize(
    ("measure", "name", "value"),
    [
        # 30,000 of 40,000 leave a quarter.
        (TOTAL, "total_cost", 25),
        # 41,652.89 of benefits for 26,033.06 of costs return 60%.
        (RETURN, "return_on_investment", 30),
        # Nothing is laid out before it comes back.
        (PAYBACK, "payback_months", 100),
    ],
)
def test_what_a_measure_can_be_derived_from(evaluated, measure, name, value):
    found = evaluated([usage(2, 0.25)], [usage(1)], money=MONEY + BENEFIT, measure=measure)
    assert vendor_of(found).measures[name].value == pytest.approx(value)


def test_a_cost_that_is_known_in_part_spans_to_the_end_of_its_scale(evaluated):
    """At least 1% of 4: between 0 and 75, and the score counts it at half."""
    found = evaluated([usage(1), usage("unknown", per="order")], [usage(1)])
    measure = vendor_of(found).measures["effective_rate"]
    assert (measure.low, measure.value, measure.high) == (0, 37.5, 75)
    assert measure.status == "range"
    assert measure.fact.text == "at least 1 percent"
    costs = costs_of(found)
    assert costs.total_cost.text == "at least €12k"
    assert (costs.total_cost.low, costs.total_cost.high) == (12000, None)
    assert costs.cheapest is None
    assert costs.unknown_costs == ("Fee for each order: percentage not known",)


def test_at_least_is_the_low_end_of_what_is_known(evaluated):
    """1% to 3% of the turnover, and an amount that is not known."""
    one = [usage("{low: 1, high: 3}"), usage("unknown")]
    fact = vendor_of(evaluated(one, [usage(1)])).measures["effective_rate"].fact
    assert fact.text == "at least 1 percent"


def test_what_is_left_counts_as_nothing_where_the_plan_says_so(evaluated):
    found = evaluated([usage(1), usage("unknown")], [usage(1)], plan="unknown: worst\n")
    assert vendor_of(found).measures["effective_rate"].value == 0


def test_a_vendor_without_any_price_is_unknown_and_never_cheap(evaluated):
    found = evaluated([], [usage(3)])
    measure = vendor_of(found).measures["effective_rate"]
    assert (measure.status, measure.low, measure.high) == ("not_looked_for", 0, 100)
    costs = costs_of(found)
    assert costs.total_cost.text == "we found no price"
    assert costs.total_cost.likely is None
    assert found.costs.text == (
        "OtherPay costs €36k over 2 years. No other vendor has a full price: we cannot say who is "
        "cheapest."
    )


def test_without_money_a_derived_measure_does_not_apply_and_its_weight_goes_on(evaluated):
    found = evaluated([usage(1)], [usage(1)], money="")
    measure = vendor_of(found).measures["effective_rate"]
    assert measure.status == "not_applicable"
    assert measure.weight == 0
    assert "gives no money" in measure.fact.text
    assert vendor_of(found).score == 100
    assert found.costs is None


def test_what_only_the_clients_own_volumes_make_uncertain_is_nothing_to_find_out(evaluated):
    ranged = MONEY.replace("{value: 12000", "{low: 6000, likely: 12000, high: 24000")
    found = evaluated([usage(1)], [usage(2)], money=ranged, measure=TOTAL)
    paid = vendor_of(found).measures["total_cost"]
    assert paid.low < paid.high
    assert found.verdict.research == ()
    # A range of the vendor's own price is.
    priced = evaluated([usage("{low: 1, high: 3}")], [usage(2)], money=ranged, measure=TOTAL)
    (worth,) = priced.verdict.research
    assert [point.measure for point in worth.facts] == ["total_cost"]
    assert worth.vendor == "examplepay"


def test_the_clients_volumes_count_at_their_likely_value_for_who_is_ranked(evaluated):
    ranged = MONEY.replace("{value: 12000", "{low: 6000, likely: 12000, high: 60000")
    found = vendor_of(evaluated([usage(1)], [usage(2)], money=ranged, measure=TOTAL))
    assert found.settled < 1
    assert found.researched == 1


def test_what_is_not_known_of_a_price_follows_the_vendors_fortune(loaded):
    files = {
        "criteria/payment-gateways.yaml": CRITERIA.replace("MEASURE", TOTAL),
        "vendors/payment-gateways/examplepay.yaml": vendor(
            "examplepay", [usage(1), usage("unknown", per="order")]
        ),
        "plans/storefront-payments.yaml": PLAN + MONEY,
    }
    workspace = loaded(files)
    one = workspace.vendors["examplepay"]
    ledgers = books(workspace.plans["storefront-payments"].money, 0, [one])
    criteria = workspace.criteria["payment-gateways"]
    start = together([(0, "examplepay", "total_cost")], {"examplepay": 0}, criteria, ledgers)
    _, alike = start(3, [np.array([0.0, 0.5, 1.0])])
    # At least 12,000 of 40,000 are paid: from nothing left, where all goes badly, to 70 points.
    assert alike[0].tolist() == pytest.approx([0, 35, 70])


SETUP = "kind: one_off, amount: unknown, currency: EUR"


@pytest.mark.parametrize(
    ("limit", "gate"),
    # At least 24,000, on a scale that ends at 40,000: what is missing may be any amount.
    [(23_999, "fail"), (40_000, "unverified"), (90_000, "unverified")],
)
def test_a_cost_that_is_known_in_part_shows_no_limit_to_be_kept(evaluated, limit, gate):
    must = f"gates: [{{measure: total_cost, at_most: {limit}, because: budget}}]\n"
    found = evaluated([usage(2), SETUP], plan=must, measure=TOTAL)
    assert vendor_of(found).gate == gate
    reading = vendor_of(found).measures["total_cost"].fact.reading
    assert (reading.value, reading.high, reading.at_least) == (24_000, None, True)


def test_a_return_of_which_costs_are_missing_shows_no_least_to_be_reached(evaluated):
    must = "gates: [{measure: return_on_investment, at_least: 0, because: budget}]\n"
    found = evaluated([usage(2), SETUP], plan=must, money=MONEY + BENEFIT, measure=RETURN)
    assert vendor_of(found).gate == "unverified"
    reading = vendor_of(found).measures["return_on_investment"].fact.reading
    assert (reading.low, reading.at_least, reading.at_most) == (None, False, True)
