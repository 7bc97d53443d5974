"""Check that scores and ranks of a saved evaluation follow from weights, values and gates."""

from collections.abc import Iterator, Mapping

from evalkit.evaluation.integrity.ids import (
    NOISE,
    adds_up,
    misplaced,
    otherwise,
    uneven_sum,
)
from evalkit.evaluation.record.evaluation import CriterionResult, Evaluation, VendorResult
from evalkit.evaluation.record.fact import GateOutcome, MeasureValue

WORST_FIRST: tuple[GateOutcome, ...] = ("fail", "unverified", "pass")


def faults_of_points(evaluation: Evaluation) -> Iterator[str]:
    """Contradictions in weights, values, scores, gates and ranks."""
    criteria = evaluation.criteria
    for place, criterion in enumerate(criteria):
        parts = (measure.weight for measure in criterion.measures)
        yield from uneven_sum(f"criteria.{place}.weight", criterion.weight, parts)
    yield from _whole("criteria", [criterion.weight for criterion in criteria])
    for place, vendor in enumerate(evaluation.vendors):
        yield from _ends(f"vendors.{place}", vendor)
        yield from _weights(f"vendors.{place}.measures", vendor, criteria)
        yield from _points(f"vendors.{place}", vendor, criteria)
        yield from _gate(f"vendors.{place}", vendor)
    ranked = [vendor for vendor in evaluation.vendors if vendor.rank is not None]
    ranks, scores = ([getattr(each, key) for each in ranked] for key in ("rank", "score"))
    yield from misplaced("vendors", ranks, scores)


def _whole(place: str, weights: list[float]) -> Iterator[str]:
    if not adds_up(1.0, weights):
        yield f"`{place}`: their weights do not add up to 1"


def _ends(at: str, vendor: VendorResult) -> Iterator[str]:
    if not _is_range(vendor.low, vendor.score, vendor.high):
        yield f"`{at}.score`: it lies outside its range"
    for name, value in vendor.measures.items():
        if not _is_range(value.low, value.value, value.high):
            yield f"`{at}.measures.{name}.value`: it lies outside its range"


def _is_range(low: float | None, middle: float | None, high: float | None) -> bool:
    """Whether the three ascend, or are all missing."""
    if low is None or middle is None or high is None:
        return low is middle is high
    return low <= middle + NOISE and middle <= high + NOISE


def _weights(at: str, vendor: VendorResult, criteria: tuple[CriterionResult, ...]) -> Iterator[str]:
    """Inapplicable measures pass on their weight; otherwise the criteria's weights hold."""
    out = [n for n, value in vendor.measures.items() if value.status == "not_applicable"]
    for name, value in vendor.measures.items():
        applies = value.status != "not_applicable"
        yield from otherwise(f"{at}.{name}.weight", holds=applies or value.weight == 0)
        yield from otherwise(f"{at}.{name}.value", holds=applies == (value.value is not None))
    if vendor.score is not None:
        yield from _whole(at, [value.weight for value in vendor.measures.values()])
    for measure in (m for criterion in criteria for m in criterion.measures if not out):
        weight = vendor.measures[measure.id].weight
        yield from uneven_sum(f"{at}.{measure.id}.weight", weight, [measure.weight])


def _points(at: str, vendor: VendorResult, criteria: tuple[CriterionResult, ...]) -> Iterator[str]:
    for criterion in criteria:
        below = {measure.id: vendor.measures[measure.id] for measure in criterion.measures}
        brought = vendor.contributions[criterion.id]
        parts = _weighed(below, "value")
        yield from uneven_sum(f"{at}.contributions.{criterion.id}", brought, parts)
    for end, key in (("value", "score"), ("low", "low"), ("high", "high")):
        found = getattr(vendor, key) or 0.0
        yield from uneven_sum(f"{at}.{key}", found, _weighed(vendor.measures, end))
    width = (vendor.high or 0.0) - (vendor.low or 0.0)
    settled = 0.0 if vendor.score is None else 1 - width / 100
    yield from uneven_sum(f"{at}.settled", vendor.settled, [settled])


def _weighed(measures: Mapping[str, MeasureValue], end: str) -> Iterator[float]:
    return (value.weight * (getattr(value, end) or 0.0) for value in measures.values())


def _gate(at: str, vendor: VendorResult) -> Iterator[str]:
    outcomes = {WORST_FIRST[-1], *(gate.outcome for gate in vendor.gates)}
    worst = next(each for each in WORST_FIRST if each in outcomes)
    yield from otherwise(f"{at}.gate", holds=vendor.gate == worst)
    for place, gate in enumerate(vendor.gates):
        holds = bool(gate.failure) == (gate.outcome == "fail")
        yield from otherwise(f"{at}.gates.{place}.failure", holds=holds)
