"""Why a vendor has its range of points: what is secured, open and lost, measure by measure."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from evalkit.evaluation.record.evaluation import CriterionResult, Evaluation, Standing, VendorResult
from evalkit.evaluation.record.fact import GateOutcome
from evalkit.explanation.evidence import Evidence, evidence
from evalkit.explanation.explain_words import Parts, caveat, sentences
from evalkit.explanation.lookup import measures
from evalkit.wording.cross_table import cross_table

DIGITS = 1
"""Decimals of points in an explanation."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasurePoints:
    """The points that one measure is worth to a vendor: secured, open and lost ones."""

    measure: str
    title: str
    worth: float
    secured: float
    open: float
    lost: float
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class CriterionPoints:
    """The points that one criterion is worth to a vendor; its measures add up to them."""

    criterion: str
    title: str
    worth: float
    secured: float
    open: float
    lost: float
    measures: tuple[MeasurePoints, ...]
    """Those that apply."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """A measure that does not apply; its weight went to its siblings."""

    measure: str
    title: str
    reason: str
    share: float
    """Its share of the whole, 0 to 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """Why one vendor has its points: the JSON that `evalkit explain PLAN VENDOR -f json` writes.

    The output is `{"format": 2, "explain": {...}}` with these keys. Of 100 points, `secured` ones
    are certain, `lost` ones cannot be had any more, and what is `open` lies between; they add up to
    100, criterion by criterion, the one worth most first. `rank` is null unless the vendor is
    ranked, and `ranked` counts all that are; all points are 0 if no measure applies. `left_out`
    does not apply by what the vendor's own file says, `left_out_for_all` by the plan or the
    criteria. Numbers are exact; only the text is rounded.
    """

    kind: Literal["vendor"] = "vendor"
    plan: str
    plan_title: str
    vendor: str
    name: str
    standing: Standing
    rank: int | None
    ranked: int
    score: float | None
    settled: float
    researched: float
    short: tuple[str, ...]
    gate: GateOutcome
    secured: float
    open: float
    lost: float
    sentences: tuple[str, ...]
    caveat: str
    criteria: tuple[CriterionPoints, ...]
    left_out: tuple[LeftOut, ...]
    left_out_for_all: tuple[LeftOut, ...]

    @property
    def measures(self) -> list[MeasurePoints]:
        """All measures that apply, in the order of the criteria."""
        return [measure for criterion in self.criteria for measure in criterion.measures]


def explain(evaluation: Evaluation, vendor: VendorResult) -> Explanation:
    """Explain a vendor's points."""
    found = [_criterion(each, vendor) for each in evaluation.criteria]
    criteria = tuple(sorted(found, key=lambda each: -round(each.worth, 9)))
    shown = totals(as_shown(criteria))
    missing = {each.measure for each in evaluation.left_out}
    left_out = list(_left_out(evaluation, vendor))
    return Explanation(
        plan=evaluation.plan.id,
        plan_title=evaluation.plan.title,
        vendor=vendor.id,
        name=vendor.name,
        standing=vendor.standing,
        rank=vendor.rank,
        ranked=sum(each.rank is not None for each in evaluation.vendors),
        score=vendor.score,
        settled=vendor.settled,
        researched=vendor.researched,
        short=tuple(vendor.short),
        gate=vendor.gate,
        secured=sum(each.secured for each in criteria),
        open=sum(each.open for each in criteria),
        lost=sum(each.lost for each in criteria),
        sentences=tuple(sentences(evaluation, vendor, shown)),
        caveat=caveat(vendor, shown),
        criteria=criteria,
        left_out=tuple(each for each in left_out if each.measure not in missing),
        left_out_for_all=tuple(each for each in left_out if each.measure in missing),
    )


def as_shown(criteria: Sequence[CriterionPoints]) -> list[tuple[float, ...]]:
    """Secured, open and lost points by criterion, rounded so that they add up to 100."""
    parts = [(each.secured, each.open, each.lost) for each in criteria]
    return cross_table(parts, DIGITS, 100.0 if any(map(sum, parts)) else 0.0)


def totals(shown: Sequence[Sequence[float]]) -> Parts:
    """The secured, open and lost points of all criteria, as printed."""
    secured, still, lost = (math.fsum(column) for column in zip(*shown, strict=True))
    return secured, still, lost


def _criterion(criterion: CriterionResult, vendor: VendorResult) -> CriterionPoints:
    below = tuple(_measures(criterion, vendor))
    return CriterionPoints(
        criterion=criterion.id,
        title=criterion.title,
        worth=sum(each.worth for each in below),
        secured=sum(each.secured for each in below),
        open=sum(each.open for each in below),
        lost=sum(each.lost for each in below),
        measures=below,
    )


def _measures(criterion: CriterionResult, vendor: VendorResult) -> Iterator[MeasurePoints]:
    for measure in criterion.measures:
        value = vendor.measures[measure.id]
        if value.low is None or value.high is None:
            continue
        yield MeasurePoints(
            measure=measure.id,
            title=measure.title,
            worth=100 * value.weight,
            secured=value.weight * value.low,
            open=value.weight * (value.high - value.low),
            lost=value.weight * (100 - value.high),
            evidence=evidence(vendor, measure.id),
        )


def _left_out(evaluation: Evaluation, vendor: VendorResult) -> Iterator[LeftOut]:
    for _, measure in measures(evaluation):
        value = vendor.measures[measure.id]
        if value.status == "not_applicable":
            reason = value.fact.not_applicable if value.fact else ""
            yield LeftOut(
                measure=measure.id, title=measure.title, reason=reason, share=measure.weight
            )


SHOWN = 0.05
"""Points below which a part would be printed as 0.0."""


def most(found: Sequence[MeasurePoints], part: Literal["open", "lost"]) -> list[MeasurePoints]:
    """The measures with the most open or lost points, largest first."""
    some = [each for each in found if getattr(each, part) >= SHOWN]
    return sorted(some, key=lambda each: -round(getattr(each, part), 9))
