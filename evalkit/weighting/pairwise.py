"""Weights from pairwise comparisons, and their consistency."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from evalkit.weighting.direct import Weights, proportional

RANDOM_INDEX_TABLE = "Saaty (1980)"
RANDOM_INDEX = dict(
    zip(
        range(3, 16),
        (0.58, 0.90, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.48, 1.56, 1.57, 1.59),
        strict=True,
    )
)
"""The mean consistency index of random comparisons, by number of criteria.

Source: Saaty (1980), The Analytic Hierarchy Process.
"""
CONSISTENCY_LIMIT = 0.10
"""Consistency ratio above which comparisons contradict each other too much."""
_FEWEST_IN_A_CIRCLE = 3
_AGREEMENT = 1e-9
_CONVERGED = 1e-13
_LARGEST_LOG = 700.0


@dataclass(frozen=True, slots=True)
class Judgement:
    """How many times more one criterion matters than another, both by index."""

    more: int
    less: int
    times: float


@dataclass(frozen=True, slots=True)
class Strained:
    """The judgement farthest from the ratio that the weights imply."""

    position: int
    """Index in the list of judgements."""
    more: int
    less: int
    said: float
    implied: float
    """The ratio implied by the weights; below 1 the other criterion matters more."""


@dataclass(frozen=True, slots=True)
class Pairwise:
    """The weights implied by pairwise comparisons, and their consistency."""

    weights: Weights
    method: str
    complete: bool
    """Whether every pair was compared."""
    consistency_ratio: float | None
    """None if nothing can be checked, for lack of redundant comparisons or of a random index."""
    consistency_index: float | None
    """None without redundant comparisons."""
    random_index: float | None
    worst: Strained | None
    """None if all comparisons agree."""


def islands(count: int, judgements: Sequence[Judgement]) -> tuple[tuple[int, ...], ...]:
    """The groups of criteria connected by comparisons, in the order of their first members.

    One group means that every criterion can be reached from every other.
    """
    leaders = list(range(count))

    def leader(member: int) -> int:
        while leaders[member] != member:
            leaders[member] = leaders[leaders[member]]
            member = leaders[member]
        return member

    for judgement in judgements:
        one, other = sorted((leader(judgement.more), leader(judgement.less)))
        leaders[other] = one
    groups: dict[int, list[int]] = {}
    for member in range(count):
        groups.setdefault(leader(member), []).append(member)
    return tuple(tuple(group) for group in groups.values())


def judge(count: int, judgements: Sequence[Judgement]) -> Pairwise:
    """Weights for `count` criteria from pairwise comparisons, with their consistency.

    If all pairs are compared: the principal eigenvector (Saaty 1980). If pairs are left out:
    logarithmic least squares, the weights whose ratios are nearest to the judgements in logarithms.
    For the consistency ratio, these weights then supply the pairs left out, and the random index
    falls linearly from that of complete comparisons to 0 for just enough to connect all: random
    comparisons contradict each other less if more are left out, nearly linearly (Ágoston & Csató
    2022, Omega 108, 102576). The ratio is therefore an approximation.

    Raises ValueError if `count` is below 1, a ratio is not above 0, a pair is judged twice, a
    criterion is compared with itself, or the judgements do not connect all criteria.
    """
    _require_sound(count, judgements)
    logs = _log_least_squares(count, judgements)
    complete = 2 * len(judgements) == count * (count - 1)
    largest, vector = _principal(_strains(count, judgements, logs))
    if complete:
        logs = [log + math.log(part) for log, part in zip(logs, vector, strict=True)]
    index, random_index = _index(count, judgements, largest), _random_index(count, judgements)
    return Pairwise(
        weights=_from_logs(logs),
        method="pairwise-eigenvector" if complete else "pairwise-log-least-squares",
        complete=complete,
        consistency_ratio=_ratio(count, index, random_index),
        consistency_index=index,
        random_index=random_index,
        worst=most_strained(judgements, logs),
    )


def most_strained(judgements: Sequence[Judgement], logs: Sequence[float]) -> Strained | None:
    """The judgement farthest, in logarithms, from the ratio of weights given as logarithms.

    None if all agree; the first if several are equally far.
    """
    strains = [abs(_residual(judgement, logs)) for judgement in judgements]
    largest = max(strains, default=0.0)
    if largest <= _AGREEMENT:
        return None
    # Rounding differs between machines and must not decide between equals.
    position = next(n for n, strain in enumerate(strains) if strain >= largest - _AGREEMENT)
    at = judgements[position]
    # A long chain of judgements may imply a ratio too large for a float.
    implied = math.exp(min(logs[at.more] - logs[at.less], _LARGEST_LOG))
    return Strained(position, at.more, at.less, at.times, implied)


def _residual(judgement: Judgement, logs: Sequence[float]) -> float:
    return math.log(judgement.times) - logs[judgement.more] + logs[judgement.less]


def _require_sound(count: int, judgements: Sequence[Judgement]) -> None:
    if count < 1:
        raise ValueError("at least one criterion is weighed")
    if not all(judgement.times > 0 for judgement in judgements):
        raise ValueError("a criterion matters more than 0 times as much as another")
    pairs = [frozenset((judgement.more, judgement.less)) for judgement in judgements]
    if any(len(pair) == 1 for pair in pairs):
        raise ValueError("a criterion is compared with itself")
    if len(set(pairs)) < len(pairs):
        raise ValueError("a pair is compared twice")
    if len(islands(count, judgements)) > 1:
        raise ValueError("the comparisons do not connect all criteria")


def _log_least_squares(count: int, judgements: Sequence[Judgement]) -> list[float]:
    """Logarithms of weights, the first 0, from normal equations with the graph's Laplacian."""
    laplacian = [[0.0] * (count + 1) for _ in range(count)]
    for judgement in judgements:
        more, less, log = judgement.more, judgement.less, math.log(judgement.times)
        for here, there, said in ((more, less, log), (less, more, -log)):
            laplacian[here][here] += 1
            laplacian[here][there] -= 1
            laplacian[here][-1] += said
    return [0.0, *_solved([row[1:] for row in laplacian[1:]])]


