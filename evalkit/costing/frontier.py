"""Value for money: who offers most for what is paid.

Source: Goodwin & Wright, Decision Analysis for Management Judgment, chapter 3, who weigh benefits
first and plot them against costs; costs that differ by little count as similar there.
"""

import itertools
import math
from collections.abc import Sequence


def efficient(values: Sequence[float], costs: Sequence[float], tolerance: float = 0.0) -> list[int]:
    """Who is not beaten in value at similar cost, from the cheapest to the dearest.

    Going from the highest value down, a vendor stays unless one that has stayed costs no more, or
    more by no more than `tolerance`; of equal values the cheapest comes first, and those who are
    alike in both stay together. Who was dropped drops nobody else: so nobody is left out over a
    chain of small differences.
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
    """Those of the efficient ones that offer as much or more at similar cost."""
    return [
        better
        for better in kept
        if better != at and values[better] >= values[at] and costs[better] <= costs[at] + tolerance
    ]


def cost_per_extra_point(
    values: Sequence[float], costs: Sequence[float], kept: Sequence[int]
) -> list[float | None]:
    """What a point more costs from each efficient vendor to the next dearer one.

    None between two that are alike.
    """
    return [
        (costs[two] - costs[one]) / (values[two] - values[one])
        if values[two] > values[one]
        else None
        for one, two in itertools.pairwise(kept)
    ]
