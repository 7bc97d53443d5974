"""Weights between a lowest and a highest share."""

import math

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from evalkit.weighting.intervals import admits_weights, middle, tightened

SHARES = st.floats(0, 1)


@st.composite
def bounds(draw):
    """Lows and highs around weights that exist, so that at least these are admitted."""
    raw = draw(st.lists(st.floats(0.01, 1), min_size=1, max_size=8))
    weights = [part / sum(raw) for part in raw]
    lows = [w * draw(SHARES) for w in weights]
    highs = [w + (1 - w) * draw(SHARES) for w in weights]
    return lows, highs


def test_bounds_narrow_to_what_the_others_leave():
    # first: at most 1 − 0.2 − 0.1 = 0.7, at least 1 − 0.5 − 0.3 = 0.2; second: at least
    # 1 − 0.7 − 0.3 = 0 (of its own 0.2 nothing changes), high 1 − 0.1 − 0.1 = 0.8 (stays 0.5)
    lows, highs = tightened([0.1, 0.2, 0.1], [0.9, 0.5, 0.3])
    assert lows == pytest.approx([0.2, 0.2, 0.1])
    assert highs == pytest.approx([0.7, 0.5, 0.3])


def test_the_middle_stands_at_the_same_share_of_every_way():
    # lows sum to 0.5, highs to 1.5: half way. 0.2 + 0.25, 0.2 + 0.15, 0.1 + 0.1
    assert middle([0.1, 0.2, 0.1], [0.9, 0.5, 0.3]) == pytest.approx([0.45, 0.35, 0.2])


def test_bounds_that_leave_one_choice_give_it():
    assert middle([0.6, 0.4], [0.6, 0.4]) == pytest.approx([0.6, 0.4])
    assert middle([0.7, 0.0], [1.0, 0.3]) == pytest.approx([0.85, 0.15])
    assert middle([0.0], [1.0]) == (1.0,)


def test_without_any_bounds_all_weigh_the_same():
    assert middle([0, 0, 0, 0], [1, 1, 1, 1]) == pytest.approx([0.25] * 4)


def test_percentages_that_sum_to_100_are_admitted_although_floats_do_not():
    shares = [1 / 100, 29 / 100, 70 / 100]
    assert math.fsum(shares) < 1
    assert admits_weights(shares, shares)
    assert middle(shares, shares) == pytest.approx(shares)


@pytest.mark.parametrize(
    ("lows", "highs"),
    [([0.6, 0.5], [0.8, 0.7]), ([0.0, 0.0], [0.4, 0.5]), ([0.5, 0.2], [0.4, 0.9]), ([-0.1], [1])],
)
def test_bounds_without_weights_are_refused(lows, highs):
    assert not admits_weights(lows, highs)
    for function in (tightened, middle):
        with pytest.raises(ValueError, match="no weights"):
            function(lows, highs)


@given(bounds())
def test_the_middle_stays_within_its_bounds_and_sums_to_one(given_bounds):
    weights = middle(*given_bounds)
    assert sum(weights) == pytest.approx(1)
    for low, weight, high in zip(given_bounds[0], weights, given_bounds[1], strict=True):
        assert weight >= 0
        assert low - 1e-8 <= weight <= high + 1e-8


@given(bounds())
def test_every_narrowed_bound_is_reached_by_some_weights(given_bounds):
    lows, highs = tightened(*given_bounds)
    for at in range(len(lows)):
        for end in (lows[at], highs[at]):
            fixed_lows = [*lows[:at], end, *lows[at + 1 :]]
            fixed_highs = [*highs[:at], end, *highs[at + 1 :]]
            assert admits_weights(fixed_lows, fixed_highs)


@given(st.lists(st.tuples(SHARES, SHARES), min_size=1, max_size=6))
def test_where_no_weights_lie_between_bounds_there_is_no_middle(pairs):
    lows, highs = zip(*pairs, strict=True)
    assume(not admits_weights(lows, highs))
    with pytest.raises(ValueError, match="no weights"):
        middle(lows, highs)
