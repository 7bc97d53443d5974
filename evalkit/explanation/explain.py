"""Why a vendor has its score: where it gains and loses most points."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from evalkit.evaluation.record.evaluation import (
    CriterionResult,
    Evaluation,
    GateOutcome,
    VendorResult,
)
from evalkit.explanation.evidence import Evidence, evidence
from evalkit.explanation.explain_words import sentences
from evalkit.explanation.lookup import measures, points_of

NOISE = 1e-9
SHOWN = 0.05
"""Points below which a gain or loss would be printed as 0.0."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasurePoints:
    """Points that one measure adds to a score, and points it loses, out of those `possible`."""

    criterion: str
    criterion_title: str
    measure: str
    title: str
    points: float
    lost: float
    possible: float
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class CriterionPoints:
    """Points that one criterion adds, and points it loses only because facts are unknown.

    Over all criteria, `points` add up to the score, and `lost_unknown` to that of the explanation;
    `measures` are the applicable ones below it, and add up to its `points`.
    """

    criterion: str
    title: str
    points: float
    possible: float
    lost_unknown: float
    measures: tuple[MeasurePoints, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """A measure that does not apply; its weight went to its siblings."""

    measure: str
    title: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """Why one vendor has its score: the JSON that `evalkit explain PLAN VENDOR -f json` writes.

    The output is `{"format": 1, "explain": {...}}` with these keys. `score`, `low` and `high` are
    points out of 100, null if no measure applies; `rank` is null for a vendor that fails a gate,
    and `ranked` is the number of vendors with a rank. `lost_unknown` points are lost only because
    facts are unknown, `lost_known` because of known facts; with the score they make 100.
    `strongest` and `weakest` are ids of measures, sorted by points gained and lost. `digits` is the
    number of decimals with which the text shows points. Numbers are exact; only the text is
    rounded.
    """

    kind: Literal["vendor"] = "vendor"
    plan: str
    plan_title: str
    vendor: str
    name: str
    rank: int | None
    ranked: int
    score: float | None
    low: float | None
    high: float | None
    gate: GateOutcome
    lost_unknown: float
    lost_known: float
    sentences: tuple[str, ...]
    strongest: tuple[str, ...]
    weakest: tuple[str, ...]
    digits: int
    criteria: tuple[CriterionPoints, ...]
    left_out: tuple[LeftOut, ...]


def explain(evaluation: Evaluation, vendor: VendorResult, top: int) -> Explanation:
    """Explain a vendor's score, with the `top` measures that add and lose most points."""
    parts = list(_parts(evaluation, vendor))
    unknown = _unknown(parts)
    return Explanation(
        plan=evaluation.plan.id,
        plan_title=evaluation.plan.title,
        vendor=vendor.id,
        name=vendor.name,
        rank=vendor.rank,
        ranked=sum(each.rank is not None for each in evaluation.vendors),
        score=vendor.score,
        low=vendor.low,
        high=vendor.high,
        gate=vendor.gate,
        lost_unknown=unknown,
        lost_known=sum(part.lost for part in parts) - unknown,
        sentences=tuple(sentences(evaluation, vendor, unknown)),
        strongest=_most({part.measure: part.points for part in parts}, top),
        weakest=_most({part.measure: part.lost for part in parts}, top),
        digits=_digits(parts),
        criteria=tuple(_criterion(criterion, parts) for criterion in evaluation.criteria),
        left_out=tuple(_left_out(evaluation, vendor)),
    )


def _parts(evaluation: Evaluation, vendor: VendorResult) -> Iterator[MeasurePoints]:
    for criterion, measure in measures(evaluation):
        if vendor.measures[measure.id].value is None:
            continue
        points = points_of(vendor, measure.id)
        possible = 100 * vendor.measures[measure.id].weight
        yield MeasurePoints(
            criterion=criterion.id,
            criterion_title=criterion.title,
            measure=measure.id,
            title=measure.title,
            points=points,
            lost=possible - points,
            possible=possible,
            evidence=evidence(evaluation, vendor, measure.id),
        )


def _most(sizes: Mapping[str, float], top: int) -> tuple[str, ...]:
    """The largest; ties keep the order of the criteria."""
    names = [name for name, size in sizes.items() if size >= SHOWN]
    return tuple(sorted(names, key=lambda name: -round(sizes[name], 9))[:top])


def _digits(parts: Sequence[MeasurePoints]) -> int:
    """One decimal if no weight needs more, so that a full measure is never shown as less."""
    return 1 if all(abs(round(p.possible, 1) - p.possible) < NOISE for p in parts) else 2


def _criterion(criterion: CriterionResult, parts: Sequence[MeasurePoints]) -> CriterionPoints:
    below = [part for part in parts if part.criterion == criterion.id]
    return CriterionPoints(
        criterion=criterion.id,
        title=criterion.title,
        points=sum(part.points for part in below),
        possible=sum(part.possible for part in below),
        lost_unknown=_unknown(below),
        measures=tuple(below),
    )


def _unknown(parts: Sequence[MeasurePoints]) -> float:
    return sum(part.lost for part in parts if part.evidence.status == "unknown")


def _left_out(evaluation: Evaluation, vendor: VendorResult) -> Iterator[LeftOut]:
    for _, measure in measures(evaluation):
        value = vendor.measures[measure.id]
        if value.status == "not_applicable":
            reason = value.fact.not_applicable if value.fact else ""
            yield LeftOut(measure=measure.id, title=measure.title, reason=reason)
