"""What must hold for the volumes of a plan, EK525, EK526, EK535 and EK536."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from evalkit.diagnostics.record import Finding, Severity
from evalkit.diagnostics.rule import rule
from evalkit.model.entries import volume_named, volumes_of
from evalkit.model.money import Volume
from evalkit.model.plan import Plan
from evalkit.rules.entries import assumptions_in, counted, shown
from evalkit.rules.setting import Setting
from evalkit.source.shape_faults import did_you_mean


@rule("EK525", Severity.WARNING)
def volume_missing(plan: Plan, setting: Setting) -> Iterator[Finding]:
    """A plan gives every volume by which the vendors that it compares charge.

    Where it does not, the charge counts as nothing, and the vendor looks cheaper than it is. A
    volume that no plan gives is reported in the vendor's file.

    Bad:
        # vendors/payment-gateways/examplepay.yaml
        charges:
          - kind: usage
            title: Refund
            per: refund
            fixed: 0.25
            currency: EUR
            source: https://examplepay.test/prices
            checked: 2026-06-20
        # plans/storefront-payments.yaml
        money: {currency: EUR, years: 3, discount_rate: 0.08, volumes: {orders: 20000}}
        # plans/marketplace.yaml
        id: marketplace
        title: Payments for a marketplace
        category: payment-gateways
        money: {currency: EUR, years: 3, discount_rate: 0.08, volumes: {refunds: 2000}}

    Good:
        # vendors/payment-gateways/examplepay.yaml
        charges:
          - kind: usage
            title: Refund
            per: refund
            fixed: 0.25
            currency: EUR
            source: https://examplepay.test/prices
            checked: 2026-06-20
        # plans/storefront-payments.yaml
        money: {currency: EUR, years: 3, discount_rate: 0.08, volumes: {refunds: 500}}
        # plans/marketplace.yaml
        id: marketplace
        title: Payments for a marketplace
        category: payment-gateways
        money: {currency: EUR, years: 3, discount_rate: 0.08, volumes: {refunds: 2000}}
    """
    missing: dict[str, list[str]] = defaultdict(list)
    for vendor in setting.compared(plan) if plan.money else ():
        for _, charge, payers in counted(vendor, setting):
            for _, name in volumes_of(charge):
                # By plan: whether it gives the volume.
                gives = {payer: volume_named(money, name) is not None for payer, money in payers}
                if gives.get(plan.id) is False and any(gives.values()):
                    missing[name].append(f"`{vendor.id}`")
    for name, vendors in missing.items():
        who = list(dict.fromkeys(vendors))
        does = "charges" if len(who) == 1 else "charge"
        message = f"there is no volume `{name}`, by which {', '.join(who)} {does}"
        given = plan.money.volumes if plan.money else ()
        hint = did_you_mean(name, given) or "add it here"
        yield Finding(("money", "volumes"), message, hint, at="key")


@rule("EK526")
def volume_of_nothing(plan: Plan, _: Setting) -> Iterator[Finding]:
    """A share is a share of a volume that the plan gives, in a few steps and not of itself.

    Bad:
        # plans/storefront-payments.yaml
        money:
          currency: EUR
          years: 3
          discount_rate: 0.08
          volumes: {orders: 20000, refunds: {share: 0.2, of: oders}}

    Good:
        # plans/storefront-payments.yaml
        money:
          currency: EUR
          years: 3
          discount_rate: 0.08
          volumes: {orders: 20000, refunds: {share: 0.2, of: orders}}
    """
    volumes = plan.money.volumes if plan.money else {}
    circles, depths = _circles(volumes), _depths(volumes)
    for name, volume in volumes.items():
        route = ("money", "volumes", name, "of")
        if volume.of is not None and volume.of not in volumes:
            message = f"there is no volume `{volume.of}`"
            yield Finding(route, message, did_you_mean(volume.of, set(volumes) - {name}))
        if name in circles:
            message = f"this volume is a share of itself: {_way_back(name, circles[name])}"
            yield Finding(route, message, "give one of them as a number")
        elif depths.get(name) == MAX_DEPTH + 1:
            message = f"this volume is a share of a share, more than {MAX_DEPTH} steps deep"
            yield Finding(route, message, "give one of them as a number")


MAX_DEPTH = 20
"""Nobody follows a longer way to a number; costs are worked out along it."""


def _depths(volumes: Mapping[str, Volume]) -> dict[str, int]:
    """Over how many shares each volume leads to a number; of circles, anything."""
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
    """The circle that a volume is in, for each that is in one."""
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
"""So many volumes of a circle are named."""


@rule("EK535")
def negative_volume(plan: Plan, _: Setting) -> Iterator[Finding]:
    """Volumes, and what an hour costs, are not below zero.

    Bad:
        # plans/storefront-payments.yaml
        money: {currency: EUR, years: 3, discount_rate: 0.08, volumes: {orders: -20000}}

    Good:
        # plans/storefront-payments.yaml
        money: {currency: EUR, years: 3, discount_rate: 0.08, volumes: {orders: 20000}}
    """
    for route, name, given in assumptions_in(plan):
        if route[1] in {"volumes", "hourly_rate"} and given.numbers and min(given.numbers) < 0:
            message = f"{name} is {shown(min(given.numbers))}, below zero"
            where = route if given.low is None else (*route, "low")
            yield Finding(where, message, "correct it")


@rule("EK536")
def share_out_of_range(plan: Plan, _: Setting) -> Iterator[Finding]:
    """A share of another volume lies between 0 and 1.

    Bad:
        # plans/storefront-payments.yaml
        money:
          currency: EUR
          years: 3
          discount_rate: 0.08
          volumes: {orders: 20000, refunds: {share: 20, of: orders}}

    Good:
        # plans/storefront-payments.yaml
        money:
          currency: EUR
          years: 3
          discount_rate: 0.08
          volumes: {orders: 20000, refunds: {share: 0.2, of: orders}}
    """
    for name, volume in (plan.money.volumes if plan.money else {}).items():
        for number in volume.share.numbers if volume.share else ():
            if not 0 <= number <= 1:
                message = f"a share of {shown(number)} is {shown(100 * number)} % of `{volume.of}`"
                hint = f"write {shown(number / 100)} for {shown(number)} %"
                yield Finding(("money", "volumes", name, "share"), message, hint)
                break
