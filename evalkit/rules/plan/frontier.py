"""Rules about showing value against cost, EK530 and EK538."""

from collections.abc import Iterator

from evalkit.diagnostics.record import Finding, Route
from evalkit.diagnostics.rule import rule
from evalkit.model.criteria import COST
from evalkit.model.plan import Plan
from evalkit.model.scale import OF_MONEY
from evalkit.rules.context import RuleContext
from evalkit.rules.weights.places import mentions_in

FRONTIER = "frontier"


@rule("EK530")
def cost_counted_twice(plan: Plan, context: RuleContext) -> Iterator[Finding]:
    """Money must count only once: in the weights, or on the frontier of value and cost.

    With `cost: frontier`, the criterion `cost` has no weight, and value is shown against cost. A
    weight for costs would count them twice.

    Bad:
        # plans/storefront-payments.yaml
        weights: {api: 25, scalability: 55, cost: 20}
        cost: frontier

    Good:
        # plans/storefront-payments.yaml
        weights: {api: 25, scalability: 55}
        cost: frontier
    """
    criteria = context.criteria_of(plan)
    if plan.cost != FRONTIER or criteria is None:
        return
    costs = [name for name, what in criteria.derived.items() if what in OF_MONEY]
    hint = "remove it from the weights, or write `cost: criterion`"
    for route, name, at_key in _weighed(plan, context.left_out(plan)):
        message = f"`{name}` has a weight, although value is shown against cost"
        yield Finding(route, message, hint, at="key" if at_key else "value")
    if tuple(criteria.criteria) == (COST,):
        message = "there is no value to show against cost: `cost` is the only criterion"
        yield Finding(("cost",), message, "write `cost: criterion`")
    elif costs:
        names = ", ".join(f"`{name}`" for name in costs)
        message = f"value is shown against cost, but money also has weight outside `cost`: {names}"
        hint = "write `cost: criterion`, or move these measures below the criterion `cost`"
        yield Finding(("cost",), message, hint)


def _weighed(plan: Plan, gone: frozenset[str]) -> Iterator[tuple[Route, str, bool]]:
    """Every weight for a criterion without weight, and whether its place is a key."""
    for name in plan.weights:
        if name in gone:
            yield ("weights", name), name, True
    for name, stakeholder in plan.stakeholders.items():
        for above, statement in stakeholder.statements.items():
            if above is None:
                route: Route = ("stakeholders", name, "weights")
                for mention in mentions_in(statement):
                    if mention.name in gone:
                        yield (*route, *mention.route), mention.name, mention.is_key
            elif above in gone:
                yield ("stakeholders", name, "within", above), above, True


@rule("EK538")
def frontier_without_money(plan: Plan, _: RuleContext) -> Iterator[Finding]:
    """A plan that shows value against cost must have `money`.

    Bad:
        # plans/storefront-payments.yaml
        cost: frontier
        money: null

    Good:
        # plans/storefront-payments.yaml
        cost: frontier
        money: {currency: EUR, years: 3, discount_rate: 0.08}
    """
    if plan.cost == FRONTIER and plan.money is None:
        message = "there is no `money` from which to compute costs"
        hint = "add `money:` with the currency, years and volumes, or write `cost: criterion`"
        yield Finding(("cost",), message, hint)
