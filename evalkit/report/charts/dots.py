"""Paired dots: what two or three vendors have on one criterion, and how sure that is."""

from collections.abc import Sequence
from dataclasses import dataclass

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
from evalkit.report.possible import Possible

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

    Parts that count for different vendors stand below each other, to both sides of the start.
    """
    is_one_bar = known * still_open >= 0
    ends = (0.0, known, still_open, known + still_open)
    low, high = min(ends), max(ends)
    across = 100 / (high - low) if high > low else 0.0
    start, turn = -low * across, (known - low) * across
    width, height = abs(still_open) * across, BAR if is_one_bar else BAR / 2
    top = (ROW - BAR) / 2
    begin = turn if is_one_bar else start
    box = (
        min(begin, begin + still_open * across),
        top if is_one_bar else top + height,
        width,
        height,
    )
    return picture(
        label,
        ROW,
        [
            rect("first", min(start, turn), top, abs(turn - start), height),
            hatch("first", *box),
            rect("outline first", *box),
            line("zero", start, 0, start, ROW),
        ],
    )
