"""Unknown amounts count only where they can come to be paid."""

import pytest

from evalkit.costing.outcomes import total_cost
from evalkit.costing.ranges import extremes
from tests.costing.given import (
    ORDERS,
    book,
    ended,
    internal,
    one_off,
    recurring,
    tiered,
    usage,
)

# up to 100 calls a month at 1, up to 200 on request, and beyond at 0.50
GAP = [
    {"from": 0, "to": 100, "price": 1},
    {"from": 100, "to": 200, "price": "unknown"},
    {"from": 200, "price": 0.5},
]
TIER_2 = ("price of tier 2 not known",)


def unknown(charge, monthly, **plan):
    """What is open about a charge at some calls a month."""
    scale = lambda number: 12 * number  # noqa: E731
    calls = (
        {key: scale(number) for key, number in monthly.items()}
        if isinstance(monthly, dict)
        else scale(monthly)
    )
    return book(charge, volumes={"api_calls": calls}, **plan).open("cost")


@pytest.mark.parametrize(
    ("monthly", "each_its_own", "all_alike"),
    [
        (100, (), ()),
        (101, TIER_2, TIER_2),
        (200, TIER_2, TIER_2),
        # of 201 calls, 100 are at the unknown price, unless all cost what the last does
        (201, TIER_2, ()),
        ({"low": 50, "high": 100}, (), ()),
        ({"low": 50, "high": 101}, TIER_2, TIER_2),
        ({"low": 200, "high": 300}, TIER_2, TIER_2),
        ({"low": 201, "high": 300}, TIER_2, ()),
    ],
)
def test_a_tier_without_a_price_is_open_where_a_volume_meets_it(monthly, each_its_own, all_alike):
    assert unknown(tiered(tiers=GAP), monthly) == each_its_own
    assert unknown(tiered(tiers=GAP, mode="volume"), monthly) == all_alike


def test_a_tier_is_met_in_any_year_that_is_billed():
    grown = {"api_calls": {"value": 1200, "growth": 0.1}}
    assert book(tiered(tiers=GAP), volumes=grown).open("cost") == TIER_2
    assert book(tiered(tiers=GAP), volumes=grown, years=1).open("cost") == ()
    assert book(tiered(tiers=GAP, end=12), volumes=grown).open("cost") == ()


def test_overage_is_open_beyond_what_is_included():
    charge = tiered(included=100, overage="unknown", fixed=5)
    assert unknown(charge, 100) == ()
    assert unknown(charge, 101) == ("price of overage not known",)
    # of nothing that is included, all is overage
    assert unknown({**charge, "included": 0}, 1) == ("price of overage not known",)
    assert unknown({**charge, "fixed": "unknown"}, 0) == ("fixed amount not known",)


@pytest.mark.parametrize(
    "charge",
    [
        one_off("unknown", start=37),
        recurring("unknown", start=37),
        recurring(5, start=37, currency="USD"),
        usage(fixed="unknown", start=37),
        tiered(included=0, overage="unknown", start=37),
        internal("unknown", start=37),
        internal(5, every="month", start=37),
    ],
)
def test_what_begins_after_the_years_of_the_plan_is_not_open(charge):
    volumes = {"orders": 5, "api_calls": 5}
    assert book(charge, volumes=volumes).open("cost") == ()
    assert book(charge, volumes=volumes, years=4).open("cost") != ()


def test_an_increase_is_open_from_the_second_year_on():
    charge = recurring(5, yearly_increase="unknown")
    assert book(charge).open("cost") == ("yearly increase not known",)
    assert book(charge, years=1).open("cost") == ()
    assert book({**charge, "end": 12}).open("cost") == ()


def test_any_price_of_nothing_is_nothing():
    none = {"orders": 0, "average_order_value": 70}
    assert book(usage(fixed="unknown", percent="unknown"), volumes=none).open("cost") == ()
    assert book(recurring("unknown", per="order"), volumes=none).open("cost") == ()
    tiers = [{"from": 0, "price": "unknown"}]
    assert book(tiered("order", tiers=tiers), volumes=none).open("cost") == ()
    tiers = [{"from": 0, "price": 1, "fixed": "unknown"}]
    fixed = book(tiered("order", tiers=tiers), volumes=none)
    assert fixed.open("cost") == ("fixed of tier 1 not known",)
    some = book(usage(fixed=1, minimum_monthly="unknown"), volumes=none)
    assert some.open("cost") == ("monthly minimum not known",)
    may_be = {"orders": {"low": 0, "high": 1}}
    assert book(usage(fixed="unknown"), volumes=may_be).open("cost") == ("fixed amount not known",)


@pytest.mark.parametrize(
    "amount", [{"at_least": 620}, {"low": 620, "high": "unlimited"}], ids=["at_least", "unlimited"]
)
def test_an_amount_without_an_upper_end_counts_with_its_lower_one_and_is_open(amount):
    found = book(one_off(amount), recurring({"low": 1, "high": 2}))
    assert found.open("cost") == ("price stated only as a minimum",)
    assert extremes(found, total_cost) == (620 + 36, 620 + 72)
    # it is not drawn: the fee is all that varies
    assert [each.key[2] for each in found.assumptions.values() if each.is_range] == [1]


def test_a_tier_without_an_upper_end_is_open_where_it_is_met():
    tiers = [{"from": 0, "to": 100, "price": 1}, {"from": 100, "price": {"at_least": 0.5}}]
    assert unknown(tiered(tiers=tiers), 100) == ()
    assert unknown(tiered(tiers=tiers), 101) == ("price of tier 2 stated only as a minimum",)


def test_another_source_may_state_no_upper_end():
    charge = recurring(10, conflicts=[{"amount": {"at_least": 12}}])
    found = book(charge, years=1)
    assert found.open("cost") == ("price stated only as a minimum",)
    assert extremes(found, total_cost) == (120, 144)


def test_a_volume_without_an_upper_end_leaves_open_what_it_multiplies():
    volumes = {**ORDERS, "refunds": {"share": 0.1, "of": "orders"}, "seats": 3}
    volumes["orders"] = {"at_least": 1200}
    found = book(usage("refund", fixed=1), volumes=volumes)
    assert found.total("cost", found.likely)[1] == 120
    assert found.open("cost") == ("volume `refunds` stated only as a minimum",)
    assert book(recurring(1, per="seat"), volumes=volumes).open("cost") == ()


def test_a_benefit_without_an_upper_end_is_open_too():
    found = book(benefits=[ended({"at_least": 50})])
    assert found.open("benefit") == ("price stated only as a minimum",)


def test_at_least_is_the_low_end_of_what_is_known():
    # a fee of 18.90 to 60 a month, likely 39.45, beside a price on request
    found = book(recurring({"low": 18.9, "high": 60}), one_off("unknown"), years=1)
    low, _ = extremes(found, total_cost)
    assert float(low) == pytest.approx(226.80)
    assert found.open("cost") == ("price not known",)
