"""Shapes in units of a canvas that scales as a whole, for diagrams with boxes around text."""

from collections.abc import Iterator, Sequence
from typing import Any

from evalkit.report.charts.axes import Axis, width_of
from evalkit.wording.numbers import significant

Shape = dict[str, Any]
"""`is` says which shape it is, `class` how it looks."""
Point = tuple[float, float]

WIDTH = 400
ROW = 40
BAR_HEIGHT = 14
LABEL_BASELINE = 14
BAR_TOP = 20
WIDE_ENOUGH_FOR_NUMBER = 13
COLOURS = 8
AXIS = 14
"""Height of the line that labels the end of a scale."""
LABEL = 36
"""Maximum length of a name above a bar."""
STEPS = (0.1, 0.2, 0.25, 0.5, 1.0)
"""Possible upper ends of a scale of shares."""
LETTERS = 16
"""Maximum length of a name beside a line."""
LEGEND = 18
"""Height of a line of a legend."""
SMALL, PLAIN = 10, 12
"""Text sizes for ticks and for names on a plot."""


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


def chart(name: str, title: str, description: str, rows: list[dict[str, Any]]) -> dict[str, Any]:
    """The parts common to all charts: name, title, text description and rows."""
    return {
        "name": name,
        "title": title,
        "description": description,
        "width": WIDTH,
        "height": max(len(rows), 1) * ROW + 4,
        "bar_height": BAR_HEIGHT,
        "rows": rows,
    }


def with_axis(drawn: dict[str, Any], end: float, unit: str) -> dict[str, Any]:
    """A bar chart whose scale ends before 100, with the end labelled below it."""
    height = drawn["height"] + AXIS
    return drawn | {
        "end": f"{significant(end * 100, 6)}{unit}",
        "height": height,
        "axis_y": height - 2,
    }


def label(name: str) -> str:
    """A name, cut to leave room for the figure beside it."""
    return name if len(name) <= LABEL else name[: LABEL - 1] + "…"


def places(number: int) -> dict[str, Any]:
    """Positions of the label and the bar of a row."""
    top = number * ROW
    return {
        "label_y": top + LABEL_BASELINE,
        "bar_y": top + BAR_TOP,
        "number_y": top + BAR_TOP + BAR_HEIGHT - 3,
        "mark_y": top + BAR_TOP - 3,
        "mark_height": BAR_HEIGHT + 6,
    }


def canvas(
    name: str, title: str, description: str, shapes: Sequence[Shape], height: float
) -> dict[str, Any]:
    """A chart made only of shapes."""
    return chart(name, title, description, []) | {
        "height": round(height, 1),
        "shapes": list(shapes),
    }


def shortened(name: str, most: int = LETTERS) -> str:
    """A name, cut with an ellipsis if it is too long."""
    return name if len(name) <= most else f"{name[: most - 1]}…"
