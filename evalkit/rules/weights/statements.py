"""Rules about stakeholders' statements, EK412 to EK416, EK420 and EK422 to EK424."""

import itertools
import math
from collections.abc import Iterator, Mapping

from evalkit.diagnostics.record import Finding, Route, Severity
from evalkit.diagnostics.rule import rule
from evalkit.model.base import Record
from evalkit.model.plan import Plan
from evalkit.model.weights import (
    BestWorstStatement,
    IntervalStatement,
    OrderStatement,
    PointStatement,
    SwingStatement,
)
from evalkit.rules import successors
from evalkit.rules.context import MAX_LISTED, RuleContext
from evalkit.rules.weights.places import Placed, said
from evalkit.source.near import Names, clipped, shortened
from evalkit.weighting.implied import FULL_SWING, bounds
from evalkit.weighting.intervals import TOLERANCE


@rule("EK412")
def statement_names_a_stranger(plan: Plan, context: RuleContext) -> Iterator[Finding]:
    """A statement must weigh existing siblings.

    `weights` is about the criteria at the top, `within` about those directly below a criterion.

    Bad:
        stakeholders:
          it: {within: {api: {kind: intervals, intervals: {webhook: {low: 10, high: 30}}}}}

    Good:
        stakeholders:
          it: {within: {api: {kind: intervals, intervals: {webhooks: {low: 10, high: 30}}}}}
    """
    criteria = context.criteria_of(plan)
    if criteria is None:
        return
    # A weight for costs beside a frontier has a finding of its own.
    gone, groups = context.left_out(plan), criteria.group_of
    for each in said(plan, context, Record):
        where = "at the top" if each.above is None else f"directly below `{each.above}`"
        for mention in each.strangers:
            if each.above is None and mention.name in gone:
                continue
            message, hint = successors.in_plan(criteria, mention.name) or (
                f"there is no `{mention.name}` {where}",
                _whereabouts(mention.name, groups) or context.near.hint(mention.name, each.known),
            )
            yield Finding(
                (*each.route, *mention.route), message, hint,
                at="key" if mention.is_key else "value",
            )  # fmt: skip
    known = Names(name for name in criteria.groups if name is not None)
    for name, stakeholder in plan.stakeholders.items():
        for above in stakeholder.within:
            if above not in criteria.groups and above not in gone:
                route = ("stakeholders", name, "within", above)
                hint = context.near.hint(above, known)
                if above in criteria.leaves:
                    hint = f"`{above}` is a measure, and there is nothing below it"
                yield Finding(route, f"there is no criterion `{above}`", hint, at="key")


def _whereabouts(name: str, groups: Mapping[str, str | None]) -> str:
    """A hint about a name that belongs to another group; empty if it does not."""
    if name not in groups:
        return ""
    if groups[name] is None:
        return "it is at the top: move it to `weights`"
    return f"it is below `{groups[name]}`: move it to `within: {{{groups[name]}: …}}`"


@rule("EK413")
def statement_leaves_a_sibling_out(plan: Plan, context: RuleContext) -> Iterator[Finding]:
    """Points, swings, orders and best-worst comparisons must name all siblings.

    Otherwise the missing ones would get a weight that nobody stated. Write 0 for a swing that is
    worth nothing. Intervals may omit siblings, which can then take any weight.

    Bad:
        stakeholders:
          it: {within: {api: {kind: points, points: {api_style: 70}}}}

    Good:
        stakeholders:
          it: {within: {api: {kind: points, points: {api_style: 70, webhooks: 30}}}}
    """
    for each in said(plan, context, Record):
        for field, named in _complete_parts(each.statement):
            left_out = (f"`{name}`" for name in each.siblings if name not in named)
            missing = [*itertools.islice(left_out, MAX_LISTED + 1)]
            if missing:
                message = f"`{field}` omits {shortened(missing, MAX_LISTED)}"
                yield Finding((*each.route, field), message, "name all siblings", at="key")


def _complete_parts(statement: Record) -> Iterator[tuple[str, set[str]]]:
    """The parts of a statement that must name all siblings, with what they name."""
    if isinstance(statement, PointStatement):
        yield "points", set(statement.points)
    elif isinstance(statement, SwingStatement):
        yield "swing", set(statement.swing)
    elif isinstance(statement, OrderStatement):
        yield "order", {name for tie in statement.order for name in tie}
    elif isinstance(statement, BestWorstStatement):
        # The best against itself need not be stated.
        yield "best_to_others", {statement.best, *statement.best_to_others}
        yield "others_to_worst", {statement.worst, *statement.others_to_worst}


@rule("EK414")
def order_in_a_circle(plan: Plan, context: RuleContext) -> Iterator[Finding]:
    """An order must name each criterion only once.

    A criterion in two places comes both before and after everything between them.

    Bad:
        stakeholders:
          it: {within: {api: {kind: order, order: [api_style, webhooks, api_style]}}}

    Good:
        stakeholders:
          it: {within: {api: {kind: order, order: [api_style, webhooks]}}}
    """
    for each in said(plan, context, OrderStatement):
        last: dict[str, int] = {}
        for mention in each.mentions:
            place = int(mention.route[1])
            if mention.name in last:
                message = _circle(each.statement, mention.name, last[mention.name], place)
                yield Finding((*each.route, *mention.route), message, "keep one of the two")
            last[mention.name] = place


def _circle(statement: OrderStatement, name: str, last: int, place: int) -> str:
    if place > last + 1:
        between = clipped(statement.order[last + 1][0])
        return f"`{name}` comes both before and after `{between}`"
    return f"`{name}` appears twice in the order"


