"""The picture of section 6: how often a vendor comes first, by two ways of varying what is open."""

from dataclasses import dataclass

from evalkit.report.charts.shapes import Picture, Shape, hatch, line, picture, rect, text

TICKS = (0, 25, 50, 75, 100)
BAR, GAP, THIN = 10, 3, 18
"""Heights of a bar, of the gap between two, and of a row with one bar only."""
HEIGHT = 2 * BAR + 3 * GAP


@dataclass(frozen=True)
class Wins:
    """How often a vendor comes first, in shares of 1, with all of it in words."""

    label: str
    alone: float | None
    """With each open fact by itself; None of a vendor that is not ranked."""
    alike: float
    """With all open facts of a vendor good or bad together."""


def axis(words: tuple[str, str]) -> Picture:
    """The scale above the bars, with the words for its ends."""
    none, all_ = words
    return picture("", 16, [text("t", 0, 12, none), text("t e", 100, 12, all_)])


def bars(found: Wins) -> Picture:
    """A vendor's two bars, one below the other: solid, and hatched where facts move together."""
    height = HEIGHT if found.alone is not None else THIN
    shapes: list[Shape] = [line("grid", tick, 0, tick, height) for tick in TICKS]
    if found.alone is not None:
        shapes.append(rect("first", 0, GAP, found.alone * 100, BAR))
    top = height - BAR - GAP
    look = "first" if found.alone is not None else ""
    shapes += [
        hatch(look, 0, top, found.alike * 100, BAR),
        rect(f"outline {look}".strip(), 0, top, found.alike * 100, BAR),
    ]
    return picture(found.label, height, shapes)
