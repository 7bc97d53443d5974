"""Rules about price lists and the plans that use them, EK502, EK503 and EK516."""

from collections.abc import Iterator

from evalkit.diagnostics.record import Finding, Route, Severity
from evalkit.diagnostics.rule import rule
from evalkit.model.entries import Entry, volumes_of
from evalkit.model.plan import Plan
from evalkit.model.vendor import Vendor
from evalkit.rules.context import RuleContext
from evalkit.rules.prices.payers import Payers, counted
from evalkit.rules.prices.places import called, charges_in, given_amounts
from evalkit.source.near import MAX_NAMED, shortened


@rule("EK502", Severity.WARNING)
def charge_without_rate(record: Vendor | Plan, context: RuleContext) -> Iterator[Finding]:
    """A charge in another currency than the plan's should have an exchange rate.

    Without one, the charge cannot be counted, and the vendor's costs are shown as "at least".

    Bad:
        charges:
          - {kind: one_off, title: Setup, amount: 500, currency: USD}
        # plans/storefront-payments.yaml
        money: {currency: EUR}

    Good:
        charges:
          - {kind: one_off, title: Setup, amount: 500, currency: USD}
        # plans/storefront-payments.yaml
        money: {currency: EUR, rates: {USD: {value: 0.9}}}
    """
    for route, entry, payers in counted(record, context):
        currency = getattr(entry, "currency", None)
        without = payers.without_rate(currency) if currency is not None else ()
        # If the price is unknown, the currency often is, too.
        if without and any(not amount.is_unknown for _, amount in given_amounts(entry)):
            plans = shortened([f"`{plan}`" for plan in without[: MAX_NAMED + 1]], MAX_NAMED)
            who = f"the plan {plans} gives" if len(without) == 1 else f"the plans {plans} give"
            message = f"{called(entry)} is in {currency}, for which {who} no rate"
            hint = f"add `{currency}` under `money: rates:` there"
            yield Finding((*route, "currency"), message, hint)


@rule("EK503", Severity.WARNING)
def volume_that_no_plan_gives(record: Vendor | Plan, context: RuleContext) -> Iterator[Finding]:
    """A charge should be multiplied by a volume that a plan gives.

    `per: order` means the volume `order` or `orders`; a percentage also needs the value of one:
    `average_order_value`, or the volume that `of` names. For a vendor's charges, at least one of
    the plans that compare the vendor must give the volume.

    Bad:
        charges:
          - {kind: usage, title: Card payment, per: odrer, fixed: 0.3}
        # plans/storefront-payments.yaml
        money: {volumes: {orders: 20000}}

    Good:
        charges:
          - {kind: usage, title: Card payment, per: order, fixed: 0.3}
        # plans/storefront-payments.yaml
        money: {volumes: {orders: 20000}}
    """
    for route, entry, payers in counted(record, context):
        for key, name in volumes_of(entry) if payers.moneys else ():
            if not payers.give(name):
                yield _no_volume((*route, key), entry, name, payers, context)


def _no_volume(
    route: Route, entry: Entry, name: str, payers: Payers, context: RuleContext
) -> Finding:
    per = getattr(entry, "per", None)
    if route[-1] == "per" and name != per:
        what = f"volume `{name}`, the value of one `{per}`"
        hint = "add it under `money: volumes:` there, or name another volume by `of:`"
    else:
        what = f"volume `{name}`"
        near = context.near.hint(name, payers.volumes)
        hint = near or "add it under `money: volumes:` there"
    if len(payers.moneys) == 1:
        return Finding(route, f"the plan `{next(iter(payers.moneys))}` gives no {what}", hint)
    return Finding(route, f"no plan that compares this vendor gives a {what}", hint)


@rule("EK516")
def charge_id_twice(record: Vendor | Plan, _: RuleContext) -> Iterator[Finding]:
    """The id of a charge must be unique in its list.

    A plan refers to a negotiated charge by its id.

    Bad:
        charges:
          - {kind: recurring, id: fee, title: Licence, amount: unknown, every: month}
          - {kind: recurring, id: fee, title: Support, amount: unknown, every: month}

    Good:
        charges:
          - {kind: recurring, id: fee, title: Licence, amount: unknown, every: month}
          - {kind: recurring, id: support, title: Support, amount: unknown, every: month}
    """
    seen: set[tuple[Route, str]] = set()
    for route, charge in charges_in(record):
        if charge.id is not None:
            if (route[:-1], charge.id) in seen:
                yield Finding((*route, "id"), f"the id `{charge.id}` is used twice", "rename one")
            seen.add((route[:-1], charge.id))
