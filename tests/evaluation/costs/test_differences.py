"""Causes of a cost difference between two vendors, worked by hand."""

import pytest

from tests.evaluation.costs.made import usage


def test_break_even_by_hand(evaluated):
    """49 a month against half a percent of 50: 588 / 0.25 = 2,352 orders a year."""
    other = [usage(1.4), "kind: recurring, amount: 49, every: month, currency: EUR"]
    (found,) = evaluated([usage(1.9)], other).costs.break_even
    assert found.crossings == (pytest.approx(2352),)
    assert found.cheaper == ("examplepay", "otherpay")
    assert found.text == (
        "Of OtherPay and ExamplePay, by orders a year (today 12,000), this one costs less: "
        "ExamplePay up to 2,352, OtherPay above 2,352."
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
    assert "Alone, it is turned round by: ExamplePay: Fee for each order, percent (1% to 3%)" in (
        found.text
    )
