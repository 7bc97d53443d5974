"""The lowest and highest figures, worked by hand, with the scenarios that reach them."""

from decimal import Decimal

import numpy as np
import pytest

from evalkit.costing.outcomes import (
    cost_per_order,
    effective_rate,
    net_present_value,
    payback_months,
    present_costs,
    total_cost,
)
from evalkit.costing.search import ends as search
from evalkit.costing.search.ends import ends
from tests.costing.given import MONEY, OWN, book, ended, margin, recurring, saved, tiered, usage

ORDERS = (*MONEY, "volumes", "orders")
AROUND_60000 = {"orders": {"low": 54000, "high": 69000}}
CHEAPER_ABOVE_60000 = tiered(
    "order",
    "year",
    mode="volume",
    tiers=[{"from": 0, "to": 60000, "price": 0.3}, {"from": 60000, "price": 0.2}],
)


def reached(found, outcome=total_cost):
    """Both ends, each checked against its own scenario."""
    both = ends(found, outcome)
    for end in both:
        assert outcome(found, found.scenario(end.scenario)) == end.value
    return both


def test_a_price_that_falls_for_all_above_a_bound_is_extreme_on_both_sides_of_it():
    low, high = reached(book(CHEAPER_ABOVE_60000, volumes=AROUND_60000, years=1))
    # 60,000 at 0.30; the next number above it at 0.20
    assert (high.value, high.scenario) == (18000, {ORDERS: 60000})
    assert float(low.value) == pytest.approx(12000, rel=1e-12)
    assert float(low.scenario[ORDERS]) == np.nextafter(60000, np.inf)


def test_a_bound_at_an_end_of_the_range_is_one_too():
    volumes = {"orders": {"low": 60000, "high": 69000}}
    low, high = reached(book(CHEAPER_ABOVE_60000, volumes=volumes, years=1))
    assert (float(low.value), high.value) == (pytest.approx(12000, rel=1e-12), 18000)
    # up to and including it, nobody pays 0.20
    volumes = {"orders": {"low": 54000, "high": 60000}}
    low, high = reached(book(CHEAPER_ABOVE_60000, volumes=volumes, years=1))
    assert (low.value, high.value) == (16200, 18000)


def test_monthly_bounds_are_found_for_what_is_used_in_a_year():
    tiers = [{"from": 0, "to": 5000, "price": 0.3}, {"from": 5000, "price": 0.2}]
    charge = tiered("order", mode="volume", tiers=tiers)
    low, high = reached(book(charge, volumes=AROUND_60000, years=1))
    assert (float(low.value), high.value) == (pytest.approx(12000), 18000)


def test_a_bound_is_met_in_each_year_of_growth():
    # 60,000 are reached in the second year by 50,000 that grow by a fifth
    volumes = {"orders": {"low": 40000, "high": 55000, "growth": 0.2}}
    low, high = reached(book(CHEAPER_ABOVE_60000, volumes=volumes, years=2))
    assert high.value == pytest.approx(50000 * Decimal("0.3") + 18000)
    assert high.scenario[ORDERS] == pytest.approx(50000)
    # 40,000 and 48,000 at 0.30
    assert low.value == 26400


def test_growth_itself_is_searched_for_bounds():
    growth = {"low": 0, "high": 0.3}
    volumes = {"orders": {"value": 50000, "growth": growth}}
    _, high = reached(book(CHEAPER_ABOVE_60000, volumes=volumes, years=2))
    assert float(high.value) == pytest.approx(15000 + 18000, rel=1e-12)
    assert float(high.scenario[(*ORDERS, "growth")]) == pytest.approx(0.2)


def test_growth_over_years_meets_a_bound_in_a_power_of_it():
    # the third year has 60,000 at √1.2, which cost most
    growth = {"low": 0, "high": 0.3}
    volumes = {"orders": {"value": 50000, "growth": growth}}
    _, high = reached(book(CHEAPER_ABOVE_60000, volumes=volumes, years=3))
    wanted = 0.3 * (50000 + 50000 * 1.2**0.5 + 60000)
    assert float(high.value) == pytest.approx(wanted, rel=1e-12)


