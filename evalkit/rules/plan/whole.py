"""Rules about plans and their weights, EK4xx."""

import datetime
from collections.abc import Iterator
from functools import partial

from evalkit.diagnostics.record import Finding, Route, Severity
from evalkit.diagnostics.rule import rule
from evalkit.model.plan import Plan
from evalkit.model.project.questions import Question
from evalkit.model.scale import NAMED
from evalkit.model.vendor import Vendor
from evalkit.rules import successors
from evalkit.rules.context import MAX_LISTED, RuleContext
from evalkit.source.near import Names, shortened
from evalkit.source.shape.misspelt import answers


@rule("EK401")
def plan_for_category_without_criteria(plan: Plan, context: RuleContext) -> Iterator[Finding]:
    """A plan's category must have criteria.

    Bad:
        category: payments

    Good:
        category: payment-gateways
    """
    if plan.category not in context.known_categories:
        message = f"there are no criteria for the category `{plan.category}`"
        hint = context.near.hint(plan.category, context.known_categories)
        yield Finding(("category",), message, hint)


@rule("EK402")
def plan_names_missing_vendor(plan: Plan, context: RuleContext) -> Iterator[Finding]:
    """Every vendor that a plan names must have a file.

    Bad:
        vendors: [exampelpay]

    Good:
        vendors: [examplepay]
    """
    for number, name in enumerate(plan.vendors or ()):
        if name not in context.vendor_files:
            hint = context.near.hint(name, context.vendor_files)
            yield Finding(("vendors", number), f"there is no vendor `{name}`", hint)


@rule("EK403")
def weight_for_unknown_criterion(plan: Plan, context: RuleContext) -> Iterator[Finding]:
    """A plan's weights must be for existing criteria and measures.

    Bad:
        weights: {apis: 25}

    Good:
        weights: {api: 25, scalability: 55, cost: 20}
    """
    criteria = context.criteria_of(plan)
    if criteria is None:
        return
    known = criteria.names
    # A weight for costs beside a frontier has a finding of its own.
    gone = context.left_out(plan)
    unknown = [name for name in plan.weights if name not in known and name not in gone]
    for name, hint, fix in answers(unknown, known - plan.weights.keys(), context.near):
        told = successors.in_plan(criteria, name)
        message, help_ = told or (f"there is no criterion or measure `{name}`", hint)
        yield Finding(("weights", name), message, help_, at="key", fix=None if told else fix)


@rule("EK404")
def weights_missing(plan: Plan, context: RuleContext) -> Iterator[Finding]:
    """A plan must give weights to all siblings, or to none.

    A weight is the worth of one swing relative to the others. If one is missing, the others mean
    nothing.

    Bad:
        weights: {api: 25}

    Good:
        weights: {api: 25, scalability: 55, cost: 20}
    """
    criteria = context.criteria_of(plan)
    if criteria is None:
        return
    for group in criteria.groups.values():
        missing = [name for name in group if name not in plan.weights]
        if missing and len(missing) < len(group):
            message = f"no weight for {shortened(missing, MAX_LISTED)}"
            yield Finding(("weights",), message, "weigh all siblings, or none of them", at="key")


@rule("EK405")
def plan_weight_not_positive(plan: Plan, _: RuleContext) -> Iterator[Finding]:
    """A plan's weights must be above zero.

    Bad:
        weights: {api: 0, scalability: 75, cost: 25}

    Good:
        weights: {api: 25, scalability: 55, cost: 20}
    """
    for name, weight in plan.weights.items():
        if weight.weight <= 0:
            message = f"the weight {weight.weight:.15g} of {name} is not positive"
            yield Finding(("weights", name), message, "write the worth of its swing")


@rule("EK406")
def gate_on_unknown_measure(plan: Plan, context: RuleContext) -> Iterator[Finding]:
    """A gate or a question must test an existing measure.

    Bad:
        gates:
          - {measure: rate_limits, at_least: 25}

    Good:
        gates:
          - {measure: rate_limit, at_least: 25}
    """
    criteria = context.criteria_for(plan.category)
    if criteria is None:
        return
    known = Names(criteria.leaves)
    for route, gate in _tests(plan):
        if gate.measure not in known:
            message, hint = successors.in_plan(criteria, gate.measure) or (
                f"there is no measure `{gate.measure}`",
                context.near.hint(gate.measure, known),
            )
            yield Finding((*route, "measure"), message, hint)


@rule("EK407")
def gate_unfit_for_measure(plan: Plan, context: RuleContext) -> Iterator[Finding]:
    """The test of a gate or a question must fit the measure: bounds for numbers, levels for words.

    Bad:
        gates:
          - {measure: rate_limit, any_of: [plenty]}

    Good:
        gates:
          - {measure: rate_limit, at_least: 25}
    """
    criteria = context.criteria_for(plan.category)
    if criteria is None:
        return
    for route, gate in _tests(plan):
        if gate.measure in criteria.leaves:
            yield from _unfit(gate, (*route, gate.test), plan.category, context)


