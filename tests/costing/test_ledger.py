"""What counts, what is not known, and on which numbers it rests."""

from decimal import Decimal

import numpy as np
import pytest

from evalkit.costing.assumptions import Assumption
from evalkit.costing.items import NO_EDITION
from evalkit.costing.ledger import NO_PRICES
from evalkit.costing.outcomes import CALCULATIONS, total_cost
from tests.costing.given import (
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

MONEY = ("plan:", "money")
OWN = ("examplepay", "charges")
ORDERS = {"orders": 1200, "average_order_value": 70}


def span(ledger, *key):
    found = ledger.assumptions[key]
    return (found.low, found.likely, found.high)


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
    (recurring(5, edition="pro"), {}, NO_EDITION),
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
    # 5 a month, or 1 % of 70 for each of 1,200
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
    assert book().open("cost") == (NO_PRICES,)
    assert book().open("benefit") == ()
    # what the client pays itself, whoever is chosen, is no price of a vendor
    own = {"all": [recurring(5)]}
    assert book(charges=own).open("cost") == (NO_PRICES,)
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


def test_the_editions_that_are_not_chosen_do_not_count():
    charges = [recurring(10), recurring(20, edition="basic"), recurring(50, edition="pro")]
    chosen = costs(*charges, editions={"examplepay": "pro"})
    assert chosen[1] == 12 * (10 + 50)
    # of what the plan says of prices as well
    offer = {"examplepay": [recurring(3, edition="basic"), recurring(4, edition="pro")]}
    assert costs(*charges, editions={"examplepay": "pro"}, charges=offer)[1] == 12 * (10 + 50 + 4)
    # none chosen: neither counts, and it is said
    found = book(*charges, editions={"otherpay": "pro"})
    assert found.total("cost", found.likely)[1] == 120
    assert found.open("cost") == (NO_EDITION,)


def test_a_negotiated_price_replaces_that_of_the_list():
    charges = [recurring(49, id="base"), recurring(7, id="extra"), recurring(1)]
    offer = {"examplepay": [recurring(30, replaces="base")], "all": [recurring(2)]}
    assert costs(*charges, charges=offer)[1] == 12 * (30 + 7 + 1 + 2)
    # somebody else's offer changes nothing
    other = {"otherpay": [recurring(30, replaces="base")]}
    assert costs(*charges, charges=other)[1] == 12 * (49 + 7 + 1)


def test_the_items_know_where_they_stand():
    found = book(
        recurring(1),
        one_off(2, edition="basic"),
        recurring(3, edition="pro"),
        editions={"examplepay": "pro"},
        charges={"examplepay": [one_off(4)], "all": [internal(5)]},
        benefits=[ended(6, vendors=["otherpay"]), ended(7)],
    )
    assert [item.key for item in found.items] == [
        (*OWN, 0),
        (*OWN, 2),
        (*MONEY, "charges", "examplepay", 0),
        (*MONEY, "charges", "all", 0),
        (*MONEY, "benefits", 1),
    ]


def test_a_range_is_likely_in_its_middle_unless_it_says_otherwise():
    found = book(
        recurring({"low": 10, "high": 15}), recurring({"low": 10, "likely": 11, "high": 15})
    )
    assert span(found, *OWN, 0, "amount") == (10, Decimal("12.5"), 15)
    assert span(found, *OWN, 1, "amount") == (10, 11, 15)
    assert costs(recurring({"low": 10, "high": 15}))[1] == 150


def test_other_sources_widen_a_price_and_leave_it_as_likely_as_it_was():
    found = book(
        usage(
            percent=1.4,
            fixed={"low": 0.2, "high": 0.3},
            minimum=0.5,
            conflicts=[
                {"percent": 1.2, "fixed": 0.35},
                {"percent": {"low": 1.3, "high": 1.9}},
                {"percent": "unknown"},
                {"percent": 99, "source_kind": "generated"},
            ],
        ),
        volumes=ORDERS,
    )
    decimals = lambda *numbers: tuple(map(Decimal, numbers))  # noqa: E731
    assert span(found, *OWN, 0, "percent") == decimals("1.2", "1.4", "1.9")
    assert span(found, *OWN, 0, "fixed") == decimals("0.2", "0.25", "0.35")
    assert span(found, *OWN, 0, "minimum") == decimals("0.5", "0.5", "0.5")


def test_a_price_by_tiers_is_not_widened():
    tiers = [{"from": 0, "price": 1}]
    found = book(tiered(tiers=tiers, conflicts=[{"fixed": 5}]), volumes={"api_calls": 12})
    assert span(found, *OWN, 0, "tiers", 0, "fixed") == (0, 0, 0)


def test_every_number_that_a_cost_rests_on_is_an_assumption():
    found = book(
        recurring(5, per="seat", currency="USD", promotion={"months": 3, "amount": 1}),
        usage("refund", percent=1, promotion={"months": 3, "percent_off": 50}),
        internal(5, yearly_increase=0.1),
        tiered(included=50, overage=0.1, fixed=3),
        tiered(tiers=[{"from": 0, "to": 10, "price": 1}, {"from": 10, "fixed": 2}]),
        rates={"USD": 0.8, "GBP": 1.2},
        hourly_rate=60,
        volumes={
            **ORDERS,
            "seats": {"value": 3, "growth": 0.1},
            "refunds": {"share": 0.1, "of": "orders"},
            "average_refund_value": 50,
            "api_calls": 10,
            "page_views": 99,
        },
    )
    assert set(found.assumptions) == {
        (*MONEY, "discount_rate"),
        (*MONEY, "hourly_rate"),
        (*MONEY, "rates", "USD"),
        (*MONEY, "volumes", "orders"),
        (*MONEY, "volumes", "average_order_value"),
        (*MONEY, "volumes", "seats"),
        (*MONEY, "volumes", "seats", "growth"),
        (*MONEY, "volumes", "refunds", "share"),
        (*MONEY, "volumes", "average_refund_value"),
        (*MONEY, "volumes", "api_calls"),
        (*OWN, 0, "amount"),
        (*OWN, 0, "promotion", "amount"),
        (*OWN, 1, "percent"),
        (*OWN, 1, "promotion", "percent_off"),
        (*OWN, 2, "hours"),
        (*OWN, 2, "yearly_increase"),
        (*OWN, 3, "fixed"),
        (*OWN, 3, "overage"),
        (*OWN, 4, "tiers", 0, "price"),
        (*OWN, 4, "tiers", 0, "fixed"),
        (*OWN, 4, "tiers", 1, "price"),
        (*OWN, 4, "tiers", 1, "fixed"),
    }


def test_the_bounds_of_tiers_and_the_ramp_are_no_assumptions():
    found = book(
        tiered(included=50, overage=0.1),
        tiered(tiers=[{"from": 0, "to": 10}, {"from": 10, "price": 2}]),
        volumes={"api_calls": 10},
        benefits=[ended(5, ramp_up=[0.5, 0.75])],
    )
    assert found.constants == {
        (*OWN, 0, "none"): 0,
        (*OWN, 0, "included"): 50,
        (*OWN, 1, "tiers", 0, "from"): 0,
        (*OWN, 1, "tiers", 0, "to"): 10,
        (*OWN, 1, "tiers", 1, "from"): 10,
        (*MONEY, "benefits", 0, "ramp_up", 0): Decimal("0.5"),
        (*MONEY, "benefits", 0, "ramp_up", 1): Decimal("0.75"),
    }


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


def test_a_scenario_replaces_the_likely_numbers_it_names():
    found = book(recurring(5), recurring(7))
    key = (*OWN, 0, "amount")
    assert found.likely[key] == 5
    assert found.scenario({key: Decimal(6)})[key] == 6
    assert total_cost(found, found.scenario({key: Decimal(6)})) == 36 * 13


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


def test_an_assumption_is_a_range_only_between_two_ends():
    assert not Assumption(("k",), Decimal(1), Decimal(1), Decimal(1)).is_range
    assert Assumption(("k",), Decimal(1), Decimal(1), Decimal(2)).is_range
