"""What is to be done: the steps of the plan, and what follows from what is open."""

from collections.abc import Mapping, Sequence

from evalkit.evaluation.record.evaluation import Evaluation
from evalkit.evaluation.record.project import StepResult, StepState
from evalkit.report.charts.timeline import Bar, Days, axis, row
from evalkit.templates.view import View
from evalkit.wording.messages import certainty as told
from evalkit.wording.messages.catalogue import Message, say
from evalkit.wording.messages.figures import date, listed, short_date

LATE: tuple[StepState, ...] = ("due", "held_up")
STATES: Mapping[StepState, Message] = {
    "done": told.DONE,
    "due": told.DUE,
    "held_up": told.HELD_UP,
    "under_way": told.UNDER_WAY,
    "planned": told.PLANNED,
}
MOST_NAMED = 3
"""How many vendors a step names."""


def steps(evaluation: Evaluation) -> View | None:
    """The plan's steps with their bars; None if it has none."""
    found, today = evaluation.steps, evaluation.plan.as_of
    if not found:
        return None
    last = max(step.end for step in found)
    is_late = any(step.state in LATE for step in found)
    span = Days(min(s.start for s in found), max(last, today) if is_late else last, today)
    is_among = span.first <= today <= span.last
    return {
        "axis": axis(date(span.first), date(span.last)),
        "rows": [_step(step, span) for step in found],
        "today": say(told.TODAY, day=date(today)) if is_among else "",
    }


def _step(step: StepResult, span: Days) -> View:
    state = _state(step)
    label = say(
        told.STEP, title=step.title, start=date(step.start), end=date(step.end), state=state
    )
    return {
        "title": step.title,
        "who": step.who,
        "state": state,
        "is_late": step.state in LATE,
        "from": date(step.start),
        "to": date(step.end),
        "picture": row(
            Bar(label, step.start, step.end, step.state == "done", step.state in LATE), span
        ),
    }


def _state(step: StepResult) -> str:
    """The state with the day that counts next."""
    days = {"done": step.done or step.end, "held_up": step.start, "planned": step.start}
    return say(STATES[step.state], day=short_date(days.get(step.state, step.end)))


def next_steps(evaluation: Evaluation, questions: int) -> Sequence[str]:
    """What to do before the next evaluation."""
    stale = _stale(evaluation)
    found = []
    if questions:
        found.append(say(told.SEND, questions))
    if stale:
        names = list(stale)[:MOST_NAMED]
        count = sum(stale[name] for name in names)
        found.append(say(told.RECHECK, count, vendors=listed(names)))
    return [*found, say(told.AGAIN)] if found else []


def _stale(evaluation: Evaluation) -> Mapping[str, int]:
    """How many scored facts of each ranked vendor are stale."""
    counts = {
        vendor.name: sum(
            value.fact is not None and value.fact.freshness == "stale" and value.weight > 0
            for value in vendor.measures.values()
        )
        for vendor in evaluation.vendors
        if vendor.standing == "ranked"
    }
    return {name: count for name, count in counts.items() if count}
