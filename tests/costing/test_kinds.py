"""The yearly amount of each kind of charge and benefit, worked by hand."""

from decimal import Decimal

import pytest

from evalkit.costing.outcomes import present_benefits
from tests.costing.given import (
    ORDERS,
    benefits,
    book,
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


@pytest.mark.parametrize(
    ("start", "expected"),
    [
        (0, [500, 0, 0, 0]),
        (1, [0, 500, 0, 0]),
        (12, [0, 500, 0, 0]),
        (13, [0, 0, 500, 0]),
        (37, [0, 0, 0, 0]),  # after the years that are looked at
    ],
)
def test_a_one_off_is_paid_in_the_year_of_its_month(start, expected):
    assert costs(one_off(500, start=start)) == expected


@pytest.mark.parametrize(
    ("charge", "expected"),
    [
        (recurring(49), [0, 588, 588, 588]),
        (recurring(49, start=8, end=14), [0, 5 * 49, 2 * 49, 0]),
        (recurring(90, "quarter", start=2, end=14), [0, 360, 90, 0]),  # 2 5 8 11 | 14
        (recurring(1000, "year", start=7), [0, 1000, 1000, 1000]),
        (recurring(1000, "year", start=13, end=24), [0, 0, 1000, 0]),
    ],
)
def test_payments_of_a_year(charge, expected):
    assert costs(charge) == expected


def test_seats_multiply_a_payment_and_grow_from_the_second_year():
    # 10 seats at 5 a month; 12 and 14.4 of them after growths by 20%
    volumes = {"seats": {"value": 10, "growth": 0.2}}
    assert costs(recurring(5, per="seat"), volumes=volumes) == [0, 600, 720, 864]


def test_a_price_rises_each_year_from_the_second_on():
    # 100, 103, 106.09 a month
    found = costs(recurring(100, yearly_increase=0.03))
    assert found == [0, 1200, 1236, Decimal("1273.08")]


@pytest.mark.parametrize(
    ("promotion", "expected"),
    [
        ({"months": 12, "amount": 20}, [0, 240, 360, 360]),
        ({"months": 15, "amount": 20}, [0, 240, 330, 360]),  # 3 × 20 + 9 × 30
        ({"months": 3, "percent_off": 50}, [0, 315, 360, 360]),  # 3 × 15 + 9 × 30
        ({"months": 600, "percent_off": 100}, [0, 0, 0, 0]),
    ],
)
def test_what_is_charged_instead_in_the_first_months(promotion, expected):
    assert costs(recurring(30, promotion=promotion)) == expected


def test_a_promotion_starts_and_ends_with_its_charge():
    # of the months 6 to 14, the first eight at 20 and the last one at 30
    promotion = {"months": 8, "amount": 20}
    assert costs(recurring(30, start=6, end=14, promotion=promotion)) == [0, 140, 50, 0]
    # it may last longer than the charge
    assert costs(recurring(30, start=6, end=9, promotion=promotion)) == [0, 80, 0, 0]


def test_a_promotion_reduces_the_payments_that_fall_into_it():
    # quarters from month 1: those of months 1 and 4 lie in the first four
    promotion = {"months": 4, "amount": 10}
    assert costs(recurring(30, "quarter", promotion=promotion)) == [0, 80, 120, 120]


def test_a_percentage_and_a_fixed_fee_for_each_order():
    # 70 × 1.4% + 0.25 = 1.23 for each of 1,200
    found = costs(usage(percent=1.4, fixed=0.25), volumes=ORDERS)
    assert found == [0, 1476, 1476, 1476]


def test_a_percentage_may_be_of_another_worth():
    # 2% of 30 for each of 1,200
    volumes = {**ORDERS, "basket_without_books": 30}
    assert costs(usage(percent=2, of="basket_without_books"), volumes=volumes)[1] == 720


def test_usage_counts_the_months_in_which_it_is_charged():
    # 0.50 for each of 100 a month
    found = costs(usage(fixed=0.5, start=10, end=14), volumes=ORDERS)
    assert found == [0, 150, 100, 0]


def test_usage_of_a_year_is_exact_though_a_month_is_not():
    # 1000 ÷ 12 orders a month have no end
    assert costs(usage(fixed=0.25), volumes={"orders": 1000})[1] == 250


def test_volumes_and_prices_grow_together():
    # 1200 × 0.5; × 1.1 × 1.02; × 1.21 × 1.0404
    volumes = {"orders": {"value": 1200, "growth": 0.1}}
    found = costs(usage(fixed=0.5, yearly_increase=0.02), volumes=volumes)
    assert found == [0, 600, Decimal("673.2"), Decimal("755.3304")]


def test_a_share_grows_with_its_whole_and_by_itself():
    # a tenth of 1,200, 1,320 and 1,452; the tenth itself grows by 50% a year
    volumes = {
        "orders": {"value": 1200, "growth": 0.1},
        "refunds": {"share": 0.1, "of": "orders", "growth": 0.5},
    }
    found = costs(usage("refund", fixed=1), volumes=volumes)
    assert found == [0, 120, 198, Decimal("326.7")]


def test_a_share_names_its_whole_by_one_of_it_too():
    volumes = {
        "api_calls": 1000,
        "retries": {"share": 0.1, "of": "api_call"},
        "lost": {"share": 0.5, "of": "retry"},
    }
    found = book(usage("lost", fixed=1), volumes=volumes)
    assert found.total("cost", found.likely)[1] == 50
    assert found.open("cost") == ()


@pytest.mark.parametrize(
    ("limits", "each"),
    [
        ({}, "0.7"),  # 1% of 70
        ({"minimum": 0.5}, "0.7"),
        ({"minimum": 2}, "2"),
        ({"maximum": 0.5}, "0.5"),
        ({"minimum": 0.5, "maximum": 0.6}, "0.6"),
    ],
)
def test_least_and_most_of_one_order(limits, each):
    assert costs(usage(percent=1, **limits), volumes=ORDERS)[1] == 1200 * Decimal(each)


@pytest.mark.parametrize(
    ("limits", "monthly"),
    [
        ({}, 50),  # 0.50 for each of 100
        ({"minimum_monthly": 49}, 50),
        ({"minimum_monthly": 51}, 51),
        ({"maximum_monthly": 30}, 30),
        ({"minimum_monthly": 10, "maximum_monthly": 49}, 49),
    ],
)
def test_least_and_most_of_a_month(limits, monthly):
    found = costs(usage(fixed=0.5, end=15, **limits), volumes=ORDERS)
    assert found == [0, 12 * monthly, 3 * monthly, 0]


def test_a_least_amount_is_due_without_any_orders():
    assert costs(usage(minimum_monthly=25), volumes={"orders": 0})[1] == 300


def test_limits_are_in_the_currency_of_the_charge():
    # 0.50 USD for each of 100 a month are 50 USD, at least 60 USD, at 0.8 EUR: 48 EUR a month
    charge = usage(fixed=0.5, minimum_monthly=60, currency="USD")
    assert costs(charge, volumes=ORDERS, rates={"USD": 0.8})[1] == 576
    # 0.10 USD for one, at least 0.20 USD: 0.16 EUR each
    charge = usage(fixed=0.1, minimum=0.2, currency="USD")
    assert costs(charge, volumes=ORDERS, rates={"USD": 0.8})[1] == 192


def test_a_promotion_on_usage_takes_a_percentage_off():
    # 50 a month; a fifth off in the first six months
    promotion = {"months": 6, "percent_off": 20}
    found = costs(usage(fixed=0.5, promotion=promotion), volumes=ORDERS)
    assert found == [0, 6 * 40 + 6 * 50, 600, 600]
    # it lasts no longer than its charge: months 2 to 4
    found = costs(usage(fixed=0.5, start=2, end=4, promotion=promotion), volumes=ORDERS)
    assert found == [0, 120, 0, 0]


# 0 to 100 at 1, to 500 at 0.80, beyond at 0.50
TIERS = [
    {"from": 0, "to": 100, "price": 1},
    {"from": 100, "to": 500, "price": 0.8},
    {"from": 500, "price": 0.5},
]


def test_tiers_of_what_is_used_in_a_month():
    # 200 calls a month: 100 + 100 × 0.8; all of them at 0.8
    volumes = {"api_calls": 2400}
    assert costs(tiered(tiers=TIERS), volumes=volumes) == [0, 2160, 2160, 2160]
    assert costs(tiered(tiers=TIERS, mode="volume"), volumes=volumes)[1] == 1920


def test_tiers_of_what_is_used_in_a_year():
    # 2,400 calls a year: 100 + 320 + 1,900 × 0.5
    volumes = {"api_calls": 2400}
    assert costs(tiered(every="year", tiers=TIERS), volumes=volumes) == [0, 1370, 1370, 1370]


def test_a_year_that_is_used_in_part_is_looked_at_with_what_is_used_in_it():
    # the months 7 to 14 at 200 calls each: 100 + 320 + 1,100 × 0.5, billed in month 7
    charge = tiered(every="year", tiers=TIERS, start=7, end=14)
    assert costs(charge, volumes={"api_calls": 2400}) == [0, 970, 0, 0]


def test_a_year_of_use_is_twelve_months_wherever_it_begins():
    # months 7 to 18, six of them at 200 calls and six at 300: 3,000 at 0.5
    charge = tiered(every="year", mode="volume", tiers=TIERS, start=7, end=18)
    volumes = {"api_calls": {"value": 2400, "growth": 0.5}}
    assert costs(charge, volumes=volumes) == [0, 1500, 0, 0]
    # the second one begins with month 19: six months at 300 and six at 450
    assert costs({**charge, "end": 30}, volumes=volumes) == [0, 1500, 2250, 0]
    # what is held counts as on the day of the bill
    held = {**charge, "quantity": "stock"}
    assert costs(held, volumes=volumes) == [0, 1200, 0, 0]


def test_tiers_of_what_is_held():
    # 150 seats held: 100 + 50 × 0.8 a month or a year
    plan = {"volumes": {"seats": 150}}
    stock = {"quantity": "stock", "tiers": TIERS}
    assert costs(tiered("seat", "month", **stock), **plan) == [0, 1680, 1680, 1680]
    assert costs(tiered("seat", "year", **stock), **plan) == [0, 140, 140, 140]
    # for a month, and for a year of which a part is used
    assert costs(tiered("seat", "month", end=1, **stock), **plan) == [0, 140, 0, 0]
    assert costs(tiered("seat", "year", start=7, **stock), **plan) == [0, 140, 140, 140]


def test_promotions_and_increases_of_tiers():
    # 180 a month; half off for three months; 10% more in the second year
    charge = {"tiers": TIERS, "promotion": {"months": 3, "percent_off": 50}, "end": 24}
    volumes = {"api_calls": 2400}
    found = costs(tiered(yearly_increase=0.1, **charge), volumes=volumes)
    assert found == [0, 9 * 180 + 3 * 90, 2376, 0]
    # 1,370 a year; half off for the bill that falls due within the three months
    found = costs(tiered(every="year", **charge), volumes=volumes)
    assert found == [0, 685, 1370, 0]


def test_tiers_in_another_currency():
    # 2,160 USD at 0.8
    found = costs(
        tiered(tiers=TIERS, currency="USD"), volumes={"api_calls": 2400}, rates={"USD": 0.8}
    )
    assert found[1] == 1728


def test_nothing_is_included():
    # 20 a month and 0.10 for each of 200
    found = costs(tiered(fixed=20, included=0, overage=0.1), volumes={"api_calls": 2400})
    assert found[1] == 12 * 40


def test_an_included_volume_without_a_fixed_amount_is_free():
    # 50 of 200 a month beyond it
    found = costs(tiered(included=150, overage=0.1), volumes={"api_calls": 2400})
    assert found[1] == 60


@pytest.mark.parametrize(
    ("charge", "expected"),
    [
        (internal(40), [2400, 0, 0, 0]),
        (internal(40, start=2), [0, 2400, 0, 0]),
        (internal(2, every="month"), [0, 1440, 1440, 1440]),
        (internal(2, every="month", start=11, end=13), [0, 240, 120, 0]),
        (internal(10, every="year", start=13, yearly_increase=0.1), [0, 0, 660, 726]),
    ],
)
def test_own_hours_at_the_plans_rate(charge, expected):
    # 60 an hour
    assert costs(charge, hourly_rate=60) == expected


def test_a_negative_amount_is_money_back():
    assert costs(recurring(49), one_off(-100, because="voucher")) == [-100, 588, 588, 588]


REFUNDS = {**ORDERS, "refunds": {"share": 0.1, "of": "orders"}}


def test_hours_saved_by_period():
    # 5 hours at 60 each month from the third on
    assert benefits(saved(5, every="month", start=3), hourly_rate=60) == [0, 3000, 3600, 3600]


def test_hours_saved_on_each_of_a_volume():
    # a quarter of an hour at 60 for each of 10 refunds a month, until month 18
    found = benefits(saved(0.25, per="refund", end=18), hourly_rate=60, volumes=REFUNDS)
    assert found == [0, 1800, 900, 0]


def test_extra_margin_by_period():
    # 500 USD a quarter at 0.8: from month 5 on 5 8 11
    charge = margin(amount=500, every="quarter", currency="USD", start=5)
    assert benefits(charge, rates={"USD": 0.8}) == [0, 1200, 1600, 1600]
    # in the plan's own currency when none is given
    assert benefits(margin(amount=500, every="year"))[1] == 500


def test_extra_margin_of_what_is_sold():
    # 1.5% of 70 for each of 1,200
    assert benefits(margin(percent=1.5, per="order"), volumes=ORDERS) == [0, 1260, 1260, 1260]
    # of another worth: 10% of 20
    volumes = {**ORDERS, "upsell": 20}
    found = benefits(margin(percent=10, per="order", of="upsell"), volumes=volumes)
    assert found[1] == 2400


def test_costs_of_today_that_end():
    assert benefits(ended(200, start=4)) == [0, 1800, 2400, 2400]
    # 10 seats at 30 USD a month at 0.8
    found = benefits(
        ended(30, per="seat", currency="USD"), volumes={"seats": 10}, rates={"USD": 0.8}
    )
    assert found[1] == 2880


def test_a_benefit_ramps_up_over_its_first_years():
    # a quarter, a half, then all of 2,400 a year
    assert benefits(ended(200, ramp_up=[0.25, 0.5])) == [0, 600, 1200, 2400]
    assert benefits(ended(200, ramp_up=[0])) == [0, 0, 2400, 2400]


def test_a_benefit_that_may_not_come_counts_by_its_probability():
    assert benefits(ended(200, probability=0.7)) == [0, 1680, 1680, 1680]
    assert benefits(ended(200, probability=1)) == [0, 2400, 2400, 2400]


def test_ramp_up_probability_and_increase_multiply():
    # 2400 × 0.5 × 0.7; 2400 × 0.7 × 1.1; 2400 × 0.7 × 1.21
    found = benefits(ended(200, ramp_up=[0.5], probability=0.7, yearly_increase=0.1))
    assert found == [0, 840, 1848, Decimal("2032.8")]


def test_whether_it_comes_is_drawn_as_nothing_or_all():
    found = book(benefits=[ended(200, probability=0.7)], discount_rate=0)
    key = ("plan:", "money", "benefits", 0, "probability")
    chance = found.assumptions[key]
    assert (chance.low, chance.likely, chance.high) == (0, Decimal("0.7"), 1)
    assert chance.is_chance
    assert chance.is_range
    for comes, worth in ((0, 0), (1, 7200)):
        assert present_benefits(found, found.scenario({key: Decimal(comes)})) == worth


def test_a_benefit_of_some_vendors_is_none_of_others():
    brought = ended(200, vendors=["otherpay"])
    assert benefits(brought) == [0, 0, 0, 0]
    other = book(name="otherpay", benefits=[brought])
    assert other.total("benefit", other.likely)[1] == 2400
