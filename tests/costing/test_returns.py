"""Present value, payback and rates of return."""

import itertools
from decimal import Decimal

import numpy as np
import numpy_financial as npf
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from evalkit.costing.returns import (
    cumulative,
    discounted,
    modified_rate_of_return,
    payback,
    present_value,
    rates_of_return,
    return_on_investment,
    terminal_value,
)

FLOWS = st.lists(st.integers(-10_000, 10_000), min_size=1, max_size=12)
RATE = st.integers(-50, 200).map(lambda n: n / 100)
# 1 ÷ (1 + rate) is an exact decimal, so that amounts may be compared to the last digit
EXACT_RATE = st.sampled_from([Decimal(0), Decimal("0.25"), Decimal("0.6"), Decimal(1), Decimal(3)])


def test_discounting_by_hand():
    # 100, 110 ÷ 1.1, 242 ÷ 1.21
    flows = [Decimal(100), Decimal(110), Decimal(242)]
    assert discounted(flows, Decimal("0.1")) == [100, 100, 200]
    assert present_value(flows, Decimal("0.1")) == 400
    assert present_value(flows, Decimal(0)) == 452


def test_a_rate_for_each_draw():
    # −100 + 120 ÷ 1.2 and −100 + 120 ÷ 1
    assert present_value([-100.0, 120.0], np.array([0.2, 0.0])).tolist() == [0, 20]


def test_return_on_investment_by_hand():
    assert return_on_investment(Decimal(150), Decimal(100)) == Decimal("0.5")
    assert return_on_investment(Decimal(150), Decimal(0)) is None


def test_cumulative_flows_by_hand():
    assert cumulative([Decimal(-5), Decimal(3), Decimal(4)]) == [-5, -2, 2]


@given(FLOWS, RATE)
def test_present_value_agrees_with_numpy_financial(flows, rate):
    expected = npf.npv(rate, flows)
    scale = npf.npv(rate, [abs(flow) for flow in flows])
    assert present_value([float(flow) for flow in flows], rate) == pytest.approx(
        expected, rel=1e-12, abs=1e-12 * scale
    )


@given(
    st.integers(1, 10_000), st.lists(st.integers(0, 10_000), min_size=1, max_size=10).filter(any)
)
def test_a_single_rate_of_return_agrees_with_numpy_financial(paid, later):
    flows = [-paid, *later]
    (found,) = rates_of_return(flows)
    assert found == pytest.approx(npf.irr(flows), rel=1e-6, abs=1e-6)


@given(FLOWS.filter(lambda f: min(f) < 0 < max(f)), RATE, RATE)
def test_the_modified_rate_agrees_with_numpy_financial(flows, finance, reinvestment):
    expected = npf.mirr([float(flow) for flow in flows], finance, reinvestment)
    found = modified_rate_of_return(flows, finance, reinvestment)
    assert found == pytest.approx(expected, rel=1e-9, abs=1e-9)


@pytest.mark.parametrize("flows", [[], [5], [-5], [5, 5], [-5, -5], [0, 0]])
def test_without_money_both_ways_there_is_no_rate(flows):
    assert modified_rate_of_return(flows, 0.1, 0.1) is None
    assert rates_of_return(flows) == ()


def test_the_modified_rate_by_hand():
    # 100 + 121 ÷ 1.1² are 200 at signing; 50 × 1.2² + 228 are 300 at the end of year 3
    found = modified_rate_of_return([-100, 50, -121, 228], 0.1, 0.2)
    assert found == pytest.approx(1.5 ** (1 / 3) - 1)
    # fractions of a unit too: 0.55 for 0.50 after a year
    assert modified_rate_of_return([-0.5, 0.55], 0.1, 0.2) == pytest.approx(0.1)


def test_terminal_value_by_hand():
    # 50 × 1.2² + 228; what goes out does not count
    flows = [Decimal(-100), Decimal(50), Decimal(-121), Decimal(228)]
    assert terminal_value(flows, Decimal("0.2")) == 300
    found = terminal_value([np.array([-1.0, 1.0]), np.array([2.0, 2.0])], 0.5)
    assert found.tolist() == [2, 3.5]


@given(
    st.lists(st.tuples(*[st.integers(-9_999, 9_999)] * 2), min_size=1, max_size=6),
    EXACT_RATE,
    st.integers(-20, 20),
)
def test_present_values_scale_and_add_up_like_their_flows(pairs, rate, times):
    one, two = ([Decimal(n) / 100 for n in flows] for flows in zip(*pairs, strict=True))
    worth = [present_value(flows, rate) for flows in (one, two)]
    assert present_value([times * flow for flow in one], rate) == times * worth[0]
    both = [a + b for a, b in zip(one, two, strict=True)]
    assert present_value(both, rate) == sum(worth)


