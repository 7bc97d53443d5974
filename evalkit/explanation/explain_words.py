"""A vendor's rank and score explained in sentences."""

from collections.abc import Iterator, Mapping

from evalkit.evaluation.record.evaluation import Evaluation, GateResult, VendorResult
from evalkit.explanation.lookup import labels
from evalkit.wording.numbers import in_points, one_decimal
from evalkit.wording.words import listed

NOTHING_APPLIES = "no measure applies to it"
"""Why a vendor has no score, as part of a sentence."""


def sentences(evaluation: Evaluation, vendor: VendorResult, unknown: float) -> Iterator[str]:
    """Rank, range, gates and points short of 100; `unknown` of these are lost to unknown facts."""
    names = labels(evaluation)
    name = names[vendor.id]
    if vendor.score is None or vendor.low is None or vendor.high is None:
        yield f"{name} has no score and no rank, because {NOTHING_APPLIES}."
        yield from (f"It also fails a gate: {gate}." for gate in _failed(vendor))
        return
    yield _place(evaluation, vendor, names, vendor.score)
    yield _range(vendor.low, vendor.high)
    yield from _gates(vendor)
    yield from _missing(vendor.score, unknown)


def why_no_rank(vendor: VendorResult) -> str:
    """Why a vendor has no rank, as part of a sentence."""
    failed = _failed(vendor)
    if failed:
        return f"it fails {'a gate' if len(failed) == 1 else 'gates'}: {listed(failed)}"
    return NOTHING_APPLIES


def _failed(vendor: VendorResult) -> list[str]:
    return [_gate(gate) for gate in vendor.gates if gate.outcome == "fail"]


def _place(
    evaluation: Evaluation, vendor: VendorResult, names: Mapping[str, str], score: float
) -> str:
    name = names[vendor.id]
    have = f"{in_points(score)} of 100"
    if vendor.rank is None:
        return f"{name} has no rank, because {why_no_rank(vendor)}. Its facts bring {have}."
    ranked = [each for each in evaluation.vendors if each.rank is not None]
    if len(ranked) == 1:
        return f"{name} is the only vendor with a rank, and has {have}."
    tied = [names[each.id] for each in ranked if each.rank == vendor.rank and each.id != vendor.id]
    if tied:
        return (
            f"{name} shares rank {vendor.rank} of {len(ranked)} with {listed(tied)}; it has {have}."
        )
    return f"{name} has rank {vendor.rank} of {len(ranked)}, with {have}."


def _range(low: float, high: float) -> str:
    if one_decimal(low) == one_decimal(high):
        return "Nothing that is not known can move this score."
    return (
        f"What is not known, or known only as a range, leaves the score between {one_decimal(low)} "
        f"and {one_decimal(high)}."
    )


def _gates(vendor: VendorResult) -> Iterator[str]:
    pending = [_gate(gate) for gate in vendor.gates if gate.outcome == "unverified"]
    if pending:
        yield f"Still to be verified: {listed(pending)}."
    elif vendor.gates and vendor.gate == "pass":
        yield "It passes every gate."


def _gate(gate: GateResult) -> str:
    return f"{gate.requirement} ({gate.reason})"


def _missing(score: float, unknown: float) -> Iterator[str]:
    """Points short of 100, in two parts that add up as printed."""
    missing = round(100 - round(score, 1), 1)
    if missing <= 0:
        return
    open_part = min(round(unknown, 1), missing)
    known = round(missing - open_part, 1)
    start = f"{in_points(missing)} {'is' if missing == 1 else 'are'} missing"
    if not open_part:
        yield f"{start}, only because of what is known."
    elif not known:
        yield f"{start}, only because something is not known."
    else:
        yield (
            f"{start}: {one_decimal(open_part)} only because something is not known, and "
            f"{one_decimal(known)} because of what is known."
        )
