"""The picture of page one: from how many points to how many each vendor may have."""

from collections.abc import Sequence
from dataclasses import dataclass

from evalkit.report.charts.shapes import (
    Picture,
    Shape,
    hatch,
    line,
    mark,
    panel,
    picture,
    rect,
    text,
)

TICKS = (0, 25, 50, 75, 100)
TALL, THIN = 46, 30
"""Heights of a row of a ranked vendor, and of another."""
BAR, RANGE = 16, 10
"""Heights of a bar and of a range without one."""
LABEL = 22
"""Height of a vendor's name above its bar, in the picture as a file."""


@dataclass(frozen=True)
class Interval:
    """A vendor's points, at least and at most, and by the plan's rule for what is open."""

    label: str
    """All of it in words, for those who do not see the picture."""
    low: float
    high: float
    score: float
    is_ranked: bool
    is_tall: bool
    overlap: tuple[float, float] | None
    """The points that all finalists may have, if it is one of them."""


def axis() -> Picture:
    """The scale above the rows, from 0 to 100."""
    ends = {0: "t", 100: "t e"}
    return picture("", 16, [text(ends.get(tick, "t m"), tick, 12, str(tick)) for tick in TICKS])


def row(found: Interval) -> Picture:
    """One vendor's row: solid to its points at least, hatched to its points at most.

    A vendor that is not ranked has a thin hatched range and no bar from 0.
    """
    height = TALL if found.is_tall else THIN
    shapes: list[Shape] = []
    if found.overlap is not None:
        low, high = found.overlap
        shapes.append(rect("overlap", low, 0, high - low, height))
    shapes += [line("grid", tick, 0, tick, height) for tick in TICKS]
    shapes += _bar(found, height / 2) if found.is_ranked else _range(found, height / 2)
    return picture(found.label, height, shapes)


def _bar(found: Interval, middle: float) -> list[Shape]:
    top, width = middle - BAR / 2, found.high - found.low
    return [
        rect("first", 0, top, found.low, BAR),
        rect("ground", found.low, top, width, BAR),
        hatch("first", found.low, top, width, BAR),
        rect("outline first", found.low, top, width, BAR),
        mark("", "tick", found.score, middle),
    ]


def _range(found: Interval, middle: float) -> list[Shape]:
    top, width = middle - RANGE / 2, found.high - found.low
    return [
        hatch("", found.low, top, width, RANGE),
        rect("outline", found.low, top, width, RANGE),
    ]


def whole(label: str, rows: Sequence[Interval]) -> Picture:
    """All rows in one picture with the names above them, to stand in a file of its own."""
    named = [(found.label, "b" if found.is_ranked else "", row(found)) for found in rows]
    return stacked(label, named)


def stacked(label: str, rows: Sequence[tuple[str, str, Picture]]) -> Picture:
    """Rows under their scale in one picture, each below its words, which have a look."""
    shapes: list[Shape] = [panel(1, 0, 98, 16, axis()["shapes"])]
    y = 20.0
    for words, look, drawn in rows:
        shapes.append(text(look, 1, y + 14, words))
        shapes.append(panel(1, y + LABEL, 98, drawn["height"], drawn["shapes"]))
        y += LABEL + drawn["height"]
    return picture(label, y, shapes)
