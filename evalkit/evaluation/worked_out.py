"""Facts that are worked out for a plan instead of being looked up."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from evalkit.model.criteria import Criteria
from evalkit.model.fact import Fact
from evalkit.model.vendor import Vendor
from evalkit.scoring.values import Unknown

if TYPE_CHECKING:
    from evalkit.evaluation.costs.books import Books

NO_MONEY = "the plan gives no money, from which it would be worked out"


class WorkedOut(Fact):
    """A fact that was worked out, and how it reads: "at least" is no range that a source states."""

    words: str = ""


def worked_out(**parts: object) -> Fact:
    """A fact of these parts."""
    return WorkedOut.model_validate(parts)


def with_derived(
    vendors: Sequence[Vendor], criteria: Criteria, books: "Books | None", unknown: Unknown
) -> list[Vendor]:
    """The vendors with what the criteria derive in place of facts.

    Without money there is nothing to ask: such a measure then applies to nobody.
    """
    if not criteria.derived:
        return list(vendors)
    if books is None:
        nothing = dict.fromkeys(criteria.derived, worked_out(not_applicable=NO_MONEY))
        return [_with(vendor, nothing) for vendor in vendors]
    from evalkit.evaluation.costs.derived import derived_facts  # noqa: PLC0415

    return [
        _with(vendor, dict(derived_facts(vendor, criteria, books, unknown))) for vendor in vendors
    ]


def _with(vendor: Vendor, facts: dict[str, Fact]) -> Vendor:
    return vendor.model_copy(update={"facts": {**vendor.facts, **facts}})
