"""Rounding that makes printed parts add up to the printed total."""

import math
from collections.abc import Sequence

NOISE = 6
"""Decimals of the last digit shown beyond which a remainder is rounding error."""


def apportioned(
    parts: Sequence[float], digits: int, total: float | None = None
) -> tuple[float, ...]:
    """Round parts so that they add up to the rounded total; each is less than one unit off.

    Every part is rounded down, and the missing units of the last digit go to the parts with the
    largest remainders, earlier ones first in a tie. Parts may be negative. `total` replaces the sum
    of the parts if it was already rounded at a higher level; it must be less than one unit from
    that sum for the parts to stay that close too. Raises ValueError if there is a total but no
    parts, or if a number is not finite.
    """
    if not all(map(math.isfinite, parts)):
        raise ValueError("only finite numbers can be rounded")
    unit = 10**digits
    scaled = [round(part * unit, NOISE) for part in parts]
    floors = [math.floor(part) for part in scaled]
    whole = math.fsum(parts) if total is None else total
    missing = round(round(whole, digits) * unit) - sum(floors)
    if not parts:
        if missing:
            raise ValueError("a total cannot be divided among no parts")
        return ()
    each, further = divmod(missing, len(parts))
    order = sorted(range(len(parts)), key=lambda at: floors[at] - scaled[at])
    raised = set(order[:further])
    return tuple((floor + each + (at in raised)) / unit for at, floor in enumerate(floors))


def within(
    parts: Sequence[float], most: Sequence[float], digits: int, total: float
) -> tuple[float, ...]:
    """Round parts so that they add up to the rounded total, and none exceeds its printed maximum.

    `most` are the maxima as printed, and add up to the total or more. Parts are not negative.
    """
    unit = 10**digits
    caps = [round(each * unit) for each in most]
    scaled = [round(part * unit, NOISE) for part in parts]
    shown = [min(math.floor(part), cap) for part, cap in zip(scaled, caps, strict=True)]
    order = sorted(range(len(parts)), key=lambda at: shown[at] - scaled[at])
    missing = round(total * unit) - sum(shown)
    while missing > 0 and any(map(int.__lt__, shown, caps)):
        for at in order:
            if missing > 0 and shown[at] < caps[at]:
                shown[at] += 1
                missing -= 1
    return tuple(each / unit for each in shown)
