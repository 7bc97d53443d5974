"""Stakeholders' statements about weights, with their places and the siblings to weigh."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any, Generic, TypeVar

from evalkit.diagnostics.record import Route
from evalkit.model.base import Record
from evalkit.model.plan import Plan
from evalkit.model.weights import (
    BestWorstStatement,
    IntervalStatement,
    OrderStatement,
    PairwiseStatement,
    PointStatement,
    SwingStatement,
)
from evalkit.rules.context import RuleContext
from evalkit.source.near import Names

Kind = TypeVar("Kind", bound=Record)


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in a statement, with its route from there."""

    route: Route
    name: str
    is_key: bool = False


@dataclass(frozen=True, slots=True)
class Placed(Generic[Kind]):
    """One statement with the siblings that it weighs."""

    route: Route
    statement: Kind
    above: str | None
    """The criterion below which it weighs; None for the top."""
    siblings: tuple[str, ...]
    known: Names
    """The siblings as a set."""

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """Every name in the statement, in the order of the file."""
        return tuple(mentions_in(self.statement))

    @property
    def strangers(self) -> tuple[Mention, ...]:
        """The names that are not among the siblings."""
        return tuple(mention for mention in self.mentions if mention.name not in self.known)


def said(plan: Plan, context: RuleContext, kind: type[Kind]) -> Iterator[Placed[Kind]]:
    """Every statement of a kind, except about criteria that are unusable or missing."""
    criteria = context.criteria_of(plan)
    if criteria is None:
        return
    for name, stakeholder in plan.stakeholders.items():
        for above, statement in stakeholder.statements.items():
            way = ("weights",) if above is None else ("within", above)
            if isinstance(statement, kind) and above in criteria.groups:
                route = ("stakeholders", name, *way)
                siblings = criteria.groups[above]
                key = ("siblings", plan.category, plan.cost, above)
                known = context.once(key, partial(Names, siblings))
                yield Placed(route, statement, above, siblings, known)


def mentions_in(statement: Record) -> Iterator[Mention]:
    """Every name in a statement, in the order of the file."""
    return _MENTIONS[type(statement)](statement)


def _keys(field: str) -> Callable[[Any], Iterator[Mention]]:
    def mentions(statement: Any) -> Iterator[Mention]:
        for name in getattr(statement, field):
            yield Mention((field, name), name, is_key=True)

    return mentions


def _order(statement: OrderStatement) -> Iterator[Mention]:
    for place, tie in enumerate(statement.order):
        for number, name in enumerate(tie):
            # A tie of one is usually not written as a list.
            further = (number,) if len(tie) > 1 else ()
            yield Mention(("order", place, *further), name)


def _pairwise(statement: PairwiseStatement) -> Iterator[Mention]:
    for place, comparison in enumerate(statement.pairwise):
        yield Mention(("pairwise", place, "more"), comparison.more)
        yield Mention(("pairwise", place, "less"), comparison.less)


def _best_worst(statement: BestWorstStatement) -> Iterator[Mention]:
    yield Mention(("best",), statement.best)
    yield Mention(("worst",), statement.worst)
    yield from _keys("best_to_others")(statement)
    yield from _keys("others_to_worst")(statement)


_MENTIONS: Mapping[type, Callable[[Any], Iterator[Mention]]] = {
    PointStatement: _keys("points"),
    SwingStatement: _keys("swing"),
    OrderStatement: _order,
    PairwiseStatement: _pairwise,
    BestWorstStatement: _best_worst,
    IntervalStatement: _keys("intervals"),
}
