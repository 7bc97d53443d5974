"""One vendor's lead over another explained in sentences."""

from collections.abc import Iterator, Sequence

from evalkit.evaluation.record.evaluation import VendorResult
from evalkit.evaluation.record.fact import MeasureValue
from evalkit.level import is_level
from evalkit.wording.decimals import EQUAL, MOST, digits_apart
from evalkit.wording.numbers import between, fixed, in_points, outward, percent_hundredths

Pair = tuple[VendorResult, VendorResult]
Names = tuple[str, str]
Ends = tuple[float, float]
NOTHING_APPLIES = "no measure applies to it"
"""Why a vendor has no score, as part of a sentence."""


def why_no_rank(vendor: VendorResult) -> str:
    """Why a vendor is not ranked, as part of a sentence."""
    if vendor.standing == "ruled_out":
        return f"it is ruled out: {vendor.reason}"
    return NOTHING_APPLIES if vendor.score is None else f"it {vendor.reason}"


def nothing_to_compare(vendors: Pair, names: Names) -> Iterator[str]:
    """Which of two vendors has no score, and why."""
    for vendor, name in zip(vendors, names, strict=True):
        if vendor.score is None:
            yield f"{name} has no score, because {NOTHING_APPLIES}."
    yield "So there is nothing to compare."


def sentences(vendors: Pair, names: Names, shown: Sequence[Sequence[float]]) -> Iterator[str]:
    """Who is ahead, by how much on known and on open facts, and whether that may reverse.

    `shown` are the known and the open part of each difference, as printed.
    """
    digits = digits_of_lead((vendors[0].score or 0.0) - (vendors[1].score or 0.0))
    known, still = (round(sum(column), digits) for column in zip(*shown, strict=True))
    yield _ahead(vendors, names, known, still)
    yield _overlap(vendors)
    for vendor, name in zip(vendors, names, strict=True):
        if vendor.rank is None:
            yield f"{name} is not ranked, because {why_no_rank(vendor)}."


def digits_of_lead(points: float) -> int:
    """The decimals of a lead and of its parts: one, or as many as tell it from nothing."""
    return digits_apart([points, 0.0], 1)


def remark(values: tuple[MeasureValue, MeasureValue], names: Names) -> str:
    """How and why a measure's weight differs between two vendors; empty if it does not."""
    weights = tuple(percent_hundredths(value.weight) for value in values)
    for one, other in ((0, 1), (1, 0)):
        if values[one].value is None and values[other].value is not None:
            return (
                f"does not apply to {names[one]}, for whom its weight went to the measures beside "
                f"it; weighs {weights[other]} for {names[other]}"
            )
    if abs(values[0].weight - values[1].weight) <= EQUAL:
        return ""
    return (
        f"weighs {weights[0]} for {names[0]} and {weights[1]} for {names[1]}: what does not apply "
        "to a vendor leaves its weight to what stands beside it"
    )


def _ahead(vendors: Pair, names: Names, known: float, still: float) -> str:
    exact = (vendors[0].score or 0.0) - (vendors[1].score or 0.0)
    digits = digits_of_lead(exact)
    gap = round(known + still, digits)
    parts = (
        f"{_part(known, gap, digits)} on facts known for both, "
        f"{_part(still, gap, digits)} on facts still open"
    )
    if is_level(exact, 0.0):
        level = f"{names[0]} and {names[1]} have the same points"
        return f"{level}: {parts}." if known else f"{level}."
    side = "ahead of" if exact > 0 else "behind"
    start = f"{names[0]} is {in_points(abs(gap), digits)} {side} {names[1]}"
    if not still:
        return f"{start}, all of it on facts known for both."
    if not known:
        return f"{start}, all of it on facts still open."
    return f"{start}: {parts}."


def _part(points: float, gap: float, digits: int) -> str:
    """A part of a difference; one that speaks for the other side says so."""
    if not gap or points * gap < 0:
        return f"{fixed(abs(points), digits)} {'ahead' if points > 0 else 'behind'}"
    return fixed(abs(points), digits)


def _overlap(vendors: Pair) -> str:
    """Whether open facts could reverse the order."""
    (low, high), (other_low, other_high) = (
        (round(vendor.low or 0.0, 9), round(vendor.high or 0.0, 9)) for vendor in vendors
    )
    if low == high and other_low == other_high:
        return "Nothing is open that could change this at these weights."
    apart = low >= other_high or other_low >= high
    digits = _digits_apart((low, high), (other_low, other_high)) if apart else 0
    one, other = (
        between(*outward(*ends, digits)) for ends in ((low, high), (other_low, other_high))
    )
    if apart:
        return (
            f"The ranges do not overlap ({one}, {other}), so this cannot reverse at these weights."
        )
    return f"The ranges overlap ({one}, {other}), so this may still reverse."


def _digits_apart(one: Ends, other: Ends) -> int:
    """The fewest decimals at which ranges that do not overlap are printed so."""
    lower, upper = sorted((one, other))
    return next(
        (
            digits
            for digits in range(MOST)
            if float(outward(*lower, digits)[1]) <= float(outward(*upper, digits)[0])
        ),
        MOST,
    )
