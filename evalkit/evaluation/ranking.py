"""Score and rank a plan's vendors by the decision's weights."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from evalkit.evaluation.weights import Weighting
from evalkit.level import SAME
from evalkit.model.criteria import Criteria
from evalkit.model.plan import Plan
from evalkit.model.vendor import Vendor
from evalkit.scoring import gates as gating
from evalkit.scoring.gates import Outcomes
from evalkit.scoring.levels import Frame, levels
from evalkit.scoring.scores import Scores, ranks, score
from evalkit.scoring.values import Flags, Floats, Indices

if TYPE_CHECKING:
    from evalkit.evaluation.fit.matched import Matched

RANKED, NOT_RANKED, RULED_OUT = "ranked", "not_ranked", "ruled_out"


@dataclass(frozen=True)
class Ranking:
    """What is calculated once for all vendors; array rows follow `vendors`."""

    vendors: Sequence[Vendor]
    levels: Frame
    """The known facts, in the measures' own units and words."""
    scores: Scores
    decided: Scores
    """The scores by which it is decided who is ranked: the client's own assumptions are at their
    likely values, and weights are those of the plan whatever a scenario tries."""
    rankable: float
    """The share of a vendor's points that must be settled for it to be ranked."""
    gates: tuple[Outcomes, ...]
    """In the order of the plan's gates."""
    flows: tuple[Outcomes, ...]
    """One for each mandatory flow."""

    @cached_property
    def gate(self) -> Outcomes:
        """Each vendor's outcome over all gates and flows."""
        return gating.overall([*self.gates, *self.flows], len(self.vendors))

    @cached_property
    def researched(self) -> Floats:
        """The share that is held against `rankable`, by vendor."""
        return researched(self.decided)

    @cached_property
    def standing(self) -> Outcomes:
        """Whether each vendor is ranked, not ranked or ruled out."""
        return standings(self.researched, self.gate, self.has_score, self.rankable)

    @cached_property
    def has_score(self) -> Flags:
        """Whether any measure applies to each vendor."""
        return ~np.isnan(self.scores.score)

    @cached_property
    def ranks(self) -> Indices:
        """Ranks from 1; 0 for vendors that are not ranked."""
        return ranks(self.scores.score, self.standing == RANKED)

    @cached_property
    def floors(self) -> Floats:
        """The highest `low` of all other ranked vendors, for each vendor."""
        lows = np.where(self.standing == RANKED, self.scores.low, -np.inf)
        floors = np.full(len(lows), lows.max())
        floors[lows.argmax()] = np.delete(lows, lows.argmax()).max(initial=-np.inf)
        return floors

    def of(self, rows: Indices) -> "Ranking":
        """The ranking reduced to some of the vendors, with their ranks and scores unchanged."""
        return Ranking(
            [self.vendors[row] for row in rows],
            self.levels.of(rows),
            self.scores.of(rows),
            self.decided.of(rows),
            self.rankable,
            tuple(each[rows] for each in self.gates),
            tuple(each[rows] for each in self.flows),
        )


def researched(decided: Scores) -> Floats:
    """The share that is held against `rankable`, for each row."""
    return decided.settled * (1.0 - decided.excluded)


def standings(known: Floats, gate: Outcomes, has_score: Flags, rankable: float) -> Outcomes:
    """Whether each row is ranked, not ranked or ruled out."""
    ranked = np.where((known + SAME >= rankable) & has_score, RANKED, NOT_RANKED)
    return np.where(gate == gating.FAIL, RULED_OUT, ranked)


def ranking(
    plan: Plan,
    criteria: Criteria,
    gated: Criteria,
    weighting: Weighting,
    vendors: Sequence[Vendor],
    as_decided: Sequence[Vendor],
    left_out: Collection[str],
    matched: "Matched | None",
) -> Ranking:
    """Score and rank all vendors.

    `gated` are the criteria that gates may refer to. `as_decided` are the same vendors with what is
    derived from the client's assumptions at their likely values. `left_out` are measures that no
    vendor can have in this plan.
    """
    frame = levels(vendors, gated, left_out)
    scores = score(frame, criteria, weighting.weights, plan.unknown)
    decided = scores
    if as_decided is not vendors or weighting.stated is not weighting:
        likely = levels(as_decided, gated, left_out)
        decided = score(likely, criteria, weighting.stated.weights, plan.unknown)
    return Ranking(
        vendors,
        frame,
        scores,
        decided,
        plan.rankable,
        tuple(gating.outcomes(frame.known, gate) for gate in plan.gates),
        tuple(matched.outcomes(vendors)) if matched else (),
    )
