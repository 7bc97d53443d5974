"""The weights implied by each kind of statement."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from evalkit.model.weights import (
    BestWorstStatement,
    IntervalStatement,
    OrderStatement,
    PairwiseStatement,
    PointStatement,
    Statement,
    SwingStatement,
)
from evalkit.weighting.best_worst import linear_best_worst
from evalkit.weighting.direct import Weights, proportional
from evalkit.weighting.intervals import middle
from evalkit.weighting.order import tied_order_centroid
from evalkit.weighting.pairwise import (
    CONSISTENCY_LIMIT,
    RANDOM_INDEX_TABLE,
    Judgement,
    Strained,
    judge,
)

FULL_SWING = 100.0


@dataclass(frozen=True, slots=True)
class Consistency:
    """The consistency of comparisons, with the least consistent one."""

    measure: str
    """`consistency ratio`, or `xi`."""
    value: float | None
    """None if nothing can be checked."""
    limit: float | None
    """The recommended maximum of the value; None if there is none."""
    table: str
    """The source of the random index; empty if none was used."""
    approximate: bool
    """Whether the value is an approximation because pairs were left out."""
    more: str
    less: str
    said: float
    implied: float
    """The least consistent comparison; empty names and zeros if all agree."""

    @property
    def is_above_limit(self) -> bool:
        """Whether the inconsistency is above the limit."""
        return self.value is not None and self.limit is not None and self.value > self.limit


@dataclass(frozen=True, slots=True)
class Implied:
    """The weights that a statement implies, and the full name of the method."""

    weights: dict[str, float]
    """Weights of all siblings, in order, summing to 1."""
    method: str
    consistency: Consistency | None
    """None if this kind of statement cannot contradict itself."""


def implied(statement: Statement, siblings: Sequence[str]) -> Implied:
    """The weights of all siblings that a statement implies.

    Raises ValueError for a statement that the rules for plans reject.
    """
    weights, method, consistency = _READINGS[type(statement)](statement, siblings)
    return Implied(dict(zip(siblings, weights, strict=True)), method, consistency)


Reading = tuple[Weights, str, Consistency | None]


def _points(statement: PointStatement, siblings: Sequence[str]) -> Reading:
    _require(siblings, statement.points)
    return proportional([statement.points[name] for name in siblings]), "points", None


def _swing(statement: SwingStatement, siblings: Sequence[str]) -> Reading:
    _require(siblings, statement.swing)
    if FULL_SWING not in statement.swing.values():
        raise ValueError("no swing is 100")
    return proportional([statement.swing[name] for name in siblings]), "swing", None


def _order(statement: OrderStatement, siblings: Sequence[str]) -> Reading:
    named = [name for tie in statement.order for name in tie]
    _require(siblings, named)
    if len(named) > len(siblings):
        raise ValueError("the order names something twice")
    shares = tied_order_centroid([len(tie) for tie in statement.order])
    found = {
        name: share for tie, share in zip(statement.order, shares, strict=True) for name in tie
    }
    return tuple(found[name] for name in siblings), "rank-order-centroid", None


def judgements(statement: PairwiseStatement, siblings: Sequence[str]) -> list[Judgement]:
    """The comparisons of a statement, by index of siblings.

    Raises ValueError if a comparison names anything else.
    """
    number = {name: at for at, name in enumerate(siblings)}
    for comparison in statement.pairwise:
        _require_known(number, (comparison.more, comparison.less))
    return [
        Judgement(number[each.more], number[each.less], each.times) for each in statement.pairwise
    ]


def _pairwise(statement: PairwiseStatement, siblings: Sequence[str]) -> Reading:
    found = judge(len(siblings), judgements(statement, siblings))
    consistency = Consistency(
        "consistency ratio",
        found.consistency_ratio,
        CONSISTENCY_LIMIT,
        "" if found.random_index is None else RANDOM_INDEX_TABLE,
        not found.complete and found.consistency_ratio is not None,
        *_farthest(siblings, found.worst),
    )
    return found.weights, found.method, consistency


def _best_worst(statement: BestWorstStatement, siblings: Sequence[str]) -> Reading:
    best_to_others = {statement.best: 1.0} | statement.best_to_others
    others_to_worst = {statement.worst: 1.0} | statement.others_to_worst
    _require_known(siblings, (statement.best, statement.worst))
    _require(siblings, best_to_others)
    _require(siblings, others_to_worst)
    found = linear_best_worst(
        siblings.index(statement.best),
        siblings.index(statement.worst),
        [best_to_others[name] for name in siblings],
        [others_to_worst[name] for name in siblings],
    )
    farthest = _farthest(siblings, found.worst)
    consistency = Consistency("xi", found.xi, None, "", False, *farthest)
    return found.weights, found.method, consistency


def _intervals(statement: IntervalStatement, siblings: Sequence[str]) -> Reading:
    _require_known(siblings, statement.intervals)
    return middle(*bounds(statement, siblings)), "intervals-middle", None


def bounds(statement: IntervalStatement, siblings: Sequence[str]) -> tuple[Weights, Weights]:
    """The lowest and highest shares, in the order of siblings; 0 and 1 if not given."""
    said = [statement.intervals.get(name) for name in siblings]
    lows = tuple(0.0 if each is None else each.low / 100 for each in said)
    return lows, tuple(1.0 if each is None else each.high / 100 for each in said)


def _farthest(siblings: Sequence[str], worst: Strained | None) -> tuple[str, str, float, float]:
    if worst is None:
        return "", "", 0.0, 0.0
    return siblings[worst.more], siblings[worst.less], worst.said, worst.implied


def _require(siblings: Sequence[str], named: Iterable[str]) -> None:
    names = set(named)
    _require_known(siblings, names)
    left_out = [name for name in siblings if name not in names]
    if left_out:
        raise ValueError(f"the statement leaves out {', '.join(left_out)}")


def _require_known(siblings: Iterable[str], named: Iterable[str]) -> None:
    unknown = sorted(set(named) - set(siblings))
    if unknown:
        raise ValueError(f"{', '.join(unknown)} is not among the siblings")


_READINGS: Mapping[type, Callable[[Any, Sequence[str]], Reading]] = {
    PointStatement: _points,
    SwingStatement: _swing,
    OrderStatement: _order,
    PairwiseStatement: _pairwise,
    BestWorstStatement: _best_worst,
    IntervalStatement: _intervals,
}
