"""Weights from comparisons of each criterion with the best and the worst."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from evalkit.weighting.direct import Weights, proportional
from evalkit.weighting.pairwise import Judgement, Strained, most_strained

METHOD = "bwm-linear"


@dataclass(frozen=True, slots=True)
class BestWorst:
    """The weights implied by comparisons with the best and the worst, and their consistency."""

    weights: Weights
    xi: float
    """The largest deviation, as a share of the total weight; 0 if all comparisons agree."""
    method: str
    worst: Strained | None
    """The least consistent comparison, by position in `best_to_others` followed by
    `others_to_worst`; None if all agree."""


def linear_best_worst(
    best: int, worst: int, best_to_others: Sequence[float], others_to_worst: Sequence[float]
) -> BestWorst:
    """Weights from how many times more the best matters than each other, and each than the worst.

    `best` and `worst` are indices of criteria; both sequences have one entry for each criterion, 1
    for the best or worst itself. The weights minimise the largest deviation ξ, where
    |w_best − a·w_j| ≤ ξ and |w_j − a·w_worst| ≤ ξ for every judgement a.

    Raises ValueError if the judgements contradict the choice of `best` and `worst`.

    Source: the linear model of Rezaei (2016), Omega 64, 126–130.
    """
    if contradicts_itself(best, worst, best_to_others, others_to_worst):
        raise ValueError("the judgements contradict which is best and which is worst")
    solution = _solved(best, worst, best_to_others, others_to_worst)
    # The solver may return slightly negative numbers for 0.
    weights = proportional([max(0.0, weight) for weight in solution[:-1]])
    judgements = [Judgement(best, other, times) for other, times in enumerate(best_to_others)]
    judgements += [Judgement(other, worst, times) for other, times in enumerate(others_to_worst)]
    # No weight is 0 here: raising it slightly would reduce ξ.
    logs = [math.log(weight) for weight in weights]
    return BestWorst(weights, max(0.0, solution[-1]), METHOD, most_strained(judgements, logs))


def contradicts_itself(
    best: int, worst: int, best_to_others: Sequence[float], others_to_worst: Sequence[float]
) -> bool:
    """Whether judgements contradict the choice of the best and the worst criterion."""
    return (
        best == worst
        or best_to_others[best] != 1
        or others_to_worst[worst] != 1
        or best_to_others[worst] != others_to_worst[best]
        or min(*best_to_others, *others_to_worst) < 1
        or max(*best_to_others, *others_to_worst) > best_to_others[worst]
    )


def _solved(
    best: int, worst: int, best_to_others: Sequence[float], others_to_worst: Sequence[float]
) -> list[float]:
    """The weights, then ξ, of the linear program."""
    # Imported late: only this kind of statement needs it, and rules import this package.
    from evalkit.weighting.linear_program import Rows, minimised  # noqa: PLC0415

    count = len(best_to_others)
    misses = [_miss(count, best, other, times) for other, times in enumerate(best_to_others)]
    misses += [_miss(count, other, worst, times) for other, times in enumerate(others_to_worst)]
    sides = [[*(sign * part for part in miss), -1.0] for miss in misses for sign in (1, -1)]
    rows = [Rows(sides, -math.inf, 0.0), Rows([[1.0] * count + [0.0]], 1.0, 1.0)]
    # Equal weights are always feasible, so there is always a solution.
    return [float(each) for each in minimised([0.0] * count + [1.0], rows, 0.0, math.inf)]


def _miss(count: int, more: int, less: int, times: float) -> list[float]:
    """The coefficients of w_more − times·w_less."""
    row = [0.0] * count
    row[more] += 1.0
    row[less] -= times
    return row
