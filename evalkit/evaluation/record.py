"""The door to all results: what reports, JSON and charts read.

Its JSON form is numbered by `format` and documented in the README; a report can be made from the
saved JSON alone.
"""

import datetime
from typing import Literal

from pydantic import BaseModel, ConfigDict

FORMAT: Literal[1] = 1

Status = Literal["known", "range", "unknown", "not_applicable"]
GateOutcome = Literal["pass", "fail", "unverified"]
Freshness = Literal["fresh", "stale", "undated", "none"]
Outcome = Literal["clear", "leader", "close", "single", "none"]


class Result(BaseModel):
    """Base of everything in an evaluation."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class PlanResult(Result):
    """The decision that was evaluated."""

    id: str
    title: str
    category: str
    as_of: datetime.date
    example: bool
    about: str
    unknown: Literal["worst", "middle"]
    has_weights: bool
    """Whether the plan set weights; else the criteria's own were used."""


class Input(Result):
    """A file that the answer rests on."""

    path: str
    sha256: str


class MeasureResult(Result):
    """A measure, its share of the whole, and its scale."""

    id: str
    title: str
    question: str
    unit: str
    weight: float
    """Share of the whole, 0 to 1."""
    under: tuple[str, ...]
    """Titles of the criteria above it, below the top level."""
    scale_kind: str
    scale: str
    """The scale in words."""
    because: str
    fresh_for: int | None


class CriterionResult(Result):
    """A top-level criterion with all measures below it."""

    id: str
    title: str
    weight: float
    """Share of the whole, 0 to 1."""
    because: str
    """Why it matters; the plan's reason for its weight where it gives one."""
    measures: tuple[MeasureResult, ...]


class BackgroundResult(Result):
    """Something kept on record without points."""

    id: str
    title: str
    unit: str


class ReadingResult(Result):
    """What one source says, in words and numbers."""

    text: str
    """The value as a reader sees it, with its unit."""
    value: float | bool | str | tuple[str, ...] | None
    low: float | None
    likely: float | None
    high: float | None
    source: str
    via: str
    checked: datetime.date | None
    kind: str
    note: str


class FactResult(Result):
    """A fact behind a measure, with everything that disagrees, and where it is written."""

    text: str
    reading: ReadingResult | None
    """None where nothing is claimed."""
    not_applicable: str
    conflicts: tuple[ReadingResult, ...]
    age_days: int | None
    freshness: Freshness
    scores: bool
    """False for what never scores: unknown, or generated text."""
    path: str
    key: str


class MeasureValue(Result):
    """How good a vendor is on a measure, 0 to 100."""

    status: Status
    value: float | None
    low: float | None
    high: float | None
    weight: float
    """Share of the whole for this vendor, after what does not apply was left out."""
    fact: FactResult | None
    """None where nobody has looked yet."""


class GateResult(Result):
    """What a gate asked of a vendor, and what came of it."""

    measure: str
    title: str
    requirement: str
    because: str
    outcome: GateOutcome
    reason: str


class VendorResult(Result):
    """One vendor's place, and what it rests on."""

    id: str
    name: str
    website: str
    note: str
    path: str
    rank: int | None
    """None for a vendor that fails a gate, or has nothing to be judged by."""
    score: float | None
    low: float | None
    high: float | None
    coverage: float
    gate: GateOutcome
    gates: tuple[GateResult, ...]
    contributions: dict[str, float]
    """Points per top-level criterion; they add up to the score."""
    measures: dict[str, MeasureValue]
    background: dict[str, FactResult]


class OpenPoint(Result):
    """Something not known, and what it could change."""

    vendor: str
    measure: str
    status: Status
    points: float
    """How far the vendor's score can move by settling it."""
    text: str


class Verdict(Result):
    """The answer in words."""

    outcome: Outcome
    leader: str | None
    text: str
    sentences: tuple[str, ...]
    """The same, sentence by sentence."""
    open_points: tuple[OpenPoint, ...]
    """What is not known, what moves most first."""


class Evaluation(Result):
    """All results for one plan."""

    format: Literal[1] = FORMAT
    evalkit: str
    plan: PlanResult
    inputs: tuple[Input, ...]
    criteria: tuple[CriterionResult, ...]
    background: tuple[BackgroundResult, ...]
    vendors: tuple[VendorResult, ...]
    """By rank; those without one last."""
    verdict: Verdict
