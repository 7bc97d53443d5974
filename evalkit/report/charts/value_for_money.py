"""The chart of value against cost, as shapes."""

import itertools
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from evalkit.evaluation.record.costs import FrontierResult, FrontierVendor
from evalkit.report.charts.axes import Axis, axis, width_of
from evalkit.report.charts.canvas import (
    LEGEND,
    PLAIN,
    WIDTH,
    Point,
    Shape,
    canvas,
    circle,
    grid,
    line,
    polyline,
    shortened,
    text,
)
from evalkit.report.charts.cost_columns import Write
from evalkit.wording.money import Printer
from evalkit.wording.numbers import number, thousands

FIELD_TOP, FIELD_HEIGHT, FIELD_LEFT, FIELD_RIGHT = 22, 220, 28, WIDTH - 14
RADIUS = 5
ARROW = 20
LETTERS = 20


@dataclass(frozen=True)
class Box:
    """An occupied area of the canvas."""

    left: float
    top: float
    right: float
    bottom: float

    def hits(self, other: "Box") -> bool:
        """Whether the two overlap."""
        beside = self.right <= other.left or other.right <= self.left
        return not (beside or self.bottom <= other.top or other.bottom <= self.top)

    @property
    def is_inside(self) -> bool:
        """Whether it lies on the canvas."""
        return self.left >= 0 and self.right <= WIDTH and self.top >= 0


def value_for_money(
    found: FrontierResult, names: Mapping[str, str], printer: Printer
) -> dict[str, Any]:
    """A mark for each vendor by cost and value, and a line through the efficient ones."""
    bottom = FIELD_TOP + FIELD_HEIGHT
    points = Axis(0.0, 100.0, bottom, FIELD_TOP, (0.0, 25.0, 50.0, 75.0, 100.0))
    costs = axis([0.0, *(each.cost for each in found.vendors)], FIELD_LEFT, FIELD_RIGHT)
    places = {each.id: (costs.at(each.cost), points.at(each.value)) for each in found.vendors}
    best = [places[each.id] for each in found.vendors if is_best(each)]
    shapes = [
        text("tick", (0, 10), "points"),
        *grid(points, FIELD_LEFT, FIELD_RIGHT, [number(tick) for tick in points.ticks]),
        *_under(costs, bottom, printer.compact),
        *([polyline("joined", best)] if len(best) > 1 else []),
        *(shape for each in found.vendors for shape in _mark(each, places[each.id], names)),
        *_labels(found.vendors, places, names, list(_along(best))),
    ]
    key, further = _key(found.vendors, bottom + 44)
    title = f"Points without costs, by the present value of costs in {printer.currency}"
    if len(found.vendors) > MOST_NAMED:
        title += f"; {MOST_NAMED} of {thousands(len(found.vendors))} vendors are named"
    return canvas("frontier", title, _FRONTIER, [*shapes, *key], bottom + 54 + further)


_FRONTIER = (
    "One mark for each vendor: the present value of its costs to the right, its points without "
    "costs upwards. A line joins those of best value; grey marks are beaten by "
    "others. A hollow mark with an arrow costs at least so much. The table below holds the numbers."
)


def is_best(vendor: FrontierVendor) -> bool:
    """Whether a vendor's costs are known and no other vendor is better value."""
    return vendor.bound == "exact" and not vendor.beaten_by


def _under(costs: Axis, bottom: float, write: Write) -> Iterator[Shape]:
    for tick in costs.ticks:
        anchor = "end" if costs.at(tick) > FIELD_RIGHT - RADIUS else "middle"
        yield text("tick", (costs.at(tick), bottom + 14), write(tick), anchor)
    yield text("tick", (FIELD_RIGHT, bottom + 27), "present value of costs", "end")


def _mark(vendor: FrontierVendor, place: Point, names: Mapping[str, str]) -> Iterator[Shape]:
    title = f"{names[vendor.id]}: {vendor.text}"
    return _point(_look(vendor), place, title, has_arrow=vendor.bound != "exact")


def _point(look: str, place: Point, title: str, *, has_arrow: bool) -> Iterator[Shape]:
    x, y = place
    if has_arrow:
        tip = (x + ARROW, y)
        yield line("arrow", (x + RADIUS, y), tip)
        yield polyline("arrow", [(tip[0] - 4, y - 3), tip, (tip[0] - 4, y + 3)])
    yield circle(f"dot {look}", place, RADIUS, title)


