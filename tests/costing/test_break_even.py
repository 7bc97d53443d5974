"""Volumes at which two vendors cost the same, worked by hand."""

import pytest

from evalkit.costing.break_even import break_even
from evalkit.costing.outcomes import present_costs
from tests.costing.given import book, one_off, recurring, tiered, usage

ORDERS = {"orders": 5000, "average_order_value": 70}
KEY = ("plan:", "money", "volumes", "orders")


def between(one, two, volume="orders", **plan):
    """The break-even between two charges."""
    plan = {"volumes": ORDERS, **plan}
    return break_even(book(*one, **plan), book(*two, name="otherpay", **plan), volume)


@pytest.mark.parametrize("today", [500, 1679, 1680, 5000, 150_000])
def test_a_flat_fee_against_a_percentage(today):
    # 12 × 49 = 588 a year; 0.5% of 70 is 0.35 an order: 588 ÷ 0.35 = 1,680
    found = between(
        [recurring(49)],
        [usage(percent=0.5)],
        volumes={"orders": today, "average_order_value": 70},
    )
    assert found.volume == KEY
    assert found.today == today
    assert found.crossings == pytest.approx([1680])
    # the percentage is cheaper for fewer orders, the flat fee for more
    assert found.cheaper == (1, -1)


def test_the_other_way_round_the_other_one_is_cheaper():
    found = between([usage(percent=0.5)], [recurring(49)])
    assert found.crossings == pytest.approx([1680])
    assert found.cheaper == (-1, 1)


def test_at_the_crossing_both_cost_the_same():
    # the discount and growth of three years included: 1000 + flat against a fee
    plan = {"volumes": {**ORDERS, "orders": {"value": 5000, "growth": 0.3}}}
    one, two = book(one_off(1000), recurring(49), **plan), book(usage(percent=0.5), **plan)
    (at,) = break_even(one, two, "orders").crossings
    costs = [present_costs(each, each.drawn({KEY: at})) for each in (one, two)]
    assert costs[0] == pytest.approx(costs[1])


def test_amounts_count_by_when_they_are_paid():
    # 1,000 at signing, or 500 an order in year 1, discounted by 1.25: 2.5 orders, not 2
    found = between(
        [one_off(1000)], [usage(fixed=500, end=12)], discount_rate=0.25, volumes={"orders": 1}
    )
    assert found.crossings == pytest.approx([2.5])


def test_what_follows_a_volume_moves_along_with_it():
    # 20 tiles in each map at 0.01 are 0.20 a map: 588 ÷ 0.20 = 2,940 maps
    volumes = {"map_loads": 1000, "tiles": {"share": 20, "of": "map_loads"}}
    found = between([recurring(49)], [usage("tile", fixed=0.01)], "map_loads", volumes=volumes)
    assert found.today == 1000
    assert found.crossings == pytest.approx([2940])


def test_where_one_is_always_cheaper_nothing_crosses():
    # 0.10 an order each; 49 and 59 a month
    fee = usage(fixed=0.1)
    found = between([recurring(49), fee], [recurring(59), fee])
    assert found.crossings == ()
    assert found.cheaper == (-1,)


def test_where_both_cost_the_same_neither_is_cheaper():
    found = between([usage(fixed=0.1)], [usage(fixed=0.1)])
    assert (found.crossings, found.cheaper) == ((), (0,))


@pytest.mark.parametrize("today", [400, 1000, 3000])
def test_a_price_list_may_cross_another_one_where_it_jumps(today):
    # 1 each up to 1,000 a year, then 0.50 for all, against 600 a year: dearer from 600 on,
    # cheaper from 1,000 on where 1,000 falls to 500, dearer again from 1,200 on
    tiers = [{"from": 0, "to": 1000, "price": 1}, {"from": 1000, "price": 0.5}]
    found = between(
        [tiered("order", "year", mode="volume", tiers=tiers)],
        [recurring(600, "year")],
        volumes={"orders": today},
    )
    assert found.crossings == pytest.approx([600, 1000, 1200])
    assert found.cheaper == (-1, 1, -1, 1)


