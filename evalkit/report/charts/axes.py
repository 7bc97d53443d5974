"""Axes of charts, and room for their labels."""

import itertools
import math
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

NICE = (1, 2, 2.5, 5, 10)
"""Step sizes of an axis, to be multiplied by a power of ten."""


def width_of(words: str, size: float) -> float:
    """The approximate width of a text."""
    wide = sum(unicodedata.east_asian_width(letter) in "WF" for letter in words)
    return 0.62 * size * (len(words) + 0.7 * wide)


@dataclass(frozen=True)
class Axis:
    """A range of numbers mapped to a range of the canvas."""

    low: float
    high: float
    start: float
    """Coordinate of the low end."""
    end: float
    ticks: tuple[float, ...] = ()

    def at(self, number: float) -> float:
        """The coordinate of a number."""
        return self.start + (number - self.low) / (self.high - self.low) * (self.end - self.start)


def axis(numbers: Sequence[float], start: float, end: float, steps: int = 4) -> Axis:
    """An axis that covers all the numbers in about `steps` round steps.

    It begins and ends at ticks, or just beyond the numbers if the next tick is far away.
    """
    low, high = (min(max(end, -FAR), FAR) for end in (min(numbers), max(numbers)))
    # A span far below the smallest coin is treated as zero: it would have no round steps.
    span = max((high - low) or abs(high) or 1.0, 1e-9)
    power = 10.0 ** math.floor(math.log10(span / steps))
    step = next(nice * power for nice in NICE if nice * power * steps >= span * (1 - EVEN))
    first, last = math.floor(low / step + EVEN), math.ceil(high / step - EVEN)
    last = max(last, first + 1)
    ends = [first * step, last * step]
    if low - ends[0] > step / 2:
        first, ends[0] = first + 1, low - step / 8
    if ends[1] - high > step / 2:
        last, ends[1] = last - 1, high + step / 8
    ticks = tuple(place * step for place in range(first, last + 1))
    return Axis(ends[0], ends[1], start, end, ticks)


FAR = 1e300
"""Limit of every axis: beyond it the distance between two ends would overflow."""
EVEN = 1e-9
"""Distance, as a share of a step, at which a number counts as on a tick."""


def apart(places: Sequence[float], gap: float, lowest: float, highest: float) -> list[float]:
    """Positions moved as little as possible to keep them at least `gap` apart.

    They stay between `lowest` and `highest` if there is room.
    """
    order = sorted(range(len(places)), key=lambda at: places[at])
    moved = [min(max(places[at], lowest), highest) for at in order]
    for before, after in itertools.pairwise(range(len(moved))):
        moved[after] = max(moved[after], moved[before] + gap)
    ceiling = highest
    for at in reversed(range(len(moved))):
        moved[at] = max(min(moved[at], ceiling), lowest)
        ceiling = moved[at] - gap
    back = dict(zip(order, moved, strict=True))
    return [back[at] for at in range(len(places))]


def shortened(name: str, most: int) -> str:
    """A name of so many letters, cut with an ellipsis if it is longer."""
    return name if len(name) <= most else f"{name[: most - 1]}…"
