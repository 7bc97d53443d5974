"""Rules about scenarios, EK446 to EK448."""

from collections.abc import Iterator

from evalkit.diagnostics.record import Finding, Route
from evalkit.diagnostics.rule import rule
from evalkit.model.comparison.scenario import Scenario
from evalkit.rules.context import MAX_LISTED, RuleContext
from evalkit.source.near import Names, shortened
from evalkit.source.shape.misspelt import answers


@rule("EK446")
def scenario_of_missing_plan(scenario: Scenario, context: RuleContext) -> Iterator[Finding]:
    """A scenario must name an existing plan.

    Bad:
        # scenario.yaml
        plan: storefront-payment

    Good:
        # scenario.yaml
        plan: storefront-payments
    """
    if scenario.plan not in context.plans:
        hint = context.near.hint(scenario.plan, Names(context.plans))
        yield Finding(("plan",), f"there is no plan `{scenario.plan}`", hint)


@rule("EK447")
def scenario_names_nothing(scenario: Scenario, context: RuleContext) -> Iterator[Finding]:
    """What a scenario changes must be there: criteria with weights, gates, and vendors.

    Gates go by the measure that they test, flows by their id behind `flow:`. A second gate on a
    measure has `:2` behind it.

    Bad:
        gates:
          - {measure: rate_limit, at_least: 25}
        # scenario.yaml
        plan: storefront-payments
        gates_off: [rate_limits]

    Good:
        gates:
          - {measure: rate_limit, at_least: 25}
        # scenario.yaml
        plan: storefront-payments
        gates_off: [rate_limit]
    """
    plan = context.plans.get(scenario.plan)
    criteria = context.criteria_of(plan) if plan else None
    if plan is None or criteria is None:
        return
    unknown = [name for name in scenario.weights if name not in criteria.names]
    for name, hint, fix in answers(unknown, criteria.names - scenario.weights.keys(), context.near):
        message = f"there is no criterion or measure with a weight `{name}`"
        yield Finding(("weights", name), message, hint, at="key", fix=fix)
    named: tuple[tuple[str, tuple[str, ...], Names, str], ...] = (
        ("gates_off", scenario.gates_off, Names(plan.gate_names), "the plan has no gate"),
        ("compare", scenario.compare or (), context.compared_names(plan), "it compares no vendor"),
    )
    for key, names, known, words in named:
        for place, name in enumerate(names):
            route: Route = (key, place)
            if name not in known:
                yield Finding(route, f"{words} `{name}`", context.near.hint(name, known))
            elif name in names[:place]:
                yield Finding(route, f"{name} is listed twice", "keep one")


@rule("EK448")
def scenario_weighs_in_part(scenario: Scenario, context: RuleContext) -> Iterator[Finding]:
    """A scenario must give weights to all siblings or to none, and not to all of them zero.

    A weight is the worth of one swing relative to the others. If one is missing, the others mean
    nothing.

    Bad:
        # scenario.yaml
        plan: storefront-payments
        weights: {api: 25}

    Good:
        # scenario.yaml
        plan: storefront-payments
        weights: {api: 25, scalability: 55, cost: 20}
    """
    plan = context.plans.get(scenario.plan)
    criteria = context.criteria_of(plan) if plan else None
    for group in criteria.groups.values() if criteria else ():
        missing = [name for name in group if name not in scenario.weights]
        if missing and len(missing) < len(group):
            message = f"no weight for {shortened(missing, MAX_LISTED)}"
            yield Finding(("weights",), message, "weigh all siblings, or none of them", at="key")
        elif not missing and not any(scenario.weights[name] for name in group):
            message = f"all of {shortened(group, MAX_LISTED)} weigh 0"
            yield Finding(("weights",), message, "give one of them a weight above 0", at="key")
