"""Vendors' points as they are printed: apart where they differ."""

from collections.abc import Iterable, Sequence

from evalkit.evaluation.record.evaluation import BandResult, VendorResult
from evalkit.level import SAME
from evalkit.wording.decimals import MOST, digits_apart
from evalkit.wording.numbers import outward


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
