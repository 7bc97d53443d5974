"""Second opinions: rankings by other methods from the same values and weights."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import numpy as np

from evalkit.analysis import opinions as methods
from evalkit.analysis.agreement import kendall_tau_b
from evalkit.evaluation.record.robustness import DisagreementResult, OpinionResult
from evalkit.evaluation.robustness.field import Field
from evalkit.level import SAME, leveled
from evalkit.scoring.values import Floats
from evalkit.wording.messages.catalogue import say
from evalkit.wording.messages.record import certainty as words
from evalkit.wording.numbers import fixed, number, significant
from evalkit.wording.words import listed

FLOOR = 1.0
"""The smallest factor: without it, a single unknown would reduce the product to zero."""
INDIFFERENCE, PREFERENCE = 5.0, 25.0
"""PROMETHEE's thresholds on 0 to 100: leads below the first are ignored, above the second full."""
V = 0.5
DECIMALS = 9
"""Decimals of a method's figures: further ones differ between processors."""
TOLD = 10
"""Maximum number of disagreements explained; all are counted."""

Reason = Callable[[Floats, Floats, int, int], int]


@dataclass(frozen=True, slots=True)
class Method:
    """A method for a second opinion: how it scores, and why it prefers one vendor to another."""

    name: str
    looks_across: bool
    lowest_is_best: bool
    score: Callable[[Floats, Floats], Floats]
    reason: Reason


def _floored(score: Callable[[Floats, Floats], Floats]) -> Callable[[Floats, Floats], Floats]:
    return lambda values, weights: score(np.maximum(values, FLOOR), weights)


METHODS = (
    Method(
        "geometric",
        False,
        False,
        _floored(methods.weighted_geometric),
        lambda v, w, i, j: methods.geometric_reason(np.maximum(v, FLOOR), w, i, j),
    ),
    Method("topsis-vector", True, False, methods.topsis_vector, methods.topsis_reason),
    Method(
        "vikor",
        True,
        True,
        lambda values, weights: methods.vikor(values, weights, V).q,
        methods.vikor_reason,
    ),
    Method(
        "promethee2-linear",
        True,
        False,
        partial(methods.promethee2_linear, indifference=INDIFFERENCE, preference=PREFERENCE),
        partial(methods.promethee_reason, indifference=INDIFFERENCE, preference=PREFERENCE),
    ),
)


def opinions(field: Field) -> tuple[OpinionResult, ...]:
    """The result of each method; empty if there are no two vendors to compare."""
    if len(field.vendors) < 2:  # noqa: PLR2004
        return ()
    values, weights = _values(field), np.array(list(field.everything.values()))
    return tuple(_opinion(field, method, values, weights) for method in METHODS)


def _values(field: Field) -> Floats:
    """Values on all measures, shape (vendors, measures).

    A measure that does not apply takes the vendor's value on the criterion above it: in the
    additive score, that equals passing its weight on to its siblings.
    """
    columns = []
    for name, leaf in field.criteria.leaves.items():
        node = field.nodes[name]
        value, filled = node.value.copy(), node.applies > 0
        for above in reversed(leaf.above):
            here = field.nodes[above]
            value = np.where(filled, value, here.value)
            filled = filled | (here.applies > 0)
        columns.append(np.where(filled, value, field.points))
    return np.column_stack(columns)


def _opinion(field: Field, method: Method, values: Floats, weights: Floats) -> OpinionResult:
    figures = np.round(method.score(values, weights), DECIMALS) + 0.0
    scores = -figures if method.lowest_is_best else figures
    swapped = _swapped(field.points, scores)
    correlation = kendall_tau_b(field.points, scores)
    return OpinionResult(
        method=method.name,
        about=say(
            words.ABOUT[method.name],
            floor=significant(FLOOR, 6),
            v=significant(V, 6),
            indifference=significant(INDIFFERENCE, 6),
            preference=significant(PREFERENCE, 6),
        ),
        looks_across=method.looks_across,
        lowest_is_best=method.lowest_is_best,
        scores=dict(zip(field.ids, figures.tolist(), strict=True)),
        ranks=dict(zip(field.ids, _places(scores), strict=True)),
        correlation=correlation,
        pairs=len(swapped),
        text=_summary(field, scores, swapped, correlation),
        disagreements=tuple(
            _disagreement(field, method, values, weights, pair) for pair in swapped[:TOLD]
        ),
    )


def _swapped(points: Floats, scores: Floats) -> list[tuple[int, int]]:
    """Pairs (ahead in the main ranking, ahead by the method), top vendors first."""
    count = range(len(points))
    return [
        (one, other)
        for one in count
        for other in count
        if points[one] - points[other] > SAME and scores[other] - scores[one] > SAME
    ]


def _places(scores: Floats) -> list[int]:
    level = np.array(leveled(scores.tolist()))
    return [int((level > score).sum()) + 1 for score in level]


def _summary(
    field: Field, scores: Floats, swapped: list[tuple[int, int]], correlation: float
) -> str:
    first = [v.name for v, score in zip(field.vendors, scores, strict=True) if score == max(scores)]
    pairs = len(field.vendors) * (len(field.vendors) - 1) // 2
    level, parted = _apart(field.points, scores), _apart(scores, field.points)
    parts = [say(words.TURNS, pairs, turned=str(len(swapped)))] if swapped else []
    parts += [say(words.SEES_LEVEL, pairs, level=str(level))] if level else []
    parts += [say(words.PARTS, pairs, parted=str(parted))] if parted else []
    order = listed(parts) if parts else say(words.AGREES)
    tau = fixed(correlation, 2)
    return say(words.PUTS_FIRST, vendors=listed(first), order=order, correlation=tau)


def _apart(by: Floats, level_by: Floats) -> int:
    """Pairs that differ in one list of scores and tie in the other."""
    apart = np.abs(by[:, None] - by[None, :]) > SAME
    level = np.abs(level_by[:, None] - level_by[None, :]) <= SAME
    return int((apart & level).sum()) // 2


def _disagreement(
    field: Field, method: Method, values: Floats, weights: Floats, pair: tuple[int, int]
) -> DisagreementResult:
    one, other = pair
    place = method.reason(values, weights, one, other)
    names = list(field.criteria.leaves)
    # The method puts `other` ahead; the main ranking puts `one` ahead.
    text = say(
        words.AHEAD_BECAUSE[method.name],
        ahead=field.vendors[other].name,
        behind=field.vendors[one].name,
        measure=field.criteria.title_of(names[place]),
        value_ahead=number(round(float(values[other, place]), 1)),
        value_behind=number(round(float(values[one, place]), 1)),
    )
    return DisagreementResult(
        ahead=field.vendors[one].id, behind=field.vendors[other].id, text=text
    )
