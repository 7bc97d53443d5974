"""A vendor's points on one criterion, out of the 100 that are possible on it."""

from dataclasses import dataclass

from evalkit.evaluation.record.evaluation import CriterionResult, VendorResult


@dataclass(frozen=True, slots=True)
class Possible:
    """Points out of 100: at least, by the plan's rule for what is open, and at most."""

    low: float
    value: float
    high: float

    @property
    def width(self) -> float:
        """How many points are open."""
        return self.high - self.low


def possible(vendor: VendorResult, criterion: CriterionResult) -> Possible | None:
    """A vendor's points on a criterion; None if nothing of it applies and carries weight."""
    values = [vendor.measures[measure.id] for measure in criterion.measures]
    weight = sum(each.weight for each in values if each.value is not None)
    if not weight:
        return None
    sums = (
        sum(each.weight * (each.low or 0.0) for each in values),
        sum(each.weight * (each.value or 0.0) for each in values),
        sum(each.weight * (each.high or 0.0) for each in values),
    )
    return Possible(*(min(max(total / weight, 0.0), 100.0) for total in sums))
