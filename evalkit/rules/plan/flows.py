"""Rules about the flows of a plan, EK621 and EK630 to EK634."""

from collections.abc import Iterator

from evalkit.diagnostics.record import Finding, Severity
from evalkit.diagnostics.rule import rule
from evalkit.model.flow import flow_id
from evalkit.model.plan import Plan
from evalkit.model.vendor import Vendor
from evalkit.rules.context import RuleContext
from evalkit.rules.vendor.places import DIRECTIONS, objects_of, plugins_in
from evalkit.source.near import Names, shortened


@rule("EK621")
def flow_of_unknown_data(plan: Plan, context: RuleContext) -> Iterator[Finding]:
    """The data of a flow must be a data object of the criteria or of the plan.

    No interface can carry data under any other name.

    Bad:
        # plans/storefront-payments.yaml
        flows:
          - {data: odrer, direction: to_vendor, timing: minutes}

    Good:
        # plans/storefront-payments.yaml
        flows:
          - {data: order, direction: to_vendor, timing: minutes}
    """
    known = objects_of(plan, context)
    names = Names(known or ())
    for place, flow in enumerate(plan.flows):
        if known is not None and flow.data not in known:
            message = f"neither the criteria nor this plan define a data object `{flow.data}`"
            hint = context.near.hint(flow.data, names) or "add it under `data_objects:`"
            yield Finding(("flows", place, "data"), message, hint)


@rule("EK630")
def flow_twice(plan: Plan, _: RuleContext) -> Iterator[Finding]:
    """A plan must list a flow only once.

    The same data in the same direction would count twice. Results identify a flow by its id, or
    without one by its data and direction.

    Bad:
        # plans/storefront-payments.yaml
        flows:
          - {data: order, direction: to_vendor, timing: minutes}
          - {data: order, direction: to_vendor, timing: daily}

    Good:
        # plans/storefront-payments.yaml
        flows:
          - {data: order, direction: to_vendor, timing: minutes}
          - {data: order, direction: from_vendor, timing: daily}
    """
    ids: set[str] = set()
    seen: set[tuple[str, str]] = set()
    for place, flow in enumerate(plan.flows):
        name = flow_id(flow)
        if (flow.data, flow.direction) in seen:
            message = f"`{flow.data}` {DIRECTIONS[flow.direction]} is listed twice"
            yield Finding(("flows", place), message, "keep one, with the stricter timing")
        elif name in ids:
            message = f"the id `{name}` is used twice"
            key = "id" if flow.id else "data"
            yield Finding(("flows", place, key), message, "rename one")
        ids.add(name)
        seen.add((flow.data, flow.direction))


@rule("EK631", Severity.WARNING)
def flows_without_platform(plan: Plan, context: RuleContext) -> Iterator[Finding]:
    """A plan with flows should state what the shop runs on if a vendor has a plug-in for it.

    Otherwise it is not known whether the plug-in runs there. Where no vendor has plug-ins, a
    platform may be left out.

    Bad:
        # plans/storefront-payments.yaml
        platform: null
        flows:
          - {data: order, direction: to_vendor, timing: minutes}
        # vendors/payment-gateways/examplepay.yaml
        integration:
          plugins:
            - {id: module}

    Good:
        # plans/storefront-payments.yaml
        platform: {name: shop, version: "1.0"}
        flows:
          - {data: order, direction: to_vendor, timing: minutes}
        # vendors/payment-gateways/examplepay.yaml
        integration:
          plugins:
            - {id: module}
    """
    if not plan.flows or plan.platform is not None:
        return
    names = [vendor.id for vendor in context.compared(plan, _has_plugin_for_a_platform)]
    if names:
        message = f"plug-ins cannot be matched without the shop's platform: {shortened(names)}"
        hint = "add `platform:` with its `name` and `version`"
        yield Finding(("flows",), message, hint, at="key")


def _has_plugin_for_a_platform(vendor: Vendor) -> bool:
    return any(plugin.platform for _, plugin in plugins_in(vendor))


@rule("EK632", Severity.WARNING)
def flow_without_peak(plan: Plan, _: RuleContext) -> Iterator[Finding]:
    """A flow in real time should state its volume in the busiest hour or second.

    Without the peak, an interface's limits cannot be checked.

    Bad:
        # plans/storefront-payments.yaml
        flows:
          - {data: order, direction: to_vendor, timing: real_time}

    Good:
        # plans/storefront-payments.yaml
        flows:
          - {data: order, direction: to_vendor, timing: real_time, peak_per_hour: 900}
    """
    for place, flow in enumerate(plan.flows):
        has_peak = flow.peak_per_hour is not None or flow.peak_per_second is not None
        if flow.timing == "real_time" and not has_peak:
            what = f"`{flow.data}` {DIRECTIONS[flow.direction]}"
            message = f"the peak volume of {what} is not stated"
            hint = "add `peak_per_hour:` or `peak_per_second:`"
            yield Finding(("flows", place, "timing"), message, hint)


@rule("EK633", Severity.WARNING)
def data_object_redefined(plan: Plan, context: RuleContext) -> Iterator[Finding]:
    """A plan can add data objects, but should not change those of its criteria.

    Whether data is about people or cards is the same for every client. If one flow is an exception,
    state it in the flow.

    Bad:
        # plans/storefront-payments.yaml
        data_objects: {order: {title: Sale}}
        # criteria/payment-gateways.yaml
        data_objects: {order: {title: Order, personal_data: true}}

    Good:
        # plans/storefront-payments.yaml
        data_objects: {gift_card: {title: Gift card}}
        # criteria/payment-gateways.yaml
        data_objects: {order: {title: Order, personal_data: true}}
    """
    criteria = context.criteria_for(plan.category)
    for name in plan.data_objects:
        if criteria and name in criteria.data_objects:
            message = f"the criteria of `{plan.category}` already define `{name}`"
            hint = "remove it; a flow can have its own `personal_data` and `payment_data`"
            yield Finding(("data_objects", name), message, hint, at="key")


@rule("EK634")
def preference_twice(plan: Plan, _: RuleContext) -> Iterator[Finding]:
    """The order of preference must list a kind of route only once.

    Bad:
        # plans/storefront-payments.yaml
        routes: [plugin, api, plugin]

    Good:
        # plans/storefront-payments.yaml
        routes: [plugin, api, webhooks]
    """
    seen: set[str] = set()
    for place, kind in enumerate(plan.routes or ()):
        if kind in seen:
            yield Finding(("routes", place), f"`{kind}` is listed twice", "keep one")
        seen.add(kind)
