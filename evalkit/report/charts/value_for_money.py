"""The picture of value against cost: a mark for each vendor."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from evalkit.report.charts.axes import Axis, apart, axis, shortened
from evalkit.report.charts.costs import EDGE, Write
from evalkit.report.charts.cumulative import BOTTOM, HEIGHT, LEFT, TOP, upwards
from evalkit.report.charts.shapes import Mark, Picture, Shape, line, mark, picture, text

Kind = Literal["best", "beaten", "or_more"]
LOOKS: dict[Kind, str] = {"best": "first", "beaten": "third", "or_more": "hollow"}
"""How the marks of each kind look."""
MOST_NAMED = 10
"""How many vendors have their names beside them, the best value first."""
NAME = 14
"""Height of a name."""
LETTERS = 15
MIDDLE = 56
"""From where on, in percent, names stand on the left of their marks."""


@dataclass(frozen=True)
class Offer:
    """A vendor's points without cost, and its cost."""

    name: str
    value: float
    cost: float
    kind: Kind


def value_for_money(label: str, offers: Sequence[Offer], write: Write) -> Picture:
    """Cost to the right, points upwards; a dashed line marks a cost that may be more."""
    points = Axis(0.0, 100.0, BOTTOM, TOP, (0.0, 25.0, 50.0, 75.0, 100.0))
    costs = axis([0.0, *(each.cost for each in offers)], LEFT, 97)
    shapes = [*upwards(points, LEFT, 100, ["0", "25", "50", "75", "100"])]
    for tick in costs.ticks:
        x = costs.at(tick)
        shapes.append(text("t e" if x > 100 - EDGE else "t m", x, HEIGHT - 18, write(tick)))
    for each in offers:
        shapes += _mark(each, costs.at(each.cost), round(points.at(each.value), 1))
    return picture(label, HEIGHT, [*shapes, *_names(offers, costs, points)])


def _mark(offer: Offer, x: float, y: float) -> Iterator[Shape]:
    if offer.kind == "or_more":
        yield line("curve dashed", x, y, 100, y)
    yield mark(LOOKS[offer.kind], shape_of(offer.kind), x, y)


def shape_of(kind: Kind) -> Mark:
    """The form of a mark, by which kinds differ as well as by colour."""
    return "diamond" if kind == "or_more" else "disc"


def _names(offers: Sequence[Offer], costs: Axis, points: Axis) -> Iterator[Shape]:
    """The names on each side of their marks, moved where they would overlap."""
    named = sorted(offers, key=lambda each: each.kind != "best")[:MOST_NAMED]
    for is_left in (False, True):
        side = [each for each in named if (costs.at(each.cost) > MIDDLE) == is_left]
        heights = [points.at(each.value) for each in side]
        for each, y, place in zip(side, heights, apart(heights, NAME, TOP, BOTTOM), strict=True):
            x = costs.at(each.cost)
            if abs(place - y) > NAME / 2:
                yield line("axis", x, round(y, 1), x, round(place, 1))
            look, shift = ("halo e", -10) if is_left else ("halo", 10)
            yield text(look, x, round(place, 1) + 4, shortened(each.name, LETTERS), shift)
