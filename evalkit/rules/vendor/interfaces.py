"""Rules about interfaces and the data that they carry, EK343, EK601, EK602 and EK608 to EK610."""

from collections.abc import Iterator

from evalkit.diagnostics.record import Finding, Route, Severity
from evalkit.diagnostics.rule import rule
from evalkit.model.fact import UNKNOWN, Fact
from evalkit.model.integration import Interface
from evalkit.model.scale import InterfaceKey
from evalkit.model.vendor import Vendor
from evalkit.rules.context import RuleContext
from evalkit.rules.vendor.places import Connection, called, interfaces_in, objects_for, ways_in
from evalkit.source.near import Names


@rule("EK343", Severity.WARNING)
def fact_unlike_interface(vendor: Vendor, context: RuleContext) -> Iterator[Finding]:
    """A fact should not contradict what the interfaces of the same file state.

    A measure with `from_interfaces` takes what they state where the file has no fact of its own. A
    fact may state more than they do; a list that may be longer is `at_least`.

    Bad:
        facts:
          api_style: {value: none}
        integration:
          interfaces:
            - {id: api, kind: rest}
        # criteria/payment-gateways.yaml
        criteria:
          api:
            measures:
              api_style: {from_interfaces: kind}

    Good:
        facts:
          api_style: {value: rest}
        integration:
          interfaces:
            - {id: api, kind: rest}
        # criteria/payment-gateways.yaml
        criteria:
          api:
            measures:
              api_style: {from_interfaces: kind}
    """
    criteria = context.criteria_for(vendor.category)
    has_interfaces = any(True for _ in interfaces_in(vendor))
    for name, fact in vendor.facts.items() if has_interfaces else ():
        leaf = criteria.leaves.get(name) if criteria else None
        stated = leaf.measure.from_interfaces if leaf else None
        if stated is None:
            continue
        levels = context.levels(vendor.category, name)
        found = next(_contradicted(vendor, fact, stated, levels), None)
        if found is not None:
            route, interface, words = found
            key = ".".join(map(str, (*route, "kind" if stated == "webhooks" else stated)))
            message = f"{name} says {_shown(fact)}, but {called(interface)} says {', '.join(words)}"
            hint = f"correct it or `{key}`; without the fact, the interface counts"
            yield Finding(("facts", name), message, hint, at="key")


def _contradicted(
    vendor: Vendor, fact: Fact, stated: InterfaceKey, levels: Names
) -> Iterator[tuple[Route, Interface, list[str]]]:
    """The interfaces that state levels which a fact rules out, with these."""
    said = {name for each in fact.all_stated for name in each.names} - {UNKNOWN}
    is_open = any(each.is_open_ended for each in fact.all_stated)
    # A misspelt level has a finding of its own.
    if is_open or any(name not in levels for name in said):
        return
    for route, interface in interfaces_in(vendor):
        words = [word for word in interface.words(stated) if word in levels and word not in said]
        if words and not interface.is_generated:
            yield route, interface, words


def _shown(fact: Fact) -> str:
    if fact.not_applicable:
        return "it does not apply"
    said = dict.fromkeys(name for each in fact.all_stated for name in each.names)
    return UNKNOWN if fact.is_unknown else ", ".join(said)


@rule("EK601")
def unknown_data_object(vendor: Vendor, context: RuleContext) -> Iterator[Finding]:
    """The data that a vendor carries or lacks must be data objects of the criteria.

    A flow is matched to interfaces by the name of its data, so under a misspelt name the vendor
    would seem not to support it. A plan may add data objects for the vendors that it compares. If
    no data objects are defined, any name is allowed.

    Bad:
        integration:
          interfaces:
            - {id: api, kind: rest, data: {odrer: {directions: [to_vendor]}}}

    Good:
        integration:
          interfaces:
            - {id: api, kind: rest, data: {order: {directions: [to_vendor]}}}
    """
    criteria = context.criteria_for(vendor.category)
    own = criteria.data_objects if criteria else {}
    # Plans are read only if a name is left to them.
    left = [(route, name) for route, name in _mentioned(vendor) if name not in own]
    known = objects_for(vendor, context) if left else Names()
    for route, name in left:
        if known and name not in known:
            message = f"the criteria of `{vendor.category}` define no data object `{name}`"
            yield Finding(route, message, context.near.hint(name, known), at="key")


