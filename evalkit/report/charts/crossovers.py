"""Small pictures, one for each criterion: points of the first vendors by the criterion's weight."""

import itertools
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from evalkit.report.charts.shapes import Picture, Shape, line, lines, mark, picture, text

HEIGHT, TOP, BOTTOM = 132, 8, 18
"""Heights of a picture, of the room above the plot, and of the room for its words below."""
LOOKS = ("first", "second", "third")
"""Looks of the first vendors; all others look alike."""
STEP = 20
"""The ends of the scale of points are multiples of this."""

Curve = Sequence[tuple[float, float]]
"""Weights in shares of 1, each with points."""


@dataclass(frozen=True)
class Panel:
    """The points of some vendors by one weight, and the weights at which first place changes."""

    label: str
    today: float
    curves: Sequence[Curve]
    changes: Sequence[float]


def scale(curves: Iterable[Curve]) -> tuple[float, float]:
    """Round ends of a scale for the points of all pictures, at least one step apart."""
    points = [score for curve in curves for _, score in curve] or [0.0, 100.0]
    low = math.floor(min(points) / STEP) * STEP
    return low, max(math.ceil(max(points) / STEP) * STEP, low + STEP)


def look(place: int) -> str:
    """The look of the vendor in a place, from 0 on."""
    return LOOKS[place] if place < len(LOOKS) else ""


def panel(found: Panel, ends: tuple[float, float], words: Sequence[str]) -> Picture:
    """One criterion; the words are those of the scale's low and high end, and of 0 and 100%."""
    low, high, none, all_ = words
    base = HEIGHT - BOTTOM
    shapes: list[Shape] = [
        line("grid", 0, TOP, 100, TOP),
        line("axis", 0, base, 100, base),
        line("zero", found.today * 100, TOP, found.today * 100, base),
    ]
    for place, curve in reversed(list(enumerate(found.curves))):
        points = [(weight * 100, _down(score, ends)) for weight, score in curve]
        shapes += lines(f"curve {look(place)}".strip(), points)
    leader = found.curves[0] if found.curves else []
    for weight in found.changes:
        y = _down(_at(leader, weight), ends)
        shapes.append(mark("hollow", "disc", weight * 100, y))
    return picture(
        found.label,
        HEIGHT,
        [
            *shapes,
            text("t halo", 0, TOP + 12, high),
            text("t halo", 0, base - 4, low),
            text("t", 0, HEIGHT - 4, none),
            text("t e", 100, HEIGHT - 4, all_),
        ],
    )


def _down(score: float, ends: tuple[float, float]) -> float:
    low, high = ends
    share = (score - low) / (high - low)
    return round(HEIGHT - BOTTOM - share * (HEIGHT - BOTTOM - TOP), 1)


def _at(curve: Curve, weight: float) -> float:
    """The points at a weight, on a straight line between the two beside it."""
    for (x1, y1), (x2, y2) in itertools.pairwise(curve):
        if x1 <= weight <= x2:
            return y1 + (y2 - y1) * (weight - x1) / (x2 - x1)
    return curve[-1][1]
