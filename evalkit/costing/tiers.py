"""Tiered prices: the cost of a volume, and of each year."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from evalkit.costing.calendar import MONTHS, active_months, year_of
from evalkit.costing.figures import ZERO, Amounts
from evalkit.costing.kinds import Key, Terms, billed, increase
from evalkit.model.prices.charge import Tiered


@dataclass(frozen=True, slots=True)
class Step:
    """A tier: above `lower`, up to and including `upper`, or unlimited."""

    lower: Amounts
    upper: Amounts | None
    price: Amounts
    """The price per unit."""
    fixed: Amounts = ZERO
    """The fixed amount for reaching the tier; that of the first tier always applies."""


def graduated(volume: Amounts, steps: Sequence[Step]) -> Amounts:
    """Graduated pricing: each unit at the price of its own tier.

    Continuous in the volume if only the first tier has a fixed amount, and never falling if no
    price is negative. Units beyond the last tier cost nothing here: the caller must know that the
    price list has ended.
    """
    total = volume * 0
    for number, step in enumerate(steps):
        inside = np.maximum(volume - step.lower, 0)
        if step.upper is not None:
            inside = np.minimum(inside, step.upper - step.lower)
        reached = 1 if number == 0 else (volume > step.lower) * 1
        total = total + inside * step.price + step.fixed * reached
    return total


def by_volume(volume: Amounts, steps: Sequence[Step]) -> Amounts:
    """Volume pricing: all units at the price of the tier reached.

    The cost may fall at a bound, where the next tier is cheaper for all units. Beyond the last
    tier, it stays at the cost at its end.
    """
    total = volume * 0
    for number, step in enumerate(steps):
        last = number == len(steps) - 1
        counted = volume
        inside = 1 if number == 0 else (volume > step.lower) * 1
        if step.upper is not None and last:
            counted = np.minimum(volume, step.upper)
        elif step.upper is not None:
            inside = inside * (volume <= step.upper)
        total = total + (counted * step.price + step.fixed) * inside
    return total


MODES = {"graduated": graduated, "volume": by_volume}


def tiered(charge: Tiered, terms: Terms, year: int) -> Amounts:
    """The tiered cost of a period × the bills of the year."""
    costs = MODES[charge.mode](period_volume(charge, terms, year), priced_steps(charge, terms))
    paid = costs * billed(charge, charge.every, terms, year)
    return paid * increase(terms, year) * terms.rate(charge.currency)


def period_volume(charge: Tiered, terms: Terms, year: int) -> Amounts:
    """The volume of each period that is billed in a year.

    A year of use begins with its bill, as a paid year does: the rest of it may lie in the next year
    of the plan. What is held counts as on the day of the bill.
    """
    whole = terms.volume(charge.per, year)
    if charge.quantity == "stock":
        return whole
    if charge.every == "month":
        return whole / MONTHS
    first, last = year_of_use(charge, year)
    rest = active_months(year + 1, first, last)
    used = whole * active_months(year, first, last)
    return (used + terms.volume(charge.per, year + 1) * rest if rest else used) / MONTHS


def year_of_use(charge: Tiered, year: int) -> tuple[int, int]:
    """The first and last month of the year of use that is billed in a year of the plan."""
    first = charge.start + MONTHS * max(year - year_of(charge.start), 0)
    last = first + MONTHS - 1
    return first, last if charge.end is None else min(last, charge.end)


def last_priced(charge: Tiered) -> int:
    """The index of the last tier with a price; that of the first if none has."""
    return max(
        (
            place
            for place, step in enumerate(charge.steps)
            if not (step.price.is_unknown or step.fixed.is_unknown)
        ),
        default=0,
    )


def priced_steps(charge: Tiered, terms: Terms) -> list[Step]:
    """The tiers up to the last one with a price."""
    return [
        Step(
            terms(*tier_key(charge, place, "from")),
            None if step.to is None else terms(*tier_key(charge, place, "to")),
            terms(*tier_key(charge, place, "price")),
            terms(*tier_key(charge, place, "fixed")),
        )
        for place, step in enumerate(charge.steps[: last_priced(charge) + 1])
    ]


def tier_key(charge: Tiered, place: int, name: str) -> Key:
    """The key of a number of a tier; an included volume has keys of its own."""
    if charge.tiers is not None:
        return ("tiers", place, name)
    if name in {"from", "to"}:
        return ("included",) if (place, name) in {(0, "to"), (1, "from")} else ("none",)
    last = place == len(charge.steps) - 1
    return {
        "fixed": ("fixed",) if place == 0 else ("none",),
        "price": ("overage",) if last else ("none",),
    }[name]
