"""Coordinates of the ranking charts.

All charts are drawn on a canvas 400 units wide, with a label above each bar, so that they can be
read on a phone. Lengths are in these units, rounded so that the same numbers give the same bytes.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from evalkit.evaluation.record.evaluation import CriterionResult, VendorResult
from evalkit.evaluation.record.verdict import ResearchResult
from evalkit.explanation.points import by_criterion, digits_of, points
from evalkit.level import SAME
from evalkit.report.charts.shapes import Shape
from evalkit.wording.numbers import chance, outward, significant

WIDTH = 400
ROW = 40
BAR_HEIGHT = 14
LABEL_BASELINE = 14
BAR_TOP = 20
MOST_RESEARCHED = 10
WIDE_ENOUGH_FOR_NUMBER = 13
COLOURS = 8
AXIS = 14
"""Height of the line that labels the end of a scale."""
LABEL = 36
"""Maximum length of a name above a bar."""
STEPS = (0.1, 0.2, 0.25, 0.5, 1.0)
"""Possible upper ends of a scale of shares."""
LETTERS = 16
"""Maximum length of a name beside a line."""


def ranking(vendors: Sequence[VendorResult]) -> dict[str, Any]:
    """A bar with a mark at the points for each ranked vendor, then the ranges of the others.

    Vendors that are not ranked form a group of their own, with lines in place of bars.
    """
    shown = [vendor for vendor in vendors if vendor.score is not None]
    digits = digits_of(vendors, 1)
    ranked = (vendor for vendor in shown if vendor.standing == "ranked")
    rows = [_ranked(vendor, number, digits) for number, vendor in enumerate(ranked)]
    others = [vendor for vendor in shown if vendor.standing == "not_ranked"]
    if others:
        heading = {"heading": NOT_RANKED, "name": "", "value": "", **places(len(rows))}
        start = len(rows) + 1
        rows += [heading, *(_not_ranked(v, n) for n, v in enumerate(others, start))]
    return chart("ranking", "Points, at least and at most", _RANKING, rows)


NOT_RANKED = "Not ranked: too little known"
_RANKING = (
    "One bar for each ranked vendor from 0 to 100: solid up to its points at least, a band up to "
    "its points at most, a mark at its points by the plan's rule for what is open. Vendors that "
    "are not ranked have a line for their range. The table below holds the numbers."
)


def _ranked(vendor: VendorResult, number: int, digits: int) -> dict[str, Any]:
    low, high = vendor.low or 0.0, vendor.high or 0.0
    return {
        "name": label(vendor.name),
        "value": _range(vendor, digits),
        "band_x": _x(low),
        "band_width": _width(high - low),
        "solid_width": _width(low),
        "mark_x": _x(vendor.score or 0.0),
        **places(number),
    }


def _not_ranked(vendor: VendorResult, number: int) -> dict[str, Any]:
    low, high = vendor.low or 0.0, vendor.high or 0.0
    row = {"name": label(vendor.name), "value": _range(vendor, 1), **places(number)}
    return row | {"from_x": _x(low), "to_x": _x(high), "line_y": row["bar_y"] + BAR_HEIGHT / 2}


def _range(vendor: VendorResult, digits: int) -> str:
    return " to ".join(outward(vendor.low or 0.0, vendor.high or 0.0, digits))


def contributions(
    vendors: Sequence[VendorResult], criteria: Sequence[CriterionResult]
) -> dict[str, Any]:
    """A bar for each ranked vendor, stacked from the points of each criterion."""
    rows, digits = [], digits_of(vendors, 1)
    for number, vendor in enumerate(vendors):
        start, parts = 0.0, []
        shown = by_criterion(vendor, criteria, digits)
        for place, criterion in enumerate(criteria, start=1):
            part = vendor.contributions.get(criterion.id, 0.0)
            width = _width(part)
            parts.append(
                {
                    "x": _x(start),
                    "width": width,
                    "middle": round(_x(start) + width / 2, 1),
                    "colour": (place - 1) % COLOURS + 1,
                    "number": str(place) if width >= WIDE_ENOUGH_FOR_NUMBER else "",
                    "title": f"{criterion.title}: {shown[place - 1]}",
                }
            )
            start += part
        row = {"name": label(vendor.name), "value": points(vendor, digits), "parts": parts}
        rows.append(row | places(number))
    return chart("contributions", "Points by criterion", _CONTRIBUTIONS, rows)


_CONTRIBUTIONS = (
    "One bar for each ranked vendor, made of the points of each criterion in order; numbers in "
    "the bars are those of the legend. The table below holds the numbers."
)


def research(found: Sequence[ResearchResult], names: Mapping[str, str]) -> dict[str, Any]:
    """A bar for each vendor: how often settling all its open facts changes the winner."""
    shown = found[:MOST_RESEARCHED]
    end = next(step for step in STEPS if max(each.probability for each in shown) <= step + SAME)
    rows = [
        {
            "name": label(names[each.vendor]),
            "value": chance(each.probability),
            "width": _width(100 * each.probability / end),
            **places(number),
        }
        for number, each in enumerate(shown)
    ]
    most = significant(end * 100, 6)
    title = f"How often all open facts of a vendor change the winner, from 0 to {most}%"
    return with_axis(chart("unknowns", title, _RESEARCH, rows), end, "%")


_RESEARCH = (
    "One bar for each vendor, by points gained: how probable it is that settling all its open "
    "facts changes who has the highest expected points. The table below holds the numbers."
)


def chart(name: str, title: str, description: str, rows: list[dict[str, Any]]) -> dict[str, Any]:
    """The parts common to all charts: name, title, text description and rows."""
    return {
        "name": name,
        "title": title,
        "description": description,
        "width": WIDTH,
        "height": max(len(rows), 1) * ROW + 4,
        "bar_height": BAR_HEIGHT,
        "rows": rows,
    }


def with_axis(drawn: dict[str, Any], end: float, unit: str) -> dict[str, Any]:
    """A bar chart whose scale ends before 100, with the end labelled below it."""
    height = drawn["height"] + AXIS
    return drawn | {
        "end": f"{significant(end * 100, 6)}{unit}",
        "height": height,
        "axis_y": height - 2,
    }


def label(name: str) -> str:
    """A name, cut to leave room for the figure beside it."""
    return name if len(name) <= LABEL else name[: LABEL - 1] + "…"


def places(number: int) -> dict[str, Any]:
    """Positions of the label and the bar of a row."""
    top = number * ROW
    return {
        "label_y": top + LABEL_BASELINE,
        "bar_y": top + BAR_TOP,
        "number_y": top + BAR_TOP + BAR_HEIGHT - 3,
        "mark_y": top + BAR_TOP - 3,
        "mark_height": BAR_HEIGHT + 6,
    }


def _x(value: float) -> float:
    return round(value / 100 * WIDTH, 1)


def _width(value: float) -> float:
    return round(max(value, 0.0) / 100 * WIDTH, 1)


def canvas(
    name: str, title: str, description: str, shapes: Sequence[Shape], height: float
) -> dict[str, Any]:
    """A chart made only of shapes."""
    return chart(name, title, description, []) | {
        "height": round(height, 1),
        "shapes": list(shapes),
    }


def shortened(name: str, most: int = LETTERS) -> str:
    """A name, cut with an ellipsis if it is too long."""
    return name if len(name) <= most else f"{name[: most - 1]}…"
