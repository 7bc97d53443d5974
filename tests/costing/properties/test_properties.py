"""Properties of all charges, benefits and plans."""

from decimal import Decimal, localcontext

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evalkit.costing.outcomes import (
    CALCULATIONS,
    net_flows,
    net_present_value,
    present_benefits,
    present_costs,
    total_cost,
)
from evalkit.costing.ranges import extremes, tornado
from tests.conftest import examples
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
from tests.costing.properties import strategies as some

EXACT = 200
"""Enough digits for sums and products of a few numbers to be exact."""
TWO = st.lists(some.CENTS, min_size=2, max_size=2)


def added(one, two):
    """The sum of two prices of two decimals, written with two decimals."""
    return float(Decimal(repr(one)) + Decimal(repr(two)))


def sums(*yearly):
    return [sum(year) for year in zip(*yearly, strict=True)]


SPLIT = [
    lambda amount, stay: one_off(amount, start=stay.get("start", 0)),
    lambda amount, stay: recurring(amount, "month", **stay),
    lambda amount, stay: recurring(amount, "quarter", per="seat", currency="USD", **stay),
    lambda amount, stay: usage(fixed=amount, **stay),
    lambda amount, stay: usage("refund", percent=amount, currency="USD", **stay),
    lambda amount, stay: tiered("order", included=100, overage=amount, **stay),
    lambda amount, stay: tiered("order", tiers=[{"from": 0, "price": amount}], **stay),
    lambda amount, stay: tiered(
        "order",
        mode="volume",
        every="year",
        tiers=[{"from": 0, "to": 500, "price": amount}, {"from": 500, "fixed": amount}],
        **stay,
    ),
    lambda amount, stay: internal(amount, every="month", **stay),
]
SPLIT_BENEFITS = [
    lambda amount, stay: saved(amount, per="order", **stay),
    lambda amount, stay: margin(percent=amount, per="refund", **stay),
    lambda amount, stay: margin(amount=amount, every="quarter", currency="USD", **stay),
    lambda amount, stay: ended(amount, per="seat", probability=0.7, ramp_up=[0.5], **stay),
]


@pytest.mark.parametrize("charge", SPLIT)
@settings(max_examples=examples(30))
@given(TWO, some.stay(ranges=False), some.plans())
def test_two_charges_of_two_amounts_cost_the_same_as_one_of_both(charge, pair, stay, plan):
    with localcontext(prec=EXACT):
        whole = costs(charge(added(*pair), stay), **plan)
        parts = [costs(charge(amount, stay), **plan) for amount in pair]
        assert whole == sums(*parts)
        assert whole == costs(*(charge(amount, stay) for amount in pair), **plan)


@pytest.mark.parametrize("benefit", SPLIT_BENEFITS)
@settings(max_examples=examples(30))
@given(TWO, some.stay(ranges=False), some.plans())
def test_two_benefits_of_two_amounts_bring_the_same_as_one_of_both(benefit, pair, stay, plan):
    with localcontext(prec=EXACT):
        whole = benefits(benefit(added(*pair), stay), **plan)
        assert whole == benefits(*(benefit(amount, stay) for amount in pair), **plan)


MONTHLY = [
    lambda stay: recurring(7.5, **stay),
    lambda stay: usage(percent=1.4, fixed=0.25, minimum=0.5, maximum_monthly=400, **stay),
    lambda stay: tiered("order", included=100, overage=0.1, fixed=20, **stay),
    lambda stay: tiered(
        "seat",
        quantity="stock",
        mode="volume",
        tiers=[{"from": 0, "to": 500, "price": 1}, {"from": 500, "price": 0.5}],
        **stay,
    ),
    lambda stay: internal(1.5, every="month", **stay),
]


@pytest.mark.parametrize("charge", MONTHLY)
@settings(max_examples=examples(30))
@given(some.stay(ranges=False), some.MONTHS, some.plans())
def test_a_monthly_charge_may_be_split_at_any_month(charge, stay, month, plan):
    first, last = stay.pop("start", 1), stay.pop("end", 60)
    month = min(max(month, first), last)
    with localcontext(prec=EXACT):
        whole = costs(charge({**stay, "start": first, "end": last}), **plan)
        before = charge({**stay, "start": first, "end": month})
        after = charge({**stay, "start": month + 1, "end": last})
        assert whole == costs(before, after, **plan)


# hours are paid in the plan's currency, and so is what a percentage is taken of
PRICED = [c for c in SPLIT if {"currency", "percent"} & c(1, {}).keys() == {"currency"}]


@pytest.mark.parametrize("charge", PRICED)
@settings(max_examples=examples(30))
@given(st.sampled_from([0.8, 1.25, 2.0, 0.5]), some.CENTS, some.plans())
def test_a_price_in_another_currency_is_that_price_times_the_rate(charge, rate, price, plan):
    own = float(Decimal(repr(price)) * Decimal(repr(rate)))
    plan["rates"]["GBP"] = rate
    with localcontext(prec=EXACT):
        foreign = costs({**charge(price, {}), "currency": "GBP"}, **plan)
        assert foreign == costs({**charge(own, {}), "currency": "EUR"}, **plan)


