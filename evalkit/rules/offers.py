"""What must hold for what a plan says about single vendors' prices, EK527 to EK529 and EK537."""

from collections.abc import Iterator

from evalkit.diagnostics.record import Finding, Route, Severity
from evalkit.diagnostics.rule import rule
from evalkit.model.money import ALL, Money
from evalkit.model.plan import Plan
from evalkit.model.vendor import Vendor
from evalkit.rules.entries import charges_in
from evalkit.rules.setting import Setting
from evalkit.source.shape_faults import did_you_mean


@rule("EK527")
def money_names_unknown_vendor(plan: Plan, setting: Setting) -> Iterator[Finding]:
    """Charges, editions and benefits belong to vendors that the plan compares.

    Charges may also stand under `all`; a benefit without `vendors` comes from all of them.

    Bad:
        # plans/storefront-payments.yaml
        money:
          currency: EUR
          years: 3
          discount_rate: 0.08
          editions: {exampelpay: basic}

    Good:
        # plans/storefront-payments.yaml
        money:
          currency: EUR
          years: 3
          discount_rate: 0.08
          editions: {examplepay: basic}
        # vendors/payment-gateways/examplepay.yaml
        charges:
          - {kind: recurring, edition: basic, amount: unknown, every: month, currency: EUR}
    """
    names = {vendor.id for vendor in setting.compared(plan)} | set(plan.vendors or ())
    # A vendor whose file could not be read has a finding of its own.
    spared = names | (setting.vendor_files - setting.categories.keys())
    for route, name, is_key in _names(plan.money) if plan.money else ():
        if name not in spared and (name != ALL or route[1] != "charges"):
            message = f"this plan compares no vendor `{name}`"
            hint = did_you_mean(name, names)
            if name == ALL:
                hint = "leave `vendors` out for all, or name them one by one"
            yield Finding(route, message, hint, at="key" if is_key else "value")


def _names(money: Money) -> Iterator[tuple[Route, str, bool]]:
    """Every vendor that is named, and whether as a key."""
    for name in money.charges:
        yield ("money", "charges", name), name, True
    for name in money.editions:
        yield ("money", "editions", name), name, True
    for place, benefit in enumerate(money.benefits):
        for number, name in enumerate(benefit.vendors or ()):
            yield ("money", "benefits", place, "vendors", number), name, False


@rule("EK528", Severity.WARNING)
def edition_not_chosen(plan: Plan, setting: Setting) -> Iterator[Finding]:
    """Of a vendor that charges by edition, a plan chooses one.

    Until it does, those charges are not counted, for nobody buys all editions at once.

    Bad:
        # vendors/payment-gateways/examplepay.yaml
        charges:
          - {kind: recurring, edition: basic, amount: unknown, every: month, currency: EUR}
          - {kind: recurring, edition: plus, amount: unknown, every: month, currency: EUR}
        # plans/storefront-payments.yaml
        money: {currency: EUR, years: 3, discount_rate: 0.08}

    Good:
        # vendors/payment-gateways/examplepay.yaml
        charges:
          - {kind: recurring, edition: basic, amount: unknown, every: month, currency: EUR}
          - {kind: recurring, edition: plus, amount: unknown, every: month, currency: EUR}
        # plans/storefront-payments.yaml
        money: {currency: EUR, years: 3, discount_rate: 0.08, editions: {examplepay: plus}}
    """
    for vendor in setting.compared(plan) if plan.money else ():
        offered = _editions(vendor, plan)
        if offered and plan.money and vendor.id not in plan.money.editions:
            message = f"no edition of `{vendor.id}` is chosen; it has {', '.join(offered)}"
            hint = f"add `{vendor.id}: {offered[0]}`, or another one, under `money: editions:`"
            yield Finding(("money", "editions"), message, hint, at="key")


def _editions(vendor: Vendor, plan: Plan) -> tuple[str, ...]:
    """The editions of a vendor, by its price list and by what was offered to the client."""
    listed = [charge for _, charge in charges_in(vendor)]
    offered = plan.money.charges.get(vendor.id, ()) if plan.money else ()
    named = (charge.edition for charge in (*listed, *offered))
    return tuple(dict.fromkeys(edition for edition in named if edition is not None))


@rule("EK529")
def replaces_nothing(plan: Plan, setting: Setting) -> Iterator[Finding]:
    """A negotiated charge replaces one of the vendor's price list, by its `id`.

    Bad:
        # vendors/payment-gateways/examplepay.yaml
        charges:
          - {kind: recurring, id: licence, amount: unknown, every: month, currency: EUR}
        # plans/storefront-payments.yaml
        money:
          currency: EUR
          years: 3
          discount_rate: 0.08
          charges:
            examplepay:
              - kind: recurring
                replaces: license
                amount: 200
                every: month
                currency: EUR
                source: offer of the account manager
                checked: 2026-11-18

    Good:
        # vendors/payment-gateways/examplepay.yaml
        charges:
          - {kind: recurring, id: licence, amount: unknown, every: month, currency: EUR}
        # plans/storefront-payments.yaml
        money:
          currency: EUR
          years: 3
          discount_rate: 0.08
          charges:
            examplepay:
              - kind: recurring
                replaces: licence
                amount: 200
                every: month
                currency: EUR
                source: offer of the account manager
                checked: 2026-11-18
    """
    for route, charge in charges_in(plan):
        who, name = str(route[2]), charge.replaces
        if name is None:
            continue
        if who == ALL:
            message = f"a charge for all vendors cannot replace `{name}`"
            hint = "write it under the vendor whose charge it replaces"
            yield Finding((*route, "replaces"), message, hint)
        elif who in setting.vendors:
            ids = {each.id for each in setting.vendors[who].charges if each.id is not None}
            if name not in ids:
                message = f"the price list of `{who}` has no charge `{name}`"
                hint = did_you_mean(name, ids) or "give the charge an `id` in the vendor's file"
                yield Finding((*route, "replaces"), message, hint)


@rule("EK537")
def edition_that_nobody_sells(plan: Plan, setting: Setting) -> Iterator[Finding]:
    """A plan chooses an edition for which the vendor charges.

    Bad:
        # vendors/payment-gateways/examplepay.yaml
        charges:
          - {kind: recurring, edition: basic, amount: unknown, every: month, currency: EUR}
        # plans/storefront-payments.yaml
        money: {currency: EUR, years: 3, discount_rate: 0.08, editions: {examplepay: baisc}}

    Good:
        # vendors/payment-gateways/examplepay.yaml
        charges:
          - {kind: recurring, edition: basic, amount: unknown, every: month, currency: EUR}
        # plans/storefront-payments.yaml
        money: {currency: EUR, years: 3, discount_rate: 0.08, editions: {examplepay: basic}}
    """
    for name, chosen in plan.money.editions.items() if plan.money else ():
        if name in setting.vendors:
            offered = _editions(setting.vendors[name], plan)
            if chosen not in offered:
                message = f"`{name}` has no edition `{chosen}`"
                hint = did_you_mean(chosen, offered) or "no charge of it names an `edition`"
                yield Finding(("money", "editions", name), message, hint)
