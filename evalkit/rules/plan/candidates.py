"""Rules about plans that compare the present solution with vendors, EK548 and EK549."""

from collections.abc import Iterator

from evalkit.diagnostics.record import Finding, Severity
from evalkit.diagnostics.rule import rule
from evalkit.model.money import ALL, CostEnded
from evalkit.model.plan import Plan
from evalkit.model.prices.charge import Internal, OneOff
from evalkit.model.vendor import Vendor
from evalkit.rules.context import RuleContext
from evalkit.rules.prices.places import called


@rule("EK548", Severity.WARNING)
def present_cost_counted_twice(plan: Plan, context: RuleContext) -> Iterator[Finding]:
    """What the present solution costs should be counted once.

    Where a plan compares the present solution, its costs are charges of its own. As a `cost_ended`
    of the vendors they count a second time; as one of all, they would end even if it is kept.

    Bad:
        # plans/storefront-payments.yaml
        vendors: [examplepay, otherpay]
        money:
          benefits:
            - {kind: cost_ended, title: Old gateway, amount: 900, every: month, source: invoices}
        # vendors/payment-gateways/otherpay.yaml
        id: otherpay
        category: payment-gateways
        candidate: status_quo

    Good:
        # plans/storefront-payments.yaml
        vendors: [examplepay, otherpay]
        # vendors/payment-gateways/otherpay.yaml
        id: otherpay
        category: payment-gateways
        candidate: status_quo
        charges:
          - {kind: recurring, title: Fee, amount: 900, every: month, source: invoices}
    """
    kept = _kept(plan, context)
    for place, benefit in enumerate(plan.money.benefits if plan.money and kept else ()):
        if not kept or not isinstance(benefit, CostEnded):
            continue
        route, name = ("money", "benefits", place), f"`{benefit.title}`"
        if benefit.vendors is None or kept.id in benefit.vendors:
            message = f"{name} would end even if `{kept.id}` is kept"
            yield Finding(route, message, f"move it to the charges of `{kept.id}`")
        elif _charges(kept, plan):
            message = f"{name} ends, and `{kept.id}` has charges of its own: it may count twice"
            yield Finding(route, message, f"keep it as a charge of `{kept.id}` only")


def _charges(vendor: Vendor, plan: Plan) -> bool:
    offered = plan.money.charges.get(vendor.id, ()) if plan.money else ()
    return bool(vendor.charges or offered)


@rule("EK549", Severity.WARNING)
def one_off_for_what_is_there(plan: Plan, context: RuleContext) -> Iterator[Finding]:
    """What is paid once should not be charged to the present solution too.

    A charge for `all` is for everything that a plan compares. What is there needs no integration.

    Bad:
        # plans/storefront-payments.yaml
        vendors: [examplepay, otherpay]
        money:
          hourly_rate: 65
          charges:
            all: [{kind: internal, title: Integration, hours: 120, source: estimate}]
        # vendors/payment-gateways/otherpay.yaml
        id: otherpay
        category: payment-gateways
        candidate: status_quo

    Good:
        # plans/storefront-payments.yaml
        vendors: [examplepay, otherpay]
        money:
          hourly_rate: 65
          charges:
            examplepay: [{kind: internal, title: Integration, hours: 120, source: estimate}]
        # vendors/payment-gateways/otherpay.yaml
        id: otherpay
        category: payment-gateways
        candidate: status_quo
    """
    kept = _kept(plan, context)
    shared = plan.money.charges.get(ALL, ()) if plan.money and kept else ()
    for place, charge in enumerate(shared):
        if isinstance(charge, OneOff) or (isinstance(charge, Internal) and charge.every is None):
            message = f"{called(charge)} is charged to `{kept.id if kept else ''}` too"
            hint = "list it for each vendor that needs it"
            yield Finding(("money", "charges", ALL, place), message, hint)


def _kept(plan: Plan, context: RuleContext) -> Vendor | None:
    """The present solution, if a plan compares it."""
    listed = (context.vendors.get(name) for name in plan.vendors or ())
    return next((each for each in listed if each and each.candidate == "status_quo"), None)