def _mentioned(vendor: Vendor) -> Iterator[tuple[Route, str]]:
    for route, way in ways_in(vendor):
        for name in way.data:
            yield (*route, "data", name), name
    for name in vendor.integration.lacks if vendor.integration else ():
        yield ("integration", "lacks", name), name


@rule("EK602", Severity.WARNING)
def interface_carries_nothing(vendor: Vendor, _: RuleContext) -> Iterator[Finding]:
    """An interface or a plug-in should state the data that it carries.

    Otherwise no flow can be matched to it, and it has no effect.

    Bad:
        integration:
          interfaces:
            - {id: api, kind: rest, data: {}}

    Good:
        integration:
          interfaces:
            - {id: api, kind: rest, data: {order: {directions: [to_vendor]}}}
    """
    for route, way in ways_in(vendor):
        if not way.data:
            hint = "add `data:` with the data and its directions"
            yield Finding(route, f"{called(way)} does not state any data", hint)


@rule("EK608")
def route_listed_twice(vendor: Vendor, _: RuleContext) -> Iterator[Finding]:
    """The ids of a vendor's interfaces and plug-ins must be unique.

    Results use the id to name the route that carries a flow.

    Bad:
        integration:
          interfaces:
            - {id: api, kind: rest}
            - {id: api, kind: webhooks}

    Good:
        integration:
          interfaces:
            - {id: api, kind: rest}
            - {id: events, kind: webhooks}
    """
    seen: dict[str, str] = {}
    for route, way in ways_in(vendor):
        if way.id in seen:
            message = f"the id `{way.id}` is already used by {seen[way.id]}"
            yield Finding((*route, "id"), message, "rename one, or merge the two")
        seen.setdefault(way.id, _place(route))


def _place(route: Route) -> str:
    """A name such as `interface 1`: by number, since two have the same id."""
    noun = "interface" if route[1] == "interfaces" else "plug-in"
    return f"{noun} {int(route[-1]) + 1}"


@rule("EK609", Severity.WARNING)
def stored_card_data(vendor: Vendor, _: RuleContext) -> Iterator[Finding]:
    """Card numbers should not be stored in the shop.

    A shop that stores them must meet every requirement of PCI DSS for stored cardholder data. No
    flow of payment data uses such a route.

    Bad:
        integration:
          interfaces:
            - {id: api, kind: rest, card_data: stored}

    Good:
        integration:
          interfaces:
            - {id: api, kind: rest, card_data: tokenised}
    """
    for route, way in ways_in(vendor):
        if way.card_data == "stored":
            message = f"{called(way)} stores card numbers in the shop"
            hint = "check it again; if it is true, silence this and say why the route is listed"
            yield Finding((*route, "card_data"), message, hint)


@rule("EK610")
def data_carried_and_lacking(vendor: Vendor, _: RuleContext) -> Iterator[Finding]:
    """Data that a vendor lacks must not be carried by its interfaces or plug-ins.

    Bad:
        integration:
          interfaces:
            - {id: api, kind: rest, data: {refund: {directions: [to_vendor]}}}
          lacks: {refund: https://examplepay.test/faq}

    Good:
        integration:
          interfaces:
            - {id: api, kind: rest, data: {refund: {directions: [to_vendor]}}}
          lacks: {dispute: https://examplepay.test/faq}
    """
    first: dict[str, Connection] = {}
    for _route, way in ways_in(vendor):
        for name in way.data:
            first.setdefault(name, way)
    for name in vendor.integration.lacks if vendor.integration else ():
        if name in first:
            message = f"`{name}` is listed under `lacks`, but {called(first[name])} carries it"
            hint = "find out which is right, and remove the other"
            yield Finding(("integration", "lacks", name), message, hint, at="key")