def _tests(plan: Plan) -> Iterator[tuple[Route, Question]]:
    """The gates and the questions, each with its route."""
    for key, tests in (("gates", plan.gates), ("questions", plan.questions)):
        yield from (((key, number), each) for number, each in enumerate(tests))


def _unfit(gate: Question, route: Route, category: str, context: RuleContext) -> Iterator[Finding]:
    scale = context.criteria[category].leaves[gate.measure].measure.scale
    if not isinstance(scale, NAMED):
        if gate.bound is None:
            message = f"{gate.measure} is a number, which `{gate.test}` cannot test"
            yield Finding(route, message, "use `at_least` or `at_most`", at="key")
        return
    if gate.bound is not None:
        message = f"{gate.measure} is in words, which `{gate.test}` cannot test"
        yield Finding(route, message, "use `any_of`, `all_of`, `none_of` or `equals`", at="key")
    allowed = context.levels(category, gate.measure)
    for place, name in enumerate(gate.names):
        if name not in allowed:
            where = route if gate.equals is not None else (*route, place)
            message = f"`{name}` is not a level of {gate.measure}"
            yield Finding(where, message, context.near.hint(name, allowed))


@rule("EK408")
def vendor_of_another_category(plan: Plan, context: RuleContext) -> Iterator[Finding]:
    """A plan must compare vendors of its own category.

    Vendors of different categories are judged by different criteria.

    Bad:
        vendors: [otherpay]
        # criteria/erp.yaml
        id: erp
        # vendors/erp/otherpay.yaml
        id: otherpay
        category: erp

    Good:
        vendors: [otherpay]
        # vendors/payment-gateways/otherpay.yaml
        id: otherpay
        category: payment-gateways
    """
    for number, name in enumerate(plan.vendors or ()):
        vendor = context.vendors.get(name)
        if vendor is not None and vendor.category != plan.category:
            message = f"{name} is in the category `{vendor.category}`, not `{plan.category}`"
            yield Finding(("vendors", number), message, "remove it from the list")


@rule("EK409")
def vendor_listed_twice(plan: Plan, _: RuleContext) -> Iterator[Finding]:
    """A plan must list a vendor only once.

    Bad:
        vendors: [examplepay, examplepay]

    Good:
        vendors: [examplepay]
    """
    seen: set[str] = set()
    for number, name in enumerate(plan.vendors or ()):
        if name in seen:
            yield Finding(("vendors", number), f"{name} is listed twice", "keep one")
        seen.add(name)


@rule("EK410", Severity.WARNING)
def fact_later_than_plan(plan: Plan, context: RuleContext) -> Iterator[Finding]:
    """A plan's date should not be earlier than the facts and prices that it uses.

    A decision as of June cannot be based on findings from July.

    Bad:
        as_of: 2020-01-31

    Good:
        as_of: 2026-11-23
    """
    if plan.as_of is None:
        return
    newest = _newest(plan, context) or plan.as_of
    if newest > plan.as_of:
        message = f"the plan uses facts or prices that were checked as late as {newest}"
        yield Finding(("as_of",), message, "move `as_of` to a later date")


def _newest(plan: Plan, context: RuleContext) -> datetime.date | None:
    """The latest date on which a fact or price that a plan uses was checked."""
    with_charges = plan.money is not None

    def newest() -> datetime.date | None:
        days = (
            context.once(("newest", each.id, with_charges), partial(_newest_of, each, with_charges))
            for each in context.compared(plan)
        )
        return max((day for day in days if day is not None), default=None)

    if plan.vendors is None:
        return context.once(("newest of", plan.category, plan.roles, with_charges), newest)
    return newest()


def _newest_of(vendor: Vendor, with_charges: bool) -> datetime.date | None:
    facts = (each for fact in vendor.facts.values() for _, each in fact.stated)
    given = (*facts, *(vendor.charges if with_charges else ()))
    return max((each.checked for each in given if each.checked is not None), default=None)


@rule("EK411")
def plan_without_vendors(plan: Plan, context: RuleContext) -> Iterator[Finding]:
    """A plan's category must have vendors.

    Bad:
        category: erp
        # criteria/erp.yaml
        id: erp

    Good:
        category: payment-gateways
    """
    if plan.vendors or plan.category not in context.known_categories:
        return
    # A file that cannot be read has a finding of its own.
    if plan.category not in context.vendor_folders and not any(context.members(plan.category)):
        message = f"there are no vendors in the category `{plan.category}`"
        yield Finding(("category",), message, f"add files to vendors/{plan.category}")
