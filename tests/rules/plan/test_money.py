"""Rules about the money of a plan."""

import pytest

from tests.rules.made import placed
from tests.rules.money import MONEY, charge, money

PLAN_MISTAKES = """\
money:
  currency: EUR
  years: 3
  discount_rate: 8
  rates:
    CHF: {value: 1.06, source: budget rate, checked: 2025-11-22}
    GBP: 1.15
    PLN: {value: 0, source: budget rate, checked: 2026-11-20}
  volumes:
    orders: {low: 30000, likely: 20000, high: 40000}
    average_order_value: -50
    card_orders: {share: 20, of: orders}
    disputes: {share: 0.1, of: refund}
  benefits:
    - {kind: cost_ended, title: Today's gateway, amount: 900, every: month}
"""


def test_a_plan_with_each_mistake_is_told_each_at_its_place(diagnosed):
    assert placed(diagnosed(plan=PLAN_MISTAKES)) == [
        ("EK534", "12:18", "a discount rate of 8 is 800% a year"),
        ("EK521", "14:54", "the rate for CHF is 366 days old, more than a year"),
        ("EK522", "15:10", "the rate for GBP has no source"),
        ("EK523", "16:10", "the rate for PLN is 0, not above zero"),
        ("EK506", "18:19", "the range of `orders` is not in the order low, likely, high"),
        ("EK535", "19:26", "the volume `average_order_value` is -50, below zero"),
        ("EK536", "20:26", "a share of 20 is 2000% of `orders`"),
        ("EK526", "21:32", "there is no volume `refund`"),
        ("EK524", "23:7", "the benefit `Today's gateway` has no source"),
    ]


def test_hours_of_a_vendor_need_a_rate_too(told):
    upkeep = charge("kind: internal, title: Upkeep, hours: 3, every: month")
    message = (
        "the internal charge `Upkeep` of examplepay is in hours, but there is no `hourly_rate`"
    )
    assert told(upkeep, MONEY) == [("EK533", "money", message)]


def test_a_rate_for_the_plans_own_currency_is_one_too_many(told):
    text = "rates: {EUR: {value: 1, source: s, checked: 2026-11-20}}"
    message = "EUR is the currency of the plan itself"
    assert told(plan=money(text)) == [("EK523", "EUR", message)]


@pytest.mark.parametrize("locale", ["en", "de_CH", "zh_Hant_TW", "es_419"])
def test_locales_of_every_form_are_let_pass(told, locale):
    assert told(plan=money(f"locale: {locale}")) == []


@pytest.mark.parametrize("locale", ["german", "de-CH", "DE", "de_ch"])
def test_what_is_no_locale_is_told(told, locale):
    message = f"`{locale}` is not a locale"
    assert told(plan=money(f"locale: {locale}")) == [("EK539", locale, message)]
