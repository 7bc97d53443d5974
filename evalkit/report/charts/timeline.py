"""The picture of steps: a bar for each from its first day to its last, and today's line."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from evalkit.report.charts.shapes import Picture, Shape, hatch, line, picture, rect, text

HEIGHT, BAR, AXIS = 26, 12, 16
"""Heights of a row, of its bar, and of the scale above the rows."""
LEAST = 0.6
"""The least width of a bar, in percent."""
TICKS = (0, 50, 100)


@dataclass(frozen=True)
class Days:
    """The days that a timeline shows, and the plan's own."""

    first: datetime.date
    last: datetime.date
    today: datetime.date

    def at(self, day: datetime.date, after: int = 0) -> float:
        """The place of a day's beginning in percent, or of that of a day after it."""
        days = (self.last - self.first).days + 1
        return ((day - self.first).days + after) / days * 100


@dataclass(frozen=True)
class Bar:
    """A step, with all of it in words."""

    label: str
    start: datetime.date
    end: datetime.date
    is_done: bool
    is_late: bool


def axis(first: str, last: str) -> Picture:
    """The first and the last day above the rows."""
    return picture("", AXIS, [text("t", 0, 12, first), text("t e", 100, 12, last)])


def row(found: Bar, span: Days) -> Picture:
    """A step: solid if it is done, hatched if not, in another colour if it is late."""
    left, right = span.at(found.start), span.at(found.end, 1)
    width, top = max(right - left, LEAST), (HEIGHT - BAR) / 2
    colour = "warn" if found.is_late else "first"
    shapes: list[Shape] = [line("grid", tick, 0, tick, HEIGHT) for tick in TICKS]
    if found.is_done:
        shapes.append(rect(colour, left, top, width, BAR))
    else:
        shapes += [
            hatch(colour, left, top, width, BAR),
            rect(f"outline {colour}", left, top, width, BAR),
        ]
    shapes += today(span)
    return picture(found.label, HEIGHT, shapes)


def today(span: Days) -> Sequence[Shape]:
    """The line of the plan's day, if it is among the days shown."""
    if not span.first <= span.today <= span.last:
        return []
    at = (span.at(span.today) + span.at(span.today, 1)) / 2
    return [line("tick", at, 0, at, HEIGHT)]
