"""The picture of what moves a figure most: a bar for each assumption."""

from collections.abc import Sequence
from dataclasses import dataclass

from evalkit.report.charts.axes import Axis, axis
from evalkit.report.charts.costs import Write, grid, stacked, ticks
from evalkit.report.charts.shapes import Picture, line, picture, rect

HEIGHT, BAR = 34, 14


@dataclass(frozen=True)
class SwingBar:
    """What one assumption makes of a figure at each end of its range."""

    label: str
    """All of it in words, for those who do not see the picture."""
    at_low: float
    at_high: float


def scale(swings: Sequence[SwingBar], base: float) -> Axis:
    """The scale that all bars share, in percent of the width."""
    return axis([base, *(end for each in swings for end in (each.at_low, each.at_high))], 0, 100)


def row(swing: SwingBar, base: float, along: Axis) -> Picture:
    """One assumption's bar: from the base to each end, the low end in another colour."""
    middle, top = along.at(base), (HEIGHT - BAR) / 2
    shapes = [*grid(along, HEIGHT)]
    ends = [("second", along.at(swing.at_low)), ("first", along.at(swing.at_high))]
    # The longer one first, so that it hides no other on the same side.
    for look, end in sorted(ends, key=lambda each: -abs(each[1] - middle)):
        shapes.append(rect(look, min(middle, end), top, abs(end - middle), BAR))
    shapes.append(line("zero", middle, 0, middle, HEIGHT))
    return picture(swing.label, HEIGHT, shapes)


def whole(label: str, swings: Sequence[SwingBar], base: float, write: Write) -> Picture:
    """All bars in one picture with words above them, to stand in a file of its own."""
    along = scale(swings, base)
    return stacked(label, ticks(along, write), [row(each, base, along) for each in swings])
