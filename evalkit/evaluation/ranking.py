"""Score and rank a plan's vendors by the decision's weights."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import pandas as pd

from evalkit.evaluation.weights import Weighting
from evalkit.model.criteria import Criteria
from evalkit.model.plan import Plan
from evalkit.model.vendor import Vendor
from evalkit.scoring import gates as gating
from evalkit.scoring.gates import Outcomes
from evalkit.scoring.levels import levels
from evalkit.scoring.scores import Scores, ranks, score
from evalkit.scoring.values import Indices

if TYPE_CHECKING:
    from evalkit.evaluation.fit.matched import Matched


@dataclass(frozen=True)
class Ranking:
    """What is calculated once for all vendors; array rows follow `vendors`."""

    vendors: Sequence[Vendor]
    levels: pd.DataFrame
    """The known facts, in the measures' own units and words."""
    scores: Scores
    gates: tuple[Outcomes, ...]
    """In the order of the plan's gates."""
    flows: tuple[Outcomes, ...]
    """One for each mandatory flow."""

    @cached_property
    def gate(self) -> Outcomes:
        """Each vendor's outcome over all gates and flows."""
        return gating.overall([*self.gates, *self.flows], len(self.vendors))

    @cached_property
    def ranks(self) -> "pd.Series[int]":
        """Ranks from 1; missing for vendors that fail a gate or cannot be scored."""
        return ranks(self.scores.table["score"], self.gate != gating.FAIL)

    def of(self, rows: Indices) -> "Ranking":
        """The ranking reduced to some of the vendors, with their ranks and scores unchanged."""
        return Ranking(
            [self.vendors[row] for row in rows],
            self.levels.iloc[rows],
            self.scores.of(rows),
            tuple(each[rows] for each in self.gates),
            tuple(each[rows] for each in self.flows),
        )


def ranking(
    plan: Plan,
    criteria: Criteria,
    gated: Criteria,
    weighting: Weighting,
    vendors: Sequence[Vendor],
    matched: "Matched | None",
) -> Ranking:
    """Score and rank all vendors; `gated` are the criteria that gates may refer to."""
    frame = levels(vendors, gated)
    return Ranking(
        vendors,
        frame,
        score(frame, criteria, weighting.weights, plan.unknown),
        tuple(gating.outcomes(frame, gate) for gate in plan.gates),
        tuple(matched.outcomes(vendors)) if matched else (),
    )
