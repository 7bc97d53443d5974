"""Coordinates of the ranking charts.

All charts are drawn on a canvas 400 units wide, with a label above each bar, so that they can be
read on a phone. Lengths are in these units, rounded so that the same numbers give the same bytes.
"""

from collections.abc import Sequence
from typing import Any

from evalkit.evaluation.record.evaluation import CriterionResult, OpenPoint, VendorResult
from evalkit.wording.numbers import about, one_decimal, significant

WIDTH = 400
ROW = 40
BAR_HEIGHT = 14
LABEL_BASELINE = 14
BAR_TOP = 20
MOST_OPEN_POINTS = 10
WIDE_ENOUGH_FOR_NUMBER = 13
COLOURS = 8
AXIS = 14
"""Height of the line that labels the end of a scale."""
LABEL = 36
"""Maximum length of a name above a bar."""
STEPS = (0.1, 0.2, 0.25, 0.5, 1.0)
"""Possible upper ends of a scale of shares."""


def ranking(vendors: Sequence[VendorResult]) -> dict[str, Any]:
    """A band from low to high and a mark at the score, for each vendor with a score."""
    rows = []
    for number, vendor in enumerate(v for v in vendors if v.score is not None):
        low, high, score = vendor.low or 0.0, vendor.high or 0.0, vendor.score or 0.0
        rows.append(
            {
                "name": label(vendor.name),
                "value": f"{one_decimal(score)} ({one_decimal(low)} to {one_decimal(high)})",
                "out": vendor.rank is None,
                "band_x": _x(low),
                "band_width": _width(high - low),
                "score_width": _width(score),
                "mark_x": _x(score),
                **places(number),
            }
        )
    return chart("ranking", "Scores and their ranges", _RANKING, rows)


_RANKING = (
    "One bar for each vendor from 0 to 100: solid up to the score, a band from the low to the "
    "high end of what is not known. The table below holds the numbers."
)


def contributions(
    vendors: Sequence[VendorResult], criteria: Sequence[CriterionResult]
) -> dict[str, Any]:
    """A bar for each vendor, stacked from the points of each criterion."""
    rows = []
    for number, vendor in enumerate(v for v in vendors if v.score is not None):
        start, parts = 0.0, []
        for place, criterion in enumerate(criteria, start=1):
            points = vendor.contributions.get(criterion.id, 0.0)
            width = _width(points)
            parts.append(
                {
                    "x": _x(start),
                    "width": width,
                    "middle": round(_x(start) + width / 2, 1),
                    "colour": (place - 1) % COLOURS + 1,
                    "number": str(place) if width >= WIDE_ENOUGH_FOR_NUMBER else "",
                    "title": f"{criterion.title}: {one_decimal(points)}",
                }
            )
            start += points
        row = {"name": label(vendor.name), "value": one_decimal(vendor.score), "parts": parts}
        rows.append(row | places(number))
    return chart("contributions", "Points by criterion", _CONTRIBUTIONS, rows)


_CONTRIBUTIONS = (
    "One bar for each vendor, made of the points of each criterion in order; numbers in the bars "
    "are those of the legend. The table below holds the numbers."
)


def open_points(points: Sequence[OpenPoint], names: dict[str, str], draws: int) -> dict[str, Any]:
    """Bars for the facts that most often decide first place, or else move a score most."""
    shown = points[:MOST_OPEN_POINTS]
    decides = any(point.changes > 0 for point in shown)
    sizes = [point.changes if decides else point.points / 100 for point in shown]
    end = next((step for step in STEPS if max(sizes, default=0.0) <= step), 1.0)
    rows = [
        {
            "name": label(names[f"{point.vendor}/{point.measure}"]),
            "value": about(point.changes, draws) if decides else one_decimal(point.points),
            "width": _width(100 * size / end),
            **places(number),
        }
        for number, (point, size) in enumerate(zip(shown, sizes, strict=True))
    ]
    most = significant(end * 100, 6)
    title = f"What is not known, by how often it decides who is first, from 0 to {most}%"
    if not decides:
        title = f"What is not known, by points at stake, from 0 to {most}"
    return with_axis(chart("unknowns", title, _OPEN, rows), end, "%" if decides else " points")


_OPEN = (
    "One bar for each fact that is not known: in which share of draws settling it decides who is "
    "first, or by how many points it can move its vendor. The list below holds the numbers."
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
