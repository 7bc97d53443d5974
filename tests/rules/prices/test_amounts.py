"""Rules about the numbers of prices."""

import pytest

from tests.rules.made import SOURCED
from tests.rules.money import charge


@pytest.mark.parametrize(
    ("text", "code", "number"),
    [
        ("kind: one_off, amount: {low: 9, high: 4}, currency: EUR", "EK506", "9"),
        ("kind: one_off, amount: {low: -9, high: 4}, currency: EUR", "EK507", "-9"),
        ("kind: internal, hours: -3", "EK507", "-3"),
        (f"kind: one_off, amount: 9, currency: EUR, conflicts: [{{amount: -3, {SOURCED}}}]",
         "EK507", "-3"),
        ("kind: recurring, amount: 9, every: month, currency: EUR, promotion: {months: 3, "
         "amount: -1}", "EK507", "-1"),
        ("kind: tiered, per: call, every: year, tiers: [{from: 0, price: -1}], currency: EUR",
         "EK507", "-1"),
        ("kind: tiered, per: call, every: year, tiers: [{from: 0, price: {low: 3, high: 1}}], "
         "currency: EUR", "EK506", "3"),
        ("kind: usage, per: order, percent: 290, currency: EUR", "EK508", "290"),
        ("kind: usage, per: order, fixed: 1, minimum_monthly: {low: 9, high: 11}, "
         "maximum_monthly: 8, currency: EUR", "EK505", "{low: 9, high: 11}"),
        ("kind: one_off, amount: 9, start: 13, end: 12, currency: EUR", "EK510", "12"),
        ("kind: recurring, amount: 9, every: month, yearly_increase: 3, currency: EUR",
         "EK534", "3"),
        ("kind: recurring, amount: 9, every: month, yearly_increase: -0.95, currency: EUR",
         "EK534", "-0.95"),
    ],
)  # fmt: skip
def test_a_number_that_cannot_be_is_told_at_the_number(told, text, code, number):
    assert [found[:2] for found in told(charge(text))] == [(code, number)]


@pytest.mark.parametrize(
    "text",
    [
        "kind: one_off, amount: -9, because: A rebate., currency: EUR",
        "kind: recurring, amount: 9, every: month, yearly_increase: -0.1, currency: EUR",
        "kind: usage, per: order, fixed: 1, minimum: unknown, maximum: 2, currency: EUR",
        "kind: usage, per: order, percent: 100, currency: EUR",
        "kind: one_off, amount: {low: 1, high: 1}, currency: EUR",
    ],
)
def test_what_is_rare_but_may_be_is_let_pass(told, text):
    assert told(charge(text)) == []