def test_along_a_bound_that_two_numbers_meet_the_best_place_may_be_anywhere():
    # The second and third year cost half above 1,000. Of o orders that grow by x, o·x = 1,000
    # cost 1,000/x + 500 + 500·x, which is least at x = √2.
    tiers = [{"from": 0, "to": 1000, "price": 1}, {"from": 1000, "price": 0.5}]
    orders = {"low": 650, "high": 1000, "growth": {"low": 0, "high": 1}}
    found = book(tiered("order", "year", mode="volume", tiers=tiers), volumes={"orders": orders})
    low, _ = reached(found)
    assert float(low.value) == pytest.approx(500 + 1000 * 2**0.5, rel=1e-9)


def test_a_share_is_searched_for_bounds():
    tiers = [{"from": 0, "to": 6000, "price": 0.3}, {"from": 6000, "price": 0.2}]
    charge = tiered("refund", "year", mode="volume", tiers=tiers)
    share = {"share": {"low": 0.05, "high": 0.14}, "of": "orders"}
    found = book(charge, volumes={"orders": 60000, "refunds": share}, years=1)
    low, high = reached(found)
    assert (float(low.value), high.value) == (pytest.approx(900), 1800)
    assert high.scenario == {(*MONEY, "volumes", "refunds", "share"): Decimal("0.1")}


def test_two_volumes_that_meet_in_a_bound_are_moved_together():
    # 900 to 1,100 orders and 0.5 to 2 calls for each: 1,000 calls at 1 cost most
    tiers = [{"from": 0, "to": 1000, "price": 1}, {"from": 1000, "price": 0.4}]
    calls = {"share": {"low": 0.5, "high": 2}, "of": "orders"}
    found = book(
        tiered("call", "year", mode="volume", tiers=tiers),
        usage("order", fixed=0.1),
        volumes={"orders": {"low": 900, "high": 1100}, "calls": calls},
        years=1,
    )
    low, high = reached(found)
    # with as many orders as possible, and the share that brings 1,000 calls
    assert float(high.value) == pytest.approx(1000 + 110)
    # 1,000 calls at 0.40 and 900 orders cost 490, and 450 calls at 1 more
    assert float(low.value) == pytest.approx(400 + 90)


def test_an_included_volume_ends_the_profit_of_more():
    # each order brings 0.50 and costs 0.80 above 10,000: 10,000 are best
    found = book(
        tiered("order", "year", included=10000, overage=0.8, fixed=1000),
        benefits=[margin(percent=1, per="order")],
        volumes={"orders": {"low": 5000, "high": 20000}, "average_order_value": 50},
        discount_rate=0,
        years=1,
    )
    low, high = reached(found, net_present_value)
    assert (high.value, high.scenario) == (5000 - 1000, {ORDERS: 10000})
    assert low.value == 10000 - 1000 - 8000


def test_a_minimum_that_binds_ends_the_loss_of_more():
    # at 0.20 an order, at least 100 a month, 6,000 orders of 0.10 a year are free of it
    found = book(
        usage(fixed=0.2, minimum_monthly=100),
        benefits=[margin(percent=1, per="order")],
        volumes={"orders": {"low": 1200, "high": 24000}, "average_order_value": 10},
        discount_rate=0,
        years=1,
    )
    low, high = reached(found, net_present_value)
    assert (high.value, high.scenario) == (600 - 1200, {ORDERS: 6000})
    assert low.value == 2400 - 4800


def test_a_least_fee_for_one_binds_up_to_a_worth():
    # each order brings 0.8% of its worth and costs 1%, at least 0.50: 50 is best
    found = book(
        usage(percent=1, minimum=0.5),
        benefits=[margin(percent=0.8, per="order")],
        volumes={"orders": 1000, "average_order_value": {"low": 10, "high": 97}},
        discount_rate=0,
        years=1,
    )
    low, high = reached(found, net_present_value)
    worth = (*MONEY, "volumes", "average_order_value")
    assert float(high.value) == pytest.approx(400 - 500, rel=1e-12)
    assert float(high.scenario[worth]) == pytest.approx(50, rel=1e-12)
    assert low.value == 80 - 500


