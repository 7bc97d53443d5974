"""One vendor's lead over another explained in sentences."""

from collections.abc import Iterator

from evalkit.evaluation.record.evaluation import MeasureValue, VendorResult
from evalkit.explanation.explain_words import NOTHING_APPLIES, why_no_rank
from evalkit.wording.decimals import EQUAL, difference, is_level
from evalkit.wording.numbers import fixed, in_points, percent_hundredths

Pair = tuple[VendorResult, VendorResult]
Names = tuple[str, str]


def nothing_to_compare(vendors: Pair, names: Names) -> Iterator[str]:
    """Which of two vendors has no score, and why."""
    for vendor, name in zip(vendors, names, strict=True):
        if vendor.score is None:
            yield f"{name} has no score, because {NOTHING_APPLIES}."
    yield "So there is nothing to compare."


def sentences(vendors: Pair, names: Names, unknown: float, digits: int) -> Iterator[str]:
    """Who is ahead, how many points of that come from unknown facts, and how firm it is."""
    scores = (vendors[0].score or 0.0, vendors[1].score or 0.0)
    yield _ahead(scores, names, digits)
    yield from _divided(difference(*scores, digits), names, round(unknown, digits), digits)
    if all(vendor.rank is not None for vendor in vendors):
        yield _overlap(vendors, digits)
    for vendor, name in zip(vendors, names, strict=True):
        if vendor.rank is None:
            yield f"{name} has no rank, because {why_no_rank(vendor)}."


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


def _ahead(scores: tuple[float, float], names: Names, digits: int) -> str:
    one, other = scores
    if is_level(one, other):
        return f"{names[0]} and {names[1]} are level, with {in_points(one, digits)} each."
    gap = difference(one, other, digits)
    side = "ahead of" if gap > 0 else "behind"
    return (
        f"{names[0]} is {side} {names[1]} by {in_points(abs(gap), digits)}: "
        f"{fixed(one, digits)} against {fixed(other, digits)}."
    )


def _divided(gap: float, names: Names, unknown: float, digits: int) -> Iterator[str]:
    """How much of a difference comes from unknown facts; both parts add up as printed."""
    if not unknown:
        return
    known = round(gap - unknown, digits)
    if not known:
        yield "All of that comes from what is not known about one of them."
    elif (known > 0) == (unknown > 0):
        yield (
            f"What is known about both makes {fixed(abs(known), digits)} of that, and what is not "
            f"known about one of them {fixed(abs(unknown), digits)}."
        )
    else:
        yield (
            f"By what is known about both, {names[known < 0]} is ahead by "
            f"{in_points(abs(known), digits)}; what is not known about one of them gives "
            f"{names[unknown < 0]} {in_points(abs(unknown), digits)}."
        )


def _overlap(vendors: Pair, digits: int) -> str:
    """Whether unknown facts could reverse the order."""
    low, high = ([round(each or 0.0, 9) for each in ends] for ends in _ends(vendors))
    if low == high:
        return "At these weights, nothing that is not known can change this."
    if low[0] >= high[1] or low[1] >= high[0]:
        return (
            "Their ranges do not overlap: at these weights, nothing that is not known can turn "
            "this order around."
        )
    one, other = (
        f"{fixed(at, digits)} to {fixed(to, digits)}" for at, to in zip(low, high, strict=True)
    )
    return f"Their ranges overlap ({one} and {other}): what is not known can turn this around."


def _ends(vendors: Pair) -> Iterator[tuple[float | None, ...]]:
    yield tuple(vendor.low for vendor in vendors)
    yield tuple(vendor.high for vendor in vendors)
