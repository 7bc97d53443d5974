"""Weights that were given as numbers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evalkit.weighting.direct import proportional


def test_points_in_any_total_become_shares():
    # 3 + 0 + 1 = 4
    assert proportional([3, 0, 1]) == (0.75, 0.0, 0.25)


def test_very_large_and_very_small_points_stay_finite():
    # their plain sum would be infinite, or lose all its digits
    assert proportional([1.5e308, 1.5e308]) == (0.5, 0.5)
    assert proportional([5e-324, 5e-324]) == (0.5, 0.5)


@pytest.mark.parametrize("points", [[], [0, 0], [1, -1], [1, float("nan")], [1, float("inf")]])
def test_points_that_say_nothing_are_refused(points):
    with pytest.raises(ValueError, match="points"):
        proportional(points)


@given(st.lists(st.floats(0, allow_infinity=False), min_size=1).filter(any))
def test_shares_are_not_negative_and_sum_to_one(points):
    weights = proportional(points)
    assert min(weights) >= 0
    assert sum(weights) == pytest.approx(1)
