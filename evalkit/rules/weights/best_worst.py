"""The rule about comparisons with the best and the worst, EK421."""

import math
from collections.abc import Iterator

from evalkit.diagnostics.record import Finding
from evalkit.diagnostics.rule import rule
from evalkit.model.plan import Plan
from evalkit.model.weights import BestWorstStatement
from evalkit.rules.context import RuleContext
from evalkit.rules.weights.places import Placed, said
from evalkit.source.near import clipped


@rule("EK421")
def best_worst_contradicts_itself(plan: Plan, context: RuleContext) -> Iterator[Finding]:
    """In best-worst comparisons, the best must matter most and the worst least.

    Nothing may be farther from the best than the worst is, the best against the worst must be the
    same number in both lists, and each is 1 against itself.

    Bad:
        stakeholders:
          it:
            within:
              api:
                kind: best_worst
                best: api_style
                worst: webhooks
                best_to_others: {webhooks: 3}
                others_to_worst: {api_style: 5}

    Good:
        stakeholders:
          it:
            within:
              api:
                kind: best_worst
                best: api_style
                worst: webhooks
                best_to_others: {webhooks: 3}
                others_to_worst: {api_style: 3}
    """
    for each in said(plan, context, BestWorstStatement):
        statement = each.statement
        if statement.best == statement.worst:
            message = f"`{statement.worst}` is both the best and the worst"
            yield Finding((*each.route, "worst"), message, "name two different ones")
            continue
        yield from _against_itself(each)
        yield from _spans_differ(each)
        yield from _farther_than_the_worst(each)


def _against_itself(each: Placed[BestWorstStatement]) -> Iterator[Finding]:
    statement = each.statement
    lists = (
        ("best_to_others", statement.best, statement.best_to_others),
        ("others_to_worst", statement.worst, statement.others_to_worst),
    )
    for field, name, given in lists:
        times = given.get(name, 1.0)
        if times != 1:
            message = f"`{name}` against itself is {times:.15g}, not 1"
            yield Finding((*each.route, field, name), message, "write 1, or omit it")


def _spans_differ(each: Placed[BestWorstStatement]) -> Iterator[Finding]:
    best, worst = each.statement.best, each.statement.worst
    there = each.statement.best_to_others.get(worst)
    here = each.statement.others_to_worst.get(best)
    if here is not None and there is not None and here != there:
        message = (
            f"`{best}` against `{worst}` is {here:.15g} here and {there:.15g} in `best_to_others`"
        )
        hint = "it is the same comparison: write the same number"
        yield Finding((*each.route, "others_to_worst", best), message, hint)


def _farther_than_the_worst(each: Placed[BestWorstStatement]) -> Iterator[Finding]:
    best, worst = each.statement.best, each.statement.worst
    lists = (
        ("best_to_others", each.statement.best_to_others, worst, "best"),
        ("others_to_worst", each.statement.others_to_worst, best, "worst"),
    )
    for field, given, other, end in lists:
        span, other_end = given.get(other, math.inf), clipped(other)
        for name, times in given.items():
            if name not in {best, worst} and times > span:
                message = (
                    f"`{name}` is {times:.15g} times from the {end}, `{other_end}` {span:.15g}"
                )
                hint = f"nothing is farther from the {end} than `{other_end}`"
                yield Finding((*each.route, field, name), message, hint)
