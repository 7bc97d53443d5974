"""The cost of a volume under tiered pricing."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from evalkit.costing.figures import ZERO, Amounts


@dataclass(frozen=True, slots=True)
class Step:
    """A tier: above `lower`, up to and including `upper`, or unlimited."""

    lower: Amounts
    upper: Amounts | None
    price: Amounts
    """The price per unit."""
    fixed: Amounts = ZERO
    """The fixed amount for reaching the tier; that of the first tier always applies."""


def graduated(volume: Amounts, steps: Sequence[Step]) -> Amounts:
    """Graduated pricing: each unit at the price of its own tier.

    Continuous in the volume if only the first tier has a fixed amount, and never falling if no
    price is negative. Units beyond the last tier cost nothing here: the caller must know that the
    price list has ended.
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
    """Volume pricing: all units at the price of the tier reached.

    The cost may fall at a bound, where the next tier is cheaper for all units. Beyond the last
    tier, it stays at the cost at its end.
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
