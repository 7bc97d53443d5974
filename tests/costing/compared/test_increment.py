"""What one vendor costs and brings beyond another, worked by hand."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evalkit.costing.compared.increment import extra_costs, extra_returns, increment
from evalkit.costing.ledger import ledger
from evalkit.costing.outcomes import net_present_value, payback_months, present_costs
from evalkit.costing.ranges import extremes
from tests.conftest import examples
from tests.costing.given import internal, margin, money, one_off, recurring, usage, vendor
from tests.costing.properties import strategies as some


def beyond(charges, rivals, /, **plan):
    """A vendor beyond a rival under a plan of two years at 10%."""
    terms = money(**{"years": 2, "discount_rate": 0.1, **plan})
    one, other = vendor(*charges), vendor(*rivals, name="rival")
    return increment(ledger(one, terms), ledger(other, terms))


def test_what_the_rival_costs_is_saved():
    """5,000 at signing, then 600 in place of 1,000 a month: 4,800 saved in each of two years."""
    found = beyond([one_off(5000), recurring(600)], [recurring(1000)])
    worth = net_present_value(found, found.likely)
    assert float(worth) == pytest.approx(-5000 + 4800 / 1.1 + 4800 / 1.21)
    # 200 are left to save after the first year: a twenty-fourth of the second.
    assert float(payback_months(found, found.likely)) == pytest.approx(12.5)
    # 5,000 + 7,200 / 1.1 + 7,200 / 1.21 less 12,000 / 1.1 + 12,000 / 1.21
    assert float(extra_costs(found, found.likely)) == pytest.approx(-3330.5785, abs=1e-4)


def test_a_return_is_on_what_is_paid_beyond_the_rival():
    """5,000 and 100 a month more bring 500 a month."""
    brings = margin(amount=500, every="month", vendors=["examplepay"])
    found = beyond([one_off(5000), recurring(1100)], [recurring(1000)], benefits=[brings])
    cost, benefit = 5000 + 1200 / 1.1 + 1200 / 1.21, 6000 / 1.1 + 6000 / 1.21
    assert float(extra_costs(found, found.likely)) == pytest.approx(cost)
    assert float(extra_returns(found, found.likely)) == pytest.approx(100 * (benefit / cost - 1))


def test_what_only_the_rival_brings_is_lost():
    brings = margin(amount=500, every="month", vendors=["rival"])
    found = beyond([recurring(1000)], [recurring(1100)], benefits=[brings])
    # 100 saved and 500 lost a month; what is lost is no cost of the vendor.
    assert net_present_value(found, found.likely) == -4800 / Decimal("1.1") - 4800 / Decimal("1.21")
    assert float(extra_costs(found, found.likely)) == pytest.approx(-1200 / 1.1 - 1200 / 1.21)


def test_there_is_no_return_on_what_costs_no_more():
    found = beyond([recurring(1000)], [recurring(1000)])
    assert extra_returns(found, found.likely) is None


def test_what_both_share_is_no_part_of_the_difference():
    """Own work and a benefit that all have, of any size, and a volume that both are charged by."""
    shared = {
        "hourly_rate": {"low": 10, "high": 900},
        "charges": {"all": [internal({"low": 1, "high": 1e6})]},
        "benefits": [margin(amount={"low": 0, "high": 1e9}, every="year", probability=0.5)],
        "volumes": {"orders": {"low": 100, "likely": 150, "high": 200}},
        "years": 1,
    }
    found = beyond([usage(fixed=0.9)], [usage(fixed=1.0)], **shared)
    low, high = extremes(found, net_present_value)
    # A tenth less on 100 to 200 orders, not 100 × 1.0 less 200 × 0.9.
    assert (float(low), float(high)) == (pytest.approx(10 / 1.1), pytest.approx(20 / 1.1))
    assert {key[-1] for key in found.assumptions} == {"discount_rate", "fixed", "orders"}


def test_a_return_is_lowest_and_highest_where_each_of_the_four_sides_is():
    """−100 to −50 on what 200 cost more than 50 to 100 does: −200% at −100 on 100 more, −133.3% at
    −50 on 150 more; with both moved together it would be −166.7% to −150%."""
    loss = margin(amount={"low": -100, "high": -50}, every="year", vendors=["examplepay"])
    found = beyond(
        [one_off(200)],
        [one_off({"low": 50, "high": 100})],
        benefits=[loss],
        years=1,
        discount_rate=0,
    )
    low, high = extremes(found, extra_returns)
    assert (float(low), float(high)) == (pytest.approx(-200), pytest.approx(-400 / 3))


@settings(max_examples=examples(60), deadline=None)
@given(
    st.lists(some.charges(ranges=True), max_size=3),
    st.lists(some.charges(ranges=True), max_size=3),
    st.lists(some.brought(ranges=True), max_size=2),
    some.plans(ranges=True),
)
def test_an_increment_is_the_difference_in_every_scenario(charges, rivals, benefits, plan):
    benefits = [{**each, "vendors": [who]} for each, who in zip(benefits, WHOSE, strict=False)]
    terms = money(**{**plan, "benefits": benefits})
    one, other = ledger(vendor(*charges), terms), ledger(vendor(*rivals, name="rival"), terms)
    found = increment(one, other)
    for end in ("low", "likely", "high"):
        behind = {**one.assumptions, **other.assumptions}
        values = {key: getattr(each, end) for key, each in behind.items()}
        scenario = one.scenario({**other.constants, **values})
        for outcome, outcome_beyond in PAIRS:
            apart = [outcome(one, scenario), outcome(other, scenario)]
            size = float(max(1, *map(abs, apart)))
            beyond_it = float(outcome_beyond(found, found.scenario(values)))
            assert beyond_it == pytest.approx(float(apart[0] - apart[1]), abs=1e-9 * size)


PAIRS = ((net_present_value, net_present_value), (present_costs, extra_costs))
WHOSE = ("examplepay", "rival")
