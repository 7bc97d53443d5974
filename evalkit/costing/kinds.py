"""The yearly amount of each kind of charge and benefit, one function for each.

Amounts are in the plan's currency. An unknown amount counts as zero here; the caller must present
the total as "at least" that much.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from evalkit.costing.calendar import MONTHS, active_months, payments, year_of
from evalkit.costing.figures import ONE, ZERO, Amounts, between
from evalkit.costing.tiers import MODES, Step
from evalkit.model.entries import Entry, volume_named
from evalkit.model.money import (
    AnyBenefit,
    CostEnded,
    ExtraMargin,
    HoursSaved,
    Money,
    worth_of,
)
from evalkit.model.prices.charge import Internal, OneOff, Recurring, Repeating, Tiered, Usage

Key = tuple[str | int, ...]
"""The place of a number: the id of its file, then the path within it."""

PLAN = "plan:"
"""The first part of keys in the plan's own file; no vendor can have this id."""
MONEY: Key = (PLAN, "money")
HUNDRED = 100


@dataclass(frozen=True, slots=True)
class Terms:
    """The numbers of one entry and of the plan in one scenario."""

    money: Money
    key: Key
    """The key of the entry."""
    values: Mapping[Key, Amounts]
    """Every known number, by key."""

    def __call__(self, *name: str | int) -> Amounts:
        """A number of the entry, in its own unit; 0 if unknown or not given."""
        return self.values.get((*self.key, *name), self.zero)

    @property
    def zero(self) -> Amounts:
        """Zero in the type of the other numbers, because Decimals and floats do not mix."""
        return next(iter(self.values.values()), ZERO) * 0

    def rate(self, currency: str | None) -> Amounts:
        """The exchange rate to the plan's currency; 0 if none is given."""
        if currency is None or currency == self.money.currency:
            return ONE
        return self.values.get((*MONEY, "rates", currency), self.zero)

    def volume(self, name: str, year: int, above: tuple[str, ...] = ()) -> Amounts:
        """The volume of a year; 0 if the plan does not give it.

        Circular shares count as 0; `above` holds the volumes already visited.
        """
        found = volume_named(self.money, name)
        if found is None or found in above:
            return self.zero
        record = self.money.volumes[found]
        key = (*MONEY, "volumes", found)
        if record.of is not None:
            whole = self.volume(record.of, year, (*above, found))
            amount = self.values.get((*key, "share"), self.zero) * whole
        else:
            amount = self.values.get(key, self.zero)
        return amount * grown(self.values.get((*key, "growth"), self.zero), year)

    def worth(self, per: str, of: str | None, year: int) -> Amounts:
        """The worth of one unit of a volume in a year."""
        return self.volume(of or worth_of(per), year)

    @property
    def hourly_rate(self) -> Amounts:
        """The cost of an hour; 0 if the plan does not give it."""
        return self.values.get((*MONEY, "hourly_rate"), self.zero)


def grown(growth: Amounts, year: int) -> Amounts:
    """(1 + growth)^(year − 1): no growth in the first year of use."""
    return (1 + growth) ** max(year - 1, 0)


def one_off(charge: OneOff, terms: Terms, year: int) -> Amounts:
    """A single payment."""
    due = year_of(charge.start) == year
    return terms("amount") * terms.rate(charge.currency) * due


def recurring(charge: Recurring, terms: Terms, year: int) -> Amounts:
    """Payments in the year × amount × quantity."""
    due = payments(year, charge.every, charge.start, charge.end)
    reduced = _reduced_payments(charge, year)
    amount = (due - reduced) * terms("amount") + reduced * _promoted(charge, terms)
    held = terms.volume(charge.per, year) if charge.per else ONE
    return amount * held * terms.rate(charge.currency) * _increase(terms, year)


def _reduced_payments(charge: Recurring, year: int) -> int:
    if charge.promotion is None:
        return 0
    last = charge.start + charge.promotion.months - 1
    last = last if charge.end is None else min(last, charge.end)
    return payments(year, charge.every, charge.start, last)


def _promoted(charge: Recurring, terms: Terms) -> Amounts:
    promotion = charge.promotion
    if promotion is not None and promotion.amount is not None:
        return terms("promotion", "amount")
    return terms("amount") * _kept(charge, terms)


def usage(charge: Usage, terms: Terms, year: int) -> Amounts:
    """Volume × unit fee, within the monthly minimum and maximum."""
    rate = terms.rate(charge.currency)
    fee = terms("fixed") * rate
    if charge.percent is not None:
        fee = fee + terms("percent") / HUNDRED * terms.worth(charge.per, charge.of, year)
    limits = (("minimum", "maximum"), ("minimum_monthly", "maximum_monthly"))
    one, month = (
        [terms(name) * rate if getattr(charge, name) is not None else None for name in names]
        for names in limits
    )
    fee = between(fee, *one)
    # Twelve equal months, divided last: a twelfth of a price is rarely exact, a whole year is.
    twelve = (None if limit is None else limit * MONTHS for limit in month)
    amount = between(fee * terms.volume(charge.per, year), *twelve)
    return amount * _months(charge, terms, year) * _increase(terms, year) / MONTHS


