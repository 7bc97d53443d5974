"""Causes of a cost difference between two vendors, worked by hand."""

import pytest

from tests.evaluation.costs.made import BENEFIT, MONEY, TOTAL, usage


def test_break_even_by_hand(evaluated):
    """49 a month against half a percent of 50: 588 / 0.25 = 2,352 orders a year."""
    other = [usage(1.4), "kind: recurring, amount: 49, every: month, currency: EUR"]
    (found,) = evaluated([usage(1.9)], other).costs.break_even
    assert found.crossings == (pytest.approx(2352),)
    assert found.cheaper == ("examplepay", "otherpay")
    assert found.text == (
        "OtherPay and ExamplePay at present value, by orders a year (today 12,000): "
        "ExamplePay costs less up to 2,352, OtherPay costs less above 2,352."
    )


def test_what_drives_the_difference_by_hand(evaluated):
    """A difference of 6,000 a year, 10,413.22 at 10%; with a tenth fewer orders a tenth less."""
    found = evaluated([usage(1)], [usage(2)]).costs.difference
    assert (found.one, found.other) == ("examplepay", "otherpay")
    assert found.difference == pytest.approx(10413.2231, abs=1e-4)
    orders = next(each for each in found.swings if each.title == "Orders")
    assert (orders.low_end, orders.high_end) == ("10,800", "13,200")
    assert orders.at_low == pytest.approx(0.9 * found.difference)
    assert orders.at_high == pytest.approx(1.1 * found.difference)


def test_what_turns_the_difference_round_is_said(evaluated):
    found = evaluated([usage("{low: 1, likely: 1.9, high: 3}")], [usage(2)]).costs.difference
    assert found.text.startswith(
        "ExamplePay is ahead of OtherPay by €1,040 of net present value. Any of these alone can "
        "put OtherPay ahead: ExamplePay: Fee for each order, percent (1% to 3%), "
    )


def test_vendors_that_are_level_are_not_ahead_of_each_other(evaluated):
    """Both cost 12,000 of the 24,000 a year that come in: 10,909.09 + 9,917.36 at 10%."""
    found = evaluated([usage(2)], [usage(None, 1)], money=MONEY + BENEFIT).costs
    assert found.difference.text == (
        "ExamplePay and OtherPay have the same net present value, €20.8k."
    )
    assert found.difference.swings == ()
    assert found.sentences[-1] == found.difference.text


def test_where_nothing_turns_a_difference_round_the_largest_swing_is_named(evaluated):
    money = MONEY.replace("{value: 12000,", "{low: 6000, likely: 12000, high: 24000,")
    found = evaluated([usage(1)], [usage(2)], money=money).costs.difference
    # The order is that of what a swing does: a tenth of a price does less than twice the orders.
    sizes = [abs(each.at_high - each.at_low) for each in found.swings]
    assert sizes == sorted(sizes, reverse=True)
    assert found.text.endswith(
        "No single assumption can put OtherPay ahead; the lead depends most on Orders "
        "(6,000 to 24,000)."
    )


def test_a_crossing_keeps_the_digits_that_keep_it_on_its_side_of_today(evaluated):
    """100 a month for each terabyte, or 130 for any number: the same at 1.3, and 1.2 are held."""
    money = MONEY.replace("orders: {value: 12000", "terabytes: {value: 1.2")
    money = money.replace("average_order_value", "average_terabyte_value")
    one = ["kind: recurring, amount: 100, every: month, per: terabyte, currency: EUR"]
    other = ["kind: recurring, amount: 130, every: month, currency: EUR"]
    (found,) = evaluated(one, other, money=money, measure=TOTAL).costs.break_even
    assert found.text == (
        "ExamplePay and OtherPay at present value, by terabytes a year (today 1.2): "
        "ExamplePay costs less up to 1.3, OtherPay costs less above 1.3."
    )


def test_a_stretch_at_which_both_cost_the_same_is_said(evaluated):
    """0.10 each in the first 1,000 a month, then 0.05; and 0.10 each."""
    tiers = "[{from: 0, to: 1000, price: 0.1}, {from: 1000, price: 0.05}]"
    one = [f"kind: tiered, per: order, every: month, tiers: {tiers}, currency: EUR"]
    (found,) = evaluated(one, [usage(None, 0.1)]).costs.break_even
    assert found.cheaper == (None, "examplepay")
    assert found.text.endswith(
        "(today 12,000): both cost the same up to 12,000, ExamplePay costs less above 12,000."
    )


@pytest.mark.parametrize(("today", "shown"), [(12000, "1,809"), (1809, "1,809.2")])
def test_a_crossing_has_no_more_digits_than_that_takes(evaluated, today, shown):
    """49 a month against 0.65% of 50: 588 / 0.325 = 1,809.23 orders a year."""
    other = [usage(1.4), "kind: recurring, amount: 49, every: month, currency: EUR"]
    money = MONEY.replace("value: 12000", f"value: {today}")
    (found,) = evaluated([usage(2.05)], other, money=money).costs.break_even
    assert f"ExamplePay costs less up to {shown}, OtherPay" in found.text


def test_a_benefit_that_differs_by_vendor_is_told_apart_by_who_brings_it(evaluated):
    """40 hours a month saved by one, 10 by the other, at 50 an hour."""
    saved = BENEFIT.replace("every: month,", "every: month, vendors: [examplepay],")
    less = "    - {kind: hours_saved, title: Less typing, hours: 10, every: month, vendors: [otherpay], source: shop, checked: 2026-11-01}\n"
    found = evaluated([usage(1)], [usage(1)], money=MONEY + saved + less).costs
    brought = {each.id: sum(each.benefits) for each in found.vendors}
    assert brought == {"examplepay": 40 * 12 * 50 * 2, "otherpay": 10 * 12 * 50 * 2}
    # Of both, the swings of the difference.
    titles = [each.title for each in found.difference.swings]
    assert "ExamplePay: Less typing, hours" in titles
    assert "OtherPay: Less typing, hours" in titles
    # A title of its own says enough.
    alone = evaluated([usage(1)], [usage(2)], money=MONEY + saved).costs
    assert "Less typing, hours" in [each.title for each in alone.difference.swings]
