"""Rules about a plan's prices for single vendors, EK527 and EK529."""

from collections.abc import Iterator
from functools import partial

from evalkit.diagnostics.record import Finding, Route
from evalkit.diagnostics.rule import rule
from evalkit.model.money import ALL
from evalkit.model.plan import Plan
from evalkit.model.vendor import Vendor
from evalkit.rules.context import RuleContext
from evalkit.rules.prices.places import charges_in
from evalkit.source.near import Names


@rule("EK527")
def money_names_unknown_vendor(plan: Plan, context: RuleContext) -> Iterator[Finding]:
    """Charges, editions and benefits must be for vendors that the plan compares.

    Charges can also be listed under `all`; a benefit without `vendors` applies to all of them.

    Bad:
        # vendors/payment-gateways/examplepay.yaml
        charges:
          - {kind: recurring, edition: basic, amount: unknown, every: month}
        # plans/storefront-payments.yaml
        editions: {examplepay: basic, exampelpay: basic}

    Good:
        # vendors/payment-gateways/examplepay.yaml
        charges:
          - {kind: recurring, edition: basic, amount: unknown, every: month}
        # plans/storefront-payments.yaml
        editions: {examplepay: basic}
    """
    names = context.compared_names(plan)
    for route, name, is_key in _names(plan):
        # A vendor whose file cannot be read has a finding of its own.
        spared = name in context.vendor_files and name not in context.categories
        if name not in names and not spared and (name != ALL or "charges" not in route[:2]):
            message = f"this plan compares no vendor `{name}`"
            hint = context.near.hint(name, names)
            if name == ALL:
                hint = "omit `vendors` for all, or name them one by one"
            yield Finding(route, message, hint, at="key" if is_key else "value")


def _names(plan: Plan) -> Iterator[tuple[Route, str, bool]]:
    """Every vendor that is named, and whether it is a key."""
    money = plan.money
    for name in money.charges if money else ():
        yield ("money", "charges", name), name, True
    for name in plan.bought:
        yield (*plan.bought_at, name), name, True
    for place, benefit in enumerate(money.benefits if money else ()):
        for number, name in enumerate(benefit.vendors or ()):
            yield ("money", "benefits", place, "vendors", number), name, False


@rule("EK529")
def replaces_nothing(plan: Plan, context: RuleContext) -> Iterator[Finding]:
    """A negotiated charge must replace one on the vendor's price list, by `id`.

    Bad:
        # vendors/payment-gateways/examplepay.yaml
        charges:
          - {kind: recurring, id: licence, amount: unknown, every: month}
        # plans/storefront-payments.yaml
        money:
          charges:
            examplepay:
              - {kind: recurring, replaces: license, amount: 200, every: month, currency: EUR}

    Good:
        # vendors/payment-gateways/examplepay.yaml
        charges:
          - {kind: recurring, id: licence, amount: unknown, every: month}
        # plans/storefront-payments.yaml
        money:
          charges:
            examplepay:
              - {kind: recurring, replaces: licence, amount: 200, every: month, currency: EUR}
    """
    for route, charge in charges_in(plan):
        who, name = str(route[2]), charge.replaces
        if name is None:
            continue
        if who == ALL:
            message = f"a charge for all vendors cannot replace `{name}`"
            hint = "write it under the vendor whose charge it replaces"
            yield Finding((*route, "replaces"), message, hint)
        elif who in context.vendors:
            ids = context.once(("charge ids", who), partial(_ids, context.vendors[who]))
            if name not in ids:
                message = f"the price list of `{who}` has no charge `{name}`"
                near = context.near.hint(name, ids)
                hint = near or "give the charge an `id` in the vendor's file"
                yield Finding((*route, "replaces"), message, hint)


def _ids(vendor: Vendor) -> Names:
    return Names(charge.id for charge in vendor.charges if charge.id is not None)
