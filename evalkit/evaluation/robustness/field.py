"""The vendors still in contention, with the inputs of every robustness analysis."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial
from typing import TYPE_CHECKING

import numpy as np

from evalkit.analysis.case import Case, Flags, Indices
from evalkit.analysis.dominance import dominated_by
from evalkit.evaluation.ranking import NOT_RANKED, RULED_OUT, Ranking
from evalkit.evaluation.robustness.unsettled import patterns, unsettled
from evalkit.evaluation.weights import Weighting
from evalkit.model.criteria import Criteria
from evalkit.model.plan import Plan
from evalkit.model.scale import OF_MONEY
from evalkit.model.vendor import Vendor
from evalkit.scoring.gates import UNVERIFIED
from evalkit.scoring.nodes import Node, nodes
from evalkit.scoring.scores import Scores
from evalkit.scoring.values import Floats

if TYPE_CHECKING:
    from evalkit.evaluation.costs.books import Books

MOST = 50
"""How many top vendors take part in the draws: more than anyone chooses between."""
LIMIT = 200
"""Maximum in the draws, including lower-ranked vendors that could still be first."""
CELLS = 10_000
"""Maximum vendors times measures in the draws: long criteria leave room for fewer vendors."""


@dataclass(frozen=True)
class Field:
    """Ranked vendors, best first; array rows follow this order."""

    plan: Plan
    criteria: Criteria
    weighting: Weighting
    gated: Criteria
    """The criteria that gates refer to, including costs even if they carry no weight."""
    books: "Books | None"
    books_at_likely: "Books | None"
    """The same ledgers, with the client's own assumptions at their likely values."""
    ranking: Ranking
    """The ranking reduced to these vendors."""
    rivals: Ranking
    """Vendors that are not ranked and could still win, as far as their ranges go."""
    left: Ranking
    """All vendors that are not ruled out, ranked or not."""
    left_out: int
    """Ranked vendors left out of the draws."""
    unseen: int
    """Vendors left out of the draws that unknown facts could still put first."""

    @property
    def vendors(self) -> Sequence[Vendor]:
        """The vendors still in contention."""
        return self.ranking.vendors

    @property
    def scores(self) -> Scores:
        """Scores by the decision's weights."""
        return self.ranking.scores

    @property
    def ids(self) -> list[str]:
        """The ids of the vendors."""
        return [vendor.id for vendor in self.vendors]

    @property
    def top(self) -> list[str]:
        """The ids of the top-level criteria."""
        return list(self.criteria.criteria)

    @property
    def has_open_gates(self) -> bool:
        """Whether a gate is unverified for any vendor that takes part in the draws."""
        return any((each.gate == UNVERIFIED).any() for each in (self.ranking, self.rivals))

    @cached_property
    def points(self) -> Floats:
        """The scores alone, shape (vendors,)."""
        return self.scores.score

    @cached_property
    def nodes(self) -> Mapping[str, Node]:
        """The values of each vendor on each criterion and measure."""
        return nodes(self.criteria, self.weighting.weights, self.scores, len(self.vendors))

    @cached_property
    def case(self) -> Case:
        """The input of the draws."""
        return replace(self.case_of(self.ranking, self._applying[1]), dominates=self._dominates)

    @cached_property
    def rivals_case(self) -> Case | None:
        """Vendors that are held against the ranked ones in the draws; None if there are none."""
        if not self.rivals.vendors:
            return None
        return self.case_of(self.rivals, self._applying[2])

    def case_of(self, ranking: Ranking, pattern: Indices | None = None) -> Case:
        """Some vendors' values and uncertain facts."""
        measures, ids = list(self.criteria.leaves), [vendor.id for vendor in ranking.vendors]
        values = np.column_stack([ranking.scores.values[name].likely for name in measures])
        facts = tuple(unsettled(ranking.levels, self.criteria, ranking.scores))
        found = Case(values, facts, pattern, vendors=ids, measures=measures)
        places = [
            (number, ids[fact.vendor], measures[fact.measure])
            for number, fact in enumerate(facts)
            if self.is_drawn_jointly(ranking, fact.vendor, measures[fact.measure])
        ]
        if self.books is None or not places:
            return found
        from evalkit.evaluation.derived.costs import together  # noqa: PLC0415

        rows = {name: row for row, name in enumerate(ids)}
        return replace(found, together=partial(together, places, rows, self.criteria, self.books))

    @property
    def priced_at_likely(self) -> "Field":
        """The same vendors, with the client's own assumptions at their likely values."""
        return replace(self, books=self.books_at_likely)

    def is_drawn_jointly(self, ranking: Ranking, row: int, measure: str) -> bool:
        """Whether a fact is derived from money, and so shares assumptions with others."""
        is_of_money = self.criteria.derived.get(measure) in OF_MONEY
        return is_of_money and not ranking.scores.values[measure].unknown[row]

    def ends(self, names: Sequence[str]) -> tuple[Floats, Floats]:
        """The low and high ends of values on criteria or measures, shape (vendors, names)."""
        lows = np.column_stack([self.nodes[name].low for name in names])
        highs = np.column_stack([self.nodes[name].high for name in names])
        return lows, highs

    @cached_property
    def dominated(self) -> list[tuple[int, ...]]:
        """Vendors that beat each one on every measure, if the same measures apply to both."""
        names = list(self.criteria.leaves)
        applying = np.column_stack([self.nodes[name].applies for name in names])
        lows, highs = self.ends(names)
        pattern = self._applying[1]
        alike = pattern[:, None] == pattern[None, :]
        return dominated_by(lows * applying, highs * applying, alike)

    @property
    def _dominates(self) -> Flags:
        flags = np.zeros((len(self.vendors), len(self.vendors)), dtype=bool)
        for beaten, others in enumerate(self.dominated):
            flags[list(others), beaten] = True
        return flags

    @property
    def patterns(self) -> list[dict[str, float]]:
        """The distinct sets of applicable measures."""
        return self._applying[0]

    @cached_property
    def _applying(self) -> tuple[list[dict[str, float]], Indices, Indices]:
        """The sets, and which of them each ranked vendor and each rival has."""
        count = len(self.vendors)
        sets, which = patterns(self.criteria, [self.ranking, self.rivals])
        return sets, which[:count], which[count:]

    @cached_property
    def everything(self) -> dict[str, float]:
        """Each measure's share of the whole if everything applies."""
        return self.weighting.shares(self.criteria)

    @cached_property
    def shares_of_top(self) -> dict[str, float]:
        """Each top-level criterion's share of the whole if everything applies."""
        shares = dict.fromkeys(self.top, 0.0)
        for name, leaf in self.criteria.leaves.items():
            shares[leaf.top] += self.everything[name]
        return shares

    def share(self, vendor: int, measure: str) -> float:
        """A measure's share of the whole for one vendor."""
        share = self.scores.weights[measure]
        return float(share if isinstance(share, float) else share[vendor])


