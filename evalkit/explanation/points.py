"""Vendors' points as they are printed: apart where they differ, and adding up."""

from collections.abc import Iterable, Sequence

from evalkit.evaluation.record.evaluation import CriterionResult, VendorResult
from evalkit.wording.apportion import apportioned
from evalkit.wording.decimals import digits_apart
from evalkit.wording.numbers import fixed, outward


def digits_of(vendors: Iterable[VendorResult], least: int) -> int:
    """The fewest decimals, at least so many, that tell the points of all ranked vendors apart."""
    ranked = (each.score for each in vendors if each.rank is not None)
    return digits_apart([score for score in ranked if score is not None], least)


def points(vendor: VendorResult, digits: int) -> str:
    """A vendor's points by the plan's rule for what is open, never beyond its printed range."""
    if vendor.score is None or vendor.low is None or vendor.high is None:
        return "–"
    low, high = outward(vendor.low, vendor.high, digits)
    ends = {vendor.low: low, vendor.high: high}
    return ends.get(vendor.score) or fixed(vendor.score, digits)


def by_criterion(
    vendor: VendorResult, criteria: Sequence[CriterionResult], digits: int
) -> tuple[str, ...]:
    """A vendor's points by criterion, which add up to its points as printed."""
    parts = [vendor.contributions.get(each.id, 0.0) for each in criteria]
    total = 0.0 if vendor.score is None else float(points(vendor, digits))
    return tuple(fixed(part, digits) for part in apportioned(parts, digits, total))
