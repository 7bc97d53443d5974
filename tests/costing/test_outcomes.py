"""The financial figures of one vendor, worked by hand."""

from decimal import Decimal

import numpy as np
import pytest

from evalkit.costing.outcomes import (
    CALCULATIONS,
    DERIVED,
    cost_per_order,
    discounted_payback_months,
    effective_rate,
    net_flows,
    number,
    orders,
    payback_months,
    returns,
    running_costs,
    turnover,
)
from tests.costing.given import book, ended, internal, one_off, recurring, usage

CENT = Decimal("0.01")


def example():
    """Two years at 25%: 1,200 orders of 50, and 10% more in the second year.

    Cost: 1,000 at signing, 20 hours at 40 for the integration, 50 a month, 0.50 an order.
    Benefit: 400 a month from month 7 on.
    """
    return book(
        one_off(1000),
        internal(20),
        recurring(50),
        usage(fixed=0.5),
        years=2,
        discount_rate=0.25,
        hourly_rate=40,
        volumes={"orders": {"value": 1200, "growth": 0.1}, "average_order_value": 50},
        benefits=[ended(400, start=7)],
    )


def test_the_figures_of_an_example_by_hand():
    # costs 1800, 600 + 600 = 1200, 600 + 660 = 1260; benefits 0, 2400, 4800;
    # present costs 1800 + 1200 ÷ 1.25 + 1260 ÷ 1.5625 = 1800 + 960 + 806.40;
    # present benefits 2400 ÷ 1.25 + 4800 ÷ 1.5625 = 1920 + 3072;
    # charges for use 2460 over 1200 + 1320 orders worth 126,000
    found = example()
    by_name = {name: outcome(found, found.likely) for name, outcome in CALCULATIONS.items()}
    assert {name: by_name[name] for name in list(CALCULATIONS)[:4]} == {
        "total_cost": 4260,
        "present_costs": Decimal("3566.4"),
        "present_benefits": 4992,
        "net_present_value": Decimal("1425.6"),
    }
    # 1425.6 ÷ 3566.4 = 39.973%; 2460 ÷ 126,000 = 1.952%; 2460 ÷ 2520 = 0.976
    assert by_name["return_on_investment"].quantize(CENT) == Decimal("39.97")
    assert by_name["effective_rate"].quantize(CENT) == Decimal("1.95")
    assert by_name["cost_per_order"].quantize(CENT) == Decimal("0.98")


def test_net_flows_by_hand():
    found = example()
    assert net_flows(found, found.likely) == [-1800, 1200, 3540]


def test_the_months_until_the_money_is_back_by_hand():
    # 600 of the second year's 3,540 are missing after twelve months
    found = example()
    assert payback_months(found, found.likely) == pytest.approx(12 + 12 * 600 / 3540)


def test_the_months_until_the_money_is_back_by_present_values_by_hand():
    # 1800 − 1200 ÷ 1.25 = 840 are missing after twelve months, of 3540 ÷ 1.5625 = 2265.6
    found = example()
    months = discounted_payback_months(found, found.likely)
    assert months == pytest.approx(12 + 12 * 840 / 2265.6)


def test_only_what_the_vendor_charges_for_use_is_running():
    found = example()
    assert running_costs(found, found.likely) == 2460
    assert orders(found, found.likely) == 2520
    assert turnover(found, found.likely) == 126_000


def test_where_nothing_is_sold_there_is_no_rate_and_no_cost_of_an_order():
    found = book(recurring(50))
    assert effective_rate(found, found.likely) is None
    assert cost_per_order(found, found.likely) is None


def test_where_nothing_is_paid_there_is_no_return():
    found = book(benefits=[ended(400)])
    assert returns(found, found.likely) is None
    assert payback_months(found, found.likely) == 0


def test_money_that_never_comes_back_has_no_payback():
    found = book(recurring(50))
    assert number(payback_months(found, found.likely)) is None


def test_what_can_be_derived_for_a_measure_is_what_its_key_says():
    found = example()
    assert set(DERIVED) == {
        "total_cost",
        "return_on_investment",
        "payback_months",
        "effective_rate",
    }
    for name in ("total_cost", "return_on_investment", "effective_rate"):
        assert DERIVED[name](found, found.likely) == CALCULATIONS[name](found, found.likely)
    assert DERIVED["payback_months"](found, found.likely) == payback_months(found, found.likely)


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (None, None),
        (float("nan"), None),
        (np.array(np.nan), None),
        (Decimal("0.1"), Decimal("0.1")),
        (np.array(2.5), 2.5),
        (np.float64(2.5), 2.5),
        (0, 0.0),
    ],
)
def test_a_single_figure_or_none(found, expected):
    single = number(found)
    assert single == expected
    assert type(single) is type(expected)
