"""The plans that pay a charge, with the rates and volumes that they give.

They are found once for all vendors of a category that no plan mentions by name: thousands of
vendors times thousands of plans would take minutes.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from evalkit.diagnostics.record import Route
from evalkit.model.entries import Entry, bought
from evalkit.model.money import Money, names_of_volume
from evalkit.model.plan import Plan
from evalkit.model.vendor import Vendor
from evalkit.regions import holds
from evalkit.rules.context import RuleContext
from evalkit.rules.prices.places import charges_in, entries_in
from evalkit.source.near import Names


class Payers:
    """Plans that pay the same entries."""

    def __init__(self, plans: Iterable[Plan]) -> None:
        self.moneys: Mapping[str, Money] = {plan.id: plan.money for plan in plans if plan.money}
        self._without: dict[str, tuple[str, ...]] = {}

    def without_rate(self, currency: str) -> tuple[str, ...]:
        """The plans without an exchange rate for a currency."""
        if currency not in self._without:
            self._without[currency] = tuple(
                plan
                for plan, money in self.moneys.items()
                if currency != money.currency and currency not in money.rates
            )
        return self._without[currency]

    @cached_property
    def volumes(self) -> Names:
        """The volumes that at least one plan gives."""
        return Names(name for money in self.moneys.values() for name in money.volumes)

    def give(self, name: str) -> bool:
        """Whether at least one plan gives the volume that a name means."""
        return any(each in self.volumes for each in names_of_volume(name))


def counted(record: Vendor | Plan, context: RuleContext) -> Iterator[tuple[Route, Entry, Payers]]:
    """Every entry with the plans that pay it, except those made up by a text generator."""
    if isinstance(record, Plan):
        payers = Payers([record])
        yield from ((at, each, payers) for at, each in entries_in(record) if not each.is_generated)
    elif record.charges:
        yield from _counted(record, context)


def _counted(vendor: Vendor, context: RuleContext) -> Iterator[tuple[Route, Entry, Payers]]:
    everybody = _payers_of(vendor, None, context)
    own_way = context.once("own ways", lambda: _by_vendor(context.plans)).get(vendor.id, ())
    bills = {
        plan.id: {place for place, _ in bought(vendor, plan.money, plan.region)}
        for plan in own_way
        if plan.money and plan.id in everybody.moneys
    }
    some: dict[tuple[str | None, tuple[str, ...]], Payers] = {(None, ()): everybody}
    for place, (route, charge) in enumerate(charges_in(vendor)):
        key = (charge.region, tuple(name for name, bill in bills.items() if place not in bill))
        if key not in some:
            some[key] = _payers_of(vendor, charge.region, context)
            if key[1]:
                rest = [each for each in some[key].moneys if each not in key[1]]
                some[key] = Payers(context.plans[name] for name in rest)
        if not charge.is_generated:
            yield route, charge, some[key]


def _payers_of(vendor: Vendor, region: str | None, context: RuleContext) -> Payers:
    """The plans with `money` that compare a vendor, and in which a region's prices hold."""
    named = context.naming(vendor)
    whole = () if vendor.candidate else context.taking_all(vendor.category, vendor.role)
    if not named:
        return context.once(
            ("payers", whole and (vendor.category, vendor.role), region),
            lambda: Payers(plan for plan in whole if holds(region, plan.region)),
        )
    comparing = {plan.id for plan in (*whole, *named) if holds(region, plan.region)}
    return Payers(plan for name, plan in context.plans.items() if name in comparing)


def _by_vendor(plans: Mapping[str, Plan]) -> Mapping[str, list[Plan]]:
    """The plans that mention the prices of a single vendor."""
    found: dict[str, list[Plan]] = defaultdict(list)
    for plan in plans.values():
        if plan.money:
            for name in {**plan.money.charges, **plan.money.editions}:
                found[name].append(plan)
    return found
