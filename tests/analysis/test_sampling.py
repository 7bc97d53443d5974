"""Draws of weights and facts are uniform over what is permitted, and never outside it."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from evalkit.analysis import sampling
from evalkit.weighting.intervals import middle, tightened
from evalkit.weighting.order import tied_order_centroid

DRAWS = 40_000


def rng(seed=1):
    return np.random.default_rng(seed)


def is_a_weighting(weights):
    return bool((weights >= 0).all() and np.allclose(weights.sum(axis=0), 1))


def test_uniform_weights_are_even_over_the_simplex():
    # flat Dirichlet of 3: mean 1/3, variance (1/3)(2/3)/4 = 1/18, P(w1 > 1/2) = (1/2)² = 1/4
    weights = sampling.uniform(rng(), 3, DRAWS)
    assert is_a_weighting(weights)
    assert weights.mean(axis=1) == pytest.approx(1 / 3, abs=0.005)
    assert weights.var(axis=1) == pytest.approx(1 / 18, rel=0.03)
    assert (weights[0] > 0.5).mean() == pytest.approx(0.25, abs=0.01)


def test_weights_around_a_point_keep_its_mean_and_the_stated_spread():
    # Dirichlet: variance w (1 − w) / (c + 1); at c = 50, √(0.2 × 0.8 / 51) = 5.6 points
    weights = sampling.around(rng(), np.array([0.5, 0.3, 0.2]), 50, DRAWS)
    assert is_a_weighting(weights)
    assert weights.mean(axis=1) == pytest.approx([0.5, 0.3, 0.2], abs=0.002)
    assert weights[2].std() == pytest.approx(0.056, abs=0.001)


def test_what_weighs_nothing_at_the_point_weighs_nothing_in_any_draw():
    weights = sampling.around(rng(), np.array([0.7, 0.3, 0.0]), 50, 100)
    assert weights[2].tolist() == [0.0] * 100
    assert is_a_weighting(weights)


def test_the_mean_of_ordered_weights_is_the_rank_order_centroid():
    # Barron & Barrett (1996) for four: 25/48, 13/48, 7/48, 3/48
    weights = sampling.ordered(rng(), [[2], [0], [3], [1]], 4, DRAWS)
    assert weights.mean(axis=1) == pytest.approx(np.array([13, 3, 25, 7]) / 48, abs=0.003)


def test_ordered_weights_are_those_of_the_simplex_that_keep_the_order():
    # by brute force: uniform weights, of which only those in the order are kept
    everything = sampling.uniform(rng(), 3, 8 * DRAWS)
    kept = everything[:, (everything[0] > everything[1]) & (everything[1] > everything[2])]
    ours = sampling.ordered(rng(2), [[0], [1], [2]], 3, DRAWS)
    for share in (0.1, 0.25, 0.5, 0.75, 0.9):
        assert np.quantile(ours, share, axis=1) == pytest.approx(
            np.quantile(kept, share, axis=1), abs=0.008
        )


def test_weights_between_ends_are_those_of_the_simplex_that_keep_them():
    # by brute force: uniform weights, of which only those within the ends are kept
    lows, highs = np.array([0.1, 0.2, 0.0, 0.05]), np.array([0.5, 0.6, 0.3, 0.4])
    everything = sampling.uniform(rng(), 4, 20 * DRAWS)
    inside = ((everything >= lows[:, None]) & (everything <= highs[:, None])).all(axis=0)
    kept = everything[:, inside]
    start = np.array(middle(lows.tolist(), highs.tolist()))
    ours = sampling.between(rng(2), lows, highs, start, DRAWS)
    assert kept.shape[1] > 50_000
    for share in (0.05, 0.25, 0.5, 0.75, 0.95):
        assert np.quantile(ours, share, axis=1) == pytest.approx(
            np.quantile(kept, share, axis=1), abs=0.008
        )
    assert np.corrcoef(ours) == pytest.approx(np.corrcoef(kept), abs=0.03)


def test_a_triangle_has_its_mean_and_its_mode():
    # mean (low + likely + high) / 3 = 10; a share of (4 − 1) / (25 − 1) = 1/8 lies below the mode
    level = sampling.triangular(1.0, 4.0, 25.0)(rng().random(DRAWS))
    assert level.mean() == pytest.approx(10, abs=0.1)
    assert (level < 4).mean() == pytest.approx(1 / 8, abs=0.006)
    assert (level.min() >= 1, level.max() <= 25) == (True, True)


def test_a_triangle_may_peak_at_either_end():
    # P(X < middle) is 3/4 where the mode is the low end, 1/4 where it is the high end
    share = np.linspace(0.0005, 0.9995, 1000)
    assert (sampling.triangular(0, 0, 10)(share) < 5).mean() == pytest.approx(0.75, abs=0.002)
    assert (sampling.triangular(0, 10, 10)(share) < 5).mean() == pytest.approx(0.25, abs=0.002)


@pytest.mark.parametrize("ends", [(2, 1, 3), (1, 4, 3), (1, 1, 1)])
def test_no_triangle_without_order(ends):
    with pytest.raises(ValueError, match="no triangle"):
        sampling.triangular(*ends)


orders = st.permutations(range(5)).flatmap(
    lambda order: st.lists(st.booleans(), min_size=4, max_size=4).map(
        lambda cuts: [group for group in _cut(order, cuts) if group]
    )
)


def _cut(order, cuts):
    groups = [[order[0]]]
    for index, cut in zip(order[1:], cuts, strict=True):
        if cut:
            groups.append([])
        groups[-1].append(index)
    return groups


@given(orders, st.integers(0, 2**32))
def test_ordered_weights_keep_their_order_and_tie_where_it_ties(groups, seed):
    weights = sampling.ordered(rng(seed), groups, 5, 50)
    assert is_a_weighting(weights)
    for group in groups:
        assert np.ptp(weights[group], axis=0) == pytest.approx(0, abs=1e-12)
    heads = weights[[group[0] for group in groups]]
    assert (np.diff(heads, axis=0) <= 1e-12).all()


@given(orders)
def test_the_centre_of_ordered_weights_is_what_the_statement_implies(groups):
    weights = sampling.ordered(rng(), groups, 5, 20_000).mean(axis=1)
    implied = tied_order_centroid([len(group) for group in groups])
    assert weights[[g[0] for g in groups]] == pytest.approx(np.array(implied), abs=0.012)


spans = st.lists(st.tuples(st.floats(0, 0.4), st.floats(0, 0.6)), min_size=2, max_size=6)


@given(spans, st.integers(0, 2**32))
def test_weights_between_ends_stay_there(given_spans, seed):
    lows = [low / len(given_spans) for low, _ in given_spans]
    highs = [
        min(1.0, low + width + 1 / len(given_spans))
        for low, (_, width) in zip(lows, given_spans, strict=True)
    ]
    narrow = [np.array(end) for end in tightened(lows, highs)]
    weights = sampling.between(rng(seed), *narrow, np.array(middle(lows, highs)), 50)
    assert is_a_weighting(weights)
    assert (weights >= np.array(lows)[:, None] - 1e-9).all()
    assert (weights <= np.array(highs)[:, None] + 1e-9).all()


@given(st.lists(st.floats(0.01, 1), min_size=2, max_size=6), st.floats(1, 1000), st.integers(0, 99))
def test_weights_around_any_point_are_weights(raw, concentration, seed):
    centre = np.array(raw) / sum(raw)
    assert is_a_weighting(sampling.around(rng(seed), centre, concentration, 20))
