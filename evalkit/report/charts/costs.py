"""The picture of costs: a bar for each vendor, stacked by kind, hatched where not known."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from evalkit.report.charts.axes import Axis, axis, shortened
from evalkit.report.charts.shapes import Picture, Shape, hatch, line, panel, picture, rect, text

Write = Callable[[float], str]
HEIGHT, THIN = 36, 26
"""Heights of a row of a vendor with a cost, and of one without."""
BAR, END = 16, 12
"""Heights of a bar, and of the marks at the ends of a range."""
LABEL = 20
"""Height of the words above a bar, in the picture as a file."""
LETTERS = 38
"""Maximum length of a reason inside a bar."""
OPEN = 1.15
"""How much further than what is known the scale reaches at the least, where more is missing."""


@dataclass(frozen=True)
class CostBar:
    """What a vendor costs by kind, and how sure that is."""

    label: str
    """All of it in words, for those who do not see the picture."""
    parts: tuple[tuple[str, float], ...]
    """The looks and amounts of what is known."""
    ends: tuple[float, float] | None
    """The range of the whole, if it is known."""
    least: float | None
    """The whole at the least, if only that is known."""
    reason: str = ""
    """Why there is no cost at all; empty if there is one."""

    @property
    def is_open(self) -> bool:
        """Whether more may be charged than is known."""
        return bool(self.reason) or self.least is not None

    @property
    def known(self) -> float:
        """The sum of what is known."""
        return sum(amount for _, amount in self.parts)


def scale(bars: Sequence[CostBar]) -> Axis:
    """The scale that all bars share, in percent of the width."""
    ends = [end for bar in bars for end in (bar.ends or ())]
    sums = [bar.known * (OPEN if bar.is_open else 1) for bar in bars]
    credit = [sum(min(amount, 0.0) for _, amount in bar.parts) for bar in bars]
    return axis([0.0, *ends, *sums, *credit], 0, 100)


def ticks(along: Axis, write: Write) -> Picture:
    """The labels above the rows."""
    return picture("", 16, list(_ticks(along, write)))


def _ticks(along: Axis, write: Write) -> Iterator[Shape]:
    for tick in along.ticks:
        x = along.at(tick)
        place = " e" if x > 100 - EDGE else " m" if x > EDGE else ""
        yield text(f"t{place}", x, 12, write(tick))


EDGE = 6
"""Distance from an edge, in percent, within which a label stands inside it."""


def grid(along: Axis, height: float) -> Iterator[Shape]:
    """A line down at each tick."""
    for tick in along.ticks:
        yield line("zero" if tick == 0 else "grid", along.at(tick), 0, along.at(tick), height)


def row(bar: CostBar, along: Axis) -> Picture:
    """One vendor's row."""
    height = THIN if bar.reason else HEIGHT
    top = (height - BAR) / 2
    shapes = [*grid(along, height), *_parts(bar, along, top)]
    start = along.at(max(bar.known, 0.0))
    if bar.is_open:
        shapes.append(hatch("", start, top, 100 - start, BAR))
    if bar.reason:
        near, at = ("e", 99.0) if start > 50 else ("", start)  # noqa: PLR2004  # the middle
        words = shortened(bar.reason, LETTERS)
        shapes.append(text(f"halo {near}".rstrip(), at, height / 2 + 4, words, 0 if near else 8))
    if bar.ends is not None and bar.ends[0] < bar.ends[1]:
        shapes += _range(along.at(bar.ends[0]), along.at(bar.ends[1]), height / 2)
    if bar.least is not None and bar.least < bar.known:
        shapes += _range(along.at(bar.least), start, height / 2, is_closed=False)
    return picture(bar.label, height, shapes)


def _parts(bar: CostBar, along: Axis, top: float) -> Iterator[Shape]:
    """Charges stacked to the right of zero, credits to its left."""
    ends = {True: 0.0, False: 0.0}
    for look, amount in bar.parts:
        start, end = sorted((ends[amount > 0], ends[amount > 0] + amount))
        ends[amount > 0] += amount
        yield rect(look, along.at(start), top, along.at(end) - along.at(start), BAR)


def _range(left: float, right: float, middle: float, *, is_closed: bool = True) -> Iterator[Shape]:
    for look in ("under", "tick"):
        yield line(look, left, middle, right, middle)
        for x in (left, right) if is_closed else (left,):
            yield line(look, x, middle - END / 2, x, middle + END / 2)


def whole(label: str, bars: Sequence[CostBar], write: Write) -> Picture:
    """All rows in one picture with words above them, to stand in a file of its own."""
    along = scale(bars)
    return stacked(label, ticks(along, write), [row(bar, along) for bar in bars])


def stacked(label: str, above: Picture, rows: Sequence[Picture]) -> Picture:
    """Rows below each other with their labels above them and their scale on top."""
    shapes: list[Shape] = [panel(1, 0, 98, above["height"], above["shapes"])]
    y = 20.0
    for drawn in rows:
        shapes.append(text("", 1, y + 14, drawn["label"]))
        shapes.append(panel(1, y + LABEL, 98, drawn["height"], drawn["shapes"]))
        y += LABEL + drawn["height"]
    return picture(label, y, shapes)