def tiered(charge: Tiered, terms: Terms, year: int) -> Amounts:
    """The tiered cost of the volume of each period."""
    active = active_months(year, charge.start, charge.end)
    if not active:
        return terms.zero
    costs = MODES[charge.mode](period_volume(charge, terms, year), priced_steps(charge, terms))
    months = _months(charge, terms, year)
    paid = costs * months if charge.every == "month" else costs * months / active
    return paid * _increase(terms, year) * terms.rate(charge.currency)


def period_volume(charge: Tiered, terms: Terms, year: int) -> Amounts:
    """The volume that tiers apply to: that of a month, or of a year of use."""
    whole = terms.volume(charge.per, year)
    if charge.quantity == "stock":
        return whole
    if charge.every == "month":
        return whole / MONTHS
    return whole * active_months(year, charge.start, charge.end) / MONTHS


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


def internal(charge: Internal, terms: Terms, year: int) -> Amounts:
    """Hours at the plan's rate, once or recurring."""
    hours = terms("hours") * terms.hourly_rate
    if charge.every is None:
        return hours * (year_of(charge.start) == year)
    start = max(charge.start, 1)
    due = payments(year, charge.every, start, charge.end)
    return hours * due * _increase(terms, year)


def hours_saved(benefit: HoursSaved, terms: Terms, year: int) -> Amounts:
    """Hours at the plan's rate, by period or by volume."""
    hours = terms("hours") * terms.hourly_rate
    return hours * _times(benefit, benefit.every, benefit.per, terms, year)


def extra_margin(benefit: ExtraMargin, terms: Terms, year: int) -> Amounts:
    """An amount by period, or a percentage of the worth of a volume."""
    if benefit.every is not None:
        amount = terms("amount") * terms.rate(benefit.currency)
        return amount * _times(benefit, benefit.every, None, terms, year)
    per = benefit.per or ""
    each = terms("percent") / HUNDRED * terms.worth(per, benefit.of, year)
    return each * _times(benefit, None, per, terms, year)


def cost_ended(benefit: CostEnded, terms: Terms, year: int) -> Amounts:
    """The cost of today's solution by period × quantity."""
    held = terms.volume(benefit.per, year) if benefit.per else ONE
    amount = terms("amount") * terms.rate(benefit.currency) * held
    return amount * _times(benefit, benefit.every, None, terms, year)


def _times(
    benefit: AnyBenefit, every: str | None, per: str | None, terms: Terms, year: int
) -> Amounts:
    """Occurrences in a year × ramp-up × probability × yearly increase."""
    if every is not None:
        count: Amounts = payments(year, every, benefit.start, benefit.end)
    else:
        months = active_months(year, benefit.start, benefit.end)
        count = terms.volume(per or "", year) * months / MONTHS
    ramp = terms("ramp_up", year - 1) if 0 < year <= len(benefit.ramp_up) else ONE
    comes = terms("probability") if benefit.probability < 1 else ONE
    return count * ramp * comes * _increase(terms, year)


def _increase(terms: Terms, year: int) -> Amounts:
    return grown(terms("yearly_increase"), year)


def _months(charge: Repeating, terms: Terms, year: int) -> Amounts:
    """The months of a year that are paid for, those under a promotion in part."""
    active = active_months(year, charge.start, charge.end)
    if charge.promotion is None:
        return active
    last = charge.start + charge.promotion.months - 1
    last = last if charge.end is None else min(last, charge.end)
    reduced = active_months(year, charge.start, last)
    return active - reduced + reduced * _kept(charge, terms)


def _kept(charge: Repeating, terms: Terms) -> Amounts:
    """The share of the price left to pay under a promotion."""
    off = charge.promotion.percent_off if charge.promotion else None
    return ONE if off is None else 1 - terms("promotion", "percent_off") / HUNDRED


KINDS: Mapping[type, Callable[[Any, Terms, int], Amounts]] = {
    OneOff: one_off,
    Recurring: recurring,
    Usage: usage,
    Tiered: tiered,
    Internal: internal,
    HoursSaved: hours_saved,
    ExtraMargin: extra_margin,
    CostEnded: cost_ended,
}


def in_year(entry: Entry, terms: Terms, year: int) -> Amounts:
    """The amount of an entry in a year, in the plan's currency."""
    return KINDS[type(entry)](entry, terms, year)
