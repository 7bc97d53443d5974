"""Find vendors and measures of an evaluation."""

from collections.abc import Iterator

from evalkit.errors import EvalkitError
from evalkit.evaluation.record.evaluation import (
    CriterionResult,
    Evaluation,
    MeasureResult,
    VendorResult,
)
from evalkit.source.near import did_you_mean
from evalkit.wording.words import listed


def find_vendor(evaluation: Evaluation, name: str) -> VendorResult:
    """Find a vendor by id, or by its full name in any case.

    Raises EvalkitError if there is none, or if the name is ambiguous.
    """
    by_id = {vendor.id: vendor for vendor in evaluation.vendors}
    if name in by_id:
        return by_id[name]
    wanted = name.casefold()
    # Those of one name have their ids behind it.
    called = [
        vendor
        for vendor in by_id.values()
        if vendor.name.casefold() in {wanted, f"{wanted} ({vendor.id})"}
    ]
    if len(called) == 1:
        return called[0]
    if called:
        ids = listed([f"`{vendor.id}`" for vendor in called])
        raise EvalkitError(f"{len(called)} vendors are called {name!r}; write an id: {ids}")
    hint = did_you_mean(wanted, by_id) or "it has none"
    raise EvalkitError(f"there is no vendor {name!r} in {evaluation.plan.id}; {hint}")


def labels(evaluation: Evaluation) -> dict[str, str]:
    """Each vendor's name by id; an evaluation tells equal names apart."""
    return {vendor.id: vendor.name for vendor in evaluation.vendors}


def measures(evaluation: Evaluation) -> Iterator[tuple[CriterionResult, MeasureResult]]:
    """Every measure with its top-level criterion, in the order of the criteria."""
    for criterion in evaluation.criteria:
        for measure in criterion.measures:
            yield criterion, measure


def points_of(vendor: VendorResult, measure: str) -> float:
    """Weight × value; zero if the measure does not apply."""
    value = vendor.measures[measure]
    return 0.0 if value.value is None else value.weight * value.value
