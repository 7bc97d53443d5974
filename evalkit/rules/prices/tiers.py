"""Rules about tiered prices, EK504, EK511 and EK514."""

import itertools
from collections.abc import Iterator

from evalkit.diagnostics.record import Finding, Route, Severity
from evalkit.diagnostics.rule import rule
from evalkit.model.plan import Plan
from evalkit.model.prices.charge import Tier, Tiered
from evalkit.model.vendor import Vendor
from evalkit.rules.context import RuleContext
from evalkit.rules.prices.places import charges_in, likely, shown


def _tiers_in(record: Vendor | Plan) -> Iterator[tuple[Route, Tiered, tuple[Tier, ...]]]:
    for route, charge in charges_in(record):
        if isinstance(charge, Tiered) and charge.tiers is not None:
            yield (*route, "tiers"), charge, charge.tiers


@rule("EK504")
def tiers_do_not_meet(record: Vendor | Plan, _: RuleContext) -> Iterator[Finding]:
    """Tiers must start at 0 and follow each other without gaps; only the last may have no end.

    A tier begins above its `from` and ends with its `to`: after `to: 1000` comes `from: 1000`.
    If tiers overlap or leave a gap, the price of some volumes is not defined.

    Bad:
        charges:
          - kind: tiered
            per: order
            every: month
            tiers:
              - {from: 0, to: 1000, price: 0.01}
              - {from: 1001, price: 0.005}

    Good:
        charges:
          - kind: tiered
            per: order
            every: month
            tiers:
              - {from: 0, to: 1000, price: 0.01}
              - {from: 1000, price: 0.005}
    """
    for route, _charge, tiers in _tiers_in(record):
        if tiers[0].from_ > 0:
            message = f"the first tier starts at {shown(tiers[0].from_)}, not at 0"
            hint = "write `from: 0`: a tier begins above its `from`"
            yield Finding((*route, 0, "from"), message, hint)
        for place, tier in enumerate(tiers):
            if tier.to is not None and tier.to <= tier.from_:
                message = f"this tier ends at {shown(tier.to)}, not above its start"
                yield Finding((*route, place, "to"), message, "swap `from` and `to`")
        for place, (before, after) in enumerate(itertools.pairwise(tiers)):
            yield from _seam(route, place, before, after)


def _seam(route: Route, place: int, before: Tier, after: Tier) -> Iterator[Finding]:
    """The findings about two consecutive tiers."""
    here = (*route, place + 1, "from")
    if after.from_ <= before.from_:
        message = (
            f"this tier starts at {shown(after.from_)}, the one before it at {shown(before.from_)}"
        )
        yield Finding(here, message, "sort the tiers from low to high")
    elif before.to is None:
        hint = f"end it where the next one starts: `to: {shown(after.from_)}`"
        message = "this tier has no end, but is not the last"
        yield Finding((*route, place), message, hint)
    elif before.from_ < before.to != after.from_:
        gap = after.from_ > before.to
        message = (
            f"there is no price for volumes from {shown(before.to)} to {shown(after.from_)}"
            if gap
            else f"volumes from {shown(after.from_)} to {shown(before.to)} have two prices"
        )
        why = ": a tier begins above its `from`" if gap and after.from_ - before.to <= 1 else ""
        yield Finding(here, message, f"write `from: {shown(before.to)}`{why}")


@rule("EK511", Severity.WARNING)
def larger_volume_costs_less(record: Vendor | Plan, _: RuleContext) -> Iterator[Finding]:
    """Buying one more should not make the whole bill smaller.

    In `mode: volume`, all units cost the price of the tier that is reached, so the bill can fall at
    a boundary. Most often the price list means `mode: graduated`; if not, the client should know
    when it pays to buy more.

    Bad:
        charges:
          - kind: tiered
            per: order
            every: month
            mode: volume
            tiers:
              - {from: 0, to: 1000, price: 0.01}
              - {from: 1000, price: 0.005}

    Good:
        charges:
          - kind: tiered
            per: order
            every: month
            mode: graduated
            tiers:
              - {from: 0, to: 1000, price: 0.01}
              - {from: 1000, price: 0.005}
    """
    for route, charge, tiers in _tiers_in(record):
        if charge.mode == "volume":
            for place, (before, after) in enumerate(itertools.pairwise(tiers)):
                if before.to == after.from_:
                    yield from _fall((*route, place + 1), before, after)


def _fall(route: Route, before: Tier, after: Tier) -> Iterator[Finding]:
    bound = after.from_
    here, beyond = _bill(before, bound), _bill(after, bound + 1)
    if here is not None and beyond is not None and beyond < here:
        message = (
            f"at {shown(bound)} the total is {shown(here)}, at {shown(bound + 1)} "
            f"only {shown(beyond)}"
        )
        yield Finding(
            route, message, "if each has the price of its own tier, write `mode: graduated`"
        )


def _bill(tier: Tier, volume: float) -> float | None:
    price, fixed = likely(tier.price), likely(tier.fixed)
    # Rounded, so that a rounding error does not count as a fall.
    return None if price is None or fixed is None else round(volume * price + fixed, 9)


@rule("EK514")
def graduated_fixed_after_first(record: Vendor | Plan, _: RuleContext) -> Iterator[Finding]:
    """In graduated tiers, only the first may have a fixed amount.

    Each unit costs the price of its own tier, so the bill rises evenly; a fixed amount in a later
    tier would make it jump. Price lists with a fee for each tier mean `mode: volume`.

    Bad:
        charges:
          - kind: tiered
            per: order
            every: month
            mode: graduated
            tiers:
              - {from: 0, to: 500, fixed: 20}
              - {from: 500, to: 5000, fixed: 80}

    Good:
        charges:
          - kind: tiered
            per: order
            every: month
            mode: volume
            tiers:
              - {from: 0, to: 500, fixed: 20}
              - {from: 500, to: 5000, fixed: 80}
    """
    for route, charge, tiers in _tiers_in(record):
        for place, tier in enumerate(tiers):
            if place and charge.mode == "graduated" and any(tier.fixed.numbers):
                message = f"this fixed amount makes the bill jump above {shown(tier.from_)}"
                hint = "write `mode: volume`, or make it a charge of its own"
                yield Finding((*route, place, "fixed"), message, hint)
