"""Facts that differ by region, as they hold in the region of a plan."""

from collections.abc import Iterable

from evalkit.diagnostics.record import Route
from evalkit.model.fact import UNKNOWN, Fact, Reading
from evalkit.model.vendor import Vendor
from evalkit.regions import contains, holds


class Placed(Fact):
    """A fact as it holds in a plan's region, with the place of what was chosen."""

    place: Route = ()
    """The route from the fact to the reading that counts."""
    known_for: tuple[str, ...] = ()
    """The regions for which it is known, where it is not for that of the plan."""


def in_region(vendors: Iterable[Vendor], region: str | None) -> list[Vendor]:
    """The vendors with their facts as they hold in a region, or in any if it is None."""
    return [_vendor(vendor, region) for vendor in vendors]


def _vendor(vendor: Vendor, region: str | None) -> Vendor:
    placed = {name: held(fact, region) for name, fact in vendor.facts.items() if fact.is_regional}
    return vendor.model_copy(update={"facts": vendor.facts | placed}) if placed else vendor


def held(fact: Fact, region: str | None) -> Fact:
    """What a fact says in a region, or in any if it is None."""
    found = _holding(fact, region)
    if not found:
        known = {each.region for each in fact.all_stated if each.region and each.is_evidence}
        return _NOTHING.model_copy(update={"known_for": tuple(sorted(known))})
    (place, main), *others = found
    parts = {name: getattr(main, name) for name in type(main).model_fields}
    conflicts = tuple(each for _, each in others)
    more = {"place": place, "by": None, "conflicts": conflicts, "note": main.note or fact.note}
    return _NOTHING.model_copy(update=parts | more)


Stated = tuple[Route, Reading]


def _holding(fact: Fact, region: str | None) -> list[Stated]:
    """The readings that hold in a region, with their routes.

    Of several entries of `by`, those of the nearest region count; several of one region, and what
    other sources say about it, stand side by side.
    """
    own = [(way, each) for way, each in fact.stated if holds(each.region, region)]
    others: list[Stated] = [
        (("conflicts", number), each)
        for number, each in enumerate(fact.conflicts)
        if holds(each.region, region)
    ]
    if region is None or fact.by is None:
        return [*own, *others]
    # Generated text is never nearer than a source.
    able = [stated for stated in own if not stated[1].is_generated] or own
    nearest = [stated for stated in able if not any(_is_wider(stated[1], it) for _, it in able)]
    # A source that contradicts an entry is passed over with it.
    return nearest + [
        stated for stated in others if not any(_is_wider(stated[1], it) for _, it in nearest)
    ]


def _is_wider(one: Reading, other: Reading) -> bool:
    """Whether the region of one strictly contains that of the other."""
    if one.region is None or other.region is None:
        return False
    return contains(one.region, other.region) and not contains(other.region, one.region)


_NOTHING = Placed.model_construct(value=UNKNOWN, source_kind=None)
