"""Rules about the steps of a plan, EK440 to EK445."""

from collections.abc import Iterator, Mapping

from evalkit.diagnostics.record import Finding, Severity
from evalkit.diagnostics.rule import rule
from evalkit.model.plan import Plan
from evalkit.model.project.steps import Step
from evalkit.rules.any_file.dates import is_to_come
from evalkit.rules.context import RuleContext
from evalkit.source.near import Names


@rule("EK440")
def step_twice(plan: Plan, _: RuleContext) -> Iterator[Finding]:
    """Each step must have an id of its own.

    Bad:
        # plans/storefront-payments.yaml
        steps:
          - {id: contract, title: Contract signed, from: 2026-12-01, to: 2026-12-15}
          - {id: contract, title: Contract filed, from: 2026-12-15, to: 2026-12-18}

    Good:
        # plans/storefront-payments.yaml
        steps:
          - {id: contract, title: Contract signed, from: 2026-12-01, to: 2026-12-15}
          - {id: filing, title: Contract filed, from: 2026-12-15, to: 2026-12-18}
    """
    seen: set[str] = set()
    for place, step in enumerate(plan.steps):
        if step.id in seen:
            yield Finding(("steps", place, "id"), f"the id `{step.id}` is used twice", "rename one")
        seen.add(step.id)


@rule("EK441")
def step_ends_before_it_begins(plan: Plan, _: RuleContext) -> Iterator[Finding]:
    """A step must not end before it begins.

    Bad:
        # plans/storefront-payments.yaml
        steps:
          - {id: contract, title: Contract signed, from: 2026-12-15, to: 2026-12-01}

    Good:
        # plans/storefront-payments.yaml
        steps:
          - {id: contract, title: Contract signed, from: 2026-12-01, to: 2026-12-15}
    """
    for place, step in enumerate(plan.steps):
        if step.to < step.from_:
            message = f"`{step.id}` ends on {step.to}, before it begins on {step.from_}"
            yield Finding(("steps", place, "to"), message, "correct one of the dates")


@rule("EK442")
def step_after_unknown(plan: Plan, context: RuleContext) -> Iterator[Finding]:
    """`after` must name steps of the plan.

    Bad:
        # plans/storefront-payments.yaml
        steps:
          - {id: contract, title: Contract signed, from: 2026-12-01, to: 2026-12-15}
          - {id: keys, title: Keys in place, from: 2026-12-15, to: 2026-12-18, after: [contrat]}

    Good:
        # plans/storefront-payments.yaml
        steps:
          - {id: contract, title: Contract signed, from: 2026-12-01, to: 2026-12-15}
          - {id: keys, title: Keys in place, from: 2026-12-15, to: 2026-12-18, after: [contract]}
    """
    known = Names(step.id for step in plan.steps)
    for place, step in enumerate(plan.steps):
        for number, name in enumerate(step.after):
            if name not in known:
                hint = context.near.hint(name, known, step.id)
                route = ("steps", place, "after", number)
                yield Finding(route, f"there is no step `{name}`", hint)


@rule("EK443")
def steps_in_a_circle(plan: Plan, _: RuleContext) -> Iterator[Finding]:
    """No step must wait for itself, not even by way of others.

    Bad:
        # plans/storefront-payments.yaml
        steps:
          - {id: keys, title: Keys in place, from: 2026-12-15, to: 2026-12-15, after: [tests]}
          - {id: tests, title: Tests passed, from: 2026-12-15, to: 2026-12-15, after: [keys]}

    Good:
        # plans/storefront-payments.yaml
        steps:
          - {id: keys, title: Keys in place, from: 2026-12-01, to: 2026-12-15}
          - {id: tests, title: Tests passed, from: 2026-12-15, to: 2026-12-18, after: [keys]}
    """
    steps = {step.id: step for step in reversed(plan.steps)}
    told: set[str] = set()
    for place, step in enumerate(plan.steps):
        circle = () if step.id in told else _circle(step, steps)
        if circle:
            told |= set(circle)
            others = ", ".join(f"`{name}`" for name in circle[1:])
            by = f", by way of {others}" if others else ""
            message = f"`{step.id}` waits for itself{by}"
            yield Finding(("steps", place, "after"), message, "take one of them out")


def _circle(step: Step, steps: Mapping[str, Step]) -> tuple[str, ...]:
    """The steps on a way from a step back to itself, itself first; none if there is no such way."""
    came_from: dict[str, str] = {}
    waiting = [step.id]
    while waiting:
        here = waiting.pop()
        for name in steps[here].after if here in steps else ():
            if name == step.id:
                return _way(here, step.id, came_from)
            if name not in came_from:
                came_from[name] = here
                waiting.append(name)
    return ()


def _way(end: str, start: str, came_from: Mapping[str, str]) -> tuple[str, ...]:
    way = [end]
    while way[-1] != start:
        way.append(came_from[way[-1]])
    return tuple(reversed(way))


@rule("EK444", Severity.WARNING)
def step_begins_too_early(plan: Plan, _: RuleContext) -> Iterator[Finding]:
    """A step should not begin before those that it follows have ended.

    A step that is done ends when it was done.

    Bad:
        # plans/storefront-payments.yaml
        steps:
          - {id: contract, title: Contract signed, from: 2026-12-01, to: 2026-12-15}
          - {id: keys, title: Keys in place, from: 2026-12-10, to: 2026-12-18, after: [contract]}

    Good:
        # plans/storefront-payments.yaml
        steps:
          - {id: contract, title: Contract signed, from: 2026-12-01, to: 2026-12-15}
          - {id: keys, title: Keys in place, from: 2026-12-15, to: 2026-12-18, after: [contract]}
    """
    ends = {step.id: step.done or step.to for step in plan.steps}
    for place, step in enumerate(plan.steps):
        for name in step.after:
            if name != step.id and name in ends and step.from_ < ends[name]:
                message = (
                    f"`{step.id}` begins on {step.from_}, before `{name}` ends on {ends[name]}"
                )
                yield Finding(("steps", place, "from"), message, "move one of them")


@rule("EK445")
def step_done_in_the_future(plan: Plan, context: RuleContext) -> Iterator[Finding]:
    """`done` must not be later than the plan's date.

    Without `as_of`, today counts.

    Bad:
        # plans/storefront-payments.yaml
        as_of: 2026-11-23
        steps:
          - {id: contract, title: Signed, from: 2026-11-01, to: 2026-12-15, done: 2026-12-14}

    Good:
        # plans/storefront-payments.yaml
        as_of: 2026-11-23
        steps:
          - {id: contract, title: Signed, from: 2026-11-01, to: 2026-12-15}
    """
    day = plan.as_of
    for place, step in enumerate(plan.steps):
        if step.done is None:
            continue
        if step.done > day if day else is_to_come(step.done, context.as_of):
            message = f"`{step.id}` was done on {step.done}, after {day or context.as_of}"
            yield Finding(("steps", place, "done"), message, "leave it out until then")
