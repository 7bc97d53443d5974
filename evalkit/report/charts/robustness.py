"""Coordinates of the robustness charts."""

import itertools
from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from evalkit.evaluation.record.robustness import (
    CrossoverResult,
    LineResult,
    RobustnessResult,
    SensitivityResult,
    StakeholdersResult,
)
from evalkit.report.charts.canvas import (
    COLOURS,
    STEPS,
    WIDE_ENOUGH_FOR_NUMBER,
    WIDTH,
    chart,
    label,
    places,
    with_axis,
)
from evalkit.wording.numbers import about, percent_tenths

SHADES = 5
"""Number of ranks with a shade of their own; lower ranks share the last."""

PANEL = 138
PLOT_TOP, PLOT_HEIGHT, PLOT_LEFT = 24, 84, 28
PLOT_WIDTH = WIDTH - PLOT_LEFT - 8
TICKS = (0, 25, 50, 75, 100)

VOICE_BAR, VOICE_GAP = 8, 2
HEAD = 20


def acceptability(robustness: RobustnessResult, names: dict[str, str]) -> dict[str, Any]:
    """A bar for each vendor, stacked from the share of simulations in which it takes each rank."""
    rows = []
    for number, vendor in enumerate(robustness.vendors):
        start, parts = 0.0, []
        for place, share in enumerate(vendor.ranks, start=1):
            width = round(share * WIDTH, 1)
            parts.append(
                {
                    "x": round(start * WIDTH, 1),
                    "width": width,
                    "middle": round(start * WIDTH + width / 2, 1),
                    "shade": min(place, SHADES),
                    "number": str(place) if width >= WIDE_ENOUGH_FOR_NUMBER else "",
                    "title": f"Place {place}: {about(share, robustness.draws)}",
                }
            )
            start += share
        first = f"first in {about(vendor.ranks[0], robustness.draws)}"
        rows.append(
            {"name": label(names[vendor.id]), "value": first, "parts": parts} | places(number)
        )
    return chart("acceptability", "How often each vendor takes which place", _PLACES, rows)


_PLACES = (
    "One bar for each vendor over all simulations of weights and open facts, from first place, "
    "darkest, to last; numbers in the bars are places. The table below holds the numbers."
)


def weights(found: StakeholdersResult, titles: dict[str, str]) -> dict[str, Any]:
    """Bars for the weight each person gives each criterion, with a mark for the group."""
    speaking = [(place, person) for place, person in enumerate(found.people) if person.weights]
    largest = max(max((p.weights or found.group).values()) for p in found.people)
    most = next(step for step in STEPS if largest <= step + 1e-9)
    rows, top = [], 0.0
    for criterion, group in found.group.items():
        shares = [(place, p.name, (p.weights or {})[criterion]) for place, p in speaking]
        bars = [
            {
                "y": round(top + HEAD + line * (VOICE_BAR + VOICE_GAP), 1),
                "width": round(share / most * WIDTH, 1),
                "colour": place % COLOURS + 1,
                "title": f"{name}: {percent_tenths(share)}",
            }
            for line, (place, name, share) in enumerate(shares)
        ]
        height = len(bars) * (VOICE_BAR + VOICE_GAP)
        ends = sorted(share for _, _, share in shares) or [group]
        rows.append(
            {
                "name": label(titles[criterion]),
                "value": f"{percent_tenths(ends[0])} to {percent_tenths(ends[-1])}",
                "label_y": round(top + HEAD - 6, 1),
                "bars": bars,
                "mark_x": round(group / most * WIDTH, 1),
                "mark_y": round(top + HEAD - 2, 1),
                "mark_height": height + 2,
            }
        )
        top += HEAD + height + 12
    drawn = chart("weights", "What each swing is worth to whom", _WEIGHTS, rows)
    return with_axis(drawn | {"height": round(top, 1), "bar_height": VOICE_BAR}, most, "%")


_WEIGHTS = (
    "For each criterion one bar for each stakeholder, in the order of the legend: the weight of "
    "its swing from worst to best. The upright mark is the group's. The table below holds the "
    "numbers."
)


def lines(found: SensitivityResult, titles: dict[str, str]) -> dict[str, Any]:
    """A panel for each criterion: scores by its weight, today's weight and the crossings."""
    swaps = defaultdict(list)
    for swap in found.crossovers:
        swaps[swap.criterion].append(swap)
    rows = [
        _panel(number, line, swaps[line.criterion], titles)
        for number, line in enumerate(found.lines)
    ]
    drawn = chart("sensitivity", "Scores as one weight changes", _LINES, rows)
    ticks = [{"x": _x(tick / 100), "label": f"{tick}%"} for tick in TICKS]
    return drawn | {"height": max(len(rows), 1) * PANEL, "ticks": ticks}


_LINES = (
    "One panel for each criterion: the scores of the first vendors, upwards from 0 to 100, over "
    "the weight of the criterion from 0 to 100 percent, the others keeping their proportions. An "
    "upright line marks today's weight, circles mark where the leader is overtaken. The list "
    "below holds the numbers."
)


def _panel(
    number: int,
    line: LineResult,
    crossovers: Sequence[CrossoverResult],
    titles: dict[str, str],
) -> dict[str, Any]:
    top = number * PANEL
    leader = next(iter(line.scores))
    circles = [
        {
            "x": _x(swap.weight),
            "y": _y(top, _at(line.scores[leader], swap.weight)),
            "title": f"{percent_tenths(swap.weight)}: {swap.text}",
        }
        for swap in crossovers
        if swap.weight is not None and leader in (swap.ahead, swap.behind)
    ]
    return {
        "name": label(titles[line.criterion]),
        "value": f"today {percent_tenths(line.today)}",
        "label_y": top + 14,
        "plot": {
            "x": PLOT_LEFT,
            "axis_x": PLOT_LEFT - 4,
            "y": top + PLOT_TOP,
            "width": PLOT_WIDTH,
            "height": PLOT_HEIGHT,
            "bottom": top + PLOT_TOP + PLOT_HEIGHT,
            "tick_y": top + PLOT_TOP + PLOT_HEIGHT + 14,
            "high_y": top + PLOT_TOP + 9,
        },
        "today_x": _x(line.today),
        "lines": [
            {
                "colour": place % COLOURS + 1,
                "points": " ".join(f"{_x(x)},{_y(top, score)}" for x, score in points),
            }
            for place, points in enumerate(line.scores.values())
        ],
        "circles": circles,
    }


def _at(points: Sequence[tuple[float, float]], weight: float) -> float:
    """The score at a weight, interpolated between the points of a line."""
    for (x1, y1), (x2, y2) in itertools.pairwise(points):
        if x1 <= weight <= x2:
            return y1 + (y2 - y1) * (weight - x1) / (x2 - x1)
    return points[-1][1]


def _x(weight: float) -> float:
    return round(PLOT_LEFT + weight * PLOT_WIDTH, 1)


def _y(top: float, score: float) -> float:
    return round(top + PLOT_TOP + PLOT_HEIGHT * (1 - score / 100), 1)
