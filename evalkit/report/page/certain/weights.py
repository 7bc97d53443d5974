"""What other weights would change: the smallest change at the top, and one picture a criterion."""

from collections.abc import Iterator, Mapping, Sequence

from evalkit.evaluation.record.evaluation import CriterionResult, Evaluation
from evalkit.evaluation.record.robustness import (
    CrossoverResult,
    LineResult,
    SensitivityResult,
    ShiftResult,
)
from evalkit.level import is_level
from evalkit.report.charts.crossovers import Panel, look, panel, scale
from evalkit.templates.view import View
from evalkit.wording.messages import certainty as told
from evalkit.wording.messages.catalogue import say
from evalkit.wording.messages.figures import decimal, listed, percent, percent_up

MOST_PANELS, MOST_SWAPS, MOST_MOVES = 12, 6, 2
"""How many criteria have a picture, how many other swaps are named, and how many criteria of a
change of weights."""


def smallest_change(evaluation: Evaluation) -> str:
    """How much weight must move before another vendor is level with the first."""
    found, robustness = evaluation.sensitivity, evaluation.robustness
    ranked = [vendor for vendor in evaluation.vendors if vendor.rank is not None]
    if not ranked:
        return say(told.NOBODY)
    if found is None:
        return say(told.ONE_RANKED, leader=ranked[0].name)
    if robustness is not None and robustness.space == "fixed":
        return say(told.FIXED)
    level = [vendor.name for vendor in ranked if vendor.rank == 1]
    if len(level) > 1:
        return say(told.LEVEL, names=listed(level))
    if found.shift is not None:
        return _shift(found.shift, evaluation, ranked[0].name)
    # Only where a whole criterion does not apply to somebody, lines are curved.
    return say(told.SHIFT_UNKNOWN if _is_curved(found) else told.NO_SHIFT)


def _is_curved(found: SensitivityResult) -> bool:
    straight = 2
    return any(len(curve) != straight for line in found.lines for curve in line.scores.values())


def _shift(found: ShiftResult, evaluation: Evaluation, leader: str) -> str:
    changes = {
        each.id: found.weights.get(each.id, each.weight) - each.weight
        for each in evaluation.criteria
    }
    up = [each for each in evaluation.criteria if changes[each.id] > 0]
    down = [each for each in evaluation.criteria if changes[each.id] < 0]
    names = {vendor.id: vendor.name for vendor in evaluation.vendors}
    return say(
        told.SHIFT,
        rival=names[found.challenger],
        leader=leader,
        moved=percent_up(found.moved),
        losing=_moves(down, found.weights, changes),
        gaining=_moves(up, found.weights, changes),
    )


def _moves(
    criteria: Sequence[CriterionResult], then: Mapping[str, float], changes: Mapping[str, float]
) -> str:
    """The criteria whose weights change most, before and after."""
    ordered = sorted(criteria, key=lambda each: -abs(changes[each.id]))
    named = [
        say(
            told.WEIGHT_MOVES,
            criterion=each.title,
            before=percent(each.weight),
            after=percent(then[each.id]),
        )
        for each in ordered[:MOST_MOVES]
        if not is_level(changes[each.id], 0)
    ]
    rest = len(ordered) - MOST_MOVES
    return listed([*named, say(told.OTHERS, rest)] if rest > 0 else named)


def crossovers(evaluation: Evaluation) -> View | None:
    """Small multiples, those first in which another vendor takes first place soonest."""
    found = evaluation.sensitivity
    if found is None or not found.lines:
        return None
    names = {vendor.id: vendor.name for vendor in evaluation.vendors}
    titles = {criterion.id: criterion.title for criterion in evaluation.criteria}
    changes = {line.criterion: list(_changes(line, found)) for line in found.lines}
    ordered = sorted(found.lines, key=lambda line: _order(line, changes[line.criterion]))
    shown = [line for line in ordered[:MOST_PANELS] if line.criterion in titles]
    ends = scale(curve for line in shown for curve in line.scores.values())
    drawn = list(dict.fromkeys(name for line in shown for name in line.scores))
    return {
        "title": say(told.CROSSOVERS),
        "panels": [
            _panel(line, changes[line.criterion], ends, names, titles[line.criterion])
            for line in shown
        ],
        "key": [{"name": names[name], "look": look(place)} for place, name in enumerate(drawn)],
        "more": say(told.MORE_CRITERIA, rest) if (rest := len(ordered) - MOST_PANELS) > 0 else "",
        "swaps": list(_swaps(found, names, titles)),
    }


def _changes(line: LineResult, found: SensitivityResult) -> Iterator[CrossoverResult]:
    """At which weight, below today's and above it, somebody takes first place.

    Nobody overtakes the first vendor before the nearest swap with it on either side.
    """
    leader = next(iter(line.scores), "")
    mine = [
        swap
        for swap in found.crossovers
        if swap.criterion == line.criterion and not swap.above and swap.ahead == leader
    ]
    for side in (-1, 1):
        beside = [swap for swap in mine if side * (swap.distance or 0) > 0]
        if beside:
            yield min(beside, key=lambda swap: abs(swap.distance or 0))


def _order(line: LineResult, changes: Sequence[CrossoverResult]) -> tuple[float, float]:
    nearest = min((abs(swap.distance or 0) for swap in changes), default=2.0)
    return nearest, -line.today


def _panel(
    line: LineResult,
    changes: Sequence[CrossoverResult],
    ends: tuple[float, float],
    names: Mapping[str, str],
    title: str,
) -> View:
    label = say(told.PANEL, criterion=title, vendors=listed([names[v] for v in line.scores]))
    drawn = Panel(
        label=label,
        today=line.today,
        curves=list(line.scores.values()),
        changes=[swap.weight for swap in changes if swap.weight is not None],
    )
    words = (decimal(ends[0], 0), decimal(ends[1], 0), percent(0), percent(1))
    return {
        "title": title,
        "today": say(told.TODAY_WEIGHS, weight=percent(line.today)),
        "changes": [_change(swap, names) for swap in changes] or [say(told.NO_CHANGE)],
        "picture": panel(drawn, ends, words),
    }


def _change(swap: CrossoverResult, names: Mapping[str, str]) -> str:
    message = told.LEADS_ABOVE if (swap.distance or 0) > 0 else told.LEADS_BELOW
    return say(message, vendor=names[swap.behind], weight=percent(swap.weight or 0))


def _swaps(
    found: SensitivityResult, names: Mapping[str, str], titles: Mapping[str, str]
) -> Iterator[str]:
    """The nearest weights at which two vendors below the first swap places."""
    first = next(iter(found.lines[0].scores), "")
    others = [
        swap
        for swap in found.crossovers
        if swap.weight is not None and not swap.above and first not in (swap.ahead, swap.behind)
    ]
    for swap in others[:MOST_SWAPS]:
        is_above = (swap.distance or 0) > 0
        yield say(
            told.OVERTAKES_ABOVE if is_above else told.OVERTAKES_BELOW,
            behind=names[swap.behind],
            ahead=names[swap.ahead],
            criterion=titles[swap.criterion],
            weight=percent(swap.weight or 0),
        )
