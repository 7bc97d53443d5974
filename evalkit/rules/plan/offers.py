"""Rules about a plan's prices for single vendors, EK527 to EK529 and EK537."""

import itertools
from collections.abc import Iterable, Iterator, Mapping
from functools import partial

from evalkit.diagnostics.record import Finding, Route, Severity
from evalkit.diagnostics.rule import rule
from evalkit.model.money import ALL, Money
from evalkit.model.plan import Plan
from evalkit.model.prices.charge import Charge
from evalkit.model.vendor import Vendor
from evalkit.rules.context import MAX_LISTED, RuleContext
from evalkit.rules.prices.places import charges_in
from evalkit.source.near import MAX_NAMED, Names, shortened

Editions = Mapping[str, None]
"""The names of editions, in order."""


@rule("EK527")
def money_names_unknown_vendor(plan: Plan, context: RuleContext) -> Iterator[Finding]:
    """Charges, editions and benefits must be for vendors that the plan compares.

    Charges can also be listed under `all`; a benefit without `vendors` applies to all of them.

    Bad:
        # vendors/payment-gateways/examplepay.yaml
        charges:
          - {kind: recurring, edition: basic, amount: unknown, every: month}
        # plans/storefront-payments.yaml
        money: {editions: {examplepay: basic, exampelpay: basic}}

    Good:
        # vendors/payment-gateways/examplepay.yaml
        charges:
          - {kind: recurring, edition: basic, amount: unknown, every: month}
        # plans/storefront-payments.yaml
        money: {editions: {examplepay: basic}}
    """
    names = context.compared_names(plan)
    for route, name, is_key in _names(plan.money) if plan.money else ():
        # A vendor whose file cannot be read has a finding of its own.
        spared = name in context.vendor_files and name not in context.categories
        if name not in names and not spared and (name != ALL or route[1] != "charges"):
            message = f"this plan compares no vendor `{name}`"
            hint = context.near.hint(name, names)
            if name == ALL:
                hint = "omit `vendors` for all, or name them one by one"
            yield Finding(route, message, hint, at="key" if is_key else "value")


def _names(money: Money) -> Iterator[tuple[Route, str, bool]]:
    """Every vendor that is named, and whether it is a key."""
    for name in money.charges:
        yield ("money", "charges", name), name, True
    for name in money.editions:
        yield ("money", "editions", name), name, True
    for place, benefit in enumerate(money.benefits):
        for number, name in enumerate(benefit.vendors or ()):
            yield ("money", "benefits", place, "vendors", number), name, False


@rule("EK528", Severity.WARNING)
def edition_not_chosen(plan: Plan, context: RuleContext) -> Iterator[Finding]:
    """Choose one edition for a vendor that prices by edition.

    Until then, those charges are not counted, as nobody buys all editions at once.

    Bad:
        # vendors/payment-gateways/examplepay.yaml
        charges:
          - {kind: recurring, edition: basic, amount: unknown, every: month}
          - {kind: recurring, edition: plus, amount: unknown, every: month}
        # plans/storefront-payments.yaml
        money: {currency: EUR}

    Good:
        # vendors/payment-gateways/examplepay.yaml
        charges:
          - {kind: recurring, edition: basic, amount: unknown, every: month}
          - {kind: recurring, edition: plus, amount: unknown, every: month}
        # plans/storefront-payments.yaml
        money: {currency: EUR, editions: {examplepay: plus}}
    """
    yield from itertools.islice(_not_chosen(plan, context), MAX_LISTED)


def _not_chosen(plan: Plan, context: RuleContext) -> Iterator[Finding]:
    if plan.money is None:
        return
    listed = context.compared(plan, _has_editions)
    names = context.compared_names(plan)
    offering = (context.vendors.get(name) for name in plan.money.charges if name in names)
    others = [each for each in offering if each is not None and not _has_editions(each)]
    for vendor in (*listed, *others):
        offered = _editions(vendor, plan, context)
        if offered and vendor.id not in plan.money.editions:
            first = next(iter(offered))
            message = f"no edition of `{vendor.id}` is chosen; it has {_shown(offered)}"
            hint = f"add `{vendor.id}: {first}`, or another edition, under `money: editions:`"
            yield Finding(("money", "editions"), message, hint, at="key")


def _has_editions(vendor: Vendor) -> bool:
    return any(charge.edition is not None for charge in vendor.charges)


def _shown(editions: Editions) -> str:
    return shortened([*itertools.islice(editions, MAX_NAMED + 1)], MAX_NAMED)


def _editions(vendor: Vendor, plan: Plan, context: RuleContext) -> Editions:
    """The editions of a vendor, from its price list and from offers to the client."""
    listed = context.once(("editions", vendor.id), partial(_editions_of, vendor.charges))
    offered = plan.money.charges.get(vendor.id, ()) if plan.money else ()
    return {**listed, **_editions_of(offered)} if offered else listed


def _editions_of(charges: Iterable[Charge]) -> Editions:
    return {charge.edition: None for charge in charges if charge.edition is not None}


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


@rule("EK537")
def edition_that_nobody_sells(plan: Plan, context: RuleContext) -> Iterator[Finding]:
    """A plan must choose an edition that is on the vendor's price list.

    Bad:
        # vendors/payment-gateways/examplepay.yaml
        charges:
          - {kind: recurring, edition: basic, amount: unknown, every: month}
        # plans/storefront-payments.yaml
        money: {editions: {examplepay: baisc}}

    Good:
        # vendors/payment-gateways/examplepay.yaml
        charges:
          - {kind: recurring, edition: basic, amount: unknown, every: month}
        # plans/storefront-payments.yaml
        money: {editions: {examplepay: basic}}
    """
    for name, chosen in plan.money.editions.items() if plan.money else ():
        if name in context.vendors:
            offered = _editions(context.vendors[name], plan, context)
            if chosen not in offered:
                message = f"`{name}` has no edition `{chosen}`"
                near = context.near.hint(chosen, Names(offered))
                hint = near or "none of its charges has an `edition`"
                yield Finding(("money", "editions", name), message, hint)
