"""The evaluation record, from which reports, JSON and charts are made."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import ConfigDict, Field

from evalkit.evaluation.record.fact import FactResult, GateOutcome, GateResult, MeasureValue
from evalkit.evaluation.record.scenario import ScenarioResult
from evalkit.evaluation.record.verdict import Verdict
from evalkit.model.base import Id, MeasureId, Region
from evalkit.model.comparison.role import RoleId
from evalkit.model.saved import (
    Many,
    Name,
    NodeId,
    OutOf100,
    Rank,
    Share,
    Size,
    Some,
    Website,
    WholeNumber,
)

if TYPE_CHECKING:
    # A table needs none of these; `evaluation.plain`, which reads and writes JSON, does.
    from evalkit.evaluation.record.costs import CostsResult
    from evalkit.evaluation.record.fit import FitResult
    from evalkit.evaluation.record.project import NeedResult, StepResult
    from evalkit.evaluation.record.robustness import (
        OpinionResult,
        RobustnessResult,
        SensitivityResult,
        StakeholdersResult,
    )

FORMAT = 2
Format = Annotated[int, Field(ge=FORMAT, le=FORMAT)]
"""An integer with bounds, because a literal would also accept 2.0."""

Candidate = Literal["", "status_quo", "platform", "build"]
Standing = Literal["ranked", "not_ranked", "ruled_out"]


# Plain dataclasses, because there may be thousands of vendors with dozens of facts each, and all
# of them were validated before. Only data read back from JSON is validated again.


@dataclass(frozen=True, slots=True, kw_only=True)
class BandResult:
    """The points from which a vendor gets a word, such as `recommended`."""

    at_least: OutOf100
    word: Name


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleResult:
    """A role whose vendors are compared, and what they are called together."""

    id: RoleId
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanResult:
    """The plan that was evaluated."""

    id: Id
    title: str
    category: Id
    roles: Many[RoleResult] = ()
    """The roles of the vendors that are compared; none if none is stated."""
    as_of: datetime.date
    example: bool
    about: str
    region: Region | Literal[""] = ""
    """Whose prices and facts count; empty if the plan names none."""
    unknown: Literal["worst", "middle"]
    rankable: Share
    """The share of a vendor's points that must be settled for it to be ranked."""
    bands: Many[BandResult] = ()
    """The highest first; none if the plan has no bands."""
    scales: str
    """Fingerprint of the scales, which changes with any of their ends."""
    has_weights: bool
    """Whether the plan sets weights; otherwise the criteria's own apply."""
    stale: Literal["counts", "unknown"] = "counts"
    """Whether a stale fact scores like any other, or is unknown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Input:
    """A file that the evaluation is based on."""

    path: str
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureResult:
    """A measure, its share of the whole, and its scale."""

    id: MeasureId
    title: str
    question: str
    unit: str
    weight: Share
    """Share of the whole, 0 to 1."""
    under: Many[str]
    """Titles of the criteria above it, below the top level."""
    scale_kind: str
    scale: str
    """The scale in words."""
    because: str
    fresh_for: WholeNumber | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CriterionResult:
    """A top-level criterion with all measures below it."""

    id: Id
    title: str
    weight: Share
    """Share of the whole, 0 to 1."""
    because: str
    """Why it matters: the plan's reason for its weight, or else the criterion's own."""
    measures: Many[MeasureResult]


@dataclass(frozen=True, slots=True, kw_only=True)
class WeightResult:
    """The weight of a criterion or measure among its siblings, as it was given."""

    id: NodeId
    above: Id | Literal[""]
    """The criterion directly above it; empty at the top level."""
    title: str
    weight: Size


@dataclass(frozen=True, slots=True, kw_only=True)
class BackgroundResult:
    """Background information that is not scored."""

    id: MeasureId
    title: str
    unit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOutResult:
    """A measure that is left out for every vendor, because the plan gives nothing for it, or
    because vendors of a role cannot have it."""

    measure: MeasureId
    title: str
    reason: str
    of_role: bool = False
    """Whether the reason is a role."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VendorResult:
    """One vendor's rank and score, and the values behind them."""

    id: Id
    name: Name
    website: Website
    note: str
    path: str
    rank: Rank | None
    """None unless it is ranked."""
    standing: Standing
    """`ranked`; `not_ranked`, if too little is known about it; `ruled_out`, if it fails a gate."""
    reason: str
    """Why it is not ranked or is ruled out, in words; empty if it is ranked."""
    score: OutOf100 | None
    """Points by the plan's rule for unknowns; None if no measure applies to it."""
    low: OutOf100 | None
    high: OutOf100 | None
    settled: Share
    """1 less the width of the range from `low` to `high`, in shares of 100 points."""
    excluded: Share
    """Share of the weight that its own file declares not applicable."""
    researched: Share
    """What is held against the plan's `rankable`: the settled share with the client's own
    assumptions at their likely values, times what is not excluded."""
    short: Many[MeasureId]
    """The fewest open facts that would have to be settled for it to be ranked, largest first."""
    could_win: Share | None
    """Of a vendor that is not ranked: the share of draws in which it would be first among the
    ranked ones, its open facts moving together; None if it was not drawn."""
    band: str = ""
    """The word of the plan's bands for its range of points; empty unless it is ranked."""
    out_of_reach: bool
    """Whether its `high` is below the `low` of a ranked vendor, and no draw puts it first."""
    gate: GateOutcome
    gates: Many[GateResult]
    contributions: dict[Id, OutOf100]
    """Points per top-level criterion; they add up to the score."""
    measures: Mapping[MeasureId, MeasureValue]
    """What is known on each measure; a dict, unless only the ranking was asked for."""
    background: dict[MeasureId, FactResult]
    role: RoleId | Literal[""] = ""
    """What it does for the client; empty if its file does not say."""
    candidate: Candidate = ""
    """What it is, if it is no vendor: the present solution, the platform's own, or one to build."""
    example: bool = False
    """Whether it is fictional."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluation:
    """All results for one plan.

    The JSON form is numbered by `format` and documented in docs/json.md; a report can be made from
    the saved JSON alone.
    """

    # JSON must have exactly these keys and types. The records inside follow the same rules:
    # pydantic passes them on to plain dataclasses.
    __pydantic_config__ = ConfigDict(extra="forbid", strict=True, allow_inf_nan=False)

    format: Format = FORMAT
    evalkit: str
    plan: PlanResult
    inputs: Many[Input]
    criteria: Annotated[Some[CriterionResult], Field(max_length=2500)]
    background: Many[BackgroundResult]
    left_out: Many[LeftOutResult]
    """Measures that are left out for every vendor."""
    vendors: Some[VendorResult]
    """By rank; then those that are not ranked, then those that are ruled out, each by name."""
    verdict: Verdict
    stakeholders: "StakeholdersResult | None" = None
    """None if the plan has no stakeholders."""
    robustness: "RobustnessResult | None" = None
    """None if no vendor is ranked."""
    sensitivity: "SensitivityResult | None" = None
    """None if there are no two vendors to compare."""
    second_opinions: "Many[OpinionResult]" = ()
    costs: "CostsResult | None" = None
    """None if the plan has no money."""
    fit: "FitResult | None" = None
    """None if the plan has no flows."""
    needs: "Many[NeedResult]" = ()
    steps: "Many[StepResult]" = ()
    weights: Many[WeightResult] = ()
    """Every criterion and measure with the decision's weight, in the order of the criteria."""
    scenario: ScenarioResult | None = None
    """None unless something else than the plan was tried."""
