"""SVG shapes and axes for the chart templates."""

import itertools
import math
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

Shape = dict[str, Any]
"""`is` says which shape it is, `class` how it looks."""
Point = tuple[float, float]

LEGEND = 18
"""Height of a line of a legend."""
SMALL, PLAIN = 10, 12
"""Text sizes for ticks and for names on a plot."""
NICE = (1, 2, 2.5, 5, 10)
"""Step sizes of an axis, to be multiplied by a power of ten."""


def rect(look: str, corner: Point, size: Point, title: str = "") -> Shape:
    """A rectangle, placed by its upper left corner."""
    (x, y), (width, height) = map(_rounded, (corner, size))
    return {
        "is": "rect", "class": look, "x": x, "y": y, "width": width, "height": height,
        "title": title,
    }  # fmt: skip


def line(look: str, start: Point, end: Point) -> Shape:
    """A straight line."""
    (x1, y1), (x2, y2) = map(_rounded, (start, end))
    return {"is": "line", "class": look, "x1": x1, "y1": y1, "x2": x2, "y2": y2}


def polyline(look: str, points: Sequence[Point]) -> Shape:
    """A line through several points."""
    told = " ".join(f"{x},{y}" for x, y in map(_rounded, points))
    return {"is": "polyline", "class": look, "points": told}


def circle(look: str, centre: Point, radius: float, title: str = "") -> Shape:
    """A circle around a point."""
    x, y = _rounded(centre)
    return {"is": "circle", "class": look, "x": x, "y": y, "radius": radius, "title": title}


def text(look: str, place: Point, words: str, anchor: str = "start") -> Shape:
    """A line of text."""
    x, y = _rounded(place)
    return {"is": "text", "class": look, "x": x, "y": y, "text": words, "anchor": anchor}


def _rounded(point: Point) -> Point:
    # Adding zero turns −0 into 0.
    return round(point[0], 1) + 0.0, round(point[1], 1) + 0.0


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


def legend(entries: Sequence[tuple[str, str]], width: float) -> tuple[list[Shape], float]:
    """A legend of coloured squares with labels, wrapped to `width`, and its height."""
    shapes: list[Shape] = []
    x, y = 0.0, 0.0
    for look, words in entries:
        needed = 15 + width_of(words, PLAIN)
        if x and x + needed > width:
            x, y = 0.0, y + LEGEND
        shapes += [rect(look, (x, y + 2), (10, 10)), text("name", (x + 15, y + 11), words)]
        x += needed + 14
    return shapes, y + LEGEND


def grid(along: Axis, left: float, right: float, words: Sequence[str]) -> Iterator[Shape]:
    """Horizontal grid lines at the ticks of a vertical axis, labelled on the left."""
    for tick, said in zip(along.ticks, words, strict=True):
        y = along.at(tick)
        yield line("zero" if tick == 0 else "grid", (left, y), (right, y))
        yield text("tick", (left - 4, y + 3.5), said, "end")
