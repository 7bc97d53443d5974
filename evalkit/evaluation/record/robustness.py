"""Records of robustness, sensitivity, second opinions and stakeholders."""

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
"""Share of draws from which central weights are reported: fewer are not reliable."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VendorRobustness:
    """How often a vendor takes each place, over all draws of weights and unsettled facts."""

    id: Id
    ranks: Many[Share]
    """Rank acceptability: share of draws in which it takes each place, from the first on."""
    errors: Many[Share]
    """The standard errors of `ranks`."""
    first_alike: Share
    """Share of draws in which it is first if a vendor's open facts move together."""
    wins: dict[Id, Share]
    """Pairwise winning: share of draws in which it beats each other vendor; ties count half."""
    central_weights: dict[Id, Share] | None
    """Mean of the weights that make it first, by top-level criterion; None if none do."""
    confidence: Share | None
    """Share of draws of the facts in which it is first at its central weights."""
    favoured_text: str
    """The central weights and their confidence, in words."""
    potentially_optimal: bool | None
    """Whether any permitted weights and facts make it first; None if undecided."""
    dominated_by: Many[Id]
    """Vendors that are at least as good on every measure, whatever the unknowns turn out to be."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CautiousResult:
    """First places with weights drawn more widely around those stated."""

    concentration: Size
    first: dict[Id, Share]
    """Share of first places by vendor, facts moving independently."""
    first_alike: dict[Id, Share]
    """Share of first places by vendor, a vendor's open facts moving together."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RobustnessResult:
    """SMAA-2 over weights and facts."""

    draws: Draws
    seed: WholeNumber
    precision: OutOf100
    """Maximum standard error requested, in percentage points."""
    space: WeightSpace
    concentration: Size
    text: str
    """How weights and facts were drawn, in words."""
    left_out: WholeNumber
    """Ranked vendors left out of the draws because there were too many."""
    cautious: CautiousResult | None
    """None if weights are not drawn around stated ones."""
    vendors: Some[VendorRobustness]
    """By rank."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CrossoverResult:
    """A criterion's weight at which two vendors swap places, the others staying in proportion."""

    criterion: NodeId
    above: str
    """The criterion above it; empty at the top level."""
    ahead: Id
    behind: Id
    today: Share
    """Its share among its siblings, 0 to 1."""
    weight: Share | None
    """The share at which they swap; None if they never do."""
    distance: ShareChange | None
    """Change from today, in shares of 1; negative if lower."""
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShiftResult:
    """The smallest total change of weights that puts another vendor level with the leader."""

    challenger: Id
    moved: Share
    """Share of the whole that has to move, 0 to 1."""
    weights: dict[Id, Share]
    """By top-level criterion, after the change."""
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LineResult:
    """Scores as one criterion's weight changes, the others staying in proportion."""

    criterion: Id
    today: Share
    scores: dict[Id, Some[tuple[Share, OutOf100]]]
    """By vendor: weight from 0 to 1, and score."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SensitivityResult:
    """The exact effects of a change of weights."""

    crossovers: Many[CrossoverResult]
    """Nearest to today first; pairs that never swap last."""
    shift: ShiftResult | None
    """None if no vendor can catch up, or if it was not calculated."""
    shift_text: str
    """The shift in words, or why there is none."""
    lines: Many[LineResult]


@dataclass(frozen=True, slots=True, kw_only=True)
class DisagreementResult:
    """Two vendors that a second opinion ranks the other way round, and why."""

    ahead: Id
    """Ahead in the main ranking."""
    behind: Id
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OpinionResult:
    """Another method's ranking from the same values and weights; the verdict ignores it."""

    method: str
    about: str
    looks_across: bool
    """Whether its result for one vendor depends on which others are compared."""
    lowest_is_best: bool
    scores: dict[Id, Quantity]
    """In the method's own unit."""
    ranks: dict[Id, Rank]
    correlation: ShareChange | None
    """Kendall's τ-b with the main ranking; None if all are equal."""
    pairs: WholeNumber
    """Pairs of vendors on which it disagrees with the main ranking."""
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
    """The weights that one statement implies."""

    above: str
    """The criterion whose parts it weights; empty at the top level."""
    kind: str
    method: str
    weights: dict[NodeId, Share]
    """Shares among the siblings, summing to 1."""
    text: str
    """The weights as swings from worst to best."""
    consistency: ConsistencyResult | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceResult:
    """A vendor's place by a person's or the group's weights."""

    vendor: Id
    rank: Rank
    score: OutOf100
    low: OutOf100
    high: OutOf100


@dataclass(frozen=True, slots=True, kw_only=True)
class StakeholderResult:
    """A stakeholder's statements, and the ranking that follows from them."""

    id: Id
    name: str
    influence: Share
    """Share of all influence, 0 to 1."""
    stated: datetime.date | None
    because: str
    weights: dict[Id, Share] | None
    """By top-level criterion, as shares of the whole; None if not stated."""
    statements: Many[StatementResult]
    ranking: Many[PlaceResult]
    first: dict[Id, Share]
    """Share of draws of this person's weights in which each ranked vendor is first, facts moving
    independently; empty if they were not drawn."""
    first_alike: dict[Id, Share]
    """These shares with a vendor's open facts moving together."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SpreadResult:
    """The spread of people's weights on one criterion."""

    criterion: NodeId
    above: str
    """The criterion above it; empty at the top level."""
    low: Share
    low_by: Many[Id]
    high: Share
    high_by: Many[Id]
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DistanceResult:
    """The weight that two people would have to move to agree."""

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
    """The criterion whose parts are ordered; empty at the top level and for vendors."""
    w: ShareChange
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StakeholdersResult:
    """Each stakeholder's ranking, the group's, and how far they agree."""

    people: Annotated[Some[StakeholderResult], Field(max_length=1000)]
    """Limited because every pair of people has a distance."""
    group: dict[Id, Share]
    """Mean weights by top-level criterion, weighted by influence."""
    group_ranking: Many[PlaceResult]
    elects: dict[Id, Many[Id]]
    """The stakeholders who put each vendor first, by vendor."""
    elects_text: str
    spreads: Many[SpreadResult]
    """Widest first."""
    distances: Many[DistanceResult]
    """Farthest apart first."""
    concordance: Many[ConcordanceResult]
