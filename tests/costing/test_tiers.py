"""The cost of a volume under tiered pricing."""

from decimal import Decimal

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from evalkit.costing.tiers import Step, by_volume, graduated

# 0 to 100 at 1.00, to 500 at 0.80, beyond at 0.50
OPEN = [Step(0, 100, Decimal(1)), Step(100, 500, Decimal("0.8")), Step(500, None, Decimal("0.5"))]
# 10 in any case, and 30 for more than 100; the list ends at 200
CLOSED = [
    Step(0, 100, Decimal(1), Decimal(10)),
    Step(100, 200, Decimal("0.5"), Decimal(30)),
]


@pytest.mark.parametrize(
    ("volume", "cost"),
    [
        ("0", "0"),
        ("100", "100"),
        ("101", "100.8"),  # 100 + 0.8
        ("500", "420"),  # 100 + 400 × 0.8
        ("600", "470"),  # 420 + 100 × 0.5
        ("0.5", "0.5"),
    ],
)
def test_each_unit_at_the_price_of_its_own_tier(volume, cost):
    assert graduated(Decimal(volume), OPEN) == Decimal(cost)


@pytest.mark.parametrize(
    ("volume", "cost"),
    [
        ("0", "0"),
        ("100", "100"),  # up to and including
        ("101", "80.8"),
        ("500", "400"),
        ("501", "250.5"),
    ],
)
def test_all_units_at_the_price_of_the_tier_that_is_reached(volume, cost):
    assert by_volume(Decimal(volume), OPEN) == Decimal(cost)


@pytest.mark.parametrize(
    ("volume", "each_its_own", "all_alike"),
    [
        ("0", "10", "10"),  # nothing used; the first fixed amount is due in any case
        ("100", "110", "110"),
        ("101", "140.5", "80.5"),  # 10 + 100 + 30 + 0.5; 30 + 101 × 0.5
        ("200", "190", "130"),
        ("300", "190", "130"),  # the list has ended
    ],
)
def test_fixed_amounts_and_the_end_of_a_list(volume, each_its_own, all_alike):
    assert graduated(Decimal(volume), CLOSED) == Decimal(each_its_own)
    assert by_volume(Decimal(volume), CLOSED) == Decimal(all_alike)


@st.composite
def price_lists(draw):
    """Tiers without negative prices, a fixed amount on the first one only, open or not."""
    bounds = sorted(draw(st.sets(st.integers(1, 1000), max_size=4)))
    prices = draw(st.lists(st.integers(0, 900), min_size=len(bounds) + 1, max_size=len(bounds) + 1))
    ends = [*bounds, None if draw(st.booleans()) else 1001]
    fixed = draw(st.integers(0, 500))
    return [
        Step(Decimal(low), end and Decimal(end), Decimal(price) / 100, Decimal(fixed * (low == 0)))
        for low, end, price in zip([0, *bounds], ends, prices, strict=True)
    ]


VOLUME = st.integers(0, 120_000).map(lambda n: Decimal(n) / 100)


@given(price_lists(), VOLUME, VOLUME)
def test_more_never_costs_less_by_graduated_tiers_and_no_step_is_steeper_than_a_price(
    steps, one, two
):
    low, high = sorted((one, two))
    more = graduated(high, steps) - graduated(low, steps)
    # between no jump upwards, and none downwards: continuous
    assert 0 <= more <= (high - low) * max(step.price for step in steps)


@given(price_lists(), VOLUME, VOLUME)
def test_within_a_tier_more_never_costs_less_by_volume(steps, one, two):
    low, high = sorted((one, two))
    tier = next((s for s in steps if s.upper is None or low <= s.upper), steps[-1])
    if tier.upper is not None:
        high = min(high, tier.upper)
    low = min(low, high)
    assert by_volume(low, steps) <= by_volume(high, steps)


@given(price_lists(), VOLUME)
def test_with_one_tier_both_ways_are_the_same(steps, volume):
    only = [Step(Decimal(0), steps[-1].upper, steps[0].price, steps[0].fixed)]
    assert by_volume(volume, only) == graduated(volume, only)


@given(price_lists(), st.lists(VOLUME, min_size=1, max_size=5))
def test_arrays_cost_the_same_as_decimals(steps, volumes):
    floats = [
        Step(
            *(None if n is None else float(n) for n in (s.lower, s.upper, s.price)), float(s.fixed)
        )
        for s in steps
    ]
    for mode in (graduated, by_volume):
        found = mode(np.array([float(volume) for volume in volumes]), floats)
        assert found.tolist() == pytest.approx([float(mode(v, steps)) for v in volumes])
