"""When two figures are level: one tolerance for points, values and shares, everywhere."""

from collections.abc import Sequence

SAME = 1e-9
"""Points, values and shares that differ by no more are equal, and amounts in proportion to their
size; the rest is rounding noise."""


def is_level(one: float, other: float) -> bool:
    """Whether two numbers of points, values or shares are equal but for rounding noise."""
    return abs(one - other) <= SAME


def leveled(numbers: Sequence[float]) -> list[float]:
    """Numbers in their order, with each that is level with a higher one made equal to it."""
    found, highest = [0.0] * len(numbers), float("inf")
    for at in sorted(range(len(numbers)), key=lambda at: -numbers[at]):
        if not is_level(highest, numbers[at]):
            highest = numbers[at]
        found[at] = highest
    return found
