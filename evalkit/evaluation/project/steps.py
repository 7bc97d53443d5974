"""What is to be done until the integration runs, and what of it is late on a day."""

import datetime
from collections.abc import Iterator, Mapping

from evalkit.evaluation.project.needs import whose
from evalkit.evaluation.record.project import StepResult, StepState
from evalkit.model.plan import Plan
from evalkit.model.project.steps import Step
from evalkit.wording.messages.catalogue import say
from evalkit.wording.messages.record import fit as words
from evalkit.wording.words import listed, on_day


def steps(plan: Plan, day: datetime.date) -> tuple[StepResult, ...]:
    """The steps of a plan, in its order, as they stand on a day."""
    by_id = {step.id: step for step in plan.steps}
    return tuple(_step(plan, step, by_id, day) for step in plan.steps)


def _step(plan: Plan, step: Step, by_id: Mapping[str, Step], day: datetime.date) -> StepResult:
    waits = [by_id[name].title for name in step.after if by_id[name].done is None]
    state = _state(step, day, is_waiting=bool(waits))
    return StepResult(
        id=step.id,
        title=step.title,
        who=whose(plan, step.who),
        start=step.from_,
        end=step.to,
        after=step.after,
        done=step.done,
        state=state,
        text="; ".join(_words(step, state, day, waits)),
    )


def _state(step: Step, day: datetime.date, *, is_waiting: bool) -> StepState:
    if step.done is not None:
        return "done"
    if step.to < day:
        return "due"
    if step.from_ < day and is_waiting:
        return "held_up"
    return "under_way" if step.from_ <= day else "planned"


def _words(step: Step, state: StepState, day: datetime.date, waits: list[str]) -> Iterator[str]:
    if state == "due":
        yield say(words.DUE, (day - step.to).days, day=on_day(step.to))
    elif state == "held_up":
        yield say(words.LATE, (day - step.from_).days, day=on_day(step.from_))
    elif step.done is not None:
        yield say(words.DONE, day=on_day(step.done))
    else:
        yield say(words.UNDER_WAY if state == "under_way" else words.PLANNED)
    if state in {"due", "held_up"} and waits:
        yield say(words.WAITS_FOR, steps=listed([f"“{title}”" for title in waits]))
