"""Rules about the editions that a plan chooses, EK528, EK537, EK547 and EK551."""

import itertools
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import partial

from evalkit.diagnostics.record import Finding, Severity
from evalkit.diagnostics.rule import rule
from evalkit.model.fact import Fact
from evalkit.model.plan import Plan
from evalkit.model.prices.charge import Charge
from evalkit.model.vendor import Vendor
from evalkit.regions import holds
from evalkit.rules.context import MAX_LISTED, RuleContext
from evalkit.source.near import MAX_NAMED, Names, shortened

Editions = Mapping[str, None]
"""The names of editions, in order."""


@rule("EK528", Severity.WARNING)
def edition_not_chosen(plan: Plan, context: RuleContext) -> Iterator[Finding]:
    """Choose one edition for a vendor whose prices or facts differ by edition.

    Until then, the charges of editions are not counted, as nobody buys all editions at once, and a
    fact may be whatever it is in any of them.

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
        money: {currency: EUR}
        editions: {examplepay: plus}
    """
    yield from itertools.islice(_not_chosen(plan, context), MAX_LISTED)


def _not_chosen(plan: Plan, context: RuleContext) -> Iterator[Finding]:
    listed = context.compared(plan, _has_editions)
    names = context.compared_names(plan)
    offering = (context.vendors.get(name) for name in _offers(plan) if name in names)
    others = [each for each in offering if each is not None and not _has_editions(each)]
    criteria = context.criteria_of(plan)
    asked = {*(criteria.leaves if criteria else ()), *(gate.measure for gate in plan.gates)}
    for vendor in (*listed, *others):
        if vendor.id in plan.bought:
            continue
        differing = next(
            (name for name in _differing(vendor, plan, context) if name in asked), None
        )
        if (plan.money and _priced(vendor, plan, context)) or differing:
            offered = _editions(vendor, plan)
            first = next(iter(offered))
            on_it = f", on which {differing} depends" if differing else ""
            message = f"no edition of `{vendor.id}` is chosen{on_it}; it has {_shown(offered)}"
            hint = f"add `{vendor.id}: {first}`, or another edition, under `editions:`"
            yield Finding(plan.bought_at, message, hint, at="key")


def _has_editions(vendor: Vendor) -> bool:
    return bool(vendor.editions)


def _differing(vendor: Vendor, plan: Plan, context: RuleContext) -> tuple[str, ...]:
    """The measures on which something else is known of one edition than of another."""
    key = ("differing", "editions", vendor.id, plan.region)
    return context.once(key, lambda: tuple(_found_differing(vendor, plan.region)))


def _found_differing(vendor: Vendor, region: str | None) -> Iterator[str]:
    everything = {*vendor.editions}
    for measure, fact in vendor.facts.items():
        said = _said(fact, region)
        is_partial = None not in said and not said.keys() >= everything
        if said.keys() - {None} and (is_partial or len({*said.values()}) > 1):
            yield measure


def _said(fact: Fact, region: str | None) -> Mapping[str | None, frozenset[object]]:
    """What is known of each edition in a region."""
    found: dict[str | None, set[object]] = defaultdict(set)
    for each in fact.all_stated:
        if each.is_evidence and holds(each.region, region):
            found[each.edition].add(each.claim)
    return {edition: frozenset(claims) for edition, claims in found.items()}


def _shown(editions: Editions) -> str:
    return shortened([*itertools.islice(editions, MAX_NAMED + 1)], MAX_NAMED)


def _offers(plan: Plan) -> Mapping[str, Iterable[Charge]]:
    return plan.money.charges if plan.money else {}


def _editions(vendor: Vendor, plan: Plan) -> Editions:
    """The editions of a vendor, from its own file and from offers to the client."""
    return {**dict.fromkeys(vendor.editions), **_editions_of(_offers(plan).get(vendor.id, ()))}


