"""Shapes in units of a canvas that scales as a whole, for diagrams with boxes around text."""

from collections.abc import Sequence
from typing import Any

Shape = dict[str, Any]
"""`is` says which shape it is, `class` how it looks."""
Point = tuple[float, float]


def rect(look: str, corner: Point, size: Point) -> Shape:
    """A rectangle, placed by its upper left corner."""
    (x, y), (width, height) = map(_rounded, (corner, size))
    return {"is": "rect", "class": look, "x": x, "y": y, "width": width, "height": height}


def line(look: str, start: Point, end: Point) -> Shape:
    """A straight line."""
    (x1, y1), (x2, y2) = map(_rounded, (start, end))
    return {"is": "line", "class": look, "x1": x1, "y1": y1, "x2": x2, "y2": y2}


def polyline(look: str, points: Sequence[Point]) -> Shape:
    """A line through several points."""
    told = " ".join(f"{x},{y}" for x, y in map(_rounded, points))
    return {"is": "polyline", "class": look, "points": told}


def text(look: str, place: Point, words: str, anchor: str = "start") -> Shape:
    """A line of text."""
    x, y = _rounded(place)
    return {"is": "text", "class": look, "x": x, "y": y, "text": words, "anchor": anchor}


def _rounded(point: Point) -> Point:
    # Adding zero turns −0 into 0.
    return round(point[0], 1) + 0.0, round(point[1], 1) + 0.0
