"""The door to all results: what reports, JSON and charts read.

Its JSON form is numbered by `format` and documented in docs/json.md; a report can be made from the
saved JSON alone.
"""

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
"""A number: of literals, true counts as 1."""

Status = Literal["known", "range", "unknown", "not_applicable"]
GateOutcome = Literal["pass", "fail", "unverified"]
Freshness = Literal["fresh", "stale", "undated", "none"]


# Plain dataclasses: thousands of vendors with dozens of facts each are built and kept, and
# everything in them has been checked already. Only what comes back from JSON is checked again.


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanResult:
    """The decision that was evaluated."""

    id: Id
    title: str
    category: Id
    as_of: datetime.date
    example: bool
    about: str
    unknown: Literal["worst", "middle"]
    scales: str
    """The mark of the scales: another one once any of their ends has changed."""
    has_weights: bool
    """Whether the plan set weights; else the criteria's own were used."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Input:
    """A file that the answer rests on."""

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
    """Why it matters; the plan's reason for its weight where it gives one."""
    measures: Many[MeasureResult]


@dataclass(frozen=True, slots=True, kw_only=True)
class BackgroundResult:
    """Something kept on record without points."""

    id: MeasureId
    title: str
    unit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingResult(Source):
    """What one source says, in words and numbers."""

    text: str
    """The value as a reader sees it, with its unit."""
    value: float | bool | str | Many[str] | None
    low: float | None
    likely: float | None
    high: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FactResult:
    """A fact behind a measure, with everything that disagrees, and where it is written."""

    text: str
    reading: ReadingResult | None
    """None where nothing is claimed."""
    not_applicable: str
    conflicts: Many[ReadingResult]
    age_days: Age | None
    freshness: Freshness
    scores: bool
    """False for what never scores: unknown, or generated text."""
    path: str
    key: str
    derived: bool = False
    """Whether it was worked out for the plan."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureValue:
    """How good a vendor is on a measure, 0 to 100."""

    status: Status
    value: OutOf100 | None
    low: OutOf100 | None
    high: OutOf100 | None
    weight: Share
    """Share of the whole for this vendor, after what does not apply was left out."""
    fact: FactResult | None
    """None where nobody has looked yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GateResult:
    """What a gate asked of a vendor, and what came of it."""

    measure: str
    title: str
    requirement: str
    because: str
    outcome: GateOutcome
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VendorResult:
    """One vendor's place, and what it rests on."""

    id: Id
    name: Name
    website: Website
    note: str
    path: str
    rank: Rank | None
    """None for a vendor that fails a gate, or has nothing to be judged by."""
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
    """Something not known, and what it could change."""

    vendor: Id
    measure: MeasureId
    status: Status
    points: OutOf100
    """How far the vendor's score can move by settling it."""
    changes: Share
    """Share of draws in which settling it, and nothing else, changes who is first."""
    threshold: str
    """From which fact on somebody else leads by points, all others staying as scored; empty if
    none."""
    gate: str
    """What a gate that it leaves open asks for; empty if none does."""
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """The answer in words."""

    outcome: Outcome
    leader: Id | None
    text: str
    sentences: Many[str]
    """The same, sentence by sentence."""
    open_points: Many[OpenPoint]
    """What to find out first: what a gate of the first ones hangs on, then what changes who is
    first most often, then what moves most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluation:
    """All results for one plan."""

    # What JSON brings back has these keys and no others, of these types exactly. The records below
    # this one are read by the same rules: pydantic hands them down to plain dataclasses.
    __pydantic_config__ = ConfigDict(extra="forbid", strict=True, allow_inf_nan=False)

    format: Format = FORMAT
    evalkit: str
    plan: PlanResult
    inputs: Many[Input]
    criteria: Annotated[Some[CriterionResult], Field(max_length=2500)]
    background: Many[BackgroundResult]
    vendors: Some[VendorResult]
    """By rank; those without one last."""
    verdict: Verdict
    stakeholders: "StakeholdersResult | None" = None
    """None where the plan names nobody."""
    robustness: "RobustnessResult | None" = None
    """None where nobody is left to be ranked."""
    sensitivity: "SensitivityResult | None" = None
    """None where there are no two vendors to compare."""
    second_opinions: "Many[OpinionResult]" = ()
    costs: "CostsResult | None" = None
    """None where the plan says nothing about money."""
    fit: "FitResult | None" = None
    """None where the plan names no flows."""
