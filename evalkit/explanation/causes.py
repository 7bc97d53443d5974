"""Why one vendor's score moved, measure by measure."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from evalkit.evaluation.record.evaluation import (
    CriterionResult,
    Evaluation,
    MeasureResult,
    VendorResult,
)
from evalkit.evaluation.record.fact import FactResult, ReadingResult
from evalkit.explanation.attribution import State, parts
from evalkit.explanation.evidence import OPEN, Evidence, counted, evidence
from evalkit.wording.decimals import EQUAL
from evalkit.wording.numbers import percent_hundredths

CauseName = Literal[
    "fact",
    "scale",
    "fact and scale",
    "unknown rule",
    "scale and unknown rule",
    "weights",
    "what applies",
    "criteria",
    "not recorded",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cause:
    """One reason why a score moved, and by how many points.

    `cause` is `fact`, `scale` or `unknown rule` (how unknowns are counted), two of these joined by
    `and`, `weights` (the measure's share of the whole changed), `what applies` (a measure began or
    ceased to apply, and weight moved), `criteria` (the measure is new or gone), or `not recorded`
    (no recorded input differs). `before` and `after` are null if the measure did not exist.
    """

    criterion: str
    criterion_title: str
    measure: str
    title: str
    cause: CauseName
    points: float
    text: str
    before: Evidence | None
    after: Evidence | None


@dataclass(frozen=True, slots=True)
class _Side:
    """One vendor's measure in one of the two evaluations."""

    evaluation: Evaluation
    vendor: VendorResult
    criterion: CriterionResult
    measure: MeasureResult

    @property
    def state(self) -> State:
        value = self.vendor.measures[self.measure.id]
        return State(value=value.value, weight=value.weight, share=self.measure.weight)

    @property
    def status(self) -> str:
        return self.vendor.measures[self.measure.id].status

    @property
    def evidence(self) -> Evidence:
        return evidence(self.vendor, self.measure.id)


def causes(
    old: Evaluation, new: Evaluation, before: VendorResult, after: VendorResult
) -> tuple[Cause, ...]:
    """Every reason why a vendor's score moved, largest first; they add up to the change."""
    was, now = _sides(old, before), _sides(new, after)
    found = [
        cause
        for name in now | was
        for cause in _of_measure(was.get(name), now.get(name))
        if abs(cause.points) > EQUAL
    ]
    return tuple(sorted(found, key=lambda cause: -round(abs(cause.points), 9)))


def _sides(evaluation: Evaluation, vendor: VendorResult) -> dict[str, _Side]:
    return {
        measure.id: _Side(evaluation, vendor, criterion, measure)
        for criterion in evaluation.criteria
        for measure in criterion.measures
    }


def _of_measure(was: _Side | None, now: _Side | None) -> Iterator[Cause]:
    if was is not None and now is not None:
        yield from _moved(was, now)
    elif now is not None:
        yield _cause("criteria", now.state.points, "the measure is new", now, None, now)
    elif was is not None:
        yield _cause("criteria", -was.state.points, "the measure is gone", was, was, None)


def _moved(was: _Side, now: _Side) -> Iterator[Cause]:
    if was.state == now.state:
        return
    moved = parts(was.state, now.state)
    name = _why(was, now)
    yield _cause(name, moved.value, _said(name, was, now), now, was, now)
    before, after = (percent_hundredths(each.measure.weight) for each in (was, now))
    shares = f"weight {before} → {after}"
    yield _cause("weights", moved.weights, shares, now, was, now)
    yield _cause("what applies", moved.applies, _applied(was, now), now, was, now)


def _cause(
    name: CauseName, points: float, text: str, known: _Side, was: _Side | None, now: _Side | None
) -> Cause:
    return Cause(
        criterion=known.criterion.id,
        criterion_title=known.criterion.title,
        measure=known.measure.id,
        title=known.measure.title,
        cause=name,
        points=points,
        text=text,
        before=was.evidence if was else None,
        after=now.evidence if now else None,
    )


Part = Literal["fact", "scale", "unknown rule"]
PARTS: dict[CauseName, tuple[Part, ...]] = {
    "fact": ("fact",),
    "scale": ("scale",),
    "fact and scale": ("fact", "scale"),
    "unknown rule": ("unknown rule",),
    "scale and unknown rule": ("scale", "unknown rule"),
}
"""The changes that each cause combines."""


def _why(was: _Side, now: _Side) -> CauseName:
    """Which of fact, scale and rule changed; a measure that stays unknown has no fact to change."""
    unknown = was.status in OPEN and now.status in OPEN
    changed: dict[Part, bool] = {
        "fact": not unknown and _content(was) != _content(now),
        "scale": was.measure.scale != now.measure.scale,
        "unknown rule": unknown and was.evaluation.plan.unknown != now.evaluation.plan.unknown,
    }
    found = tuple(part for part, has_changed in changed.items() if has_changed)
    return next((name for name, parts_ in PARTS.items() if parts_ == found), "not recorded")


def _content(side: _Side) -> tuple[object, ...]:
    """What a fact says, without its source and date, which cannot change a value."""
    fact: FactResult | None = side.vendor.measures[side.measure.id].fact
    if fact is None:
        return ()
    readings = (fact.reading, *fact.conflicts)
    return (fact.scores, *(_said_by(reading) for reading in readings if reading))


def _said_by(reading: ReadingResult) -> tuple[object, ...]:
    generated = reading.kind == "generated"
    return reading.text, reading.value, reading.low, reading.likely, reading.high, generated


def _said(name: CauseName, was: _Side, now: _Side) -> str:
    if name == "not recorded":
        return "neither the fact nor the words of the scale differ"
    said: dict[Part, str] = {
        "fact": f"{was.evidence.text} → {now.evidence.text}",
        "scale": f"the scale was {was.measure.scale}; it is now {now.measure.scale}",
        "unknown rule": (
            f"{now.evidence.text}; counted {counted(was.evaluation.plan.unknown)} before, "
            f"{counted(now.evaluation.plan.unknown)} now"
        ),
    }
    return "; ".join(said[part] for part in PARTS[name])


def _applied(was: _Side, now: _Side) -> str:
    if was.state.value is None:
        return "applies now, and did not before"
    if now.state.value is None:
        return f"does not apply any more ({now.evidence.text})"
    return "what applies beside it changed, and weight moved"
