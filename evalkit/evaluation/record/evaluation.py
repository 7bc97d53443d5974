"""The evaluation record, from which reports, JSON and charts are made."""

import datetime
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import ConfigDict, Field

from evalkit.evaluation.record.source import Source
from evalkit.model.base import Id, MeasureId
from evalkit.model.saved import Age, Many, Name, OutOf100, Rank, Share, Some, Website, WholeNumber
from evalkit.scoring.verdict import Outcome

if TYPE_CHECKING:
    # A table needs none of these; `evaluation.plain`, which reads and writes JSON, does.
    from evalkit.evaluation.record.costs import CostsResult
    from evalkit.evaluation.record.fit import FitResult
    from evalkit.evaluation.record.robustness import (
        OpinionResult,
        RobustnessResult,
        SensitivityResult,
        StakeholdersResult,
    )

FORMAT = 1
Format = Annotated[int, Field(ge=FORMAT, le=FORMAT)]
"""An integer with bounds, because a literal 1 would also accept true."""

Status = Literal["known", "range", "unknown", "not_applicable"]
GateOutcome = Literal["pass", "fail", "unverified"]
Freshness = Literal["fresh", "stale", "undated", "none"]


# Plain dataclasses, because there may be thousands of vendors with dozens of facts each, and all
# of them were validated before. Only data read back from JSON is validated again.


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanResult:
    """The plan that was evaluated."""

    id: Id
    title: str
    category: Id
    as_of: datetime.date
    example: bool
    about: str
    unknown: Literal["worst", "middle"]
    scales: str
    """Fingerprint of the scales, which changes with any of their ends."""
    has_weights: bool
    """Whether the plan sets weights; otherwise the criteria's own apply."""


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
class BackgroundResult:
    """Background information that is not scored."""

    id: MeasureId
    title: str
    unit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingResult(Source):
    """One source's statement, in words and numbers."""

    text: str
    """The value as printed, with its unit."""
    value: float | bool | str | Many[str] | None
    low: float | None
    likely: float | None
    high: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FactResult:
    """A fact behind a measure, with conflicting sources and its location."""

    text: str
    reading: ReadingResult | None
    """None if nothing is claimed."""
    not_applicable: str
    conflicts: Many[ReadingResult]
    age_days: Age | None
    freshness: Freshness
    scores: bool
    """False for unknown facts and generated text, which never score."""
    path: str
    key: str
    derived: bool = False
    """Whether it was calculated for the plan."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureValue:
    """A vendor's value on a measure, 0 to 100."""

    status: Status
    value: OutOf100 | None
    low: OutOf100 | None
    high: OutOf100 | None
    weight: Share
    """Share of the whole for this vendor, after inapplicable measures are left out."""
    fact: FactResult | None
    """None if nobody has looked yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GateResult:
    """A gate's requirement, and its outcome for one vendor."""

    measure: str
    title: str
    requirement: str
    because: str
    outcome: GateOutcome
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VendorResult:
    """One vendor's rank and score, and the values behind them."""

    id: Id
    name: Name
    website: Website
    note: str
    path: str
    rank: Rank | None
    """None if it fails a gate or no measure applies to it."""
    score: OutOf100 | None
    low: OutOf100 | None
    high: OutOf100 | None
    coverage: Share
    gate: GateOutcome
    gates: Many[GateResult]
    contributions: dict[Id, OutOf100]
    """Points per top-level criterion; they add up to the score."""
    measures: dict[MeasureId, MeasureValue]
    background: dict[MeasureId, FactResult]


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenPoint:
    """An unsettled fact, and what it could change."""

    vendor: Id
    measure: MeasureId
    status: Status
    points: OutOf100
    """How far settling it can move the vendor's score."""
    changes: Share
    """Share of draws in which settling it alone changes who is first."""
    threshold: str
    """The values at which another vendor leads on points, all other facts unchanged; empty if
    none."""
    gate: str
    """The requirement of a gate that it leaves open; empty if none."""
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """The outcome in words."""

    outcome: Outcome
    leader: Id | None
    text: str
    sentences: Many[str]
    """The sentences of the text."""
    open_points: Many[OpenPoint]
    """What to find out first: facts that a leader's gate depends on, then those that change the
    leader most often, then those that move scores most."""


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
    vendors: Some[VendorResult]
    """By rank; unranked vendors last."""
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
