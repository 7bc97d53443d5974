"""Figures for which there is no number."""

import pytest

from tests.evaluation.costs.made import BENEFIT, MONEY, PAYBACK, TOTAL, costs_of, usage, vendor_of


def test_money_that_does_not_come_back_within_the_years_is_said(evaluated):
    found = evaluated([usage(9)], [usage(1)], money=MONEY + BENEFIT, measure=PAYBACK)
    assert costs_of(found).payback_months.text == "not within 2 years"
    assert costs_of(found).internal_rate_text == "none: nothing comes back"
    measure = vendor_of(found).measures["payback_months"]
    assert measure.fact.text.startswith("not within 2 years")
    assert (measure.low, measure.value, measure.high) == (0, 0, 0)


UNIT = [[usage(None, 0.0021)], [usage(None, 0.0049)]]


def test_a_price_of_fractions_of_a_cent_keeps_its_digits(evaluated):
    """0.0021 and 0.0049 for each of orders that are worth 50."""
    found = evaluated(*UNIT)
    one, other = costs_of(found), costs_of(found, "otherpay")
    assert (one.cost_per_order.text, other.cost_per_order.text) == ("€0.0021", "€0.0049")
    assert (one.effective_rate.text, other.effective_rate.text) == ("0.0042%", "0.0098%")


def test_rates_that_differ_do_not_look_the_same(evaluated):
    found = evaluated([usage(3.361)], [usage(3.364)])
    texts = [costs_of(found, each).effective_rate.text for each in ("examplepay", "otherpay")]
    assert texts == ["3.361%", "3.364%"]


def test_costs_that_differ_do_not_look_the_same(evaluated):
    found = evaluated(*[[f"kind: one_off, amount: {n}, currency: EUR"] for n in (463100, 463400)])
    texts = [costs_of(found, each).total_cost.text for each in ("examplepay", "otherpay")]
    assert texts == ["€463.1k", "€463.4k"]


def test_one_table_has_one_form(evaluated):
    one, other = (f"kind: one_off, amount: {n}, currency: EUR" for n in (770, 463000))
    found = evaluated([one], [other])
    texts = [costs_of(found, each).total_cost.text for each in ("examplepay", "otherpay")]
    assert texts == ["€770", "€463,000"]


def test_own_hours_alone_are_no_price(evaluated):
    hours = "{kind: internal, hours: 100, source: shop}"
    money = MONEY + f"  hourly_rate: {{value: 50, source: f}}\n  charges: {{all: [{hours}]}}\n"
    found = costs_of(evaluated([], [usage(1)], money=money, measure=TOTAL))
    assert found.total_cost.text == found.reason == "we found no price"
    assert found.total_cost.likely is None
    assert found.text == "We cannot work out what ExamplePay costs over 2 years: we found no price."


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