def field(
    plan: Plan,
    criteria: Criteria,
    weighting: Weighting,
    gated: Criteria,
    books: "Books | None",
    books_at_likely: "Books | None",
    ranking: Ranking,
) -> Field:
    """The vendors for the draws: the top ones, and any that unknown facts could put first."""
    room, low, high = _room(criteria), ranking.scores.low, ranking.scores.high
    # Ties are in order of id, as in the list of vendors.
    by_id = np.array(sorted(range(len(ranking.vendors)), key=ranking.scores.index.__getitem__), int)
    ranked = by_id[ranking.ranks[by_id] > 0]
    ranked = ranked[np.argsort(ranking.ranks[ranked], kind="stable")]
    reached = low[ranked].max() if len(ranked) else np.inf
    reaches = high[ranked] >= reached
    chosen = np.flatnonzero((np.arange(len(ranked)) < MOST) | reaches)[:room]
    drawn = ranking.of(ranked[chosen])
    scored = by_id[ranking.has_score[by_id]]
    others = scored[ranking.standing[scored] == NOT_RANKED]
    against = others[np.argsort(-high[others], kind="stable")] if len(ranked) else others[:0]
    unseen = int(reaches.sum() - reaches[chosen].sum())
    unseen += int((high[against][room:] >= reached).sum())
    return Field(
        plan,
        criteria,
        weighting,
        gated,
        books,
        books_at_likely,
        drawn,
        rivals=ranking.of(against[:room]),
        left=ranking.of(scored[ranking.standing[scored] != RULED_OUT]),
        left_out=len(ranked) - len(drawn.vendors),
        unseen=unseen,
    )


def _room(criteria: Criteria) -> int:
    """Maximum number of vendors in the draws; at least two, to have a comparison."""
    return max(min(LIMIT, CELLS // len(criteria.leaves)), 2)