def _look(vendor: FrontierVendor) -> str:
    kind = _kind(vendor)
    return "hollow beaten" if kind == "hollow" and vendor.beaten_by else kind


def _kind(vendor: FrontierVendor) -> str:
    if vendor.bound != "exact":
        return "hollow"
    return "beaten" if vendor.beaten_by else "best"


def _labels(
    vendors: Sequence[FrontierVendor],
    places: Mapping[str, Point],
    names: Mapping[str, str],
    joined: Sequence[Box],
) -> Iterator[Shape]:
    """Names beside the marks, placed to avoid marks, lines and each other."""
    taken = [*joined, *(_around(places[each.id], each.bound != "exact") for each in vendors)]
    for vendor in _named(vendors):
        words = shortened(names[vendor.id], LETTERS)
        x, y = places[vendor.id]
        tried = list(_beside((x, y), words, vendor.bound != "exact"))
        free = (each for each in tried if each[0].is_inside and not any(map(each[0].hits, taken)))
        box, shape = next(free, tried[0])
        taken.append(box)
        if abs((box.top + box.bottom) / 2 - y) > FAR:
            yield line("lead", (x, y), (x, box.bottom if box.bottom < y else box.top))
        yield shape


def _named(vendors: Sequence[FrontierVendor]) -> Sequence[FrontierVendor]:
    """The vendors to label; the title of each mark names the others."""
    if len(vendors) <= MOST_NAMED:
        return vendors
    return sorted(vendors, key=lambda each: not is_best(each))[:MOST_NAMED]


MOST_NAMED = 40
"""Number of vendors labelled in the chart, the efficient ones first."""
FAR = 20
"""Distance beyond which a name needs a line to its mark."""


MOST_STEPS = 200
"""More steps than it takes to cross the canvas."""


def _along(points: Sequence[Point]) -> Iterator[Box]:
    """Small boxes covering a line through some points."""
    for (x1, y1), (x2, y2) in itertools.pairwise(points):
        steps = min(int(math.hypot(x2 - x1, y2 - y1) // RADIUS), MOST_STEPS) + 1
        for step in range(steps):
            x, y = x1 + (x2 - x1) * step / steps, y1 + (y2 - y1) * step / steps
            yield Box(x - 1, y - 1, x + 1, y + 1)


def _around(place: Point, has_arrow: bool) -> Box:
    x, y = place
    reach = ARROW if has_arrow else RADIUS
    return Box(x - RADIUS - 1, y - RADIUS - 1, x + reach + 1, y + RADIUS + 1)


def _beside(place: Point, words: str, has_arrow: bool) -> Iterator[tuple[Box, Shape]]:
    """Possible positions of a name, the best first."""
    (x, y), wide = place, width_of(words, PLAIN)
    reach = (ARROW if has_arrow else RADIUS) + 4
    for shift in (0, -12, 12, -24, 24, -36, 36, -48, 48, -60, 60):
        for anchor, start, at in (
            ("start", x + reach, x + reach),
            ("end", x - RADIUS - 4 - wide, x - RADIUS - 4),
            ("middle", x - wide / 2, x),
        ):
            base = y + 4 + shift
            box = Box(start, base - 10, start + wide, base + 3)
            yield box, text("name halo", (at, base), words, anchor)


def _key(vendors: Sequence[FrontierVendor], top: float) -> tuple[list[Shape], float]:
    """A key to the kinds of marks in the chart, and its height."""
    looks = {_kind(each) for each in vendors}
    shapes: list[Shape] = []
    x, y = 6.0, top
    for look, words in _MEANINGS.items():
        if look not in looks:
            continue
        reach = (ARROW if look == "hollow" else RADIUS) + 4
        needed = reach + width_of(words, PLAIN)
        if x + needed > WIDTH:
            x, y = 6.0, y + LEGEND
        shapes += _point(look, (x, y), "", has_arrow=look == "hollow")
        shapes.append(text("name", (x + reach, y + 4), words))
        x += needed + ARROW
    return shapes, y - top


_MEANINGS = {
    "best": "best value",
    "beaten": "beaten",
    "hollow": "costs at least so much",
}