@rule("EK415")
def weighed_by_plan_and_people(plan: Plan, context: RuleContext) -> Iterator[Finding]:
    """Weights must come from people or from the plan, not from both.

    This applies to each group of siblings: the plan may weigh those for which no stakeholder has a
    statement.

    Bad:
        weights: {api: 25, scalability: 55, cost: 20}
        stakeholders:
          it: {weights: {kind: order, order: [scalability, api, cost]}}

    Good:
        weights: {api_style: 70, webhooks: 30}
        stakeholders:
          it: {weights: {kind: order, order: [scalability, api, cost]}}
    """
    people: dict[str | None, list[str]] = {}
    groups: dict[str | None, tuple[str, ...]] = {}
    for each in said(plan, context, Record):
        people.setdefault(each.above, []).append(str(each.route[1]))
        groups[each.above] = each.siblings
    for above, names in people.items():
        both = [f"`{name}`" for name in groups[above] if name in plan.weights]
        if both:
            by = ", ".join(f"`{name}`" for name in names)
            message = f"weighed both here and by {by}: {', '.join(both)}"
            hint = "weights must come from people or from the plan: remove these here or there"
            yield Finding(("weights",), message, hint, at="key")


@rule("EK416")
def intervals_admit_no_weights(plan: Plan, context: RuleContext) -> Iterator[Finding]:
    """The intervals of a statement must allow at least one set of weights.

    Weights are shares in percent that sum to 100: the lows must not sum to more, and the highs must
    not sum to less. A sibling that is omitted can take anything from 0 to 100.

    Bad:
        stakeholders:
          it:
            within:
              api:
                kind: intervals
                intervals: {api_style: {low: 60, high: 80}, webhooks: {low: 50, high: 70}}

    Good:
        stakeholders:
          it:
            within:
              api:
                kind: intervals
                intervals: {api_style: {low: 60, high: 80}, webhooks: {low: 10, high: 30}}
    """
    for each in said(plan, context, IntervalStatement):
        for name, interval in each.statement.intervals.items():
            if interval.low > interval.high:
                message = f"the low {interval.low:.15g} is above the high {interval.high:.15g}"
                route = (*each.route, "intervals", name)
                yield Finding(route, message, "swap them, or correct one")
        if not each.strangers:
            yield from _sums(each)


def _sums(each: Placed[IntervalStatement]) -> Iterator[Finding]:
    lows, highs = (math.fsum(shares) for shares in bounds(each.statement, each.siblings))
    route = (*each.route, "intervals")
    if lows > 1 + TOLERANCE:
        message = f"the lows sum to {100 * lows:.6g}, above 100"
        yield Finding(route, message, "make some of them smaller", at="key")
    if highs < 1 - TOLERANCE:
        message = f"the highs sum to {100 * highs:.6g}, below 100"
        yield Finding(route, message, "make some of them larger", at="key")


@rule("EK420")
def no_full_swing(plan: Plan, context: RuleContext) -> Iterator[Finding]:
    """The swing that matters most must be 100, and the others relative to it.

    Bad:
        stakeholders:
          it: {within: {api: {kind: swing, swing: {api_style: 80, webhooks: 40}}}}

    Good:
        stakeholders:
          it: {within: {api: {kind: swing, swing: {api_style: 100, webhooks: 50}}}}
    """
    for each in said(plan, context, SwingStatement):
        if FULL_SWING not in each.statement.swing.values():
            hint = "give 100 to the one that matters most, or use `kind: points`"
            yield Finding((*each.route, "swing"), "no swing is 100", hint, at="key")


@rule("EK422")
def points_all_zero(plan: Plan, context: RuleContext) -> Iterator[Finding]:
    """Some points must be above zero.

    Bad:
        stakeholders:
          it: {within: {api: {kind: points, points: {api_style: 0, webhooks: 0}}}}

    Good:
        stakeholders:
          it: {within: {api: {kind: points, points: {api_style: 0, webhooks: 10}}}}
    """
    for each in said(plan, context, PointStatement):
        if not any(each.statement.points.values()):
            hint = "write the worth of the swings relative to each other"
            yield Finding((*each.route, "points"), "all points are zero", hint, at="key")


@rule("EK423")
def intervals_without_people(plan: Plan, _: RuleContext) -> Iterator[Finding]:
    """Weights can be simulated from intervals only if a plan has stakeholders.

    Bad:
        robustness: {weights: intervals}

    Good:
        robustness: {weights: point}
    """
    if plan.robustness.weights == "intervals" and not plan.stakeholders:
        message = "there are no `stakeholders` whose weights could span intervals"
        hint = "add `stakeholders`, or use the weights `point` or `order`"
        yield Finding(("robustness", "weights"), message, hint)


@rule("EK424", Severity.WARNING)
def scales_changed_after_weights(plan: Plan, context: RuleContext) -> Iterator[Finding]:
    """Scales should not change after weights were set.

    A weight is the worth of the swing from the worst to the best end of a scale. If an end moves,
    the worth of the new swing is not known. `evalkit weigh` shows the mark of the current scales;
    add it as `scales` beside weights to be warned when a scale changes later.

    Bad:
        scales: s-00000000

    Good:
        scales: s-d93710fd
    """
    criteria = context.criteria_of(plan)
    if criteria is None:
        return
    marks: list[tuple[Route, str | None]] = [(("scales",), plan.scales)]
    for name, who in plan.stakeholders.items():
        marks.append((("stakeholders", name, "scales"), who.scales))
    for route, mark in marks:
        if mark is not None and mark != criteria.scales_mark:
            message = "a scale has changed since these weights were set"
            hint = f"ask again what the swings are worth, then write `{criteria.scales_mark}`"
            yield Finding(route, message, hint)
