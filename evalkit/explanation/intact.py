"""Whether a saved evaluation still says what was worked out."""

import math
from collections.abc import Iterable

from evalkit.errors import EvalkitError
from evalkit.evaluation.record import Evaluation, VendorResult
from evalkit.evaluation.record_costs import VendorCosts

NOISE = 1e-6


def check_intact(evaluation: Evaluation) -> None:
    """End the run where figures do not add up.

    Raises EvalkitError if a measure or a number is missing, or if weights × values do not give a
    vendor's score, or cash flows not the sums of money: that happens only when a saved file was
    changed by hand.
    """
    names = [measure.id for criterion in evaluation.criteria for measure in criterion.measures]
    for vendor in evaluation.vendors:
        fault = _fault(vendor, names)
        if fault:
            raise EvalkitError(f"this evaluation was changed by hand: {vendor.id}: {fault}")
    for costed in evaluation.costs.vendors if evaluation.costs else ():
        fault = _fault_of_costs(costed)
        if fault:
            raise EvalkitError(f"this evaluation was changed by hand: {costed.id}: {fault}")


def _fault_of_costs(vendor: VendorCosts) -> str:
    for side, sums in (("cost", vendor.costs), ("benefit", vendor.benefits)):
        flows = [item.flows for item in vendor.items if item.side == side]
        if any(len(each) != len(sums) for each in flows):
            return "a year of its cash flows is missing"
        for year, total in enumerate(sums):
            if not math.isclose(math.fsum(each[year] for each in flows), total, abs_tol=NOISE):
                return f"its {side}s of year {year} do not add up"
    paid = vendor.total_cost.likely
    if paid is not None and not math.isclose(math.fsum(vendor.costs), paid, abs_tol=NOISE):
        return "its costs do not add up to its total"
    return ""


def _fault(vendor: VendorResult, names: list[str]) -> str:
    missing = next((name for name in names if name not in vendor.measures), None)
    if missing:
        return f"the measure `{missing}` is missing"
    if not all(map(math.isfinite, _numbers(vendor))):
        return "a number is not finite"
    values = [vendor.measures[name] for name in names]
    total = math.fsum(value.weight * (value.value or 0.0) for value in values)
    if abs(total - (vendor.score or 0.0)) > NOISE:
        return "its points do not add up to its score"
    return ""


def _numbers(vendor: VendorResult) -> Iterable[float]:
    ends = (vendor.score, vendor.low, vendor.high)
    yield from (end for end in ends if end is not None)
    for value in vendor.measures.values():
        yield value.weight
        yield from (end for end in (value.value, value.low, value.high) if end is not None)
