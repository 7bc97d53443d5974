"""Figures for which there is no number."""

import pytest

from tests.evaluation.costs.made import BENEFIT, MONEY, PAYBACK, costs_of, usage, vendor_of


def test_money_that_does_not_come_back_within_the_years_is_said(evaluated):
    found = evaluated([usage(9)], [usage(1)], money=MONEY + BENEFIT, measure=PAYBACK)
    assert costs_of(found).payback_months.text == "not within 2 years"
    assert costs_of(found).internal_rate_text == "none: nothing comes back"
    measure = vendor_of(found).measures["payback_months"]
    assert measure.fact.text.startswith("not within 2 years")
    assert (measure.low, measure.value, measure.high) == (0, 0, 0)


def test_the_answer_says_whether_and_when_the_money_is_back(evaluated):
    """12,000 orders × 50: 9% are 54,000 a year, of which 24,000 come back; 1% leaves 18,000 of
    them, two thirds of a year after 12,000 at the signing."""
    late = evaluated([usage(9)], [usage(9)], money=MONEY + BENEFIT)
    assert late.costs.text.endswith("the money is not back within 2 years.")
    paid = [usage(1), "kind: one_off, amount: 12000, currency: EUR"]
    soon = evaluated(paid, paid, money=MONEY + BENEFIT)
    assert soon.costs.text.endswith("the money is back after 8.0 months.")


def test_a_rate_of_return_that_is_not_single_is_said(evaluated):
    """−1,000, 2,300, −1,320 has 10% and 20%: 1,000 × 1.1 × 1.2 = 1,320."""
    one = [
        "kind: one_off, amount: 1000, currency: EUR",
        "kind: one_off, amount: 1320, start: 24, currency: EUR",
    ]
    benefit = (
        "  benefits:\n    - {kind: extra_margin, title: Once, amount: 2300, every: year, end: 12, "
        "source: shop, checked: 2026-11-01}\n"
    )
    found = costs_of(evaluated(one, money=MONEY + benefit))
    assert found.net == (-1000, 2300, -1320)
    assert found.internal_rate_of_return is None
    assert found.internal_rate_text == "no single one: 10.00%, 20.00%"
    # Out: 1,000 + 1,320 / 1.21; back: 2,300 × 1.1; two years.
    assert found.modified_rate_of_return == pytest.approx((2530 / (1000 + 1320 / 1.21)) ** 0.5 - 1)
