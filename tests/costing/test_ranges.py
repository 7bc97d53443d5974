"""The effect of assumptions on a figure."""

from decimal import Decimal

import numpy as np
import pytest

from evalkit.costing.outcomes import (
    cost_per_order,
    effective_rate,
    net_present_value,
    payback_months,
    total_cost,
)
from evalkit.costing.ranges import extremes, tornado
from tests.costing.given import MONEY, OWN, book, ended, one_off, recurring, usage


def by_key(found):
    return {swing.assumption.key: swing for swing in found}


def test_a_range_swings_between_its_ends_and_a_number_by_a_tenth():
    # 36 payments of 40 to 60, likely 50; 1,200 orders a year at 0.50
    found = book(recurring({"low": 40, "high": 60}), usage(fixed=0.5), volumes={"orders": 1200})
    swing = by_key(tornado(found, total_cost))
    amount, orders = swing[(*OWN, 0, "amount")], swing[(*MONEY, "volumes", "orders")]
    assert (amount.low_end, amount.high_end) == (40, 60)
    assert (amount.at_low, amount.at_high) == (3240, 3960)
    assert amount.size == 720
    assert (orders.low_end, orders.high_end) == (1080, 1320)
    assert (orders.at_low, orders.at_high) == (3420, 3780)
    # undiscounted costs do not depend on the rate
    assert swing[(*MONEY, "discount_rate")].size == 0


def test_swings_keep_the_order_of_the_ledger():
    found = book(recurring(5), recurring({"low": 1, "high": 900}))
    assert [s.assumption.key for s in tornado(found, total_cost)] == list(found.assumptions)


def test_a_negative_number_swings_from_its_lower_to_its_higher_end():
    (_, swing) = tornado(book(one_off(-100)), total_cost)
    assert (swing.low_end, swing.high_end) == (-110, -90)
    assert (swing.at_low, swing.at_high) == (-110, -90)


@pytest.mark.parametrize(
    ("share", "most"), [(0.5, "0.55"), (0.95, "1"), (1, "1"), (1.2, "1.32"), (20, "22")]
)
def test_a_part_of_something_is_not_varied_beyond_all_of_it(share, most):
    found = book(
        usage("refund", fixed=1),
        volumes={"orders": 1200, "refunds": {"share": share, "of": "orders"}},
    )
    swing = by_key(tornado(found, total_cost))[(*MONEY, "volumes", "refunds", "share")]
    assert swing.low_end == Decimal(repr(share)) * Decimal("0.9")
    assert swing.high_end == Decimal(most)


def test_a_chance_swings_between_not_at_all_and_for_certain():
    # 36 × 100
    found = book(benefits=[ended(100, probability=0.7)], discount_rate=0)
    swing = by_key(tornado(found, net_present_value))[(*MONEY, "benefits", 0, "probability")]
    assert (swing.at_low, swing.at_high) == (0, 3600)


def test_a_figure_that_is_missing_swings_nowhere():
    found = book(recurring(5))
    assert all(np.isnan(swing.size) for swing in tornado(found, effective_rate))


def test_lowest_and_highest_by_hand():
    # costs of 36 × 40 to 36 × 60, benefits of 36 × 50 to 36 × 100
    found = book(
        recurring({"low": 40, "high": 60}),
        benefits=[ended({"low": 50, "likely": 60, "high": 100})],
        discount_rate=0,
    )
    assert extremes(found, total_cost) == (1440, 2160)
    assert extremes(found, net_present_value) == (36 * (50 - 60), 36 * (100 - 40))
    assert all(isinstance(end, Decimal) for end in extremes(found, total_cost))


def test_which_end_is_better_may_depend_on_the_others():
    # each order brings 1 to 3 and costs 2: at a margin of 1 more orders lose more
    found = book(
        usage(fixed=2),
        benefits=[{"kind": "extra_margin", "title": "m", "percent": {"low": 1, "high": 3}, "per": "order"}],
        volumes={"orders": {"low": 100, "likely": 200, "high": 1000}, "average_order_value": 100},
        discount_rate=0,
        years=1,
    )  # fmt: skip
    assert extremes(found, net_present_value) == (-1000, 1000)


def test_without_ranges_lowest_and_highest_are_the_likely_figure():
    found = book(recurring(50), usage(percent=1), volumes={"orders": 12, "average_order_value": 70})
    for outcome in (total_cost, net_present_value, cost_per_order):
        likely = outcome(found, found.likely)
        assert extremes(found, outcome) == (likely, likely)


@pytest.mark.parametrize("fee", [{"low": 10, "likely": 11, "high": 25}, {"low": 10, "high": 25}])
def test_money_that_may_never_come_back_has_a_soonest_payback_and_no_latest(fee):
    # 600 at signing, and 20 to 30 a month come in. At best 20 a month remain: back in 30 months.
    # At a fee of 11 likely 14 remain, at one of 17.50 likely 7.50: 42 months and more, of 36; the
    # latter is never back with only one of both at its better end.
    found = book(one_off(600), recurring(fee), benefits=[ended({"low": 20, "high": 30})])
    assert np.isnan(payback_months(found, found.likely))
    assert extremes(found, payback_months) == (30, None)


def test_money_that_is_likely_to_come_back_may_not():
    # 20 a month likely, 5 at worst
    found = book(
        one_off(600), recurring({"low": 5, "likely": 10, "high": 25}), benefits=[ended(30)]
    )
    assert payback_months(found, found.likely) == 30
    # 600 ÷ 25
    assert extremes(found, payback_months) == (24, None)


def test_a_figure_that_is_missing_throughout_has_no_ends():
    assert extremes(book(recurring({"low": 1, "high": 2})), effective_rate) == (None, None)


def test_a_share_of_what_may_be_nothing_has_a_lowest_and_no_highest():
    # 600 over 0 to 1,200 orders a year
    found = book(recurring(50), volumes={"orders": {"low": 0, "high": 1200}})
    assert extremes(found, cost_per_order) == (Decimal("0.5"), None)
