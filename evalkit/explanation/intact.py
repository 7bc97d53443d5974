"""Whether a saved evaluation still says what was worked out."""

import math
from collections.abc import Iterable

from evalkit.errors import EvalkitError
from evalkit.evaluation.record import Evaluation, VendorResult

NOISE = 1e-6


def check_intact(evaluation: Evaluation) -> None:
    """End the run where figures do not add up.

    Raises EvalkitError if a measure or a number is missing, or if weights × values do not give a
    vendor's score: that happens only when a saved file was changed by hand.
    """
    names = [measure.id for criterion in evaluation.criteria for measure in criterion.measures]
    for vendor in evaluation.vendors:
        fault = _fault(vendor, names)
        if fault:
            raise EvalkitError(f"this evaluation was changed by hand: {vendor.id}: {fault}")


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
