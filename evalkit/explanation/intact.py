"""Whether a saved evaluation still says what was worked out."""

import math
from collections.abc import Iterator
from itertools import pairwise

from evalkit.errors import EvalkitError
from evalkit.evaluation.record import Evaluation, VendorResult
from evalkit.evaluation.record_costs import Figure, VendorCosts
from evalkit.explanation.intact_ids import Ids
from evalkit.explanation.intact_parts import faults_of_parts
from evalkit.explanation.intact_ranking import faults_of_ranking

NOISE = 1e-6
FIGURES = (
    "total_cost", "present_costs", "present_benefits", "net_present_value",
    "return_on_investment", "effective_rate", "cost_per_order", "payback_months",
    "discounted_payback_months",
)  # fmt: skip


def check_intact(evaluation: Evaluation) -> None:
    """End the run where parts do not belong together, or figures do not add up.

    Raises EvalkitError if somebody is missing, not known or there twice, if weights × values do
    not give a vendor's score, or cash flows not the sums of money: that happens only when a saved
    file was changed by hand.
    """
    for fault in _faults(evaluation):
        raise EvalkitError(f"this evaluation was changed by hand: {fault}")


def _faults(evaluation: Evaluation) -> Iterator[str]:
    ids = Ids(evaluation)
    yield from faults_of_ranking(evaluation, ids)
    yield from faults_of_parts(evaluation, ids)
    for vendor in evaluation.vendors:
        yield from (f"{vendor.id}: {fault}" for fault in _points(vendor))
    for costed in evaluation.costs.vendors if evaluation.costs else ():
        yield from (f"{costed.id}: {fault}" for fault in _money(costed))


def _points(vendor: VendorResult) -> Iterator[str]:
    values = vendor.measures.values()
    weighed = math.fsum(value.weight * (value.value or 0.0) for value in values)
    for total in (weighed, math.fsum(vendor.contributions.values())):
        if abs(total - (vendor.score or 0.0)) > NOISE:
            yield "its points do not add up to its score"
    if not _is_range(vendor.low, vendor.score, vendor.high):
        yield "its score lies outside its range"
    for name, value in vendor.measures.items():
        if not _is_range(value.low, value.value, value.high):
            yield f"its value on `{name}` lies outside its range"


def _is_range(low: float | None, middle: float | None, high: float | None) -> bool:
    """Whether all three rise, or none is there."""
    if low is None or middle is None or high is None:
        return low is middle is high
    return low <= middle + NOISE and middle <= high + NOISE


def _money(vendor: VendorCosts) -> Iterator[str]:
    for side, sums in (("cost", vendor.costs), ("benefit", vendor.benefits)):
        flows = [item.flows for item in vendor.items if item.side == side]
        for year, total in enumerate(sums):
            if not math.isclose(math.fsum(each[year] for each in flows), total, abs_tol=NOISE):
                yield f"its {side}s of year {year} do not add up"
    paid = vendor.total_cost.likely
    if paid is not None and not math.isclose(math.fsum(vendor.costs), paid, abs_tol=NOISE):
        yield "its costs do not add up to its total"
    for name in FIGURES:
        if not _rises(getattr(vendor, name)):
            yield f"its `{name}` lies outside its range"


def _rises(figure: Figure) -> bool:
    ends = [end for end in (figure.low, figure.likely, figure.high) if end is not None]
    return all(
        one <= other or math.isclose(one, other, abs_tol=NOISE) for one, other in pairwise(ends)
    )
