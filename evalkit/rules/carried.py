"""What must hold between the flows of a plan and the vendors that it compares, EK622 and EK623."""

from collections.abc import Iterator, Sequence

from evalkit.diagnostics.record import Finding, Severity
from evalkit.diagnostics.rule import rule
from evalkit.model.flow import DataObject, Flow
from evalkit.model.plan import Plan
from evalkit.rules.setting import Setting
from evalkit.rules.ways import DIRECTIONS, Way, carriers, objects_of


@rule("EK622", Severity.WARNING)
def must_flow_without_route(plan: Plan, setting: Setting) -> Iterator[Finding]:
    """What must flow, at least one vendor can carry.

    If nobody has an interface or a plug-in for it on record, every vendor fails in the same way:
    either somebody has not looked well, or the flow needs another solution. A vendor without
    `integration` may still carry it.

    Bad:
        # vendors/payment-gateways/examplepay.yaml
        integration:
          interfaces:
            - id: api
              kind: rest
              data: {order: {directions: [to_vendor]}}
              source: https://examplepay.test/api
              checked: 2026-06-20
        # plans/storefront-payments.yaml
        platform: {name: shop, version: "1.0"}
        data_objects: {order: {title: Order}}
        flows:
          - {data: order, direction: from_vendor, timing: minutes}
        # platforms/shop.yaml
        id: shop
        name: Shop
        releases: {"1.0": {line: "1"}}
        source: https://shop.test/releases

    Good:
        # vendors/payment-gateways/examplepay.yaml
        integration:
          interfaces:
            - id: api
              kind: rest
              data: {order: {directions: [to_vendor, from_vendor]}}
              source: https://examplepay.test/api
              checked: 2026-06-20
        # plans/storefront-payments.yaml
        platform: {name: shop, version: "1.0"}
        data_objects: {order: {title: Order}}
        flows:
          - {data: order, direction: from_vendor, timing: minutes}
        # platforms/shop.yaml
        id: shop
        name: Shop
        releases: {"1.0": {line: "1"}}
        source: https://shop.test/releases
    """
    vendors, known = tuple(setting.compared(plan)), objects_of(plan, setting) or {}
    if not vendors or any(vendor.integration is None for vendor in vendors):
        return
    for place, flow in enumerate(plan.flows):
        carried = any(carriers(vendor, flow, plan.platform) for vendor in vendors)
        # Data that nobody knows have a finding of their own.
        if flow.need == "must" and flow.data in known and not carried:
            what = f"`{flow.data}` {DIRECTIONS[flow.direction]}"
            message = f"{what} must flow, but no vendor compared here has a route for it"
            hint = "look again at what they offer, or write `need: wish`"
            yield Finding(("flows", place, "data"), message, hint)


@rule("EK623", Severity.WARNING)
def payment_data_stored(plan: Plan, setting: Setting) -> Iterator[Finding]:
    """Payment data have a route on which no card numbers reach the shop.

    Card numbers that pass through the shop, or are stored there, bring all of the shop under
    PCI DSS. With a form of the vendor's, or with tokens, they never get there.

    Bad:
        # vendors/payment-gateways/examplepay.yaml
        integration:
          interfaces:
            - id: api
              kind: rest
              data: {payment: {directions: [to_vendor]}}
              card_data: passes_shop
              source: https://examplepay.test/api
              checked: 2026-06-20
        # plans/storefront-payments.yaml
        platform: {name: shop, version: "1.0"}
        data_objects: {payment: {title: Payment, payment_data: true}}
        flows:
          - {data: payment, direction: to_vendor, timing: real_time, peak_per_hour: 900}
        # platforms/shop.yaml
        id: shop
        name: Shop
        releases: {"1.0": {line: "1"}}
        source: https://shop.test/releases

    Good:
        # vendors/payment-gateways/examplepay.yaml
        integration:
          interfaces:
            - id: api
              kind: rest
              data: {payment: {directions: [to_vendor]}}
              card_data: hosted
              source: https://examplepay.test/api
              checked: 2026-06-20
        # plans/storefront-payments.yaml
        platform: {name: shop, version: "1.0"}
        data_objects: {payment: {title: Payment, payment_data: true}}
        flows:
          - {data: payment, direction: to_vendor, timing: real_time, peak_per_hour: 900}
        # platforms/shop.yaml
        id: shop
        name: Shop
        releases: {"1.0": {line: "1"}}
        source: https://shop.test/releases
    """
    known = objects_of(plan, setting) or {}
    for place, flow in enumerate(plan.flows):
        if not _holds_payment_data(flow, known.get(flow.data)):
            continue
        for vendor in setting.compared(plan):
            verb = _what_all_do(carriers(vendor, flow, plan.platform))
            if verb:
                what = f"`{flow.data}` {DIRECTIONS[flow.direction]}"
                message = f"every route of `{vendor.id}` for {what} {verb}"
                hint = "ask for a form of the vendor's, or for tokens"
                yield Finding(("flows", place), message, hint)


def _holds_payment_data(flow: Flow, known: DataObject | None) -> bool:
    if flow.payment_data is not None:
        return flow.payment_data
    return known is not None and known.payment_data


def _what_all_do(ways: Sequence[Way]) -> str:
    """What all routes do with card numbers; empty if one keeps them out, or may do so."""
    return {
        frozenset({"stored"}): "stores card numbers in the shop",
        frozenset({"passes_shop"}): "lets card numbers pass through the shop",
        frozenset({"stored", "passes_shop"}):
            "stores card numbers in the shop or lets them pass through it",
    }.get(frozenset(str(way.card_data) for way in ways), "")  # fmt: skip