def test_below_a_minimum_no_single_price_has_an_effect():
    # 1,000 orders at up to 0.60 + 1% of 100, against at least 960 a year
    found = book(
        usage(
            fixed={"low": 0.1, "high": 0.6},
            percent={"low": 0.1, "likely": 0.2, "high": 1},
            minimum_monthly=80,
        ),
        volumes={"orders": 1000, "average_order_value": 100},
        years=1,
    )
    low, high = reached(found)
    assert (low.value, high.value) == (960, 1600)


def test_beside_the_best_corner_a_growth_may_turn_a_rate_once_more():
    """More orders in later years cost more each at first, and then bring in more than they cost."""
    found = book(
        usage(minimum=40.63, fixed=0.01, promotion={"months": 10, "percent_off": 47}),
        tiered(
            "refund",
            "year",
            mode="volume",
            quantity="stock",
            tiers=[{"from": 0, "price": 120.98, "fixed": 281.78}],
            end=14,
            promotion={"percent_off": 24, "months": 4},
        ),
        volumes={
            "orders": {"low": 456, "high": 696, "growth": {"low": 0, "high": 0.01}},
            "average_order_value": 0.01,
            "refunds": {"share": 0.16, "of": "orders"},
        },
    )
    high = ends(found, effective_rate)[1]
    growth = np.linspace(0, 0.01, 1001)
    tried = effective_rate(found, found.drawn({ORDERS: 456.0, (*ORDERS, "growth"): growth}))
    assert 0 < tried.argmax() < 1000
    assert float(high.value) == pytest.approx(tried.max(), rel=1e-9)
    assert float(high.scenario[*ORDERS, "growth"]) == pytest.approx(
        growth[tried.argmax()], abs=1e-5
    )


def test_a_discount_rate_may_be_worst_in_between():
    # 100 comes in, 230 go out a year later and 130 come in after two: worst at 0 and 30%, best at 15%
    found = book(
        recurring(230, "year", start=13, end=13),
        benefits=[ended(100, "year", end=1), ended(132, "year", start=25, end=25)],
        discount_rate={"low": 0.0, "likely": 0.0, "high": 0.4},
    )
    low, high = reached(found, net_present_value)

    def worth(rate):
        return 100 / (1 + rate) - 230 / (1 + rate) ** 2 + 132 / (1 + rate) ** 3

    rates = np.linspace(0, 0.4, 100_001)
    assert float(low.value) == pytest.approx(worth(rates).min(), abs=1e-9)
    assert float(high.value) == pytest.approx(worth(rates).max(), abs=1e-9)
    assert 0 < low.scenario[(*MONEY, "discount_rate")] < Decimal("0.4")


def test_what_rises_with_everything_is_at_the_ends_of_everything():
    found = book(
        *(recurring({"low": n, "high": 2 * n}, yearly_increase={"low": 0, "high": 1}) for n in range(1, 40)),
        years=2,
    )  # fmt: skip
    low, high = reached(found)
    ones = sum(range(1, 40))
    assert (low.value, high.value) == (24 * ones, 12 * 2 * ones * 3)
    assert high.scenario[(*OWN, 0, "amount")] == 2


def test_a_rebate_is_largest_at_the_highest_rate():
    # 12 payments of −20 to −10 USD at 0.80 to 0.90
    found = book(
        recurring({"low": -20, "high": -10}, currency="USD", because="partner"),
        rates={"USD": {"low": 0.8, "high": 0.9}},
        years=1,
    )
    low, high = reached(found)
    assert (low.value, high.value) == (12 * -20 * Decimal("0.9"), 12 * -10 * Decimal("0.8"))


