"""Rules about pairwise comparisons, EK417 to EK419."""

import itertools
from collections.abc import Iterator

from evalkit.diagnostics.record import Finding, Severity
from evalkit.diagnostics.rule import rule
from evalkit.model.plan import Plan
from evalkit.model.weights import PairwiseStatement
from evalkit.rules.context import MAX_LISTED, RuleContext
from evalkit.rules.weights.places import Placed, said
from evalkit.source.near import shortened
from evalkit.weighting.implied import judgements
from evalkit.weighting.pairwise import (
    CONSISTENCY_LIMIT,
    RANDOM_INDEX,
    RANDOM_INDEX_TABLE,
    Strained,
    islands,
    judge,
)


@rule("EK417")
def comparisons_do_not_connect(plan: Plan, context: RuleContext) -> Iterator[Finding]:
    """Pairwise comparisons must connect all siblings.

    Not every pair is needed, but each sibling must be linked to every other, directly or through
    others; otherwise the weights are not determined.

    Bad:
        stakeholders:
          it:
            weights:
              kind: pairwise
              pairwise:
                - {more: scalability, less: api, times: 2}

    Good:
        stakeholders:
          it:
            weights:
              kind: pairwise
              pairwise:
                - {more: scalability, less: api, times: 2}
                - {more: api, less: cost, times: 2}
    """
    for each in said(plan, context, PairwiseStatement):
        groups = () if each.strangers else _islands(each)
        if len(groups) > 1:
            named = [
                shortened([f"`{name}`" for name in group[: MAX_LISTED + 1]], MAX_LISTED)
                for group in groups[:MAX_LISTED]
            ]
            shown = "; ".join(named) + ("; …" if len(groups) > MAX_LISTED else "")
            hint = f"compare `{groups[0][0]}` with `{groups[1][0]}`, for example"
            message = f"these groups are not compared with each other: {shown}"
            yield Finding((*each.route, "pairwise"), message, hint, at="key")


def _islands(each: Placed[PairwiseStatement]) -> tuple[tuple[str, ...], ...]:
    named = {mention.name for mention in each.mentions}
    # Each uncompared sibling is a group of its own: a few show as much as all.
    alone = itertools.islice((name for name in each.siblings if name not in named), MAX_LISTED)
    some = named.union(alone)
    siblings = [name for name in each.siblings if name in some]
    found = islands(len(siblings), judgements(each.statement, siblings))
    return tuple(tuple(siblings[number] for number in group) for group in found)


@rule("EK418")
def compared_twice(plan: Plan, context: RuleContext) -> Iterator[Finding]:
    """A pair must be compared only once, and nothing with itself.

    Bad:
        stakeholders:
          it:
            within:
              api:
                kind: pairwise
                pairwise:
                  - {more: api_style, less: webhooks, times: 2}
                  - {more: webhooks, less: api_style, times: 3}

    Good:
        stakeholders:
          it:
            within:
              api: {kind: pairwise, pairwise: [{more: api_style, less: webhooks, times: 2}]}
    """
    for each in said(plan, context, PairwiseStatement):
        for place, problem in _repeated(each.statement):
            yield Finding(
                (*each.route, "pairwise", place), problem, "keep one comparison for each pair"
            )


def _repeated(statement: PairwiseStatement) -> Iterator[tuple[int, str]]:
    seen: set[frozenset[str]] = set()
    for place, each in enumerate(statement.pairwise):
        pair = frozenset((each.more, each.less))
        if each.more == each.less:
            yield place, f"`{each.more}` is compared with itself"
        elif pair in seen:
            yield place, f"`{each.more}` and `{each.less}` are compared twice"
        seen.add(pair)


@rule("EK419", Severity.WARNING)
def comparisons_contradict(plan: Plan, context: RuleContext) -> Iterator[Finding]:
    """Comparisons should agree with each other, up to a consistency ratio of 0.10.

    If A matters 3 times as much as B, and B 3 times as much as C, then A matters 9 times as much as
    C. The ratio is 0 if all comparisons agree, and 1 if they agree no better than random ones. If
    pairs are missing, it is approximate.

    Bad:
        stakeholders:
          it:
            weights:
              kind: pairwise
              pairwise:
                - {more: api, less: cost, times: 3}
                - {more: cost, less: scalability, times: 3}
                - {more: scalability, less: api, times: 3}

    Good:
        stakeholders:
          it:
            weights:
              kind: pairwise
              pairwise:
                - {more: api, less: cost, times: 3}
                - {more: cost, less: scalability, times: 3}
                - {more: api, less: scalability, times: 9}
    """
    for each in said(plan, context, PairwiseStatement):
        if len(each.siblings) in RANDOM_INDEX and _can_be_judged(each):
            yield from _contradiction(each)


def _can_be_judged(each: Placed[PairwiseStatement]) -> bool:
    """Whether no other rule rejects the statement."""
    return not each.strangers and not any(_repeated(each.statement)) and len(_islands(each)) == 1


def _contradiction(each: Placed[PairwiseStatement]) -> Iterator[Finding]:
    found = judge(len(each.siblings), judgements(each.statement, each.siblings))
    ratio, worst = found.consistency_ratio, found.worst
    if ratio is None or worst is None or ratio <= CONSISTENCY_LIMIT:
        return
    bound = "" if found.complete else "about "
    message = (
        f"the consistency ratio is {bound}{ratio:.2f}, above {CONSISTENCY_LIMIT:.2f} "
        f"(random index: {RANDOM_INDEX_TABLE}); the least consistent: {_gap(each, worst)}"
    )
    hint = "check this comparison again, and those that share a name with it"
    yield Finding((*each.route, "pairwise", worst.position, "times"), message, hint)


def _gap(each: Placed[PairwiseStatement], worst: Strained) -> str:
    more, less = each.siblings[worst.more], each.siblings[worst.less]
    said_so = f"`{more}` matters {worst.said:.3g} times as much as `{less}`"
    return f"{said_so}, but all comparisons together imply {worst.implied:.2g} times"
