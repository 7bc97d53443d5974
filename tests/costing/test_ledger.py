"""Items that count, and their unknowns."""

from decimal import Decimal

import numpy as np
import pytest

from evalkit.costing.ledger import ledger
from evalkit.costing.outcomes import CALCULATIONS, total_cost
from tests.costing.given import (
    MONEY,
    ORDERS,
    OWN,
    benefits,
    book,
    ended,
    internal,
    margin,
    money,
    one_off,
    recurring,
    saved,
    tiered,
    usage,
    vendor,
)

UNKNOWN = [
    (one_off("unknown"), {}, "price not known"),
    (recurring("unknown"), {}, "price not known"),
    (recurring(5, yearly_increase="unknown"), {}, "yearly increase not known"),
    (recurring(5, per="seat"), {}, "no volume `seat` in the plan"),
    (recurring(5, per="seat"), {"volumes": {"seats": "unknown"}}, "volume `seats` not known"),
    (recurring(5, currency="USD"), {}, "no rate for USD in the plan"),
    (usage(percent="unknown"), {"volumes": ORDERS}, "percentage not known"),
    (usage(fixed="unknown"), {"volumes": ORDERS}, "fixed amount not known"),
    (usage(fixed="unknown"), {}, "no volume `order` in the plan"),
    (usage(percent=1, minimum="unknown"), {"volumes": ORDERS}, "minimum not known"),
    (usage(minimum_monthly="unknown"), {"volumes": ORDERS}, "monthly minimum not known"),
    (usage(percent=1), {"volumes": {"orders": 5}}, "no volume `average_order_value` in the plan"),
    (usage(percent=1, of="cart"), {"volumes": ORDERS}, "no volume `cart` in the plan"),
    (tiered(included=5, overage=1), {}, "no volume `api_call` in the plan"),
    (tiered(included=5, overage=1, every="year"), {}, "no volume `api_call` in the plan"),
    (
        tiered(included=5, overage="unknown"),
        {"volumes": {"api_calls": 240}},
        "price of overage not known",
    ),
    (
        tiered(tiers=[{"from": 0, "price": "unknown"}]),
        {"volumes": {"api_calls": 240}},
        "price of tier 1 not known",
    ),
    (internal(5), {}, "no hourly rate in the plan"),
    (internal("unknown"), {"hourly_rate": 60}, "hours not known"),
    (recurring(5, edition="pro"), {}, "no edition chosen in the plan"),
    (
        recurring(5, source_kind="generated", promotion={"months": 3, "percent_off": 50}),
        {},
        "made up by a text generator, so it does not count",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("charge", "plan", "reason"), UNKNOWN)
def test_what_is_not_known_is_named_and_counts_as_nothing(charge, plan, reason):
    found = book(charge, recurring(10), **plan)
    assert reason in found.open("cost")
    # 5 a month, or 1% of 70 for each of 1,200
    rest = {"yearly increase not known": 180, "minimum not known": 2520}.get(reason, 0)
    assert total_cost(found, found.likely) == 360 + rest
    assert found.has_known("cost")
    assert not book(charge, **plan).has_known("cost")


@pytest.mark.parametrize(
    ("benefit", "plan", "reason"),
    [
        (ended("unknown"), {}, "price not known"),
        (ended(5, per="seat"), {}, "no volume `seat` in the plan"),
        (saved(5, every="month"), {}, "no hourly rate in the plan"),
        (saved(5, per="refund", ramp_up=[0.5]), {"hourly_rate": 60}, "no volume `refund` in the plan"),
        (margin(percent="unknown", per="order"), {"volumes": ORDERS}, "percentage not known"),
        (margin(percent=1, per="order"), {}, "no volume `average_order_value` in the plan"),
        (margin(amount=5, every="month", currency="USD"), {}, "no rate for USD in the plan"),
        (ended(5, source_kind="generated"), {}, "made up by a text generator, so it does not count"),
    ],
)  # fmt: skip
def test_benefits_that_are_not_known_are_named_and_count_as_nothing(benefit, plan, reason):
    found = book(benefits=[benefit], **plan)
    assert reason in found.open("benefit")
    assert found.total("benefit", found.likely) == [0, 0, 0, 0]
    assert not found.has_known("benefit")
    assert reason not in found.open("cost")


def test_what_is_known_of_two_charges_is_complete():
    found = book(recurring(10), usage(percent=1), volumes=ORDERS)
    assert found.open("cost") == ()
    assert found.open("benefit") == ()


def test_each_reason_is_named_once():
    found = book(one_off("unknown"), recurring("unknown"))
    assert found.open("cost") == ("price not known",)


def test_what_is_open_about_use_leaves_out_what_is_paid_once_and_own_hours():
    found = book(one_off("unknown"), internal("unknown"), recurring(5, currency="USD"))
    assert found.open("cost", running=True) == ("no rate for USD in the plan",)
    # 5 in an unknown rate count as nothing, and so does all the rest
    assert found.total("cost", found.likely, running=True) == [0, 0, 0, 0]


def test_a_vendor_without_prices_is_not_free():
    assert book().open("cost") == ("no price on record",)
    assert book().open("benefit") == ()
    # what the client pays itself, whoever is chosen, is no price of a vendor
    own = {"all": [recurring(5)]}
    assert book(charges=own).open("cost") == ("no price on record",)
    # Nor is work that the plan estimates for this vendor alone.
    work = {"charges": {"examplepay": [internal(100)]}, "hourly_rate": 50}
    assert book(**work).open("cost") == ("no price on record",)
    assert ledger(vendor(candidate="build"), money(**work)).open("cost") == ()
    # what it offered this client is one
    offer = {"examplepay": [recurring(5)]}
    assert book(charges=offer).open("cost") == ()


@pytest.mark.parametrize(
    ("volumes", "calls"),
    [
        ({"lost": {"share": 0.1, "of": "api_calls"}, "api_calls": 100}, 10),
        ({"lost": {"share": 0.1, "of": "api_calls"}, "api_calls": "unknown"}, None),
        ({"lost": {"share": 0.1, "of": "api_calls"}}, None),
        ({"lost": {"share": 0.1, "of": "lost"}}, None),
        ({"lost": {"share": 0.1, "of": "found"}, "found": {"share": 0.9, "of": "lost"}}, None),
    ],
)
def test_a_share_is_known_as_far_as_its_whole(volumes, calls):
    found = book(usage("lost", fixed=1), volumes=volumes)
    assert found.total("cost", found.likely)[1] == (calls or 0)
    reasons = () if calls else ("volume `lost` not known",)
    assert found.open("cost") == reasons


# up to 10 at 1, the next 5 on request, up to 20 at 0.50, and beyond on request
GAPS = [
    {"from": 0, "to": 10, "price": 1},
    {"from": 10, "to": 15, "price": "unknown"},
    {"from": 15, "to": 20, "price": 0.5},
    {"from": 20, "price": "unknown"},
]


def test_tiers_count_up_to_the_last_one_that_has_a_price():
    # 30 calls a month: 10 × 1 + 5 of an unknown price + 5 × 0.5; then the list ends
    found = book(tiered(tiers=GAPS), volumes={"api_calls": 12 * 30})
    assert found.total("cost", found.likely)[1] == 12 * Decimal("12.5")
    assert found.open("cost") == ("price of tier 2 not known", "the price list ends at 20")
    # all alike at the price of the last tier that has one: 20 × 0.5
    found = book(tiered(tiers=GAPS, mode="volume"), volumes={"api_calls": 12 * 30})
    assert found.total("cost", found.likely)[1] == 12 * 10


def test_a_tier_without_a_price_beyond_all_others_is_open_only_where_it_is_reached():
    found = book(tiered(tiers=GAPS), volumes={"api_calls": 12 * 20})
    assert found.open("cost") == ("price of tier 2 not known",)


@pytest.mark.parametrize(
    ("charge", "most"),
    [
        (tiered(every="month", tiers=[{"from": 0, "to": 100, "price": 1}]), 1200),
        (tiered(every="year", tiers=[{"from": 0, "to": 100, "price": 1}]), 100),
        # a single month
        (tiered(every="year", start=7, end=7, tiers=[{"from": 0, "to": 100, "price": 1}]), 1200),
        (tiered(quantity="stock", tiers=[{"from": 0, "to": 100, "price": 1}]), 100),
        (tiered(tiers=[{"from": 0, "to": 100, "price": 1}, {"from": 100, "price": "unknown"}]), 1200),
    ],
)  # fmt: skip
def test_a_price_list_that_ends_before_the_volume_does_is_open(charge, most):
    ends = ("the price list ends at 100",)
    assert book(charge, volumes={"api_calls": most}).open("cost") == ()
    assert book(charge, volumes={"api_calls": most + 1}).open("cost") == ends
    # by its high end, and by its growth
    to = {"low": 1, "high": most + 1}
    assert book(charge, volumes={"api_calls": to}).open("cost") == ends
    grown = {"value": most, "growth": 0.01}
    reasons = book(charge, volumes={"api_calls": grown}).open("cost")
    assert reasons == (() if charge.get("end") else ends)
    # years that are not looked at do not matter
    assert book(charge, years=1, volumes={"api_calls": grown}).open("cost") == ()


def test_a_price_list_without_an_end_has_none():
    charge = tiered(included=5, overage=1)
    assert book(charge, volumes={"api_calls": 1e12}).open("cost") == ()


def test_draws_take_arrays_of_what_the_vendor_rests_on_only():
    found = book(recurring(5), volumes=ORDERS)
    key, strange = (*OWN, 0, "amount"), ("otherpay", "charges", 0, "amount")
    values = found.drawn({key: np.array([5.0, 6.0]), strange: np.array([1.0, 2.0])})
    assert strange not in values
    assert values[(*MONEY, "discount_rate")] == 0.08
    assert total_cost(found, values).tolist() == [180, 216]


def test_a_price_that_is_not_known_counts_as_nothing_in_draws_too():
    found = book(
        usage(percent="unknown", yearly_increase=0.1),
        tiered(included=5, overage=1, every="year"),
        recurring(10, per="order"),
        volumes=ORDERS,
    )
    key = (*MONEY, "volumes", "orders")
    values = found.drawn({key: np.array([1.0, 2.0])})
    assert total_cost(found, values).tolist() == [360, 720]


def test_a_vendor_of_nothing_comes_to_nothing():
    found = book()
    assert found.total("cost", found.likely) == [0, 0, 0, 0]
    assert not found.has_known("cost")
    assert benefits() == [0, 0, 0, 0]
    assert {name: outcome(found, found.likely) for name, outcome in CALCULATIONS.items()} == {
        "total_cost": 0,
        "present_costs": 0,
        "present_benefits": 0,
        "net_present_value": 0,
        "return_on_investment": None,
        "effective_rate": None,
        "cost_per_order": None,
    }