def test_a_rebate_is_largest_with_the_largest_increase():
    # 12 payments of −20 to 10; as much again in the second year, or twice that
    fee = recurring({"low": -20, "high": 10}, yearly_increase={"low": 0, "high": 1}, because="-")
    low, high = reached(book(fee, years=2))
    assert (low.value, high.value) == (12 * -20 * 3, 12 * 10 * 3)
    low, high = reached(book({**fee, "amount": {"low": -20, "high": -10}}, years=2))
    assert (low.value, high.value) == (12 * -20 * 3, 12 * -10 * 2)


def test_many_volumes_are_searched_as_far_as_they_meet():
    tiers = [{"from": 0, "to": 100, "price": 1}, {"from": 100, "price": 0.5}]
    charges = [tiered(f"v{n}", "year", mode="volume", tiers=tiers) for n in range(12)]
    volumes = {f"v{n}": {"low": 90, "high": 150} for n in range(12)}
    low, high = reached(book(*charges, volumes=volumes, years=1))
    assert (float(low.value), high.value) == (pytest.approx(12 * 50), 12 * 100)


def test_many_volumes_may_be_best_at_different_ends():
    # each of twelve costs 0.30 and saves 0.50 or 0.10
    names = [f"v{n}" for n in range(12)]
    found = book(
        *(usage(name, fixed=0.3) for name in names),
        benefits=[saved(0.5 if n % 2 else 0.1, per=name) for n, name in enumerate(names)],
        volumes={name: {"low": 100, "high": 200} for name in names},
        hourly_rate=1,
        discount_rate=0,
        years=1,
    )
    low, high = reached(found, net_present_value)
    assert (low.value, high.value) == (6 * (20 - 40), 6 * (40 - 20))


def test_of_many_tiers_those_that_cost_most_and_least_are_tried():
    # 1 each, but 3 each from 70 to 71, and nothing from 30 to 31
    prices = {30: 0, 70: 3}
    tiers = [{"from": n, "to": n + 1, "price": prices.get(n, 1)} for n in range(100)]
    found = book(
        tiered("call", "year", mode="volume", tiers=tiers),
        volumes={"calls": {"low": 1, "high": 99}},
        years=1,
    )
    low, high = reached(found)
    assert (low.value, high.value) == (0, 3 * 71)


def test_a_payback_may_be_soonest_in_between():
    """More orders bring more and cost more; above 60,000 they cost less, from the first one on."""
    found = book(
        CHEAPER_ABOVE_60000,
        benefits=[margin(percent=1, per="order")],
        charges={"all": [{"kind": "one_off", "amount": 9000, "currency": "EUR"}]},
        volumes={**AROUND_60000, "average_order_value": 40},
    )
    low, high = reached(found, payback_months)
    # 69,000 × 0.20 a year; 54,000 × 0.10 a year
    assert low.value == pytest.approx(12 * 9000 / 13800)
    assert high.value == pytest.approx(12 * 9000 / 5400)


def test_without_ranges_both_ends_are_the_likely_figure():
    low, high = reached(book(recurring(50)))
    assert low == high
    assert (low.value, low.scenario) == (1800, {})


def test_a_cost_of_each_order_is_least_just_above_a_bound():
    low, high = reached(book(CHEAPER_ABOVE_60000, volumes=AROUND_60000), cost_per_order)
    assert (float(low.value), float(high.value)) == (pytest.approx(0.2), pytest.approx(0.3))


def test_present_costs_go_by_the_bounds_as_well():
    found = book(CHEAPER_ABOVE_60000, volumes=AROUND_60000, years=1, discount_rate=0.25)
    _, high = reached(found, present_costs)
    assert high.value == 14400


def test_a_search_that_runs_out_of_rounds_still_gives_what_it_reached(monkeypatch):
    # One round moves every start to the edge, which is as far as this price list goes.
    monkeypatch.setattr(search, "ROUNDS", 1)
    low, high = reached(book(CHEAPER_ABOVE_60000, volumes=AROUND_60000, years=1))
    assert (float(low.value), high.value) == (pytest.approx(12000, rel=1e-12), 18000)
