"""What may change no order: a copy, another currency, and another size of money."""

from decimal import localcontext

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evalkit.costing.break_even import break_even
from evalkit.costing.outcomes import CALCULATIONS, net_present_value, present_costs, total_cost
from evalkit.costing.search.ends import ends
from tests.costing.given import book
from tests.costing.properties import strategies as some

EXACT = 200
"""Enough digits for sums and products of a few numbers to be exact."""
VOLUMES = ("orders", "seats")
OF_MONEY = (
    "total_cost",
    "present_costs",
    "present_benefits",
    "net_present_value",
    "cost_per_order",
)
"""Figures that are amounts; the others are ratios."""


@given(some.books(ranges=True))
def test_a_copy_is_never_ahead(given_book):
    charges, plan = given_book
    one, copy = (book(*charges, name=name, **plan) for name in ("examplepay", "otherpay"))
    for volume in VOLUMES:
        found = break_even(one, copy, volume)
        assert found is None or (found.crossings, found.cheaper) == ((), (0,))
    for outcome in CALCULATIONS.values():
        assert outcome(one, one.likely) == outcome(copy, copy.likely)
        ours, theirs = ends(one, outcome), ends(copy, outcome)
        assert [end.value for end in ours] == [end.value for end in theirs]


def times(number, factor):
    """A number or a range, times a factor."""
    if isinstance(number, dict):
        return {key: times(each, factor) for key, each in number.items()}
    return float(f"{number * factor:.12g}")


def elsewhere(plan, currency, factor):
    """A plan in another currency, of which one euro is worth `factor`."""
    volumes = {
        name: times(volume, factor) if name.startswith("average_") else volume
        for name, volume in plan["volumes"].items()
    }
    return {
        **plan,
        "currency": currency,
        "hourly_rate": times(plan["hourly_rate"], factor),
        "rates": {"EUR": factor, "USD": times(plan["rates"]["USD"], factor)},
        "volumes": volumes,
        "benefits": [
            {**each, "currency": each.get("currency", "EUR")} if "amount" in each else each
            for each in plan["benefits"]
        ],
    }


@pytest.mark.parametrize(("currency", "factor"), [("JPY", 160), ("KWD", 0.25), ("XOF", 0.001)])
@given(some.books(ranges=True), st.lists(some.charges(ranges=True), max_size=3))
def test_another_currency_or_size_of_money_changes_no_order(currency, factor, given_book, others):
    charges, plan = given_book
    there = elsewhere(plan, currency, factor)
    here, away = (
        (book(*charges, **each), book(*others, name="otherpay", **each)) for each in (plan, there)
    )
    with localcontext(prec=EXACT):
        for outcome in (total_cost, net_present_value):
            ours, theirs = (
                outcome(one, one.likely) - outcome(two, two.likely) for one, two in (here, away)
            )
            assert (ours > 0, ours < 0) == (theirs > 0, theirs < 0)
    for volume in VOLUMES:
        ours, theirs = break_even(*here, volume), break_even(*away, volume)
        assert (ours is None) == (theirs is None)
        if ours is not None:
            assert ours.cheaper == theirs.cheaper
            assert ours.crossings == pytest.approx(theirs.crossings, rel=1e-6)
    size = float(present_costs(here[0], here[0].likely)) + 1
    for name, outcome in CALCULATIONS.items():
        scale = factor if name in OF_MONEY else 1
        for ours, theirs in zip(ends(here[0], outcome), ends(away[0], outcome), strict=True):
            assert (ours.value is None) == (theirs.value is None)
            if ours.value is not None:
                wanted = float(ours.value) * scale
                assert float(theirs.value) == pytest.approx(
                    wanted, rel=1e-6, abs=1e-9 * size * scale
                )
