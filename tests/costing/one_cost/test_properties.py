"""One charge costs the same, whichever kind it is written as."""

from decimal import Decimal, localcontext

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.costing.given import (
    benefits,
    costs,
    ended,
    internal,
    margin,
    one_off,
    recurring,
    saved,
    tiered,
    usage,
)
from tests.costing.properties import strategies as some

EXACT = 200
"""Enough digits for sums and products of a few numbers to be exact."""
NO_END = 10**9
MONTH_OF = 12


def one_price(price, **more):
    return tiered("seat", tiers=[{"from": 0, "price": price}], **more)


def by_the_month(price, **more):
    """A price for each seat and month."""
    return [
        recurring(price, per="seat", **more),
        one_price(price, quantity="stock", **more),
        one_price(price, quantity="stock", mode="volume", **more),
        tiered("seat", quantity="stock", included=0, overage=price, **more),
        # seats as what is used up over a year, at the price of a year
        one_price(round(MONTH_OF * price, 2), **more),
        usage("seat", fixed=round(MONTH_OF * price, 2), **more),
    ]


def by_the_year(price, **more):
    """A price for each seat and year."""
    return [
        recurring(price, "year", per="seat", **more),
        one_price(price, every="year", quantity="stock", **more),
        one_price(price, every="year", quantity="stock", mode="volume", **more),
    ]


def flat_by_the_month(price, **more):
    """A price for each month, whatever the volume."""
    return [
        recurring(price, **more),
        usage("seat", minimum_monthly=price, **more),
        usage("seat", fixed=NO_END, maximum_monthly=price, **more),
        tiered("seat", included=NO_END, overage=1, fixed=price, **more),
        tiered("seat", tiers=[{"from": 0, "fixed": price}], mode="volume", **more),
    ]


def flat_by_the_year(price, **more):
    """A price for each year, whatever the volume."""
    return [
        recurring(price, "year", **more),
        tiered("seat", "year", included=NO_END, overage=1, fixed=price, **more),
        tiered("seat", "year", tiers=[{"from": 0, "fixed": price}], mode="volume", **more),
    ]


REDUCED = some.some(promotion=some.REDUCED, currency=st.just("USD"))


@pytest.mark.parametrize("ways", [by_the_month, by_the_year, flat_by_the_month, flat_by_the_year])
@given(some.CENTS, some.stay(ranges=False), REDUCED, some.plans())
def test_a_repeated_charge(ways, price, stay, reduced, plan):
    with localcontext(prec=EXACT):
        first, *others = (costs(charge, **plan) for charge in ways(price, **stay, **reduced))
        assert others == [first] * len(others)


@given(some.CENTS, some.MONTHS, REDUCED, some.plans())
def test_a_year_of_use_costs_what_a_paid_year_costs(price, start, reduced, plan):
    plan["volumes"]["seats"] = {"value": 120}
    with localcontext(prec=EXACT):
        paid = costs(recurring(price, "year", per="seat", start=start, **reduced), **plan)
        assert costs(one_price(price, every="year", start=start, **reduced), **plan) == paid


@given(some.CENTS, st.integers(0, 100), some.stay(ranges=False), some.plans())
def test_a_percentage_is_a_fee_of_that_part_of_the_worth(worth, percent, stay, plan):
    plan["volumes"]["average_order_value"] = worth
    fee = float(Decimal(repr(worth)) * percent / 100)
    with localcontext(prec=EXACT):
        assert costs(usage(percent=percent, **stay), **plan) == costs(
            usage(fixed=fee, **stay), **plan
        )


@given(some.CENTS, some.MONTHS, some.plans())
def test_a_charge_that_comes_once(price, month, plan):
    plan["hourly_rate"] = 1
    with localcontext(prec=EXACT):
        once = costs(one_off(price, start=month), **plan)
        assert costs(recurring(price, "year", start=month, end=month), **plan) == once
        assert costs(internal(price, start=month), **plan) == once


@given(some.CENTS, some.EVERY, some.stay(ranges=False), some.plans())
def test_own_work_and_benefits_repeat_as_charges_do(price, every, stay, plan):
    plan["hourly_rate"] = 1
    with localcontext(prec=EXACT):
        paid = costs(recurring(price, every, **stay), **plan)
        assert costs(internal(price, every=every, **stay), **plan) == paid
        assert benefits(saved(price, every=every, **stay), **plan) == paid
        assert benefits(margin(amount=price, every=every, **stay), **plan) == paid
        assert benefits(ended(price, every, **stay), **plan) == paid
        held = costs(recurring(price, every, per="seat", **stay), **plan)
        assert benefits(ended(price, every, per="seat", **stay), **plan) == held


@pytest.mark.parametrize(
    ("ways", "price", "terms", "total"),
    [
        # 350 a year, two of three bills at 60%
        (flat_by_the_year, 350, {"promotion": {"months": 13, "percent_off": 40}}, 770),
        # ten seats at 100, once for twelve months
        (by_the_year, 100, {"start": 7, "end": 18}, 1000),
        # two bills of 450 and one of 600
        (flat_by_the_year, 600, {"promotion": {"months": 16, "percent_off": 25}}, 1500),
        # by the month it is 16 bills of 37.50 and 20 of 50
        (flat_by_the_month, 50, {"promotion": {"months": 16, "percent_off": 25}}, 1600),
    ],
)
def test_by_hand(ways, price, terms, total):
    plan = {"volumes": {"seats": 10}}
    assert [sum(costs(charge, **plan)) for charge in ways(price, **terms)] == [total] * len(
        ways(price)
    )
