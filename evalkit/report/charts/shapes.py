"""Shapes of pictures that are as wide as their place, with text of one size at any width.

Places and lengths across are percent of the width, 0 to 100; places and lengths down are pixels. A
picture has no viewBox, so it is drawn anew at every width by its own coordinates. A line through
several points is a line for each two of them. Looks are classes of `charts.css`.
"""

import itertools
from collections.abc import Iterator, Sequence
from typing import Any, Literal

Shape = dict[str, Any]
"""`is` says which shape it is, `class` how it looks."""
Picture = dict[str, Any]
"""What the macro `draw` draws: a label in words, a height in pixels, and shapes."""
Mark = Literal["disc", "square", "diamond", "tick"]


def across(percent: float) -> str:
    """A place or length across, as it is written."""
    # Adding zero turns −0 into 0.
    return f"{round(percent, 2) + 0.0}%"


def rect(look: str, x: float, y: float, width: float, height: float) -> Shape:
    """A rectangle, placed by its upper left corner."""
    return {"is": "rect", "class": look, **_box(x, y, width, height)}


def hatch(look: str, x: float, y: float, width: float, height: float) -> Shape:
    """A hatched rectangle: one thick dashed line, slanted and clipped, which prints sharp."""
    return {"is": "hatch", "class": look, **_box(x, y, width, height), "middle": height / 2}


def line(look: str, x1: float, y1: float, x2: float, y2: float) -> Shape:
    """A straight line."""
    return {"is": "line", "class": look, "x1": across(x1), "y1": y1, "x2": across(x2), "y2": y2}


def lines(look: str, points: Sequence[tuple[float, float]]) -> Iterator[Shape]:
    """A line through several points, each given across and down."""
    for (x1, y1), (x2, y2) in itertools.pairwise(points):
        yield line(look, x1, y1, x2, y2)


def text(look: str, x: float, y: float, words: str, shift: int = 0) -> Shape:
    """A line of text on a base line, moved by some pixels; `e` and `m` end or centre it there."""
    return {"is": "text", "class": look, "x": across(x), "y": y, "text": words, "shift": shift}


def circle(look: str, x: float, y: float, radius: float) -> Shape:
    """A circle around a point."""
    return {"is": "circle", "class": look, "x": across(x), "y": y, "radius": radius}


def mark(look: str, kind: Mark, x: float, y: float) -> Shape:
    """A mark of fixed size around a point: vendors differ by its form as well as by colour."""
    return {"is": kind, "class": look, "x": across(x), "y": y}


def panel(x: float, y: float, width: float, height: float, shapes: Sequence[Shape]) -> Shape:
    """A picture inside a picture, with percents of its own width."""
    return {"is": "panel", **_box(x, y, width, height), "shapes": list(shapes)}


def picture(label: str, height: float, shapes: Sequence[Shape]) -> Picture:
    """A picture; one without a label is hidden from screen readers, if text beside it says all."""
    return {"label": label, "height": height, "shapes": list(shapes)}


def _box(x: float, y: float, width: float, height: float) -> dict[str, Any]:
    return {"x": across(x), "y": y, "width": across(max(width, 0)), "height": height}