def _solved(rows: list[list[float]]) -> list[float]:
    """Gaussian elimination on a positive definite system, which needs no pivoting.

    The right-hand side is the last column.
    """
    for at, pivot in enumerate(rows):
        for row in rows[at + 1 :]:
            share = row[at] / pivot[at]
            if share:
                row[at:] = [a - share * b for a, b in zip(row[at:], pivot[at:], strict=True)]
    solution = [0.0] * len(rows)
    for at in reversed(range(len(rows))):
        known = sum(a * x for a, x in zip(rows[at][at + 1 : -1], solution[at + 1 :], strict=True))
        solution[at] = (rows[at][-1] - known) / rows[at][at]
    return solution


def _strains(
    count: int, judgements: Sequence[Judgement], logs: Sequence[float]
) -> list[list[float]]:
    """The matrix of comparisons, each divided by the implied ratio; 1 for pairs left out.

    It has the eigenvalues of the matrix of comparisons completed with the implied ratios, but
    entries near 1.
    """
    matrix = [[1.0] * count for _ in range(count)]
    for judgement in judgements:
        strain = math.exp(_residual(judgement, logs))
        matrix[judgement.more][judgement.less] = strain
        matrix[judgement.less][judgement.more] = 1 / strain
    return matrix


def _principal(matrix: list[list[float]]) -> tuple[float, Weights]:
    """The largest eigenvalue of a positive matrix and its vector, by power iteration."""
    vector: Weights = proportional([1.0] * len(matrix))
    while True:
        image = [math.fsum(a * x for a, x in zip(row, vector, strict=True)) for row in matrix]
        # The eigenvalue lies between the smallest and the largest growth (Collatz–Wielandt).
        growths = [after / before for after, before in zip(image, vector, strict=True)]
        low, high = min(growths), max(growths)
        if not high - low > _CONVERGED * high:
            return (low + high) / 2, vector
        # Adding half an eigenvalue to the diagonal speeds up convergence for circular comparisons.
        shifted = [y + low / 2 * x for y, x in zip(image, vector, strict=True)]
        vector = proportional(shifted)


def _random_index(count: int, judgements: Sequence[Judgement]) -> float | None:
    """The random index for as many pairs left out; None if none is known."""
    complete = RANDOM_INDEX.get(count)
    if complete is None:
        return None
    spare = (count - 1) * (count - 2) / 2
    missing = count * (count - 1) / 2 - len(judgements)
    return complete * (1 - missing / spare)


def _index(count: int, judgements: Sequence[Judgement], largest: float) -> float | None:
    """The consistency index; None without redundant judgements."""
    if count < _FEWEST_IN_A_CIRCLE:
        return 0.0
    if len(judgements) == count - 1:
        return None
    return max(0.0, largest - count) / (count - 1)


def _ratio(count: int, index: float | None, random_index: float | None) -> float | None:
    if count < _FEWEST_IN_A_CIRCLE:
        return 0.0
    return None if index is None or random_index is None else index / random_index


def _from_logs(logs: Sequence[float]) -> Weights:
    highest = max(logs)
    return proportional([math.exp(log - highest) for log in logs])
