"""How one vendor moved between two evaluations."""

from collections.abc import Iterator
from dataclasses import dataclass

from evalkit.evaluation.record.evaluation import Evaluation, VendorResult
from evalkit.evaluation.record.fact import GateOutcome, GateResult
from evalkit.explanation.causes import Cause, causes
from evalkit.explanation.versus_words import NOTHING_APPLIES, why_no_rank
from evalkit.level import is_level
from evalkit.wording.decimals import decimals, difference
from evalkit.wording.numbers import fixed, in_points, outward


@dataclass(frozen=True, slots=True, kw_only=True)
class GateChange:
    """A gate whose outcome changed for a vendor; null if the plan had no such gate."""

    requirement: str
    before: GateOutcome | None
    after: GateOutcome | None
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VendorChange:
    """How one vendor moved; the causes, largest first, add up to `points`.

    `points` is the new score minus the old, null if either is missing; `digits` is the number of
    decimals in the text, chosen so that printed figures add up too.
    """

    vendor: str
    name: str
    score_before: float | None
    score_after: float | None
    points: float | None
    digits: int
    range_before: tuple[float, float] | None
    range_after: tuple[float, float] | None
    rank_before: int | None
    rank_after: int | None
    gate_before: GateOutcome
    gate_after: GateOutcome
    text: str
    gates: tuple[GateChange, ...]
    causes: tuple[Cause, ...]

    @property
    def has_moved(self) -> bool:
        """Whether anything about it changed."""
        before = _numbers(self.score_before, self.range_before)
        after = _numbers(self.score_after, self.range_after)
        places = (self.rank_before, self.gate_before) != (self.rank_after, self.gate_after)
        return bool(self.causes or self.gates) or places or before != after


def _numbers(score: float | None, ends: tuple[float, float] | None) -> list[float]:
    """The score and range without rounding error."""
    return [round(each, 9) for each in (*([] if score is None else [score]), *(ends or ()))]


def vendor_change(
    old: Evaluation, new: Evaluation, before: VendorResult, after: VendorResult, name: str
) -> VendorChange:
    """How and why a vendor in both evaluations moved; `name` is its display name."""
    both = before.score is not None and after.score is not None
    first, last = before.score or 0.0, after.score or 0.0
    return VendorChange(
        vendor=after.id,
        name=name,
        score_before=before.score,
        score_after=after.score,
        points=last - first if both else None,
        digits=decimals(last, first) if both else 1,
        range_before=_range(before),
        range_after=_range(after),
        rank_before=before.rank,
        rank_after=after.rank,
        gate_before=before.gate,
        gate_after=after.gate,
        text=" ".join(_sentences(name, before, after)),
        gates=tuple(_gates(before, after)),
        causes=causes(old, new, before, after) if both else (),
    )


def _range(vendor: VendorResult) -> tuple[float, float] | None:
    if vendor.low is None or vendor.high is None:
        return None
    return vendor.low, vendor.high


def _gates(before: VendorResult, after: VendorResult) -> Iterator[GateChange]:
    """Gates with a changed outcome; an added or removed one counts only if it was not passed."""
    was = {(gate.measure, gate.requirement): gate for gate in before.gates}
    now = {(gate.measure, gate.requirement): gate for gate in after.gates}
    for key in now | was:
        outcomes = [_outcome(gates.get(key)) for gates in (was, now)]
        if outcomes[0] != outcomes[1] and set(outcomes) != {None, "pass"}:
            yield GateChange(
                requirement=key[1],
                before=outcomes[0],
                after=outcomes[1],
                reason=(now.get(key) or was[key]).reason,
            )


def _outcome(gate: GateResult | None) -> GateOutcome | None:
    return gate.outcome if gate else None


def _sentences(name: str, before: VendorResult, after: VendorResult) -> Iterator[str]:
    if before.score is None or after.score is None:
        yield f"{name} {_without_score(before, after)}."
    else:
        yield f"{name} {_score(before.score, after.score)}, and {_rank(before, after)}."
    both = before.score is not None and after.score is not None
    digits = decimals(after.score or 0.0, before.score or 0.0) if both else 1
    ranges = [_in_words(vendor, digits) for vendor in (before, after)]
    if all(ranges) and ranges[0] != ranges[1]:
        yield f"Its range was {ranges[0]} and is now {ranges[1]}."


def _in_words(vendor: VendorResult, digits: int) -> str:
    ends = _range(vendor)
    return " to ".join(outward(*ends, digits)) if ends else ""


def _without_score(before: VendorResult, after: VendorResult) -> str:
    if after.score is not None:
        rank = f"rank {after.rank}" if after.rank else f"no rank: {why_no_rank(after)}"
        has = f"{in_points(after.score)} and {rank}"
        return f"had no score, because no measure applied to it; now it has {has}"
    if before.score is None:
        return f"still has no score, because {NOTHING_APPLIES}"
    had = in_points(before.score)
    return f"had {had}; now it has no score and no rank, because {NOTHING_APPLIES}"


def _score(was: float, now: float) -> str:
    digits = decimals(now, was)
    if is_level(now, was):
        return f"keeps its {in_points(now, digits)}"
    moved = difference(now, was, digits)
    verb = "gains" if moved > 0 else "loses"
    return (
        f"{verb} {in_points(abs(moved), digits)}, from {fixed(was, digits)} to {fixed(now, digits)}"
    )


def _rank(before: VendorResult, after: VendorResult) -> str:
    if after.rank is None:
        has = "is still not ranked" if before.rank is None else "is no longer ranked"
        return f"{has}: {why_no_rank(after)}"
    if before.rank is None:
        return f"takes rank {after.rank} now; before, it was not ranked"
    if before.rank == after.rank:
        return f"keeps rank {after.rank}"
    moves = f"moves from rank {before.rank} to rank {after.rank}"
    still = is_level(after.score or 0.0, before.score or 0.0)
    return f"{moves}, because others moved, came or went" if still else moves