def test_where_both_cost_the_same_for_a_while_that_is_a_stretch_of_its_own():
    # 0.20 each up to 500 a year, free up to 1,000, then 1 each; against 100 a year
    tiers = [
        {"from": 0, "to": 500, "price": 0.2},
        {"from": 500, "to": 1000},
        {"from": 1000, "price": 1},
    ]
    found = between(
        [tiered("order", "year", tiers=tiers)],
        [recurring(100, "year")],
        volumes={"orders": 800},
    )
    assert found.crossings == pytest.approx([500, 1000])
    assert found.cheaper == (-1, 0, 1)


def test_a_price_that_stops_rising_stays_level_with_what_it_reaches():
    # 1 each, at most 100 a month: from 1,200 a year on as dear as the other
    found = between(
        [usage(fixed=1, maximum_monthly=100)], [recurring(100)], volumes={"orders": 600}
    )
    assert found.crossings == pytest.approx([1200])
    assert found.cheaper == (-1, 0)


@pytest.mark.parametrize("today", [12000, 600])
def test_the_same_price_in_the_first_tier_is_a_stretch_without_a_cheaper_one(today):
    # 0.10 each up to 1,000 a month and 0.05 above, against 0.10 each
    tiers = [{"from": 0, "to": 1000, "price": 0.1}, {"from": 1000, "price": 0.05}]
    found = between(
        [tiered("order", "month", tiers=tiers)], [usage(fixed=0.1)], volumes={"orders": today}
    )
    assert found.crossings == pytest.approx([12000])
    assert found.cheaper == (0, -1)


def test_scaling_all_prices_moves_no_crossing():
    small = between([usage(fixed=1e-7)], [recurring(1e-5)])
    large = between([usage(fixed=100)], [recurring(1e4)])
    assert small.crossings == pytest.approx(large.crossings)
    assert small.cheaper == large.cheaper


def test_shares_move_along_with_their_volume():
    # a tenth of the orders at 5 each, against 300 a year: 60 refunds, 600 orders
    volumes = {"orders": 5000, "refunds": {"share": 0.1, "of": "orders"}}
    found = between([usage("refund", fixed=5)], [recurring(300, "year")], volumes=volumes)
    assert found.crossings == pytest.approx([600])


def test_what_is_far_from_today_is_not_looked_at():
    # 1,680 is more than a hundred times 16.7, and less than a hundred times 16.9
    for today, crossings in ((16.7, 0), (16.9, 1)):
        volumes = {"orders": today, "average_order_value": 70}
        found = between([recurring(49)], [usage(percent=0.5)], volumes=volumes)
        assert len(found.crossings) == crossings


def test_small_amounts_count_too():
    # a hundredth of a cent each, against one cent
    found = between(
        [usage(fixed=0.0001)], [recurring(0.01, "year")], volumes={"orders": 20}, years=1
    )
    assert found.crossings == pytest.approx([100])
    assert found.cheaper == (-1, 1)


def test_noise_of_the_arithmetic_is_no_difference():
    # 0.1 + 0.2 is above 0.3 in floats
    one, two = [usage(fixed=0.1), usage(fixed=0.2)], [usage(fixed=0.3)]
    for orders in (0.001, 7, 1e9):
        found = between(one, two, volumes={"orders": orders})
        assert (found.crossings, found.cheaper) == ((), (0,))


@pytest.mark.parametrize("orders", ["unknown", 0, {"share": 0.5, "of": "visits"}])
def test_without_a_number_for_today_there_is_nothing_to_change(orders):
    volumes = {"orders": orders, "average_order_value": 70, "visits": 10}
    assert between([recurring(49)], [usage(percent=0.5)], volumes=volumes) is None


def test_where_neither_depends_on_the_volume_nothing_is_said():
    assert between([recurring(49)], [recurring(59)]) is None
    assert between([recurring(49)], [usage(percent=0.5)], "page_views") is None


def test_the_volume_may_matter_to_one_of_them_only():
    plan = {"seats": 10}
    one, two = [recurring(5, per="seat")], [recurring(100)]
    for pair in ((one, two), (two, one)):
        assert between(*pair, "seats", volumes=plan).crossings == pytest.approx([20])
