"""The diagram of systems, as positioned shapes for inline SVG."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from evalkit.diagnostics.visible import visible
from evalkit.report.charts.axes import width_of
from evalkit.report.specification.canvas import Shape, line, polyline, rect, text

WIDTH = 420
SIDE = 96
"""Width of a system at the side of the context diagram."""
SMALL = 11
LEAD = 14
"""Distance between lines of text."""
HEAD = 6
"""Length of an arrow's head."""
ELLIPSIS = "…"


@dataclass(frozen=True)
class Arrow:
    """Data passing from one system to another."""

    start: str
    end: str
    label: str


@dataclass(frozen=True)
class Diagram:
    """Systems by key and the arrows between them, both in order."""

    name: str
    title: str
    systems: dict[str, str]
    arrows: tuple[Arrow, ...]
    masters: dict[str, str] = field(default_factory=dict)
    """Master systems in the context diagram, with the flows they are master for."""

    @property
    def description(self) -> str:
        """A text description of the diagram, for screen readers."""
        names = {**self.systems, **{name: name for name in self.masters}}
        told = [f"{names[a.start]} to {names[a.end]}: {a.label}" for a in self.arrows]
        told += [f"{name}: {counts}" for name, counts in self.masters.items()]
        return ". ".join(told) + "."


def context_drawn(diagram: Diagram) -> dict[str, Any]:
    """A context diagram: shop on the left, vendor on the right, an arrow for each flow."""
    shop, *between, vendor = diagram.systems
    shapes: list[Shape] = []
    y = 22.0
    left, right = float(SIDE), float(WIDTH - SIDE)
    for arrow in diagram.arrows:
        if "middleware" not in {arrow.start, arrow.end} or arrow.start in {shop, vendor}:
            lines = wrapped(arrow.label, right - left - 16, SMALL, 3)
            shapes += _lines(lines, ((left + right) / 2, y), "middle")
            y += LEAD * len(lines) - 6
            passes = "middleware" in {arrow.start, arrow.end}
            shapes += _between(arrow.start == shop, y, left, right, passes=passes)
            y += 30 if passes else 24
    shapes = [
        *_system(diagram.systems[shop], (0.5, 0.5), (SIDE - 1, max(y, 70) - 6)),
        *_system(diagram.systems[vendor], (right, 0.5), (SIDE - 1, max(y, 70) - 6)),
        *shapes,
    ]
    y = max(y, 70) + 4
    if between:
        shapes += _lines(["□ goes through the middleware"], (WIDTH / 2, y + 8), "middle", "tick")
        y += 18
    for name, counts in diagram.masters.items():
        drawn, y = _master(name, counts, y)
        shapes += drawn
    return _chart(diagram, shapes, y)


def _between(
    forward: bool, y: float, left: float, right: float, *, passes: bool
) -> Iterator[Shape]:
    ends = (left + 3, right - 3) if forward else (right - 3, left + 3)
    yield line("arrow", (ends[0], y), (ends[1], y))
    yield _head(ends[1], y, 1 if forward else -1)
    if passes:
        yield rect("frame", ((left + right) / 2 - 6, y - 6), (12, 12))


def _head(x: float, y: float, way: int) -> Shape:
    back = x - way * HEAD
    return polyline("arrow", [(back, y - HEAD / 2), (x, y), (back, y + HEAD / 2)])


def _system(name: str, corner: tuple[float, float], size: tuple[float, float]) -> Iterator[Shape]:
    yield rect("frame", corner, size)
    lines = wrapped(name, size[0] - 8, SMALL, 4)
    middle = corner[0] + size[0] / 2
    top = corner[1] + size[1] / 2 - LEAD * (len(lines) - 1) / 2 + 4
    yield from _lines(lines, (middle, top), "middle")


def _master(name: str, counts: str, y: float) -> tuple[list[Shape], float]:
    named = wrapped(name, SIDE - 9, SMALL, 3)
    told = wrapped(counts, WIDTH - SIDE - 30, SMALL, 4)
    height = LEAD * max(len(named), len(told)) + 10
    shapes = [
        *_system(name, (0.5, y + 8), (SIDE - 1, height)),
        line("today", (SIDE / 2, y - 9), (SIDE / 2, y + 8)),
        *_lines(told, (SIDE + 10, y + 8 + LEAD), "start"),
    ]
    return shapes, y + height + 14


def _lines(
    lines: Sequence[str], place: tuple[float, float], anchor: str, look: str = "name"
) -> Iterator[Shape]:
    x, y = place
    for number, words in enumerate(lines):
        yield text(look, (x, y + LEAD * number), words, anchor)


def wrapped(words: str, width: float, size: float, most: int) -> list[str]:
    """Text wrapped to at most `most` lines; the rest is cut with an ellipsis."""
    lines = [""]
    for word in _pieces(visible(words), width, size):
        longer = f"{lines[-1]} {word}".strip()
        if width_of(longer, size) <= width or not lines[-1]:
            lines[-1] = longer
        else:
            lines.append(word)
        if len(lines) > most:
            break
    if len(lines) > most:
        kept = lines[most - 1]
        while kept and width_of(kept + ELLIPSIS, size) > width:
            kept = kept[:-1]
        lines = [*lines[: most - 1], kept + ELLIPSIS]
    return lines


def _pieces(words: str, width: float, size: float) -> Iterator[str]:
    """Words, split where they are wider than a line."""
    # This many letters never fit, so the rest need not be measured.
    most = int(width / width_of("x", size)) + 2
    for word in words.split():
        start = 0
        while start < len(word):
            rest = word[start : start + most]
            if width_of(rest, size) > width:
                ends = range(len(rest) - 1, 1, -1)
                fits = next((n for n in ends if width_of(rest[:n], size) <= width), 1)
                rest = rest[:fits]
            yield rest
            start += len(rest)


def _chart(diagram: Diagram, shapes: Sequence[Shape], height: float) -> dict[str, Any]:
    return {
        "name": diagram.name,
        "width": WIDTH,
        "height": round(height + 6, 1),
        "title": diagram.title,
        "description": diagram.description,
        "shapes": list(shapes),
    }
