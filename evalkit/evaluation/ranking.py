"""The vendors of a plan, judged and ranked by the weights of the decision."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import pandas as pd

from evalkit.evaluation.people.weights import Weighting
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
    """What is worked out once about each vendor; every array has its rows in their order."""

    vendors: Sequence[Vendor]
    levels: pd.DataFrame
    """What is known, in the measures' own units and words."""
    scores: Scores
    gates: tuple[Outcomes, ...]
    """In the order of the plan's gates."""
    flows: tuple[Outcomes, ...]
    """One for each flow that must be carried."""

    @cached_property
    def gate(self) -> Outcomes:
        """One outcome over all gates and flows."""
        return gating.overall([*self.gates, *self.flows], len(self.vendors))

    @cached_property
    def ranks(self) -> "pd.Series[int]":
        """Places from 1; missing for those that fail a gate or cannot be judged."""
        return ranks(self.scores.table["score"], self.gate != gating.FAIL)

    def of(self, rows: Indices) -> "Ranking":
        """What is known about some of the vendors."""
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
    """Judge and rank all vendors; `gated` are the criteria that gates may speak of."""
    frame = levels(vendors, gated)
    return Ranking(
        vendors,
        frame,
        score(frame, criteria, weighting.weights, plan.unknown),
        tuple(gating.outcomes(frame, gate) for gate in plan.gates),
        tuple(matched.outcomes(vendors)) if matched else (),
    )
