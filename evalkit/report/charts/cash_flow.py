"""The chart of cumulative cash flow over the years, as shapes."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from evalkit.evaluation.record.costs import BOUNDS, CostsResult, Figure, VendorCosts
from evalkit.report.charts.axes import Axis, apart, axis, width_of
from evalkit.report.charts.canvas import (
    COLOURS,
    PLAIN,
    SMALL,
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
from evalkit.report.charts.cost_columns import MOST_DRAWN, every, limited
from evalkit.wording.money import Printer

MONTHS = 12
HEIGHT, TOP = 200, 12
LINE_GAP = 13
"""Least distance between the names of two lines."""


def cumulative(costs: CostsResult, names: Mapping[str, str], printer: Printer) -> dict[str, Any]:
    """A line for each vendor's cumulative cash flow."""
    vendors = [each for each in costs.vendors if is_drawn(each, costs)][:MOST_DRAWN]
    sums = [_sums(vendor, costs) for vendor in vendors]
    told = [_beside(vendor, costs, names) for vendor in vendors]
    bottom = TOP + HEIGHT
    upright = axis([0.0, *(amount for each in sums for amount in each)], bottom, TOP)
    ticks = [printer.compact(tick) for tick in upright.ticks]
    left = max(width_of(tick, SMALL) for tick in ticks) + 6
    right = WIDTH - max(width_of(words, PLAIN) for words in told) - 12
    years = Axis(0.0, float(costs.years), left, right)
    shapes = [*grid(upright, left, right, ticks), *_years(costs.years, years, bottom)]
    shapes += _lines([_points(each, years, upright) for each in sums], told)
    if costs.has_benefits:
        shapes += _paid_back(vendors, names, years, upright)
    what, said = ("Benefits less costs", _CASH) if costs.has_benefits else ("Costs", _SPENT)
    title = f"{what} by the end of each year, added up, in {costs.currency}"
    return canvas("cash", title + limited(costs), said, shapes, bottom + 18)


_CASH = (
    "One line for each vendor over the years, from the signing on: what has come in by then less "
    "what has gone out, undiscounted. A circle marks where the money is back. Where not all costs "
    "are known, the line is marked as at most so high. The cash flows below hold the numbers."
)
_SPENT = (
    "One line for each vendor over the years, from the signing on: what has been paid by then, "
    "undiscounted; no benefits are stated. Where not all costs are known, the line is marked as at "
    "least so high. The cash flows below hold the numbers."
)


def is_drawn(vendor: VendorCosts, costs: CostsResult) -> bool:
    """Whether any of the amounts behind a vendor's line are known."""
    return _figure(vendor, costs).bound != "open"


def _figure(vendor: VendorCosts, costs: CostsResult) -> Figure:
    return vendor.net_present_value if costs.has_benefits else vendor.total_cost


def _sums(vendor: VendorCosts, costs: CostsResult) -> list[float]:
    """Cumulative cash flow by year; without benefits, cumulative costs."""
    sign = 1 if costs.has_benefits else -1
    return [sign * amount for amount in vendor.cumulative]


def _beside(vendor: VendorCosts, costs: CostsResult, names: Mapping[str, str]) -> str:
    bound = _figure(vendor, costs).bound
    return shortened(names[vendor.id]) + ("" if bound == "exact" else f", {BOUNDS[bound]}")


def _points(amounts: Sequence[float], years: Axis, upright: Axis) -> list[Point]:
    return [(years.at(year), upright.at(amount)) for year, amount in enumerate(amounts)]


def _lines(lines: Sequence[Sequence[Point]], told: Sequence[str]) -> Iterator[Shape]:
    """Each line with its name at its end, moved where names would overlap."""
    places = apart([points[-1][1] for points in lines], LINE_GAP, TOP, TOP + HEIGHT)
    for number, (points, words, y) in enumerate(zip(lines, told, places, strict=True)):
        look = f"l{number % COLOURS + 1}"
        x = points[-1][0]
        yield polyline(f"line {look}", points)
        yield line(f"lead {look}", points[-1], (x + 8, y))
        yield text("name", (x + 10, y + 4), words)


def _years(count: int, years: Axis, bottom: float) -> Iterator[Shape]:
    step = every((years.end - years.start) / count)
    for year in range(0, count + 1, step):
        yield text("tick", (years.at(year), bottom + 14), str(year), "middle")


def _paid_back(
    vendors: Sequence[VendorCosts], names: Mapping[str, str], years: Axis, upright: Axis
) -> Iterator[Shape]:
    """Circles at the payback points."""
    for vendor in vendors:
        payback = vendor.payback_months
        if payback.likely:
            words = f"{names[vendor.id]}: the money is back after {payback.text}"
            yield circle("swap", (years.at(payback.likely / MONTHS), upright.at(0.0)), 4, words)
