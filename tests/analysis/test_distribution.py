"""Distributions of values: worked out by hand, and against their quantiles on a fine grid."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from evalkit.analysis.distribution import Even, OneOf, Sample, Triangle
from evalkit.analysis.sampling import triangular

ALL_OF_IT = ([0, 100], [0, 100])
"""A scale on which a level is its value."""
GRID = (np.arange(100_000) + 0.5) / 100_000


def figures(spread, value):
    """What is below, above and in excess of a value."""
    return [float(f(value)) for f in (spread.below, spread.above, spread.excess)]


def test_an_even_spread_by_hand():
    # From 20 to 60: a quarter lies below 30, and what exceeds it is 15 on average where it does.
    spread = Even(20, 60)
    assert (spread.low, spread.high, spread.mean) == (20, 60, 40)
    assert spread.at(np.array([0.0, 0.25, 1.0])).tolist() == [20, 30, 60]
    assert figures(spread, 30) == pytest.approx([0.25, 0.75, 0.75 * 15])
    assert figures(spread, 10) == pytest.approx([0, 1, 30])
    assert figures(spread, 60) == pytest.approx([1, 0, 0])
    assert float(spread.partial(0.25)) == pytest.approx(0.25 * 25)


def test_one_of_some_values_by_hand():
    # Of 0, 50, 50 and 100, one is below 50 and one above, by 50.
    spread = OneOf([100, 50, 0, 50])
    assert (spread.low, spread.high, spread.mean) == (0, 100, 50)
    assert spread.at(np.array([0.0, 0.24, 0.26, 0.74, 0.76, 1.0])).tolist() == [
        0,
        0,
        50,
        50,
        100,
        100,
    ]
    assert figures(spread, 50) == pytest.approx([0.25, 0.25, 12.5])
    assert float(spread.partial(0.5)) == pytest.approx(12.5)


def test_the_order_of_what_is_possible_changes_nothing():
    share = np.linspace(0, 1, 11)
    one, other = OneOf([90.1, 0.3, 41.7]), OneOf([41.7, 90.1, 0.3])
    assert one.at(share).tobytes() == other.at(share).tobytes()
    assert (one.mean, float(one.excess(50))) == (other.mean, float(other.excess(50)))


def test_a_triangle_by_hand():
    # Symmetric from 0 to 100: an eighth lies below 25; E[max(X − 50, 0)] is 50/6.
    spread = Triangle(0, 50, 100, *ALL_OF_IT)
    assert figures(spread, 25) == pytest.approx([1 / 8, 7 / 8, spread.excess(25)])
    assert float(spread.excess(50)) == pytest.approx(50 / 6)
    assert spread.at(np.array([1 / 8, 0.5])).tolist() == pytest.approx([25, 50])
    assert spread.mean == pytest.approx(50)


def test_where_less_is_better_low_shares_are_still_bad():
    # A cost from 0 to 100, most likely 0, on a scale from 100 down to 0: P(cost > 50) is a quarter.
    spread = Triangle(0, 0, 100, [0, 100], [100, 0])
    assert float(spread.below(50)) == pytest.approx(0.25)
    assert spread.at(np.array([0.0, 0.25, 1.0])).tolist() == pytest.approx([0, 50, 100])


def test_beyond_the_ends_of_its_scale_a_value_stays_at_the_end():
    # P(cost > 50) is a quarter, and all of it has the value 0.
    spread = Triangle(0, 0, 100, [0, 50], [100, 0])
    assert figures(spread, 0) == pytest.approx([0, 0.75, spread.mean])
    assert spread.at(np.array([0.1, 0.24])).tolist() == [0, 0]


def test_a_target_is_best_in_between():
    # Levels of 25 and 75 are both worth 50, and an eighth of the triangle lies beyond each. The
    # best value is that of the target, though neither end has it.
    spread = Triangle(0, 50, 100, [0, 50, 100], [0, 100, 0])
    assert (spread.low, spread.high) == (0, 100)
    assert figures(spread, 50)[:2] == pytest.approx([0.25, 0.75])
    assert spread.mean == pytest.approx(200 / 3)


@pytest.mark.parametrize("ends", [(2, 1, 3), (1, 4, 3), (1, 1, 1)])
def test_no_triangle_without_order(ends):
    with pytest.raises(ValueError, match="no triangle"):
        Triangle(*ends, *ALL_OF_IT)


def test_a_sample_knows_its_error():
    # Of 0 and 100, what exceeds 50 is 0 or 50: a deviation of 25, over √2. What lacks, likewise.
    spread = Sample([0, 100])
    assert spread.draws == 2
    assert spread.error(50, above=True) == pytest.approx(25 / 2**0.5)
    assert spread.error(80, above=False) == pytest.approx(40 / 2**0.5)
    assert (Even(0, 100).draws, Even(0, 100).error(50, above=True)) == (0, 0)


numbers = st.integers(0, 100).map(float)
scales = st.lists(
    st.tuples(numbers, numbers), min_size=2, max_size=5, unique_by=lambda p: p[0]
).map(lambda points: tuple(map(list, zip(*sorted(points), strict=True))))
triangles = st.tuples(
    st.lists(st.integers(-20, 120), min_size=3, max_size=3)
    .map(sorted)
    .filter(lambda ends: ends[0] < ends[2]),
    scales,
)


def on_a_grid(ends, scale):
    return np.sort(np.interp(triangular(*map(float, ends))(GRID), *scale))


@given(triangles, numbers)
def test_a_triangle_agrees_with_its_own_quantiles(given_triangle, value):
    ends, scale = given_triangle
    spread, brute = Triangle(*ends, *scale), on_a_grid(ends, scale)
    values = np.interp(np.linspace(ends[0], ends[2], 10 * (ends[2] - ends[0]) + 1), *scale)
    assert (spread.low, spread.high) == pytest.approx((values.min(), values.max()))
    assert spread.mean == pytest.approx(brute.mean(), abs=1e-3)
    assert np.abs(spread.at(GRID) - brute).mean() < 2e-3
    assert float(spread.excess(value)) == pytest.approx(
        np.maximum(brute - value, 0).mean(), abs=2e-3
    )
    near = value + np.array([-1e-6, 1e-6])  # a step of the distribution may be at the value itself
    assert (brute < near[0]).mean() - 1e-4 <= spread.below(value) <= (brute < near[1]).mean() + 1e-4
    assert (brute > near[1]).mean() - 1e-4 <= spread.above(value) <= (brute > near[0]).mean() + 1e-4


@given(triangles, st.floats(0, 1))
def test_what_lies_below_a_share_is_the_integral_up_to_it(given_triangle, share):
    spread, brute = Triangle(*given_triangle[0], *given_triangle[1]), on_a_grid(*given_triangle)
    assert float(spread.partial(share)) == pytest.approx(
        brute[: round(share * 1e5)].sum() / 1e5, abs=2e-3
    )
    assert float(spread.partial(1.0)) == pytest.approx(spread.mean)


spreads = st.one_of(
    triangles.map(lambda drawn: Triangle(*drawn[0], *drawn[1])),
    st.tuples(st.floats(0, 100), st.floats(0, 100)).map(sorted).map(lambda ends: Even(*ends)),
    st.lists(st.floats(0, 100), min_size=1, max_size=9).map(OneOf),
)


@given(spreads, st.lists(st.floats(0, 1, exclude_max=True), min_size=2, max_size=20))
def test_draws_are_in_order_and_never_leave_the_range(spread, shares):
    drawn = spread.at(np.sort(shares))
    assert (np.diff(drawn) >= 0).all()
    assert spread.low <= drawn.min()
    assert drawn.max() <= spread.high
    assert spread.low <= spread.mean <= spread.high


def test_rounding_does_not_carry_a_draw_beyond_its_range():
    # The highest share that is ever drawn, where the formula alone ends just above 52.4.
    assert Triangle(9.0, 25.2, 52.4, *ALL_OF_IT).at(np.array([1 - 2**-53])) <= 52.4


@given(spreads, st.floats(0, 100))
def test_what_exceeds_a_value_less_what_lacks_to_it_is_the_mean_less_the_value(spread, value):
    # The shortfall of X below a value is the excess of −X over its negative: integrate the rest.
    share = float(spread.below(value))
    lacks = value * share - float(spread.partial(share))
    assert float(spread.excess(value)) - lacks == pytest.approx(spread.mean - value, abs=1e-9)
    assert float(spread.excess(value)) >= max(spread.mean - value, 0.0)
    assert float(spread.below(value) + spread.above(value)) <= 1 + 1e-12