@given(
    st.integers(-10_000, 10_000),
    st.lists(st.integers(0, 10_000), min_size=1, max_size=10).filter(any),
    st.lists(st.integers(-90, 500), min_size=2, max_size=2, unique=True),
)
def test_money_that_comes_later_is_worth_less_at_a_higher_rate(first, later, rates):
    low, high = (Decimal(rate) / 100 for rate in sorted(rates))
    flows = [Decimal(first), *map(Decimal, later)]
    assert present_value(flows, high) < present_value(flows, low)


@pytest.mark.parametrize(
    ("flows", "years"),
    [
        ([-100, 50, 50], 2),
        ([-100, 200], 0.5),
        ([-100, 60, 80], 1.5),  # 40 are missing after year 1, half of what comes in year 2
        ([-100, 0, 200], 1.5),
        ([-100, 150, -100, 100], 2.5),  # back in year 1, lost again in year 2, back for good
        ([0, -10, 20], 1.5),
        ([10, 20], 0),
        ([0, 0], 0),
        ([10, -10, 5], 0),  # never below zero
    ],
)
def test_payback_by_hand(flows, years):
    assert payback(flows) == years


@pytest.mark.parametrize("flows", [[-1], [-100, 99], [-100, 150, -51], [5, -6]])
def test_money_that_does_not_come_back_has_no_payback(flows):
    assert np.isnan(payback(flows))


def test_noise_of_the_arithmetic_is_no_debt():
    # −0.8 + 0.1 + 0.7 is 1.1e-16 below zero in floats, which is nothing beside 0.8
    assert sum([-0.8, 0.1, 0.7]) < 0
    assert payback([-0.8, 0.0, 0.1, 0.7]) == pytest.approx(3)
    # a millionth of it is something
    assert np.isnan(payback([-0.8, 0.0, 0.1, 0.699999]))


def test_paybacks_of_draws_are_their_own():
    # half of year 1; never; at signing
    found = payback([np.array([-100.0, -100.0, 0.0]), np.array([200.0, 99.0, 5.0])])
    assert found.tolist() == pytest.approx([0.5, np.nan, 0], nan_ok=True)
    assert payback([Decimal(-100), np.array([200.0, 50.0])]).shape == (2,)


@given(FLOWS)
def test_after_its_payback_money_stays_back(flows):
    found = float(payback(flows))
    sums = [sum(flows[: year + 1]) for year in range(len(flows))]
    if np.isnan(found):
        assert sums[-1] < 0
        return
    whole = int(np.ceil(found - 1e-9))
    assert all(total >= 0 for total in sums[whole:])
    if found == 0:
        assert min(sums) >= 0
    else:
        # the line from the year before to the year of the payback crosses zero there, upwards
        before = int(np.ceil(found - 1e-9)) - 1
        assert sums[before] < 0
        assert sums[before] + (found - before) * flows[before + 1] == pytest.approx(0, abs=1e-6)


def test_three_rates_of_return_by_hand():
    # 1000 × (1.1 − x)(1.2 − x)(1.3 − x), with x = 1 + rate: 1716 − 4310x + 3600x² − 1000x³
    assert rates_of_return([-1000, 3600, -4310, 1716]) == pytest.approx((0.1, 0.2, 0.3))


def test_flows_can_change_their_sign_without_a_rate_of_return():
    # 100 − 220v + 130v² is 100 × (1 − 1.1v)² + 9v², above zero everywhere
    assert rates_of_return([100, -220, 130]) == ()


def test_a_rate_that_is_touched_and_not_crossed_is_one():
    # 100 × (1 − 1.1v)², and (1 − v)²
    assert rates_of_return([100, -220, 121]) == pytest.approx((0.1,), abs=1e-6)
    assert rates_of_return([1, -2, 1]) == pytest.approx((0,), abs=1e-6)


def test_years_without_flows_around_the_others_change_no_rate():
    assert rates_of_return([0, -100, 110, 0]) == pytest.approx((0.1,))


def test_a_loss_has_a_negative_rate():
    # half of it comes back
    assert rates_of_return([-100, 50]) == pytest.approx((-0.5,))


@given(
    st.lists(st.integers(-80, 300), min_size=1, max_size=4, unique=True), st.sampled_from([-7, 3])
)
def test_flows_built_from_rates_have_these_rates(percents, times):
    rates = sorted(percent / 100 for percent in percents)
    assume(all(high - low >= 0.05 for low, high in itertools.pairwise(rates)))
    # the product of (1 − (1 + rate)v) is zero at v = 1 ÷ (1 + rate)
    flows = [float(times)]
    for rate in rates:
        flows = np.convolve(flows, [1, -(1 + rate)])
    assert rates_of_return(flows) == pytest.approx(rates, abs=1e-6)
