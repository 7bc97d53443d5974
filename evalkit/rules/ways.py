"""Interfaces and plug-ins with their places in a vendor's file."""

from collections.abc import Iterator, Mapping

from evalkit.diagnostics.record import Route
from evalkit.model.amount import Sourced
from evalkit.model.flow import ClientPlatform, DataObject, Flow
from evalkit.model.integration import Interface, Plugin
from evalkit.model.plan import Plan
from evalkit.model.vendor import Vendor
from evalkit.rules.setting import Setting

Way = Interface | Plugin
DIRECTIONS = {"to_vendor": "to the vendor", "from_vendor": "from the vendor"}


def interfaces_in(vendor: Vendor) -> Iterator[tuple[Route, Interface]]:
    """Every interface of a vendor."""
    for place, interface in enumerate(vendor.integration.interfaces if vendor.integration else ()):
        yield ("integration", "interfaces", place), interface


def plugins_in(vendor: Vendor) -> Iterator[tuple[Route, Plugin]]:
    """Every plug-in of a vendor."""
    for place, plugin in enumerate(vendor.integration.plugins if vendor.integration else ()):
        yield ("integration", "plugins", place), plugin


def ways_in(vendor: Vendor) -> Iterator[tuple[Route, Way]]:
    """Every interface, then every plug-in."""
    yield from interfaces_in(vendor)
    yield from plugins_in(vendor)


def looked_at_in(vendor: Vendor) -> Iterator[tuple[Route, str, Sourced]]:
    """Everything about reaching a vendor that rests on a source, with its name."""
    for route, way in ways_in(vendor):
        yield route, called(way), way
    for route, plugin in plugins_in(vendor):
        for place, limitation in enumerate(plugin.limitations):
            yield (*route, "limitations", place), f"a limitation of {called(plugin)}", limitation


def called(way: Way) -> str:
    """How a message calls an interface or a plug-in."""
    noun = "interface" if isinstance(way, Interface) else "plug-in"
    return f"the {noun} `{way.id}`"


def carriers(vendor: Vendor, flow: Flow, client: ClientPlatform | None) -> list[Way]:
    """What carries a flow by the vendor's file; no plug-in for another platform."""
    return [
        way
        for _, way in ways_in(vendor)
        if flow.data in way.data
        and flow.direction in way.data[flow.data].directions
        and not (isinstance(way, Plugin) and _is_for_another(way, client))
    ]


def _is_for_another(plugin: Plugin, client: ClientPlatform | None) -> bool:
    return client is not None and plugin.platform not in {None, client.name}


def objects_of(plan: Plan, setting: Setting) -> Mapping[str, DataObject] | None:
    """Every kind of data that a plan may speak of; None where its criteria are not usable."""
    criteria = setting.criteria_for(plan.category)
    return None if criteria is None else {**criteria.data_objects, **plan.data_objects}


def objects_for(vendor: Vendor, setting: Setting) -> set[str]:
    """Every kind of data that the criteria know, or a plan that compares the vendor.

    Empty where the criteria are not usable, or where nobody has named any.
    """
    criteria = setting.criteria_for(vendor.category)
    if criteria is None:
        return set()
    own = (plan.data_objects for plan in setting.comparing(vendor))
    return set(criteria.data_objects).union(*own)
