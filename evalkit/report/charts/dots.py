"""Paired dots: what two or three vendors have on one criterion, and how sure that is."""

from collections.abc import Sequence
from dataclasses import dataclass

from evalkit.explanation.possible import Possible
from evalkit.report.charts.intervals import TICKS
from evalkit.report.charts.shapes import (
    Mark,
    Picture,
    Shape,
    hatch,
    line,
    lines,
    mark,
    picture,
    rect,
)

LOOKS = ("first", "second", "third")
MARKS: tuple[Mark, ...] = ("disc", "square", "diamond")
"""The colour and the form by which vendors differ, in their order."""
LANE, TOP, THIN = 13, 11, 6
"""Height of a vendor's lane, place of the first one, and height of what is open."""
BAR, ROW = 16, 26
"""Heights of the bar of a lead, and of its row."""


@dataclass(frozen=True)
class Dot:
    """One vendor's points on a criterion; None where nothing of it applies to the vendor."""

    points: Possible | None
    is_ranked: bool


def row(label: str, dots: Sequence[Dot]) -> Picture:
    """A lane for each vendor with what is open hatched, and a line from mark to mark."""
    height = TOP * 2 + LANE * (len(dots) - 1) - 1
    lanes = [(at, TOP + LANE * at, dot) for at, dot in enumerate(dots)]
    shapes: list[Shape] = [line("grid", tick, 0, tick, height) for tick in TICKS]
    for at, y, dot in lanes:
        if dot.points is not None and dot.points.width > 0:
            shapes += _open(LOOKS[at], dot.points, y - THIN / 2)
    shapes += lines("curve", [(dot.points.value, y) for _, y, dot in lanes if dot.points])
    shapes += [
        mark(LOOKS[at] if dot.is_ranked else "hollow", MARKS[at], dot.points.value, y)
        for at, y, dot in lanes
        if dot.points
    ]
    return picture(label, height, shapes)


def _open(look: str, points: Possible, top: float) -> list[Shape]:
    return [
        rect("ground", points.low, top, points.width, THIN),
        hatch(look, points.low, top, points.width, THIN),
        rect(f"outline {look}", points.low, top, points.width, THIN),
    ]


def lead_in_parts(label: str, known: float, still_open: float) -> Picture:
    """A lead in two parts: solid on facts known about both vendors, hatched on the others.

    Parts that count against each other overlap; a line marks the start.
    """
    total = known + still_open
    low, high = min(0.0, known, total), max(0.0, known, total)
    across = 100 / (high - low) if high > low else 0.0
    start, turn, end = ((value - low) * across for value in (0.0, known, total))
    top = (ROW - BAR) / 2
    known_box = (min(start, turn), top, abs(turn - start), BAR)
    open_box = (min(turn, end), top, abs(end - turn), BAR)
    return picture(
        label,
        ROW,
        [
            rect("first", *known_box),
            hatch("first", *open_box),
            rect("outline first", *open_box),
            line("zero", start, 0, start, ROW),
        ],
    )
