"""Rules about the sources and dates of prices."""

import pytest

from tests.rules.money import MONEY, charge, money


def test_a_made_up_price_is_told_once_and_asks_for_nothing(codes):
    text = "kind: usage, per: odrer, fixed: 1, currency: USD, source_kind: generated"
    assert codes(charge(text), MONEY) == ["EK518"]


def test_a_conflict_needs_a_source_and_a_date_as_well(told):
    conflicts = "{amount: 8}, {amount: 7, source: s}"
    assert told(charge(f"kind: one_off, amount: 9, currency: EUR, conflicts: [{conflicts}]")) == [
        ("EK501", "{amount: 8}", "a conflict of this one-off charge has no source"),
        ("EK512", "{amount: 7, source: s}",
         "a conflict of this one-off charge does not say when it was checked"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "kind: one_off, amount: unknown, currency: EUR",
        "kind: tiered, per: call, every: year, tiers: [{from: 0, price: unknown}], currency: EUR",
    ],
)
def test_a_price_that_is_not_known_needs_no_source(told, text):
    assert told(charge(text, "note: on request")) == []


def test_a_price_that_is_known_for_its_first_months_needs_a_source(codes):
    text = "kind: recurring, amount: unknown, every: month, currency: EUR"
    assert codes(charge(f"{text}, promotion: {{months: 3, amount: 20}}", "note: n")) == ["EK501"]


@pytest.mark.parametrize(
    ("what", "name"),
    [
        ("rates: {USD: {value: 0.9, source: s, checked: 2026-11-25}}", "the rate for USD"),
        ("hourly_rate: {value: 60, source: s, checked: 2026-11-25}", "the hourly rate"),
        ("volumes: {orders: {value: 60, source: s, checked: 2026-11-25}}", "the volume `orders`"),
        ("benefits: [{kind: cost_ended, title: T, amount: 1, every: month, source: s, "
         "checked: 2026-11-25}]", "the benefit `T`"),
    ],
)  # fmt: skip
def test_nobody_has_looked_tomorrow(told, what, name):
    message = f"{name} was checked on 2026-11-25, after 2026-11-23"
    assert told(plan=money(what)) == [("EK515", "2026-11-25", message)]


def test_prices_of_a_plan_are_judged_on_the_plans_day(codes):
    offer = "kind: one_off, amount: 1, currency: EUR, source: s, checked: 2025-11-23"
    text = money(f"charges: {{examplepay: [{{{offer}}}]}}")
    assert codes(plan=text) == []
    assert codes(plan=text.replace("2025-11-23", "2025-11-22")) == ["EK517"]


ENDS = "kind: one_off, amount: 9, currency: EUR, until: %s"


def test_a_price_past_its_last_day_is_told_once_however_old_it_is(told):
    ended = "this one-off charge held until 2026-11-22"
    assert told(charge(ENDS % "2026-11-22")) == [("EK552", "2026-11-22", ended)]
    assert told(charge(ENDS % "2026-11-23")) == []
    old = "source: s, checked: 2020-01-31"
    assert told(charge(ENDS % "2026-11-22", old)) == [("EK552", "2026-11-22", ended)]
    offer = f"charges: {{examplepay: [{{{ENDS % '2026-11-22'}, source: s, checked: 2026-06-20}}]}}"
    assert told(plan=money(offer)) == [("EK552", "2026-11-22", ended)]


def test_a_price_that_had_ended_when_it_was_checked_has_a_wrong_date(told):
    assert told(charge(ENDS % "2026-06-19")) == [
        ("EK553", "2026-06-19",
         "this one-off charge held until 2026-06-19, but was checked on 2026-06-20, after that"),
    ]  # fmt: skip
    assert [code for code, *_ in told(charge(ENDS % "2026-06-20"))] == ["EK552"]
