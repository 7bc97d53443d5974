"""A tornado chart of the difference between two vendors, as shapes."""

from collections.abc import Iterator, Mapping
from typing import Any

from evalkit.evaluation.record.costs import DifferenceResult, TornadoResult
from evalkit.report.charts.axes import Axis, axis, width_of
from evalkit.report.charts.canvas import SMALL, WIDTH, Shape, canvas, line, rect, shortened, text
from evalkit.report.charts.cost_columns import Write
from evalkit.wording.money import Printer

MOST_SWINGS = 10
TOP, ROW, BAR, BAR_TOP = 44, 38, 12, 18
END = 90
"""Maximum width of the text at the end of a bar."""
END_LETTERS, TITLE_LETTERS = 18, 60
NAME_LETTERS = 18


def tornado(found: DifferenceResult, names: Mapping[str, str], printer: Printer) -> dict[str, Any]:
    """A bar for each assumption's effect on the difference, the largest first."""
    swings = found.swings[:MOST_SWINGS]
    along = _axis(found)
    height = TOP + len(swings) * ROW
    base = along.at(found.difference)
    shapes = [
        *_sides(found, names),
        *_scale(along, height, printer.compact),
        line("today", (base, TOP - 8), (base, height)),
        text("tick", (base, TOP - 12), f"likely: {printer.about(found.difference)}", "middle"),
    ]
    for number, swing in enumerate(swings):
        shapes += _swing(swing, base, along, TOP + number * ROW)
    one, other = names[found.one], names[found.other]
    title = f"What drives the difference in net value of {one} and {other}, in {printer.currency}"
    return canvas("difference", title, _TORNADO, shapes, height + 16)


_TORNADO = (
    "One bar for each assumption: how far its low end, fainter, and its high end, fuller, move the "
    "difference in net present value, all others being likely; the largest first. The dashed line "
    "is the difference with all of them likely. The table below holds the numbers."
)


def _axis(found: DifferenceResult) -> Axis:
    """The horizontal axis, with room for text at both ends of the longest bar."""
    swings = found.swings[:MOST_SWINGS]
    words = [_end(end) for each in swings for end in (each.low_end, each.high_end)]
    room = min(max(width_of(end, SMALL) for end in words) + 6, END)
    ends = [end for each in swings for end in (each.at_low, each.at_high)]
    return axis([*ends, found.difference], room, WIDTH - room)


def _end(words: str) -> str:
    return shortened(words, END_LETTERS)


def _sides(found: DifferenceResult, names: Mapping[str, str]) -> Iterator[Shape]:
    """Labels for the vendor that each side favours."""
    one, other = (shortened(names[each], NAME_LETTERS) for each in (found.one, found.other))
    yield text("name", (0, 12), f"← better for {other}")
    yield text("name", (WIDTH, 12), f"better for {one} →", "end")


def _scale(along: Axis, bottom: float, write: Write) -> Iterator[Shape]:
    for tick in along.ticks:
        x = along.at(tick)
        yield line("zero" if tick == 0 else "grid", (x, TOP - 8), (x, bottom))
        yield text("tick", (x, bottom + 12), write(tick), "middle")


def _swing(swing: TornadoResult, base: float, along: Axis, top: float) -> Iterator[Shape]:
    """The title, a bar to each end, and the text of both ends."""
    yield text("label halo", (0, top + 12), shortened(swing.title, TITLE_LETTERS))
    low, high = along.at(swing.at_low), along.at(swing.at_high)
    for look, end, words in (("low", low, swing.low_end), ("high", high, swing.high_end)):
        size = (abs(end - base), BAR)
        yield rect(look, (min(end, base), top + BAR_TOP), size, f"{swing.title}: {words}")
    (left, before), (right, after) = sorted(((low, swing.low_end), (high, swing.high_end)))
    y = top + BAR_TOP + BAR - 2.5
    yield text("tick halo", (min(left, base) - 3, y), _end(before), "end")
    yield text("tick halo", (max(right, base) + 3, y), _end(after))
