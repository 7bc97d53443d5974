"""Vendors' points as they are printed: apart where they differ, and adding up."""

from collections.abc import Iterable, Sequence

from evalkit.evaluation.record.evaluation import BandResult, CriterionResult, VendorResult
from evalkit.level import SAME
from evalkit.wording.apportion import apportioned
from evalkit.wording.decimals import MOST, digits_apart
from evalkit.wording.numbers import fixed, outward


def digits_of(vendors: Iterable[VendorResult], least: int, bands: Sequence[BandResult] = ()) -> int:
    """The fewest decimals, at least so many, that tell the points of all ranked vendors apart.

    They also keep points on their side of the edge of a band.
    """
    ranked = [each for each in vendors if each.rank is not None and each.score is not None]
    apart = digits_apart([each.score or 0.0 for each in ranked], least)
    pairs = [(vendor, band.at_least) for vendor in ranked for band in bands]
    finer = (n for n in range(apart, MOST) if all(_keeps_side(*pair, n) for pair in pairs))
    return next(finer, MOST)


def _keeps_side(vendor: VendorResult, edge: float, digits: int) -> bool:
    low, high = vendor.low or 0.0, vendor.high or 0.0
    printed = zip((low, high), outward(low, high, digits), strict=True)
    return all((float(text) >= edge) == (value + SAME >= edge) for value, text in printed)


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
