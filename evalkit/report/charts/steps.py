"""The chart of what is to be done until the integration runs, as shapes."""

import datetime
from collections.abc import Iterator, Sequence
from typing import Any

from evalkit.evaluation.record.project import StepResult, StepState
from evalkit.report.charts.axes import Axis
from evalkit.report.charts.canvas import (
    BAR_HEIGHT,
    BAR_TOP,
    LABEL_BASELINE,
    ROW,
    WIDTH,
    Shape,
    canvas,
    line,
    rect,
    shortened,
    text,
)
from evalkit.wording.words import on_day

LATE: tuple[StepState, ...] = ("due", "held_up")
LOOKS: dict[StepState, str] = {
    "done": "solid",
    "due": "part c2",
    "held_up": "part c2",
    "under_way": "band",
    "planned": "band",
}
MOST_TICKS = 4
LETTERS = 28
"""Maximum length of a title beside the state of its step."""


def gantt(steps: Sequence[StepResult], day: datetime.date) -> dict[str, Any]:
    """A bar for each step from its first day to its last, and a line for the plan's day."""
    first, last = _span(steps, day)
    along = Axis(first.toordinal(), last.toordinal() + 1, 0, WIDTH)
    height = len(steps) * ROW
    shapes = [*_ticks(first, last, along, height)]
    title = f"What is to be done, from {on_day(first)} to {on_day(last)}"
    if first <= day <= last:
        x = along.at(day.toordinal() + 0.5)
        shapes.append(line("today", (x, 0), (x, height)))
        title += f"; the dashed line is {on_day(day)}"
    for number, step in enumerate(steps):
        shapes += _step(step, along, number * ROW)
    return canvas("steps", title, _STEPS, shapes, height + 18)


_STEPS = (
    "One bar for each step, from its first day to its last: dark if it is done, light if not, in "
    "another colour if it is late. A dashed line marks the day of this evaluation. The table below "
    "holds the dates."
)


def _span(steps: Sequence[StepResult], day: datetime.date) -> tuple[datetime.date, datetime.date]:
    """The first and the last day that are drawn: the plan's day too, once a step is late."""
    last = max(step.end for step in steps)
    is_late = any(step.state in LATE for step in steps)
    return min(step.start for step in steps), max(last, day) if is_late else last


def _ticks(
    first: datetime.date, last: datetime.date, along: Axis, height: float
) -> Iterator[Shape]:
    """A line at each of a few days, the first and then every so many weeks."""
    days = (last - first).days + 1
    step = -(-days // (7 * MOST_TICKS)) * 7
    for after in range(0, days, step):
        day = first + datetime.timedelta(days=after)
        x = along.at(day.toordinal())
        yield line("grid", (x, 0), (x, height))
        # One that does not fit before the edge is left out.
        if x <= WIDTH - ROOM:
            yield text("tick", (x, height + 13), on_day(day))


ROOM = 64
"""The width of a date below the chart."""


def _step(step: StepResult, along: Axis, top: float) -> Iterator[Shape]:
    """The title and state of a step above its bar."""
    yield text("label halo", (0, top + LABEL_BASELINE), shortened(step.title, LETTERS))
    yield text("value halo", (WIDTH, top + LABEL_BASELINE), _state(step), "end")
    left, right = along.at(step.start.toordinal()), along.at(step.end.toordinal() + 1)
    words = f"{step.title}: {on_day(step.start)} to {on_day(step.end)}, {step.text}"
    size = (max(right - left, 2), BAR_HEIGHT)
    yield rect(LOOKS[step.state], (left, top + BAR_TOP), size, words)


def _state(step: StepResult) -> str:
    """The state of a step in a few words, with the day that counts next."""
    return {
        "done": "done",
        "due": f"due {on_day(step.end)}",
        "held_up": "held up",
        "under_way": f"until {on_day(step.end)}",
        "planned": f"from {on_day(step.start)}",
    }[step.state]
