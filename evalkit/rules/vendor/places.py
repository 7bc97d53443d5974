"""Facts, interfaces and plug-ins, with their places in a vendor's file."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial

from evalkit.diagnostics.record import Route
from evalkit.model.fact import Reading
from evalkit.model.flow import ClientPlatform, DataObject
from evalkit.model.integration import Interface, Plugin
from evalkit.model.plan import Plan
from evalkit.model.scale import Scale
from evalkit.model.source import Sourced
from evalkit.model.vendor import Vendor
from evalkit.regions import in_sentence
from evalkit.rules.context import RuleContext
from evalkit.source.near import Names

Connection = Interface | Plugin
DIRECTIONS = {"to_vendor": "to the vendor", "from_vendor": "from the vendor"}


def interfaces_in(vendor: Vendor) -> Iterator[tuple[Route, Interface]]:
    """Every interface of a vendor."""
    for place, interface in enumerate(vendor.integration.interfaces if vendor.integration else ()):
        yield ("integration", "interfaces", place), interface


def plugins_in(vendor: Vendor) -> Iterator[tuple[Route, Plugin]]:
    """Every plug-in of a vendor."""
    for place, plugin in enumerate(vendor.integration.plugins if vendor.integration else ()):
        yield ("integration", "plugins", place), plugin


def ways_in(vendor: Vendor) -> Iterator[tuple[Route, Connection]]:
    """Every interface, then every plug-in."""
    yield from interfaces_in(vendor)
    yield from plugins_in(vendor)


def has_routes(vendor: Vendor) -> bool:
    """Whether an interface or a plug-in of a vendor is known."""
    return any(True for _ in ways_in(vendor))


def looked_at_in(vendor: Vendor) -> Iterator[tuple[Route, str, Sourced]]:
    """Every interface, plug-in, limitation and stated line with its name."""
    for route, way in ways_in(vendor):
        yield route, called(way), way
    for route, plugin in plugins_in(vendor):
        for place, limitation in enumerate(plugin.limitations):
            yield (*route, "limitations", place), f"a limitation of {called(plugin)}", limitation
        for place, stated in enumerate(plugin.stated):
            yield (*route, "stated", place), f"line {stated.line} of {called(plugin)}", stated


def called(way: Connection) -> str:
    """The name of an interface or a plug-in in messages."""
    noun = "interface" if isinstance(way, Interface) else "plug-in"
    return f"the {noun} `{way.id}`"


def about(reading: Reading) -> str:
    """The region and the edition of a reading, inside a sentence."""
    region = in_sentence(reading.region) if reading.region else ""
    if reading.edition is None:
        return region
    return f"the {reading.edition} edition{f' in {region}' if region else ''}"


Flowing = tuple[str, str]
"""A data object and its direction."""


def carriers(
    vendor: Vendor, flow: Flowing, client: ClientPlatform | None, context: RuleContext
) -> list[Connection]:
    """The interfaces and plug-ins that carry a flow, without plug-ins for another platform."""
    ways = carried(vendor, context).get(flow, ())
    return [way for way in ways if not (isinstance(way, Plugin) and _is_for_another(way, client))]


def carried(vendor: Vendor, context: RuleContext) -> Mapping[Flowing, Sequence[Connection]]:
    """Everything that a vendor carries, with the interfaces and plug-ins that carry it."""
    return context.once(("carried", vendor.id), partial(_carried, vendor))


def _carried(vendor: Vendor) -> Mapping[Flowing, Sequence[Connection]]:
    found: dict[Flowing, list[Connection]] = defaultdict(list)
    for _, way in ways_in(vendor):
        for data, how in way.data.items():
            for direction in dict.fromkeys(how.directions):
                found[data, direction].append(way)
    return found


def _is_for_another(plugin: Plugin, client: ClientPlatform | None) -> bool:
    return client is not None and plugin.platform not in {None, client.name}


def objects_of(plan: Plan, context: RuleContext) -> Mapping[str, DataObject] | None:
    """The data objects that a plan may use; None if its criteria are unusable."""
    criteria = context.criteria_for(plan.category)
    return None if criteria is None else {**criteria.data_objects, **plan.data_objects}


def objects_for(vendor: Vendor, context: RuleContext) -> Names:
    """The data objects of a vendor's criteria, and of the plans that compare the vendor.

    Empty if the criteria are unusable, or if none are defined.
    """
    criteria = context.criteria_for(vendor.category)
    if criteria is None:
        return Names()
    category, role = vendor.category, vendor.role
    known = context.once(
        ("objects", category, role),
        lambda: _with_own(criteria.data_objects, context.taking_all(category, role)),
    )
    named = context.naming(vendor)
    return _with_own(known, named) if named else known


def _with_own(known: Iterable[str], plans: Iterable[Plan]) -> Names:
    return Names([*known, *(name for plan in plans for name in plan.data_objects)])


def scored(vendor: Vendor, context: RuleContext) -> Sequence[tuple[Route, Scale, Reading]]:
    """Every reading that states a value on a measure, with its scale."""
    return context.once_here(("scored", vendor.id), lambda: tuple(_scored(vendor, context)))


def _scored(vendor: Vendor, context: RuleContext) -> Iterator[tuple[Route, Scale, Reading]]:
    criteria = context.criteria_for(vendor.category)
    if criteria is None:
        return
    for route, measure, reading in vendor.claims:
        leaf = criteria.leaves.get(measure)
        if leaf is not None and not reading.is_unknown:
            yield route, leaf.measure.scale, reading
