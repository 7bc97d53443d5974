"""Why one vendor is ahead of another, down to individual facts."""

from dataclasses import dataclass
from typing import Literal

from evalkit.errors import EvalkitError
from evalkit.evaluation.record.evaluation import (
    CriterionResult,
    Evaluation,
    MeasureResult,
    VendorResult,
)
from evalkit.explanation.evidence import Evidence, evidence
from evalkit.explanation.lookup import labels, points_of
from evalkit.explanation.versus_words import Pair, nothing_to_compare, remark, sentences
from evalkit.wording.decimals import decimals


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureGap:
    """One measure's part in the difference: the first's weight × value minus the second's.

    `remark` says where their weights differ because something does not apply.
    """

    measure: str
    title: str
    points: float
    first: Evidence
    second: Evidence
    remark: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CriterionGap:
    """One criterion's part in the difference; its measures add up to `points`."""

    criterion: str
    title: str
    points: float
    measures: tuple[MeasureGap, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One of the two vendors compared."""

    vendor: str
    name: str
    rank: int | None
    score: float | None
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Versus:
    """Why two vendors differ: the JSON of `evalkit explain PLAN VENDOR --versus OTHER -f json`.

    The output is `{"format": 1, "explain": {...}}` with these keys. `points` is the first score
    minus the second, null if either is missing; the criteria, largest difference first, add up to
    it, and so do `points_known` (from measures known for both) and `points_unknown` (from the
    others). `digits` is the number of decimals in the text, chosen so that printed figures add up
    too. Numbers are exact; only the text is rounded.
    """

    kind: Literal["versus"] = "versus"
    plan: str
    plan_title: str
    first: Side
    second: Side
    points: float | None
    points_known: float
    points_unknown: float
    digits: int
    sentences: tuple[str, ...]
    criteria: tuple[CriterionGap, ...]


def versus(evaluation: Evaluation, first: VendorResult, second: VendorResult) -> Versus:
    """Why the first of two vendors is ahead of the second, or behind it.

    Raises EvalkitError if they are the same.
    """
    if first.id == second.id:
        raise EvalkitError(f"{first.id} cannot be compared with itself; name another vendor")
    called, plan = labels(evaluation), evaluation.plan
    names = called[first.id], called[second.id]
    sides = _side(first, names[0]), _side(second, names[1])
    if first.score is None or second.score is None:
        return Versus(
            plan=plan.id,
            plan_title=plan.title,
            first=sides[0],
            second=sides[1],
            points=None,
            points_known=0.0,
            points_unknown=0.0,
            digits=1,
            sentences=tuple(nothing_to_compare((first, second), names)),
            criteria=(),
        )
    gaps = [
        _criterion(evaluation, criterion, (first, second), names)
        for criterion in evaluation.criteria
    ]
    digits = decimals(first.score, second.score)
    unknown = sum(_unknown(gap) for criterion in gaps for gap in criterion.measures)
    return Versus(
        plan=plan.id,
        plan_title=plan.title,
        first=sides[0],
        second=sides[1],
        points=first.score - second.score,
        points_known=sum(gap.points for criterion in gaps for gap in criterion.measures) - unknown,
        points_unknown=unknown,
        digits=digits,
        sentences=tuple(sentences((first, second), names, unknown, digits)),
        criteria=tuple(sorted(gaps, key=lambda gap: -round(abs(gap.points), 9))),
    )


def _side(vendor: VendorResult, name: str) -> Side:
    return Side(
        vendor=vendor.id,
        name=name,
        rank=vendor.rank,
        score=vendor.score,
        low=vendor.low,
        high=vendor.high,
    )


def _criterion(
    evaluation: Evaluation, criterion: CriterionResult, vendors: Pair, names: tuple[str, str]
) -> CriterionGap:
    gaps = [_measure(evaluation, measure, vendors, names) for measure in criterion.measures]
    return CriterionGap(
        criterion=criterion.id,
        title=criterion.title,
        points=sum(gap.points for gap in gaps),
        measures=tuple(sorted(gaps, key=lambda gap: -round(abs(gap.points), 9))),
    )


def _measure(
    evaluation: Evaluation, measure: MeasureResult, vendors: Pair, names: tuple[str, str]
) -> MeasureGap:
    first, second = vendors
    return MeasureGap(
        measure=measure.id,
        title=measure.title,
        points=points_of(first, measure.id) - points_of(second, measure.id),
        first=evidence(evaluation, first, measure.id),
        second=evidence(evaluation, second, measure.id),
        remark=remark((first.measures[measure.id], second.measures[measure.id]), names),
    )


def _unknown(gap: MeasureGap) -> float:
    return gap.points if "unknown" in {gap.first.status, gap.second.status} else 0.0