@pytest.mark.parametrize(("there", "back"), [(0.8, 1.25), (0.5, 2), (0.16, 6.25), (1, 1)])
@given(st.integers(0, 10**9).map(lambda n: n / 100))
def test_converting_there_and_back_changes_nothing(there, back, price):
    abroad = costs(one_off(price, currency="USD"), rates={"USD": there})[0]
    home = costs(
        one_off(float(abroad), currency="EUR"),
        currency="USD",
        rates={"EUR": back},
    )[0]
    assert home == Decimal(repr(price))


@given(some.books())
def test_the_items_sum_up_to_the_total_to_the_last_digit(given_book):
    charges, plan = given_book
    found = book(*charges, **plan)
    with localcontext(prec=EXACT):
        totals = {
            side: sum(
                sum(found.flows(item, found.likely)) for item in found.items if item.side == side
            )
            for side in ("cost", "benefit")
        }
        assert total_cost(found, found.likely) == totals["cost"]
        assert sum(net_flows(found, found.likely)) == totals["benefit"] - totals["cost"]


@given(some.books())
def test_each_charge_costs_the_same_alone(given_book):
    charges, plan = given_book
    with localcontext(prec=EXACT):
        alone = [costs(charge, **plan) for charge in charges]
        assert costs(*charges, **plan) == (sums(*alone) if alone else [0] * (plan["years"] + 1))


@given(some.books(ranges=True))
def test_draws_come_to_the_same_as_decimals(given_book):
    charges, plan = given_book
    found = book(*charges, **plan)
    ends = [
        {key: getattr(each, end) for key, each in found.assumptions.items()}
        for end in ("low", "likely", "high")
    ]
    draws = found.drawn(
        {key: np.array([float(end[key]) for end in ends]) for key in found.assumptions}
    )
    for name, outcome in CALCULATIONS.items():
        drawn = outcome(found, draws)
        for place, end in enumerate(ends):
            values = found.scenario(end)
            exact = outcome(found, values)
            one = np.broadcast_to(np.nan if drawn is None else drawn, 3)[place]
            if exact is None:
                assert np.isnan(one), name
            else:
                # what is a difference is as exact as what it is a difference of
                size = present_costs(found, values) + present_benefits(found, values)
                assert one == pytest.approx(float(exact), rel=1e-9, abs=1e-9 * float(size)), name


@st.composite
def scenarios(draw, found):
    """A random number within each range, ends included."""
    shares = st.integers(0, 10).map(lambda n: Decimal(n) / 10)
    return {
        key: each.low + draw(shares) * (each.high - each.low)
        for key, each in found.assumptions.items()
    }


@given(some.books(ranges=True, modes=("graduated",)), st.data())
def test_no_scenario_costs_less_than_the_lowest_or_more_than_the_highest(given_book, data):
    charges, plan = given_book
    found = book(*charges, **plan)
    for outcome in (total_cost, present_costs, present_benefits):
        low, high = (Decimal(end) for end in extremes(found, outcome))
        noise = abs(high) * Decimal("1e-20")
        anywhere = outcome(found, found.scenario(data.draw(scenarios(found))))
        assert low - noise <= outcome(found, found.likely) <= high + noise
        assert low - noise <= anywhere <= high + noise
        for swing in tornado(found, outcome):
            if swing.assumption.is_range:
                for end in (swing.at_low, swing.at_high):
                    assert float(low) - 1e-9 * float(high) <= end <= float(high) * (1 + 1e-9)


LINEAR = st.one_of(
    st.builds(one_off, some.amounts(ranges=True)),
    st.builds(recurring, some.amounts(ranges=True), some.EVERY, per=st.just("seat")),
    st.builds(usage, per=some.PER, fixed=some.amounts(ranges=True), percent=some.amounts(ranges=True)),
    st.builds(internal, some.amounts(ranges=True), every=some.EVERY),
)  # fmt: skip
BROUGHT = st.one_of(
    st.builds(saved, some.amounts(ranges=True), per=some.PER),
    st.builds(margin, percent=some.amounts(ranges=True), per=some.PER),
    st.builds(ended, some.amounts(ranges=True), some.EVERY, per=st.just("seat")),
)


@given(
    st.lists(LINEAR, max_size=4), st.lists(BROUGHT, max_size=3), some.plans(ranges=True), st.data()
)
def test_no_scenario_is_worth_less_than_the_lowest_or_more_than_the_highest(
    charges, bring, plan, data
):
    # at one discount rate, and without growth, the net present value is straight in each number
    plan["discount_rate"] = 0.25
    for volume in plan["volumes"].values():
        if isinstance(volume, dict):
            volume.pop("growth", None)
    found = book(*charges, benefits=bring, **plan)
    low, high = (Decimal(end) for end in extremes(found, net_present_value))
    noise = (abs(low) + abs(high)) * Decimal("1e-20")
    anywhere = net_present_value(found, found.scenario(data.draw(scenarios(found))))
    assert low - noise <= anywhere <= high + noise


@given(some.books())
def test_without_ranges_all_outcomes_are_points(given_book):
    charges, plan = given_book
    # a chance is a range from not at all to for certain
    plan["benefits"] = [{**each, "probability": 1.0} for each in plan["benefits"]]
    found = book(*charges, **plan)
    for outcome in CALCULATIONS.values():
        low, high = extremes(found, outcome)
        likely = outcome(found, found.likely)
        assert low == high == likely
