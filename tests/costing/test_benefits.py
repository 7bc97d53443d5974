"""What each kind of benefit comes to in a year, worked by hand.

Benefits stand in four years: the signing, and three years of use.
"""

from decimal import Decimal

from evalkit.costing.outcomes import present_benefits
from tests.costing.given import benefits, book, ended, margin, saved

ORDERS = {"orders": 1200, "average_order_value": 70}
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
    # 1.5 % of 70 for each of 1,200
    assert benefits(margin(percent=1.5, per="order"), volumes=ORDERS) == [0, 1260, 1260, 1260]
    # of another worth: 10 % of 20
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
