"""Rules about the needs of a plan, EK435 to EK439."""

from collections import defaultdict
from collections.abc import Iterator

from evalkit.diagnostics.record import Finding, Severity
from evalkit.diagnostics.rule import rule
from evalkit.model.plan import Plan, Serving, rules_out
from evalkit.rules.context import RuleContext
from evalkit.source.near import Names


@rule("EK435", Severity.WARNING)
def need_that_nothing_serves(plan: Plan, _: RuleContext) -> Iterator[Finding]:
    """A flow, gate, question or weight should serve every need.

    Otherwise nobody learns which vendors meet it.

    Bad:
        # plans/storefront-payments.yaml
        needs:
          - {id: peak, text: Checkout keeps up in sales week.}

    Good:
        # plans/storefront-payments.yaml
        needs:
          - {id: peak, text: Checkout keeps up in sales week.}
        gates:
          - {measure: rate_limit, at_least: 25, because: Twenty orders a second., serves: peak}
    """
    served = _served(plan)
    for place, need in enumerate(plan.needs):
        if need.id not in served:
            message = f"nothing serves the need `{need.id}`"
            hint = f"write `serves: {need.id}` in a flow, gate, question or weight"
            yield Finding(("needs", place, "id"), message, hint)


def _served(plan: Plan) -> dict[str, list[Serving]]:
    """What serves each need, by the need's id."""
    served: dict[str, list[Serving]] = defaultdict(list)
    for _, entry in plan.serving:
        for need in entry.serves:
            served[need].append(entry)
    return served


@rule("EK436")
def need_unknown(plan: Plan, context: RuleContext) -> Iterator[Finding]:
    """`serves` must name needs of the plan.

    Bad:
        # plans/storefront-payments.yaml
        needs:
          - {id: peak, text: Checkout keeps up in sales week.}
        gates:
          - {measure: rate_limit, at_least: 25, because: Sales week., serves: [peak, paek]}

    Good:
        # plans/storefront-payments.yaml
        needs:
          - {id: peak, text: Checkout keeps up in sales week.}
        gates:
          - {measure: rate_limit, at_least: 25, because: Sales week., serves: [peak]}
    """
    known = Names(need.id for need in plan.needs)
    for route, entry in plan.serving:
        for place, name in enumerate(entry.serves):
            if name not in known:
                hint = context.near.hint(name, known) or "add it under `needs:`"
                yield Finding((*route, "serves", place), f"there is no need `{name}`", hint)


@rule("EK437")
def need_twice(plan: Plan, _: RuleContext) -> Iterator[Finding]:
    """Each need must have an id of its own.

    Bad:
        # plans/storefront-payments.yaml
        needs:
          - {id: peak, text: Checkout keeps up in sales week.}
          - {id: peak, text: Refunds keep up after it.}
        gates:
          - {measure: rate_limit, at_least: 25, because: Sales week., serves: peak}

    Good:
        # plans/storefront-payments.yaml
        needs:
          - {id: peak, text: Checkout keeps up in sales week.}
          - {id: after-peak, text: Refunds keep up after it.}
        gates:
          - {measure: rate_limit, at_least: 25, because: Sales week., serves: [peak, after-peak]}
    """
    seen: set[str] = set()
    for place, need in enumerate(plan.needs):
        if need.id in seen:
            yield Finding(("needs", place, "id"), f"the id `{need.id}` is used twice", "rename one")
        seen.add(need.id)


@rule("EK438", Severity.WARNING)
def must_that_rules_nobody_out(plan: Plan, _: RuleContext) -> Iterator[Finding]:
    """A gate or a mandatory flow should serve a need that is a must.

    Questions, wishes and weights rule nobody out: a vendor could win without what the client cannot
    do without.

    Bad:
        # plans/storefront-payments.yaml
        needs:
          - {id: peak, text: Checkout keeps up in sales week., priority: must}
        questions:
          - {measure: rate_limit, at_least: 25, serves: peak}

    Good:
        # plans/storefront-payments.yaml
        needs:
          - {id: peak, text: Checkout keeps up in sales week., priority: should}
        questions:
          - {measure: rate_limit, at_least: 25, serves: peak}
    """
    served = _served(plan)
    for place, need in enumerate(plan.needs):
        entries = served.get(need.id, [])
        if need.priority == "must" and entries and not any(map(rules_out, entries)):
            message = f"`{need.id}` is a must, but nobody is ruled out by it"
            hint = "let a gate or a mandatory flow serve it, or write `priority: should`"
            yield Finding(("needs", place, "id"), message, hint)


@rule("EK439", Severity.WARNING)
def should_that_rules_out(plan: Plan, _: RuleContext) -> Iterator[Finding]:
    """A gate or a mandatory flow should not serve a need that is only a should.

    It rules out vendors that the client could live with.

    Bad:
        # plans/storefront-payments.yaml
        needs:
          - {id: peak, text: Checkout keeps up in sales week., priority: should}
        gates:
          - {measure: rate_limit, at_least: 25, because: Sales week., serves: peak}

    Good:
        # plans/storefront-payments.yaml
        needs:
          - {id: peak, text: Checkout keeps up in sales week., priority: must}
        gates:
          - {measure: rate_limit, at_least: 25, because: Sales week., serves: peak}
    """
    should = {need.id for need in plan.needs if need.priority == "should"}
    for route, entry in plan.serving:
        for place, name in enumerate(entry.serves):
            if name in should and rules_out(entry):
                message = f"`{name}` is a should, but vendors are ruled out by it here"
                hint = "make it a question or a wish, or the need a must"
                yield Finding((*route, "serves", place), message, hint)
