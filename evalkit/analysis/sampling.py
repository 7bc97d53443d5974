"""Weights and facts drawn at random, each draw as likely as any other that is allowed.

Weights come in arrays of shape (criteria, draws): every column is ≥ 0 and sums to 1. They are
never uniforms divided by their sum, which crowd around equal weights.
"""

from collections.abc import Callable, Sequence

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Quantile = Callable[[Floats], Floats]
"""From shares in (0, 1) to values: how one fact is drawn."""

SWEEPS = 12
"""Passes over all pairs of criteria in one hit-and-run, at least; see `between`."""


def uniform(rng: np.random.Generator, count: int, draws: int) -> Floats:
    """All weights of `count` criteria, each as likely as any other; shape (count, draws).

    The flat Dirichlet distribution, made from exponentials.
    """
    weights = rng.standard_exponential((count, draws))
    weights /= weights.sum(axis=0)
    return weights


def around(rng: np.random.Generator, centre: Floats, concentration: float, draws: int) -> Floats:
    """Weights near `centre`, shape (count, draws).

    Dirichlet with the parameters centre × concentration. Their mean is the centre, and a weight w
    has the standard deviation √(w (1 − w) / (concentration + 1)). What weighs nothing in the
    centre weighs nothing in any draw.
    """
    weights = rng.standard_gamma(concentration * centre[:, None], (len(centre), draws))
    weights /= weights.sum(axis=0)
    return weights


def ordered(
    rng: np.random.Generator, groups: Sequence[Sequence[int]], count: int, draws: int
) -> Floats:
    """All weights that keep an order, shape (count, draws).

    `groups` are indices from most to least important; those in one group weigh the same. The
    weights form a simplex whose corner k spreads 1 evenly over the first k groups, so mixing its
    corners by a flat Dirichlet draws from all of it evenly.
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
    """All weights within intervals, shape (count, draws), by hit-and-run.

    Every draw is a walk of its own from `start`, which must lie within: for each pair of criteria
    in turn, what the two weigh together is divided anew, evenly over all that their intervals
    allow. Such moves reach every allowed weight and leave the even distribution as it is. Passes
    grow with the number of criteria, so that the start is forgotten.

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


def evenly(low: float, high: float) -> Quantile:
    """Anything from `low` to `high`, each value as likely as any other."""
    return lambda share: low + (high - low) * share


def one_of(values: Sequence[float]) -> Quantile:
    """One of some values, each as likely as any other."""
    table = np.asarray(values, dtype=np.float64)
    return lambda share: table[np.minimum((share * len(table)).astype(np.intp), len(table) - 1)]


def triangular(low: float, likely: float, high: float) -> Quantile:
    """Between `low` and `high`, most often near `likely`: the inverse of its distribution.

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
