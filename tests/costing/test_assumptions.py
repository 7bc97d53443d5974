"""The numbers that a cost rests on."""

from decimal import Decimal

from evalkit.costing.assumptions import Assumption
from evalkit.costing.outcomes import total_cost
from tests.costing.given import (
    MONEY,
    ORDERS,
    OWN,
    book,
    costs,
    ended,
    internal,
    recurring,
    tiered,
    usage,
)


def span(ledger, *key):
    found = ledger.assumptions[key]
    return (found.low, found.likely, found.high)


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


def test_a_scenario_replaces_the_likely_numbers_it_names():
    found = book(recurring(5), recurring(7))
    key = (*OWN, 0, "amount")
    assert found.likely[key] == 5
    assert found.scenario({key: Decimal(6)})[key] == 6
    assert total_cost(found, found.scenario({key: Decimal(6)})) == 36 * 13


def test_an_assumption_is_a_range_only_between_two_ends():
    assert not Assumption(("k",), Decimal(1), Decimal(1), Decimal(1)).is_range
    assert Assumption(("k",), Decimal(1), Decimal(1), Decimal(2)).is_range
