"""What is to be done until the integration runs, and what of it is late on a day."""

import datetime
from collections.abc import Iterator, Mapping

from evalkit.evaluation.project.needs import whose
from evalkit.evaluation.record.project import StepResult, StepState
from evalkit.model.plan import Plan
from evalkit.model.project.steps import Step
from evalkit.wording.words import counted, listed, on_day


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
        yield f"due {_ago(step.to, day)}"
    elif state == "held_up":
        yield f"should have begun {_ago(step.from_, day)}"
    elif step.done is not None:
        yield f"done {on_day(step.done)}"
    else:
        yield "under way" if state == "under_way" else "planned"
    if state in {"due", "held_up"} and waits:
        yield f"waits for {listed([f'“{title}”' for title in waits])}"


def _ago(then: datetime.date, day: datetime.date) -> str:
    return f"{on_day(then)}, {counted((day - then).days, 'day')} ago"
