"""Shares of simulations in which a vendor is cheapest, or pays back."""

import pytest

from tests.evaluation.costs.made import BENEFIT, MONEY, TOTAL, costs_of, usage, vendor_of


def test_benefits_that_may_not_come_span_from_nothing_to_all(evaluated):
    benefit = BENEFIT.replace("every: month,", "every: month, probability: 0.25,")
    found = costs_of(evaluated([usage(2)], money=MONEY + benefit))
    worth = found.present_benefits
    assert worth.low == 0
    assert worth.likely == pytest.approx(worth.high / 4)
    # Costs of 12,000 a year are made good by 24,000 a year, or by nothing: in a quarter of draws.
    assert found.pays == pytest.approx(0.25, abs=4 * (0.25 * 0.75 / 10_000) ** 0.5)


def test_vendors_that_rest_on_the_same_assumptions_move_together(evaluated):
    """Twice the price on the same orders is twice the cost in every draw, though the ranges of
    the two overlap."""
    money = MONEY.replace("value: 12000", "low: 4000, likely: 12000, high: 40000")
    found = evaluated([usage(1)], [usage(2)], money=money, measure=TOTAL)
    cheap, dear = (vendor_of(found, name) for name in ("examplepay", "otherpay"))
    assert cheap.low < dear.high
    ranks = {each.id: each.ranks[0] for each in found.robustness.vendors}
    assert ranks == {"examplepay": 1.0, "otherpay": 0.0}
    assert costs_of(found).cheapest == 1


def test_those_who_charge_the_same_share_first_place(evaluated):
    money = MONEY.replace("value: 12000", "low: 4000, likely: 12000, high: 40000")
    found = evaluated([usage(1)], [usage(1)], money=money)
    assert costs_of(found).cheapest == pytest.approx(0.5)
    assert costs_of(found, "otherpay").cheapest == pytest.approx(0.5)
    assert all(each.ranks == (0.5, 0.5) for each in found.robustness.vendors)
