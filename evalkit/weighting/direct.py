"""Weights given directly as numbers."""

import math
from collections.abc import Sequence

Weights = tuple[float, ...]
"""A weight for each criterion, none below 0, summing to 1."""


def proportional(points: Sequence[float]) -> Weights:
    """Weights in proportion to points, whatever their total.

    Raises ValueError if a number is negative or not finite, or if all are zero.
    """
    if not all(point >= 0 and math.isfinite(point) for point in points):
        raise ValueError("points are finite and not negative")
    largest = max(points, default=0.0)
    if largest == 0:
        raise ValueError("some points are above zero")
    # Divide by the largest first: the sum of very large numbers could overflow.
    shares = [point / largest for point in points]
    total = math.fsum(shares)
    return tuple(share / total for share in shares)
