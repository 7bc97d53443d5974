"""Rules about the volumes of a plan, EK525, EK526, EK535 and EK536."""

import itertools
import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import partial

from evalkit.diagnostics.record import Finding, Severity
from evalkit.diagnostics.rule import rule
from evalkit.model.entries import volumes_of
from evalkit.model.money import Volume, names_of_volume
from evalkit.model.plan import Plan
from evalkit.model.vendor import Vendor
from evalkit.rules.context import MAX_LISTED, RuleContext
from evalkit.rules.prices.payers import Payers, counted
from evalkit.rules.prices.places import MAX_DEPTH, assumptions_in, has_charges, shown
from evalkit.source.near import MAX_NAMED, Names, shortened


@rule("EK525", Severity.WARNING)
def volume_missing(plan: Plan, context: RuleContext) -> Iterator[Finding]:
    """A plan should give every volume that its vendors' charges depend on.

    Otherwise the charge cannot be counted, and the vendor looks cheaper than it is. A volume that
    no plan gives is reported in the vendor's file.

    Bad:
        # vendors/payment-gateways/examplepay.yaml
        charges:
          - {kind: usage, title: Refund, per: refund, fixed: 0.25}
        # plans/storefront-payments.yaml
        money: {volumes: {orders: 20000}}
        # plans/marketplace.yaml
        id: marketplace
        money: {volumes: {refunds: 2000}}

    Good:
        # vendors/payment-gateways/examplepay.yaml
        charges:
          - {kind: usage, title: Refund, per: refund, fixed: 0.25}
        # plans/storefront-payments.yaml
        money: {volumes: {orders: 20000, refunds: 500}}
        # plans/marketplace.yaml
        id: marketplace
        money: {volumes: {refunds: 2000}}
    """
    yield from itertools.islice(_missing(plan, context), MAX_LISTED)


def _missing(plan: Plan, context: RuleContext) -> Iterator[Finding]:
    given = plan.money.volumes if plan.money else {}
    names = Names(given)
    for name, paid in _charged(plan, context).items() if plan.money else ():
        if any(each in given for each in names_of_volume(name)):
            continue
        who: dict[str, None] = {}
        for vendor, payers in paid:
            if plan.id in payers.moneys and len(who) <= MAX_NAMED:
                who[f"`{vendor}`"] = None
        if who:
            does = "charges" if len(who) == 1 else "charge"
            message = f"there is no volume `{name}`, by which {shortened([*who], MAX_NAMED)} {does}"
            hint = context.near.hint(name, names) or "add it here"
            yield Finding(("money", "volumes"), message, hint, at="key")


Charged = Mapping[str, Iterable[tuple[str, Payers]]]
"""For each volume that a plan gives, the vendors that charge by it, with the plans that pay."""


def _charged(plan: Plan, context: RuleContext) -> Charged:
    vendors = context.compared(plan, has_charges)
    if plan.vendors is None:
        return context.once(
            ("charged", plan.category, plan.roles), lambda: _by_volume(vendors, context)
        )
    return _by_volume(vendors, context)


def _by_volume(vendors: Iterable[Vendor], context: RuleContext) -> Charged:
    found: dict[str, dict[tuple[str, Payers], None]] = defaultdict(dict)
    for vendor in vendors:
        for name, payers in context.once(("given", vendor.id), partial(_given, vendor, context)):
            found[name][vendor.id, payers] = None
    return found


def _given(vendor: Vendor, context: RuleContext) -> list[tuple[str, Payers]]:
    return [
        (name, payers)
        for _, charge, payers in counted(vendor, context)
        for _, name in volumes_of(charge)
        if payers.give(name)
    ]


