"""Charts of vendors' costs over the years, as shapes."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from evalkit.evaluation.record.costs import CostsResult, VendorCosts
from evalkit.report.charts.axes import Axis, axis, width_of
from evalkit.report.charts.canvas import (
    SMALL,
    WIDE_ENOUGH_FOR_NUMBER,
    WIDTH,
    Shape,
    canvas,
    grid,
    label,
    legend,
    rect,
    text,
)
from evalkit.wording.money import Printer

Write = Callable[[float], str]

MOST_DRAWN = 8
"""Number of vendors, from the top of the ranking, that a chart has room and colours for."""
KINDS = {
    "one_off": "paid once",
    "recurring": "paid by period",
    "usage": "paid for use",
    "tiered": "paid for use, in tiers",
    "internal": "own work",
}
"""Kinds of costs, in stacking order."""

PANEL, PLOT_TOP, PLOT_HEIGHT = 104, 32, 52
WIDEST_BAR = 46
YEAR = 18
"""Width of a year's label, including the gap."""
STEPS = (1, 2, 5, 10)
ROOM = 7
"""Number of years whose totals fit side by side."""


def by_kind(costs: CostsResult, names: Mapping[str, str], printer: Printer) -> dict[str, Any]:
    """A panel for each vendor, with its yearly costs as columns stacked by kind."""
    vendors = [each for each in costs.vendors if any(each.costs)][:MOST_DRAWN]
    stacks = {vendor.id: _stacks(vendor) for vendor in vendors}
    kinds = [k for k in KINDS if any(k in year for all_ in stacks.values() for year in all_)]
    looks = {kind: f"c{place}" for place, kind in enumerate(kinds, start=1)}
    ends = [end for all_ in stacks.values() for year in all_ for end in _ends(year)]
    shapes, top = legend(
        [(looks[kind], f"{place} {KINDS[kind]}") for place, kind in enumerate(kinds, start=1)],
        WIDTH,
    )
    for vendor in vendors:
        upright = axis([0.0, *ends], top + PLOT_TOP + PLOT_HEIGHT, top + PLOT_TOP, 2)
        shapes += [
            text("label", (0, top + 14), label(names[vendor.id])),
            text("value", (WIDTH, top + 14), vendor.total_cost.without_range, "end"),
            *_columns(stacks[vendor.id], looks, upright, printer.compact),
        ]
        top += PANEL
    title = f"Costs by kind and year, with their total, in {costs.currency}; year 0 is the signing"
    return canvas("costs", title + limited(costs), _BY_KIND, shapes, top)


_BY_KIND = (
    "One panel for each vendor with a column for each year, made of its costs by kind in the order "
    "of the legend, from below. All panels have the same scale. Where not all costs are known, the "
    "panel says that they are at least so high. The cash flows below hold the numbers."
)


def limited(costs: CostsResult) -> str:
    """A note if there are more vendors than fit; else empty."""
    return f"; the first {MOST_DRAWN} vendors" if len(costs.vendors) > MOST_DRAWN else ""


def _stacks(vendor: VendorCosts) -> list[dict[str, float]]:
    """Each year's total for each kind of cost, without zeros."""
    years: list[dict[str, float]] = [{} for _ in vendor.costs]
    for item in vendor.items:
        for year, amount in enumerate(item.flows):
            if item.side == "cost" and amount:
                years[year][item.kind] = years[year].get(item.kind, 0.0) + amount
    return years


def _ends(year: Mapping[str, float]) -> tuple[float, float]:
    """How far the stacked parts of a column reach below and above zero."""
    amounts = year.values()
    return sum(a for a in amounts if a < 0), sum(a for a in amounts if a > 0)


def _columns(
    years: Sequence[Mapping[str, float]], looks: Mapping[str, str], upright: Axis, write: Write
) -> Iterator[Shape]:
    ticks = [write(tick) for tick in upright.ticks]
    left = max(width_of(tick, SMALL) for tick in ticks) + 6
    yield from grid(upright, left, WIDTH, ticks)
    slot = (WIDTH - left) / len(years)
    wide = min(0.7 * slot, WIDEST_BAR)
    for number, year in enumerate(years):
        middle = left + (number + 0.5) * slot
        yield from _column(year, number, looks, upright, (middle - wide / 2, wide))
        if year and len(years) <= ROOM:
            above = upright.at(_ends(year)[1]) - 3
            yield text("tick", (middle, above), write(sum(year.values())), "middle")
        if number % every(slot) == 0:
            yield text("tick", (middle, upright.start + 12), str(number), "middle")


def _column(
    year: Mapping[str, float],
    number: int,
    looks: Mapping[str, str],
    upright: Axis,
    place: tuple[float, float],
) -> Iterator[Shape]:
    """The parts of a column: charges upwards, credits downwards."""
    left, wide = place
    below = above = 0.0
    for order, kind in enumerate(looks, start=1):
        amount = year.get(kind, 0.0)
        start = above if amount > 0 else below
        above, below = max(above, start + amount), min(below, start + amount)
        top, bottom = sorted((upright.at(start), upright.at(start + amount)))
        if amount:
            title = f"Year {number}, {KINDS[kind]}"
            yield rect(f"part {looks[kind]}", (left, top), (wide, bottom - top), title)
        if min(bottom - top, wide) >= WIDE_ENOUGH_FOR_NUMBER:
            yield text("number", (left + wide / 2, (top + bottom) / 2 + 4), str(order), "middle")


def every(slot: float) -> int:
    """The step between labelled years when each year is `slot` wide."""
    return next(step for step in STEPS if step * slot >= YEAR or step == STEPS[-1])
