"""What an evaluation says about how sure its ranking is, and whose weights it rests on."""

import datetime
from dataclasses import dataclass
from typing import Annotated

from pydantic import Field

from evalkit.model.base import Id
from evalkit.model.saved import (
    Draws,
    Many,
    NodeId,
    OutOf100,
    Quantity,
    Rank,
    Share,
    ShareChange,
    Size,
    Some,
    WholeNumber,
)
from evalkit.model.weights import WeightSpace

ENOUGH = 0.01
"""Share of draws from which central weights are told: fewer draws do not carry them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VendorRobustness:
    """How often a vendor takes which place, over all draws of weights and unsettled facts."""

    id: Id
    ranks: Many[Share]
    """Rank acceptability: share of draws in which it takes each place, from the first on."""
    errors: Many[Share]
    """Their standard errors."""
    wins: dict[Id, Share]
    """Pairwise winning: share of draws in which it beats each other vendor; ties count half."""
    central_weights: dict[Id, Share] | None
    """The mean of the weights that make it first, by top-level criterion; None if none does."""
    confidence: Share | None
    """Share of draws of the facts in which it is first at its central weights."""
    favoured_text: str
    """Both in words: whose weights make it first, and how surely."""
    potentially_optimal: bool | None
    """Whether any weights and facts that are allowed make it first; None if it stays open."""
    dominated_by: Many[Id]
    """Vendors that are at least as good on every measure, whatever the unknown turns out to be."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RobustnessResult:
    """SMAA-2 over weights and facts."""

    draws: Draws
    seed: WholeNumber
    precision: OutOf100
    """The largest standard error that was asked for, in percentage points."""
    space: WeightSpace
    concentration: Size
    text: str
    """How weights and facts were drawn, in words."""
    left_out: WholeNumber
    """Ranked vendors that were not drawn over, because there were too many."""
    vendors: Some[VendorRobustness]
    """By rank."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CrossoverResult:
    """The weight of one criterion at which two vendors swap, the others keeping proportions."""

    criterion: NodeId
    above: str
    """The criterion above it; empty at the top."""
    ahead: Id
    behind: Id
    today: Share
    """Its share among its siblings, 0 to 1."""
    weight: Share | None
    """The share at which they swap; None if none does."""
    distance: ShareChange | None
    """From today, in shares of 1; negative if it lies below."""
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShiftResult:
    """The smallest total change of weights that puts somebody level with the leader."""

    challenger: Id
    moved: Share
    """Share of the whole that has to move, 0 to 1."""
    weights: dict[Id, Share]
    """By top-level criterion, after the change."""
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LineResult:
    """Scores as one criterion's weight changes, the others keeping their proportions."""

    criterion: Id
    today: Share
    scores: dict[Id, Some[tuple[Share, OutOf100]]]
    """By vendor: weight from 0 to 1, and score."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SensitivityResult:
    """What a change of weights would do, exactly."""

    crossovers: Many[CrossoverResult]
    """Nearest to today first; pairs that never swap last."""
    shift: ShiftResult | None
    """None if no weights dethrone the leader."""
    shift_text: str
    """The same in words, or why there is none."""
    lines: Many[LineResult]


@dataclass(frozen=True, slots=True, kw_only=True)
class DisagreementResult:
    """Two vendors that a second opinion puts the other way round, and why."""

    ahead: Id
    """By the answer."""
    behind: Id
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OpinionResult:
    """What another method makes of the same values and weights; it never changes the answer."""

    method: str
    about: str
    looks_across: bool
    """Whether its result for one vendor depends on which others are compared."""
    lowest_is_best: bool
    scores: dict[Id, Quantity]
    """In the method's own unit."""
    ranks: dict[Id, Rank]
    correlation: ShareChange | None
    """Kendall's τ-b with the answer; None where all are equal."""
    pairs: WholeNumber
    """Pairs of vendors in which it disagrees with the answer."""
    text: str
    disagreements: Many[DisagreementResult]


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsistencyResult:
    """How well the judgements of a statement agree with each other."""

    measure: str
    value: Quantity | None
    limit: Quantity | None
    table: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementResult:
    """What one statement implies."""

    above: str
    """The criterion whose parts it weighs; empty at the top."""
    kind: str
    method: str
    weights: dict[NodeId, Share]
    """Shares among the siblings, summing to 1."""
    text: str
    """In the words of a swing."""
    consistency: ConsistencyResult | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceResult:
    """A vendor's place by somebody's weights."""

    vendor: Id
    rank: Rank
    score: OutOf100


@dataclass(frozen=True, slots=True, kw_only=True)
class StakeholderResult:
    """A stakeholder: what was said, and who would win by it."""

    id: Id
    name: str
    influence: Share
    """Share of all influence, 0 to 1."""
    stated: datetime.date | None
    because: str
    weights: dict[Id, Share] | None
    """By top-level criterion, as shares of the whole; None if they say nothing about these."""
    statements: Many[StatementResult]
    ranking: Many[PlaceResult]


@dataclass(frozen=True, slots=True, kw_only=True)
class SpreadResult:
    """How far apart people are on one criterion."""

    criterion: NodeId
    above: str
    """The criterion above it; empty at the top."""
    low: Share
    low_by: Many[Id]
    high: Share
    high_by: Many[Id]
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DistanceResult:
    """How much weight two people would have to move to agree."""

    one: Id
    other: Id
    moved: Share
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ConcordanceResult:
    """Kendall's coefficient of concordance W over several orders."""

    of: str
    """What is ordered: `criteria` or `vendors`."""
    above: str
    """The criterion whose parts are ordered; empty at the top and for vendors."""
    w: ShareChange
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StakeholdersResult:
    """Each one's own ranking first, then the group's."""

    people: Annotated[Some[StakeholderResult], Field(max_length=1000)]
    """Two by two, more would make more distances than an evaluation may hold."""
    group: dict[Id, Share]
    """The mean of the weights by influence, by top-level criterion."""
    group_ranking: Many[PlaceResult]
    elects: dict[Id, Many[Id]]
    """By vendor: whose weights put it first."""
    elects_text: str
    spreads: Many[SpreadResult]
    """Widest first."""
    distances: Many[DistanceResult]
    """Farthest apart first."""
    concordance: Many[ConcordanceResult]