@rule("EK526")
def volume_of_nothing(plan: Plan, context: RuleContext) -> Iterator[Finding]:
    """A share must lead to a number in a few steps, and not back to itself.

    Bad:
        # plans/storefront-payments.yaml
        money: {volumes: {orders: 20000, refunds: {share: 0.2, of: oders}}}

    Good:
        # plans/storefront-payments.yaml
        money: {volumes: {orders: 20000, refunds: {share: 0.2, of: orders}}}
    """
    volumes = plan.money.volumes if plan.money else {}
    names = Names(volumes)
    circles, depths = _circles(volumes), depths_of(volumes)
    for name, volume in volumes.items():
        route = ("money", "volumes", name, "of")
        if volume.of is not None and volume.of not in volumes:
            message = f"there is no volume `{volume.of}`"
            yield Finding(route, message, context.near.hint(volume.of, names, name))
        if name in circles:
            message = f"this volume is a share of itself: {_way_back(name, circles[name])}"
            yield Finding(route, message, "give one of them as a number")
        elif depths.get(name) == MAX_DEPTH + 1:
            message = f"this volume is a share of a share, more than {MAX_DEPTH} steps deep"
            yield Finding(route, message, "give one of them as a number")


def depths_of(volumes: Mapping[str, Volume]) -> dict[str, int]:
    """The number of shares between each volume and a number; arbitrary for circular ones."""
    found: dict[str, int] = {}
    for name in volumes:
        way: dict[str, None] = {}
        here = name
        while here in volumes and volumes[here].of and here not in way and here not in found:
            way[here] = None
            here = volumes[here].of or ""
        found |= {step: n for n, step in enumerate(reversed(way), start=found.get(here, 0) + 1)}
    return found


def _circles(volumes: Mapping[str, Volume]) -> dict[str, tuple[str, ...]]:
    """The circle of each volume that is part of one."""
    found: dict[str, tuple[str, ...]] = {}
    followed: set[str] = set()
    for name in volumes:
        way: dict[str, None] = {}
        here = name
        while here in volumes and here not in way and here not in followed:
            way[here] = None
            here = volumes[here].of or ""
        if here in way:
            names = tuple(way)
            circle = names[names.index(here) :]
            found |= dict.fromkeys(circle, circle)
        followed |= way.keys()
    return found


def _way_back(name: str, circle: tuple[str, ...]) -> str:
    start = circle.index(name)
    steps = [f"`{step}`" for step in (*circle[start:], *circle[:start])[:_STEPS]]
    return " → ".join([*steps, *["…"][: len(circle) > _STEPS], f"`{name}`"])


_STEPS = 8
"""The most volumes of a circle that a message names."""


@rule("EK535")
def negative_volume(plan: Plan, _: RuleContext) -> Iterator[Finding]:
    """Volumes and the hourly rate must not be negative.

    Bad:
        # plans/storefront-payments.yaml
        money: {volumes: {orders: -20000}}

    Good:
        # plans/storefront-payments.yaml
        money: {volumes: {orders: 20000}}
    """
    for route, name, given in assumptions_in(plan):
        if route[1] in {"volumes", "hourly_rate"} and given.numbers and min(given.numbers) < 0:
            message = f"{name} is {shown(min(given.numbers))}, below zero"
            where = route if given.low is None else (*route, "low")
            yield Finding(where, message, "correct it")


@rule("EK536")
def share_out_of_range(plan: Plan, _: RuleContext) -> Iterator[Finding]:
    """A share of another volume must not be negative, or above 1 for a part of it.

    It is how many there are for each one of the other: `{share: 20, of: map_loads}` for 20 tiles
    in each map. Card orders, though, are a part of all orders by their name, and never more.

    Bad:
        # plans/storefront-payments.yaml
        money: {volumes: {orders: 20000, card_orders: {share: 20, of: orders}}}

    Good:
        # plans/storefront-payments.yaml
        money: {volumes: {orders: 20000, card_orders: {share: 0.2, of: orders}}}
    """
    for name, volume in (plan.money.volumes if plan.money else {}).items():
        most = 1 if name.endswith(f"_{volume.of}") else math.inf
        for number in volume.share.numbers if volume.share else ():
            if not 0 <= number <= most:
                message = f"a share of {shown(number)} is {shown(100 * number)}% of `{volume.of}`"
                hint = f"write {shown(number / 100)} for {shown(number)}%"
                yield Finding(("money", "volumes", name, "share"), message, hint)
                break