def _priced(vendor: Vendor, plan: Plan, context: RuleContext) -> Editions:
    """The editions that have prices, on the vendor's list or in an offer to the client."""
    listed = context.once(("priced", "editions", vendor.id), partial(_editions_of, vendor.charges))
    offered = _offers(plan).get(vendor.id, ())
    return {**listed, **_editions_of(offered)} if offered else listed


def _editions_of(charges: Iterable[Charge]) -> Editions:
    return {charge.edition: None for charge in charges if charge.edition is not None}


@rule("EK537")
def edition_that_nobody_sells(plan: Plan, context: RuleContext) -> Iterator[Finding]:
    """A plan must choose an edition that the vendor's file knows, of a charge or of a fact.

    Bad:
        # vendors/payment-gateways/examplepay.yaml
        charges:
          - {kind: recurring, edition: basic, amount: unknown, every: month}
        # plans/storefront-payments.yaml
        editions: {examplepay: baisc}

    Good:
        # vendors/payment-gateways/examplepay.yaml
        charges:
          - {kind: recurring, edition: basic, amount: unknown, every: month}
        # plans/storefront-payments.yaml
        editions: {examplepay: basic}
    """
    for name, chosen in plan.bought.items():
        if name in context.vendors:
            offered = _editions(context.vendors[name], plan)
            if chosen not in offered:
                message = f"`{name}` has no edition `{chosen}`"
                near = context.near.hint(chosen, Names(offered))
                hint = near or "none of its charges and facts has an `edition`"
                yield Finding((*plan.bought_at, name), message, hint)


@rule("EK547")
def edition_without_price(plan: Plan, context: RuleContext) -> Iterator[Finding]:
    """In a plan with money, an edition must have a price if others of the vendor do.

    Otherwise it would look as if it cost nothing. An edition on request has `amount: unknown`.

    Bad:
        # vendors/payment-gateways/examplepay.yaml
        facts:
          rate_limit: {value: 100, edition: plus}
        charges:
          - {kind: recurring, edition: basic, amount: 9, every: month}
        # plans/storefront-payments.yaml
        money: {currency: EUR}
        editions: {examplepay: plus}

    Good:
        # vendors/payment-gateways/examplepay.yaml
        facts:
          rate_limit: {value: 100, edition: plus}
        charges:
          - {kind: recurring, edition: basic, amount: 9, every: month}
          - {kind: recurring, edition: plus, amount: unknown, every: month}
        # plans/storefront-payments.yaml
        money: {currency: EUR}
        editions: {examplepay: plus}
    """
    for name, chosen in plan.bought.items() if plan.money else ():
        vendor = context.vendors.get(name)
        priced = _priced(vendor, plan, context) if vendor else {}
        if vendor and priced and chosen not in priced and chosen in vendor.editions:
            message = f"the price list of `{name}` has no price for the edition `{chosen}`"
            hint = "add a charge with this `edition` to it; its amount may be `unknown`"
            yield Finding((*plan.bought_at, name), message, hint)


@rule("EK551", Severity.WARNING)
def editions_under_money(plan: Plan, _: RuleContext) -> Iterator[Finding]:
    """`editions` should stand in the plan itself, as they choose facts as well as prices.

    Under `money`, where they stood at first, they mean the same.

    Bad:
        # vendors/payment-gateways/examplepay.yaml
        charges:
          - {kind: recurring, edition: basic, amount: unknown, every: month}
        # plans/storefront-payments.yaml
        money: {currency: EUR, editions: {examplepay: basic}}

    Good:
        # vendors/payment-gateways/examplepay.yaml
        charges:
          - {kind: recurring, edition: basic, amount: unknown, every: month}
        # plans/storefront-payments.yaml
        money: {currency: EUR}
        editions: {examplepay: basic}
    """
    if plan.bought_at != ("editions",):
        message = "`editions` stands under `money`, but it chooses facts as well as prices"
        yield Finding(plan.bought_at, message, "move it out of `money`", at="key")
