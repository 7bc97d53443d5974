"""Random weights, uniform over all permitted ones unless stated otherwise, and ranges.

Weights come in arrays of shape (criteria, draws): every column is ≥ 0 and sums to 1. They are
never uniform numbers divided by their sum, which cluster around equal weights.
"""

from collections.abc import Callable, Sequence

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Quantile = Callable[[Floats], Floats]
"""Function from shares in (0, 1) to the values of a fact."""

SWEEPS = 12
"""Minimum number of passes over all pairs of criteria in hit-and-run sampling; see `between`."""


def uniform(rng: np.random.Generator, count: int, draws: int) -> Floats:
    """Uniform weights of `count` criteria, shape (count, draws).

    The flat Dirichlet distribution, generated from exponentials.
    """
    weights = rng.standard_exponential((count, draws))
    weights /= weights.sum(axis=0)
    return weights


def around(rng: np.random.Generator, centre: Floats, concentration: float, draws: int) -> Floats:
    """Weights near `centre`, shape (count, draws).

    Dirichlet with the parameters centre × concentration. Their mean is the centre, and a weight w
    has the standard deviation √(w (1 − w) / (concentration + 1)). A weight of 0 in the
    centre is 0 in every draw.
    """
    weights = rng.standard_gamma(concentration * centre[:, None], (len(centre), draws))
    weights /= weights.sum(axis=0)
    return weights


def ordered(
    rng: np.random.Generator, groups: Sequence[Sequence[int]], count: int, draws: int
) -> Floats:
    """Uniform weights that respect an order, shape (count, draws).

    `groups` are indices from most to least important; those in one group have equal weight. The
    weights form a simplex whose corner k spreads 1 evenly over the first k groups, so a flat
    Dirichlet mixture of its corners is uniform.
    """
    corners = np.zeros((count, len(groups)))
    members: list[int] = []
    for corner, group in enumerate(groups):
        members.extend(group)
        corners[members, corner] = 1.0 / len(members)
    return corners @ uniform(rng, len(groups), draws)


def between(
    rng: np.random.Generator, lows: Floats, highs: Floats, start: Floats, draws: int
) -> Floats:
    """Uniform weights within intervals, shape (count, draws), by hit-and-run.

    Every draw is a separate walk from `start`, which must lie within them: for each pair of
    criteria in turn, their joint weight is divided anew, uniformly over what the intervals permit.
    Such moves reach all permitted weights and preserve the uniform distribution. The number of
    passes grows with that of criteria, so that the start has no influence.

    Source for the family of methods: Tervonen et al. (2013), European Journal of Operational
    Research 224(3), 552–559.
    """
    weights = np.repeat(start[:, None], draws, axis=1)
    pairs = [(one, two) for one in range(len(start)) for two in range(one)]
    for _ in range(max(SWEEPS, len(start))):
        for one, two in pairs:
            both = weights[one] + weights[two]
            least = np.maximum(lows[one], both - highs[two])
            most = np.minimum(highs[one], both - lows[two])
            weights[one] = least + (most - least) * rng.random(draws)
            weights[two] = both - weights[one]
    np.clip(weights, 0.0, 1.0, out=weights)
    return weights


def triangular(low: float, likely: float, high: float) -> Quantile:
    """Quantiles of the triangular distribution from `low` to `high` with its mode at `likely`.

    Raises ValueError unless low ≤ likely ≤ high and low < high.
    """
    if not (low <= likely <= high and low < high):
        raise ValueError(f"no triangle from {low} over {likely} to {high}")
    width, left, right = high - low, likely - low, high - likely
    turn = left / width

    def level(share: Floats) -> Floats:
        rising = low + np.sqrt(share * width * left)
        falling = high - np.sqrt((1.0 - share) * width * right)
        return np.where(share < turn, rising, falling)

    return level
