"""Facts that a vendor's interfaces state, where its file has none of its own."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from evalkit.diagnostics.record import Route
from evalkit.model.criteria import Criteria
from evalkit.model.fact import Fact
from evalkit.model.integration import Interface
from evalkit.model.scale import Levels, Measure
from evalkit.model.vendor import Vendor

HELD_IN = "integration.interfaces"
"""The place of the interfaces in a vendor's file."""


class OfInterface(Fact):
    """A fact that an interface states."""

    interface: str = ""
    """Its id."""
    place: Route = ()
    """The route from the interfaces to what is stated."""


class _Said(NamedTuple):
    """The levels that one interface names."""

    place: int
    interface: Interface
    words: tuple[str, ...]


def with_interfaces(vendors: Iterable[Vendor], criteria: Criteria) -> list[Vendor]:
    """The vendors with the facts that their interfaces state, beside those of their files."""
    measures = {
        name: leaf.measure for name, leaf in criteria.leaves.items() if leaf.measure.from_interfaces
    }
    return [_vendor(vendor, measures) for vendor in vendors]


def _vendor(vendor: Vendor, measures: dict[str, Measure]) -> Vendor:
    found = {
        name: fact
        for name, measure in measures.items()
        if name not in vendor.facts and (fact := _fact(vendor, measure))
    }
    return vendor.model_copy(update={"facts": vendor.facts | found}) if found else vendor


def _fact(vendor: Vendor, measure: Measure) -> OfInterface | None:
    """What the interfaces state, from the one with the best level; None if they say nothing."""
    levels = measure.scale.levels if isinstance(measure.scale, Levels) else {}
    said = list(_said(vendor, measure, levels))
    if not said:
        return None
    best = max(said, key=lambda each: max(levels[word] for word in each.words))
    if measure.from_interfaces == "versioning":
        # Each interface has one way, and which of them a client uses decides.
        others = {each.words: each for each in reversed(said) if each.words != best.words}
        conflicts = [_sourced(each, value=each.words) for each in others.values()]
        return _made(best, measure, value=best.words, conflicts=conflicts)
    words = tuple(dict.fromkeys(word for each in said for word in each.words))
    # A vendor may have further interfaces, which matters only where a level is better.
    is_best = max(levels.values()) in (levels[word] for word in words)
    return _made(best, measure, **{"value" if is_best else "at_least": words})


def _said(vendor: Vendor, measure: Measure, levels: dict[str, float]) -> Iterator[_Said]:
    if vendor.integration is None or measure.from_interfaces is None:
        return
    for place, interface in enumerate(vendor.integration.interfaces):
        given = interface.words(measure.from_interfaces)
        words = tuple(word for word in given if word in levels)
        if words and not interface.is_generated:
            yield _Said(place, interface, words)


def _made(said: _Said, measure: Measure, **parts: object) -> OfInterface:
    of = "kind" if measure.from_interfaces == "webhooks" else measure.from_interfaces
    place = (said.place, of)
    about = {"place": place, "interface": said.interface.id}
    return OfInterface.model_validate(about | _sourced(said, **parts))


def _sourced(said: _Said, **parts: object) -> dict[str, object]:
    interface = said.interface
    return {
        "source": interface.source,
        "via": interface.via,
        "checked": interface.checked,
        "kind": interface.source_kind,
        **parts,
    }
