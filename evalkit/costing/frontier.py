"""Value for money: the efficient vendors.

Source: Goodwin & Wright, Decision Analysis for Management Judgment, chapter 3, who weigh benefits
first and plot them against costs, treating small differences in cost as similar.
"""

import itertools
import math
from collections.abc import Sequence


def efficient(values: Sequence[float], costs: Sequence[float], tolerance: float = 0.0) -> list[int]:
    """The vendors not beaten in value at similar cost, from the cheapest to the dearest.

    Vendors are taken from the highest value down, cheapest first. A vendor is dropped if one that
    was kept costs less, the same, or at most `tolerance` more; vendors equal in both are kept
    together. A dropped vendor drops no other, so small differences never add up to a chain.
    """
    order = sorted(range(len(values)), key=lambda at: (-values[at], costs[at], at))
    kept: list[int] = []
    seen: set[tuple[float, float]] = set()
    least = math.inf
    for at in order:
        if (values[at], costs[at]) in seen or least > costs[at] + tolerance:
            kept.append(at)
            seen.add((values[at], costs[at]))
            least = min(least, costs[at])
    return sorted(kept, key=lambda at: (costs[at], values[at]))


def beaten_by(
    values: Sequence[float], costs: Sequence[float], at: int, kept: Sequence[int], tolerance: float
) -> list[int]:
    """The efficient vendors that offer as much or more at similar cost."""
    return [
        better
        for better in kept
        if better != at and values[better] >= values[at] and costs[better] <= costs[at] + tolerance
    ]


def cost_per_extra_point(
    values: Sequence[float], costs: Sequence[float], kept: Sequence[int]
) -> list[float | None]:
    """The cost of an extra point from each efficient vendor to the next dearer one.

    None between two of equal value.
    """
    return [
        (costs[two] - costs[one]) / (values[two] - values[one])
        if values[two] > values[one]
        else None
        for one, two in itertools.pairwise(kept)
    ]
