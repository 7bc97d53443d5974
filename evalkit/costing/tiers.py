"""What a volume costs where the price depends on it."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from evalkit.costing.figures import ZERO, Amounts


@dataclass(frozen=True, slots=True)
class Step:
    """A tier: above `lower`, up to and including `upper`, or without an end."""

    lower: Amounts
    upper: Amounts | None
    price: Amounts
    """For each one."""
    fixed: Amounts = ZERO
    """For reaching the tier; of the first one in any case."""


def graduated(volume: Amounts, steps: Sequence[Step]) -> Amounts:
    """Each unit at the price of its own tier.

    Continuous in the volume where no tier but the first has a fixed amount, and never falling
    where no price is negative. What lies beyond the last tier costs nothing here: the caller knows
    that the price list has ended.
    """
    total = volume * 0
    for number, step in enumerate(steps):
        inside = np.maximum(volume - step.lower, 0)
        if step.upper is not None:
            inside = np.minimum(inside, step.upper - step.lower)
        reached = 1 if number == 0 else (volume > step.lower) * 1
        total = total + inside * step.price + step.fixed * reached
    return total


def by_volume(volume: Amounts, steps: Sequence[Step]) -> Amounts:
    """All units at the price of the tier that is reached.

    It may fall at a bound, where the next tier is cheaper for all. What lies beyond the last tier
    costs as much as the last one at its end.
    """
    total = volume * 0
    for number, step in enumerate(steps):
        last = number == len(steps) - 1
        counted = volume
        inside = 1 if number == 0 else (volume > step.lower) * 1
        if step.upper is not None and last:
            counted = np.minimum(volume, step.upper)
        elif step.upper is not None:
            inside = inside * (volume <= step.upper)
        total = total + (counted * step.price + step.fixed) * inside
    return total


MODES = {"graduated": graduated, "volume": by_volume}
