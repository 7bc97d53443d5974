"""Shapes of charts, for a template that places one after the other, and the axes they follow."""

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
"""Sizes of text: of ticks, and of names on a plot."""
NICE = (1, 2, 2.5, 5, 10)
"""Steps of an axis, times a power of ten."""


def rect(look: str, corner: Point, size: Point, title: str = "") -> Shape:
    """A bar from its upper left corner."""
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
    """A mark."""
    x, y = _rounded(centre)
    return {"is": "circle", "class": look, "x": x, "y": y, "radius": radius, "title": title}


def text(look: str, place: Point, words: str, anchor: str = "start") -> Shape:
    """A line of text."""
    x, y = _rounded(place)
    return {"is": "text", "class": look, "x": x, "y": y, "text": words, "anchor": anchor}


def _rounded(point: Point) -> Point:
    # Adding zero makes one zero of the two.
    return round(point[0], 1) + 0.0, round(point[1], 1) + 0.0


def width_of(words: str, size: float) -> float:
    """About how wide a text is."""
    wide = sum(unicodedata.east_asian_width(letter) in "WF" for letter in words)
    return 0.62 * size * (len(words) + 0.7 * wide)


@dataclass(frozen=True)
class Axis:
    """A stretch of numbers on a stretch of the canvas."""

    low: float
    high: float
    start: float
    """Where the low end stands."""
    end: float
    ticks: tuple[float, ...] = ()

    def at(self, number: float) -> float:
        """Where a number stands."""
        return self.start + (number - self.low) / (self.high - self.low) * (self.end - self.start)


def axis(numbers: Sequence[float], start: float, end: float, steps: int = 4) -> Axis:
    """An axis with about so many round steps, on which all the numbers have room.

    It begins and ends at a tick, or a little beyond the numbers where a tick is far away.
    """
    low, high = (min(max(end, -FAR), FAR) for end in (min(numbers), max(numbers)))
    # What is far below the smallest coin is nothing: it would have no round steps.
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
"""No axis goes farther: the distance between two ends would be no number."""
EVEN = 1e-9
"""Of a step: so near to a tick is on it."""


def apart(places: Sequence[float], gap: float, lowest: float, highest: float) -> list[float]:
    """Places moved as little as needed, so that none is nearer than `gap` to the next.

    They stay between the ends, as long as there is room.
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
    """Squares and what they stand for, in as many lines as they need, and how high these are."""
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
    """Level lines at the ticks of an upright axis, named at their left."""
    for tick, said in zip(along.ticks, words, strict=True):
        y = along.at(tick)
        yield line("zero" if tick == 0 else "grid", (left, y), (right, y))
        yield text("tick", (left - 4, y + 3.5), said, "end")
