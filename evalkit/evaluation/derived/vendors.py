"""Add facts derived from a plan to its vendors."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from evalkit.evaluation.derived.fact import worked_out
from evalkit.model.criteria import OF_MONEY, Criteria
from evalkit.model.fact import Fact
from evalkit.model.scale import NumberScale
from evalkit.model.vendor import Vendor
from evalkit.scoring.values import Unknown

if TYPE_CHECKING:
    from evalkit.evaluation.costs.books import Books
    from evalkit.evaluation.fit.matched import Matched

NO_MONEY = "the plan gives no money, from which it would be worked out"
NO_FLOWS = "the plan gives no flows, from which it would be worked out"


def with_derived(
    vendors: Sequence[Vendor],
    criteria: Criteria,
    books: "Books | None",
    matched: "Matched | None",
    unknown: Unknown,
) -> list[Vendor]:
    """The vendors with the facts that the criteria derive from the plan.

    If the plan has no money or no flows, the measures derived from them do not apply.
    """
    if not criteria.derived:
        return list(vendors)
    nothing = {
        name: worked_out(not_applicable=NO_MONEY if what in OF_MONEY else NO_FLOWS)
        for name, what in criteria.derived.items()
    }
    return [
        _with(
            vendor,
            nothing
            | _of_money(vendor, criteria, books, unknown)
            | _of_flows(vendor, criteria, matched, unknown),
        )
        for vendor in vendors
    ]


def _of_money(
    vendor: Vendor, criteria: Criteria, books: "Books | None", unknown: Unknown
) -> dict[str, Fact]:
    if books is None:
        return {}
    from evalkit.evaluation.derived.costs import derived_facts  # noqa: PLC0415

    return dict(derived_facts(vendor, criteria, books, unknown))


def _of_flows(
    vendor: Vendor, criteria: Criteria, matched: "Matched | None", unknown: Unknown
) -> dict[str, Fact]:
    if matched is None:
        return {}
    from evalkit.evaluation.derived.fit import fit_fact  # noqa: PLC0415

    found = {}
    for name, what in criteria.derived.items():
        scale = criteria.leaves[name].measure.scale
        # EK541 rejects verbal scales.
        if what not in OF_MONEY and isinstance(scale, NumberScale):
            unit = criteria.unit_of(name) or ""
            found[name] = fit_fact(matched.fits[vendor.id], what, scale, unknown, unit)
    return found


def _with(vendor: Vendor, facts: dict[str, Fact]) -> Vendor:
    return vendor.model_copy(update={"facts": {**vendor.facts, **facts}})
