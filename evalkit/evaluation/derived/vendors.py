"""Add facts derived from a plan to its vendors."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from evalkit.evaluation.derived.fact import worked_out
from evalkit.model.criteria import Criteria
from evalkit.model.fact import Fact
from evalkit.model.scale import OF_FLOWS, OF_MONEY, NumberScale
from evalkit.model.vendor import Vendor
from evalkit.wording.messages.catalogue import say
from evalkit.wording.messages.record.facts import NO_FLOWS, NO_MONEY, NONE_IN_ROLE
from evalkit.wording.words import lower_first

if TYPE_CHECKING:
    from evalkit.evaluation.costs.books import Books
    from evalkit.evaluation.fit.matched import Matched


def left_out(
    criteria: Criteria,
    books: "Books | None",
    matched: "Matched | None",
    roles: Iterable[str] = (),
) -> dict[str, str]:
    """The measures that no vendor of a plan can have, each with the reason.

    The plan gives no money or no flows for them, or vendors in one of its roles cannot have them.
    """
    given = {
        name: (NO_MONEY, books is None) if what in OF_MONEY else (NO_FLOWS, matched is None)
        for name, what in criteria.derived.items()
        if what in OF_MONEY or what in OF_FLOWS
    }
    missing = {name: say(reason) for name, (reason, is_missing) in given.items() if is_missing}
    beyond = criteria.taken_out(roles).items()
    none = {name: say(NONE_IN_ROLE, role=lower_first(role.title)) for name, role in beyond}
    return missing | none


def with_derived(
    vendors: Sequence[Vendor],
    criteria: Criteria,
    books: "Books | None",
    matched: "Matched | None",
    missing: Mapping[str, str],
) -> list[Vendor]:
    """The vendors with the facts that the criteria derive from the plan.

    The `missing` measures, each with the reason, do not apply, whatever a vendor's file says.
    """
    if not criteria.derived and not missing:
        return list(vendors)
    nothing = {name: worked_out(not_applicable=reason) for name, reason in missing.items()}
    return [
        _with(
            vendor,
            _of_money(vendor, criteria, books) | _of_flows(vendor, criteria, matched) | nothing,
        )
        for vendor in vendors
    ]


def _of_money(vendor: Vendor, criteria: Criteria, books: "Books | None") -> dict[str, Fact]:
    if books is None:
        return {}
    from evalkit.evaluation.derived.costs import derived_facts  # noqa: PLC0415

    return dict(derived_facts(vendor, criteria, books))


def _of_flows(vendor: Vendor, criteria: Criteria, matched: "Matched | None") -> dict[str, Fact]:
    if matched is None:
        return {}
    from evalkit.evaluation.derived.fit import fit_fact  # noqa: PLC0415

    found = {}
    for name, what in criteria.derived.items():
        scale = criteria.leaves[name].measure.scale
        # EK541 rejects verbal scales.
        if what in OF_FLOWS and isinstance(scale, NumberScale):
            unit = criteria.unit_of(name) or ""
            found[name] = fit_fact(matched.fits[vendor.id], what, scale, unit, matched.titles)
    return found


def _with(vendor: Vendor, facts: dict[str, Fact]) -> Vendor:
    return vendor.model_copy(update={"facts": {**vendor.facts, **facts}})
