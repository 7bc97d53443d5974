"""The picture of money over the years: a line for each vendor, with its name at the end."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from evalkit.report.charts.axes import Axis, apart, axis, shortened
from evalkit.report.charts.costs import Write
from evalkit.report.charts.shapes import Picture, Shape, circle, line, lines, picture, text

HEIGHT, TOP, BOTTOM = 200, 14, 166
LEFT, RIGHT = 12, 68
"""Where the lines start and end, in percent; what is right of that is for names."""
NAME = 30
"""Height of a name with its amount."""
LETTERS = 15
MOST_YEARS = 6
"""How many years are labelled."""


@dataclass(frozen=True)
class Course:
    """What a vendor has brought, or cost, by the end of each year."""

    name: str
    amount: str
    """What it is at the end, as printed."""
    amounts: tuple[float, ...]
    is_exact: bool
    look: str


def cumulative(
    label: str, courses: Sequence[Course], years: Sequence[str], write: Write
) -> Picture:
    """A line for each vendor, dashed if it is only a bound."""
    ends = [0.0, *(amount for each in courses for amount in each.amounts)]
    upright = axis(ends, BOTTOM, TOP)
    along = Axis(0.0, float(max(len(years) - 1, 1)), LEFT, RIGHT)
    shapes = [*upwards(upright, LEFT, RIGHT, [write(tick) for tick in upright.ticks])]
    shapes += _years(years, along)
    for each in courses:
        points = [(along.at(at), upright.at(found)) for at, found in enumerate(each.amounts)]
        look = each.look if each.is_exact else f"{each.look} dashed"
        shapes += [*lines(f"curve {look}", points), circle(f"mark {each.look}", *points[-1], 3.5)]
    return picture(label, HEIGHT, [*shapes, *_names(courses, upright)])


def upwards(along: Axis, left: float, right: float, words: Sequence[str]) -> Iterator[Shape]:
    """Lines across at the ticks of an upright axis, with their labels on the left."""
    for tick, said in zip(along.ticks, words, strict=True):
        y = round(along.at(tick), 1)
        yield line("zero" if tick == 0 else "grid", left, y, right, y)
        yield text("t", 0, y + 4, said)


def _years(years: Sequence[str], along: Axis) -> Iterator[Shape]:
    step = -(-max(len(years) - 1, 1) // (MOST_YEARS - 1))
    for at in range(0, len(years), step):
        yield text("t m", along.at(at), HEIGHT - 6, years[at])


def _names(courses: Sequence[Course], upright: Axis) -> Iterator[Shape]:
    """Each line's name and amount at its end, moved where they would overlap."""
    ends = [upright.at(each.amounts[-1]) for each in courses]
    places = apart(ends, NAME, TOP, BOTTOM)
    for each, place in zip(courses, places, strict=True):
        y = round(place, 1)
        yield text("b", RIGHT, y, shortened(each.name, LETTERS), 10)
        yield text("t", RIGHT, y + 14, each.amount, 10)
