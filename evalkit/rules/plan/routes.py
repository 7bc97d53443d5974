"""Rules about a plan's flows and the routes of its vendors, EK622 and EK623."""

import itertools
from collections import defaultdict
from collections.abc import Iterator, Sequence, Set

from evalkit.diagnostics.record import Finding, Severity
from evalkit.diagnostics.rule import rule
from evalkit.model.flow import DataObject, Flow
from evalkit.model.plan import Plan
from evalkit.model.vendor import Vendor
from evalkit.rules.context import MAX_LISTED, RuleContext
from evalkit.rules.vendor.places import (
    DIRECTIONS,
    Connection,
    Flowing,
    carried,
    carriers,
    has_routes,
    objects_of,
)


@rule("EK622", Severity.WARNING)
def must_flow_without_route(plan: Plan, context: RuleContext) -> Iterator[Finding]:
    """At least one vendor should support each mandatory flow.

    If no vendor has a known interface or plug-in for it, all fail in the same way: either the
    research is incomplete, or the flow needs another solution. A vendor without `integration` may
    still support it.

    Bad:
        # vendors/payment-gateways/examplepay.yaml
        integration:
          interfaces:
            - {id: api, kind: rest, data: {order: {directions: [to_vendor]}}}
        # plans/storefront-payments.yaml
        flows:
          - {data: order, direction: from_vendor, timing: minutes}

    Good:
        # vendors/payment-gateways/examplepay.yaml
        integration:
          interfaces:
            - {id: api, kind: rest, data: {order: {directions: [to_vendor, from_vendor]}}}
        # plans/storefront-payments.yaml
        flows:
          - {data: order, direction: from_vendor, timing: minutes}
    """
    vendors, known = context.compared(plan, has_routes), objects_of(plan, context) or {}
    if not context.compared(plan) or context.compared(plan, _is_not_looked_at):
        return
    # A file that cannot be read may have the route.
    unread = context.once("unread", lambda: context.vendor_files - context.categories.keys())
    if unread if plan.vendors is None else unread.intersection(plan.vendors):
        return
    # Unknown data has a finding of its own.
    must = {
        (flow.data, flow.direction)
        for flow in plan.flows
        if flow.need == "must" and flow.data in known
    }
    for vendor in vendors if must else ():
        must -= _carried_of(must, vendor, plan, context).keys()
    for place, flow in enumerate(plan.flows):
        if flow.need == "must" and (flow.data, flow.direction) in must:
            what = f"`{flow.data}` {DIRECTIONS[flow.direction]}"
            message = f"{what} is mandatory, but no vendor compared here has a route for it"
            hint = "check again what they offer, or write `need: wish`"
            yield Finding(("flows", place, "data"), message, hint)


def _is_not_looked_at(vendor: Vendor) -> bool:
    return vendor.integration is None


def _carried_of(
    flows: Set[Flowing], vendor: Vendor, plan: Plan, context: RuleContext
) -> dict[Flowing, list[Connection]]:
    """The flows that a vendor carries for a plan, with the routes that carry them."""
    found = {
        flow: carriers(vendor, flow, plan.platform, context)
        for flow in flows & carried(vendor, context).keys()
    }
    return {flow: ways for flow, ways in found.items() if ways}


@rule("EK623", Severity.WARNING)
def payment_data_stored(plan: Plan, context: RuleContext) -> Iterator[Finding]:
    """Payment data should have a route that keeps card numbers out of the shop.

    If card numbers pass through the shop or are stored there, PCI DSS applies to the whole shop.
    A form hosted by the vendor, or tokens, keep them out.

    Bad:
        # vendors/payment-gateways/examplepay.yaml
        integration:
          interfaces:
            - {id: api, data: {payment: {directions: [to_vendor]}}, card_data: passes_shop}
        # plans/storefront-payments.yaml
        flows:
          - {data: payment, direction: to_vendor, timing: minutes, payment_data: true}

    Good:
        # vendors/payment-gateways/examplepay.yaml
        integration:
          interfaces:
            - {id: api, data: {payment: {directions: [to_vendor]}}, card_data: hosted}
        # plans/storefront-payments.yaml
        flows:
          - {data: payment, direction: to_vendor, timing: minutes, payment_data: true}
    """
    yield from itertools.islice(_exposed(plan, context), MAX_LISTED)


def _exposed(plan: Plan, context: RuleContext) -> Iterator[Finding]:
    known = objects_of(plan, context) or {}
    paying = {
        place: flow
        for place, flow in enumerate(plan.flows)
        if _holds_payment_data(flow, known.get(flow.data))
    }
    wanted = {(flow.data, flow.direction) for flow in paying.values()}
    exposing: dict[Flowing, list[tuple[str, str]]] = defaultdict(list)
    for vendor in context.compared(plan, has_routes) if wanted else ():
        for flowing, ways in _carried_of(wanted, vendor, plan, context).items():
            if verb := _what_all_do(ways):
                exposing[flowing].append((vendor.id, verb))
    for place, flow in paying.items():
        for name, verb in exposing[flow.data, flow.direction]:
            what = f"`{flow.data}` {DIRECTIONS[flow.direction]}"
            message = f"every route of `{name}` for {what} {verb}"
            hint = "ask for a form hosted by the vendor, or for tokens"
            yield Finding(("flows", place), message, hint)


def _holds_payment_data(flow: Flow, known: DataObject | None) -> bool:
    if flow.payment_data is not None:
        return flow.payment_data
    return known is not None and known.payment_data


def _what_all_do(ways: Sequence[Connection]) -> str:
    """What all routes do with card numbers; empty if one may keep them out."""
    return {
        frozenset({"stored"}): "stores card numbers in the shop",
        frozenset({"passes_shop"}): "lets card numbers pass through the shop",
        frozenset({"stored", "passes_shop"}):
            "stores card numbers in the shop or lets them pass through it",
    }.get(frozenset(str(way.card_data) for way in ways), "")  # fmt: skip
