"""Weights that were given as numbers."""

import math
from collections.abc import Sequence

Weights = tuple[float, ...]
"""Shares of the worth of all swings, one for each criterion; none below 0, summing to 1."""


def proportional(points: Sequence[float]) -> Weights:
    """Weights in proportion to points that somebody handed out, in any total.

    Raises ValueError if a number is negative or not finite, or if all are zero.
    """
    if not all(point >= 0 and math.isfinite(point) for point in points):
        raise ValueError("points are finite and not negative")
    largest = max(points, default=0.0)
    if largest == 0:
        raise ValueError("some points are above zero")
    # By the largest first: the sum of very large numbers would not be finite.
    shares = [point / largest for point in points]
    total = math.fsum(shares)
    return tuple(share / total for share in shares)
