"""The picture of who puts which vendor in which place."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from evalkit.report.charts.axes import shortened
from evalkit.report.charts.shapes import Picture, Shape, circle, lines, picture, text

LOOKS = ("first", "second", "third")
"""Looks of the first three vendors; the others have none of their own."""
ON = {"first": "m on-accent", "second": "m on-second"}
"""Looks of the points in the circles of these."""
TOP, ROW, BELOW, RADIUS = 20, 40, 22, 14
LEFT, RIGHT, FAR_RIGHT = 8.0, 70.0, 76.0
"""Where the first and the last person stand, so that long or short names of vendors fit behind."""
SHORT = 8
"""Letters of a short name of a vendor."""
MOST_LETTERS, MOST_LETTERS_APART = 9, 18
"""Letters of a person's name that fit beside the next one, and if every second one is higher."""
MOST_LETTERS_OF_VENDOR = 12
MOST_IN_A_LINE = 4
"""How many names of people stand in one line on a phone."""


@dataclass(frozen=True)
class Places:
    """One person's order of vendors, with the points that stand in the circles."""

    person: str
    order: tuple[tuple[str, str], ...]
    """Vendor and points, the first place first."""


def bump(label: str, people: Sequence[Places], vendors: Sequence[str]) -> Picture:
    """A column for each person, and a line for each vendor through its places.

    `vendors` are in the order of the ranking, which decides their looks.
    """
    right = FAR_RIGHT if all(len(vendor) <= SHORT for vendor in vendors) else RIGHT
    most = MOST_LETTERS + 1 if right == FAR_RIGHT else MOST_LETTERS
    is_long = any(len(each.person) > most for each in people)
    is_apart = is_long or len(people) > MOST_IN_A_LINE
    top = TOP + (14 if is_apart else 0)
    xs = _columns(len(people), right)
    shapes = list(_names([each.person for each in people], xs, is_apart=is_apart))
    for place, vendor in reversed(list(enumerate(vendors))):
        look = LOOKS[place] if place < len(LOOKS) else ""
        shapes += _vendor(vendor, look, people, xs, top)
    return picture(label, top + len(vendors) * ROW, shapes)


def _columns(count: int, right: float) -> list[float]:
    return [LEFT + (right - LEFT) * place / (count - 1) for place in range(count)]


def _names(names: Sequence[str], xs: Sequence[float], *, is_apart: bool) -> Iterator[Shape]:
    """The names of people above their columns, every second one higher if they are long."""
    most = MOST_LETTERS_APART if is_apart else MOST_LETTERS + 1
    for place, (name, x) in enumerate(zip(names, xs, strict=True)):
        look = "b m" if place == len(names) - 1 else "t m"
        yield text(look, x, 12 + (14 if is_apart and place % 2 == 0 else 0), shortened(name, most))


def _vendor(
    vendor: str, look: str, people: Sequence[Places], xs: Sequence[float], top: int
) -> Iterator[Shape]:
    """A vendor's line, with its points in a circle at each place, and its name at the end."""
    at = [
        next((place, told) for place, (name, told) in enumerate(each.order) if name == vendor)
        for each in people
    ]
    points = [(x, top + BELOW + ROW * place) for x, (place, _) in zip(xs, at, strict=True)]
    yield from lines(f"curve {look}".strip(), points)
    for (x, y), (_, told) in zip(points, at, strict=True):
        yield circle(f"disc {look}".strip(), x, y, RADIUS)
        yield text(ON.get(look, "m"), x, y + 4, told)
    (x, y), shown = points[-1], _cut(vendor)
    yield text("b" if look == "first" else "", x, y + 4, shown, RADIUS + 6)


def _cut(vendor: str) -> str:
    """A vendor's name cut to fit: in its middle if what tells it apart is in brackets behind it."""
    half = MOST_LETTERS_OF_VENDOR // 2
    if vendor.endswith(")") and len(vendor) > MOST_LETTERS_OF_VENDOR:
        return f"{vendor[: half - 1]}…{vendor[-half:]}"
    return shortened(vendor, MOST_LETTERS_OF_VENDOR)
