"""Why one vendor is ahead of another, down to individual facts."""

from dataclasses import dataclass
from typing import Literal

from evalkit.errors import EvalkitError
from evalkit.evaluation.record.evaluation import (
    CriterionResult,
    Evaluation,
    MeasureResult,
    Standing,
    VendorResult,
)
from evalkit.explanation.evidence import Evidence, evidence
from evalkit.explanation.lookup import labels, points_of
from evalkit.explanation.versus_words import (
    Pair,
    digits_of_lead,
    nothing_to_compare,
    remark,
    sentences,
)
from evalkit.wording.cross_table import cross_table


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureGap:
    """One measure's part in the difference: the first's weight × value minus the second's.

    `is_known` says whether it is exact for both; `remark` says where their weights differ because
    something does not apply.
    """

    measure: str
    title: str
    points: float
    is_known: bool
    first: Evidence
    second: Evidence
    remark: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CriterionGap:
    """One criterion's part in the difference: on facts known for both, and on open ones."""

    criterion: str
    title: str
    known: float
    open: float
    measures: tuple[MeasureGap, ...]

    @property
    def points(self) -> float:
        """Its whole part; its measures add up to it."""
        return self.known + self.open


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One of the two vendors compared."""

    vendor: str
    name: str
    standing: Standing
    rank: int | None
    score: float | None
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Versus:
    """Why two vendors differ: the JSON of `evalkit explain PLAN VENDOR --versus OTHER -f json`.

    The output is `{"format": 2, "explain": {...}}` with these keys. `points` is the first score
    minus the second, null if either is missing; the criteria, largest difference first, add up to
    it, and so do `points_known` (from facts that are exact for both) and `points_open` (from the
    others). Numbers are exact; only the text is rounded.
    """

    kind: Literal["versus"] = "versus"
    plan: str
    plan_title: str
    unknown: Literal["worst", "middle"]
    first: Side
    second: Side
    points: float | None
    points_known: float
    points_open: float
    sentences: tuple[str, ...]
    criteria: tuple[CriterionGap, ...]

    @property
    def measures(self) -> list[MeasureGap]:
        """All measures, those with the largest gaps first."""
        found = [measure for criterion in self.criteria for measure in criterion.measures]
        return sorted(found, key=lambda gap: -round(abs(gap.points), 9))


def versus(evaluation: Evaluation, first: VendorResult, second: VendorResult) -> Versus:
    """Why the first of two vendors is ahead of the second, or behind it.

    Raises EvalkitError if they are the same.
    """
    if first.id == second.id:
        raise EvalkitError(f"{first.id} cannot be compared with itself; name another vendor")
    called, vendors = labels(evaluation), (first, second)
    names = called[first.id], called[second.id]
    gaps, difference = [], None
    if first.score is not None and second.score is not None:
        difference = first.score - second.score
        gaps = [_criterion(each, vendors, names) for each in evaluation.criteria]
    gaps.sort(key=lambda gap: -round(abs(gap.points), 9))
    return Versus(
        plan=evaluation.plan.id,
        plan_title=evaluation.plan.title,
        unknown=evaluation.plan.unknown,
        first=_side(first, names[0]),
        second=_side(second, names[1]),
        points=difference,
        points_known=sum(gap.known for gap in gaps),
        points_open=sum(gap.open for gap in gaps),
        sentences=tuple(
            nothing_to_compare(vendors, names)
            if difference is None
            else sentences(vendors, names, as_shown(gaps, difference))
        ),
        criteria=tuple(gaps),
    )


def as_shown(gaps: list[CriterionGap], points: float) -> list[tuple[float, ...]]:
    """The known and the open part of each gap, rounded so that they add up to the difference."""
    digits = digits_of_lead(points)
    return cross_table([[gap.known, gap.open] for gap in gaps], digits, points)


def _side(vendor: VendorResult, name: str) -> Side:
    return Side(
        vendor=vendor.id,
        name=name,
        standing=vendor.standing,
        rank=vendor.rank,
        score=vendor.score,
        low=vendor.low,
        high=vendor.high,
    )


def _criterion(criterion: CriterionResult, vendors: Pair, names: tuple[str, str]) -> CriterionGap:
    gaps = [_measure(measure, vendors, names) for measure in criterion.measures]
    return CriterionGap(
        criterion=criterion.id,
        title=criterion.title,
        known=sum(gap.points for gap in gaps if gap.is_known),
        open=sum(gap.points for gap in gaps if not gap.is_known),
        measures=tuple(sorted(gaps, key=lambda gap: -round(abs(gap.points), 9))),
    )


def _measure(measure: MeasureResult, vendors: Pair, names: tuple[str, str]) -> MeasureGap:
    first, second = vendors
    values = first.measures[measure.id], second.measures[measure.id]
    return MeasureGap(
        measure=measure.id,
        title=measure.title,
        points=points_of(first, measure.id) - points_of(second, measure.id),
        is_known=all(value.is_settled for value in values),
        first=evidence(first, measure.id),
        second=evidence(second, measure.id),
        remark=remark(values, names),
    )
