"""The yearly amount of each kind of charge and benefit but tiers, one function for each.

Amounts are in the plan's currency. An unknown amount counts as zero here; the caller must present
the total as "at least" that much.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from evalkit.costing.calendar import MONTHS, active_months, payments, year_of
from evalkit.costing.figures import ONE, ZERO, Amounts, between
from evalkit.model.entries import volume_named
from evalkit.model.money import (
    AnyBenefit,
    CostEnded,
    ExtraMargin,
    HoursSaved,
    Money,
    worth_of,
)
from evalkit.model.prices.charge import Internal, OneOff, Recurring, Repeating, Usage

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
    found: dict[tuple[str, int], Amounts] = field(default_factory=dict, repr=False, compare=False)
    """Volumes that are known already, by name and year; entries of one scenario share them."""

    def __call__(self, *name: str | int) -> Amounts:
        """A number of the entry, in its own unit; 0 if unknown or not given."""
        return self._known((*self.key, *name))

    def _known(self, key: Key) -> Amounts:
        found = self.values.get(key)
        return self.zero if found is None else found

    @property
    def zero(self) -> Amounts:
        """Zero in the type of the other numbers, because Decimals and floats do not mix."""
        return next(iter(self.values.values()), ZERO) * 0

    def rate(self, currency: str | None) -> Amounts:
        """The exchange rate to the plan's currency; 0 if none is given."""
        if currency is None or currency == self.money.currency:
            return ONE
        return self._known((*MONEY, "rates", currency))

    def volume(self, name: str, year: int, above: tuple[str, ...] = ()) -> Amounts:
        """The volume of a year; 0 if the plan does not give it.

        Circular shares count as 0; `above` holds the volumes already visited.
        """
        if above:
            return self._volume(name, year, above)
        if (name, year) not in self.found:
            self.found[name, year] = self._volume(name, year, ())
        return self.found[name, year]

    def _volume(self, name: str, year: int, above: tuple[str, ...]) -> Amounts:
        found = volume_named(self.money, name)
        if found is None or found in above:
            return self.zero
        record = self.money.volumes[found]
        key = (*MONEY, "volumes", found)
        if record.of is not None:
            whole = self.volume(record.of, year, (*above, found))
            amount = self._known((*key, "share")) * whole
        else:
            amount = self._known(key)
        return amount * grown(self._known((*key, "growth")), year)

    def worth(self, per: str, of: str | None, year: int) -> Amounts:
        """The worth of one unit of a volume in a year."""
        return self.volume(of or worth_of(per), year)

    @property
    def hourly_rate(self) -> Amounts:
        """The cost of an hour; 0 if the plan does not give it."""
        return self._known((*MONEY, "hourly_rate"))


def grown(growth: Amounts, year: int) -> Amounts:
    """(1 + growth)^(year − 1): no growth in the first year of use."""
    return (1 + growth) ** max(year - 1, 0)


def one_off(charge: OneOff, terms: Terms, year: int) -> Amounts:
    """A single payment."""
    due = year_of(charge.start) == year
    return terms("amount") * terms.rate(charge.currency) * due


def recurring(charge: Recurring, terms: Terms, year: int) -> Amounts:
    """Payments in the year × amount × quantity."""
    whole, reduced = bills(charge, charge.every, year)
    amount = whole * terms("amount") + reduced * _promoted(charge, terms)
    held = terms.volume(charge.per, year) if charge.per else ONE
    return amount * held * terms.rate(charge.currency) * increase(terms, year)


def _promoted(charge: Recurring, terms: Terms) -> Amounts:
    promotion = charge.promotion
    if promotion is not None and promotion.amount is not None:
        return terms("promotion", "amount")
    return terms("amount") * _kept(charge, terms)


def usage(charge: Usage, terms: Terms, year: int) -> Amounts:
    """Volume × unit fee, within the monthly minimum and maximum."""
    one, twelve = usage_limits(charge, terms)
    fee = between(unit_fee(charge, terms, year), *one)
    amount = between(fee * terms.volume(charge.per, year), *twelve)
    # Twelve equal months, divided last: a twelfth of a price is rarely exact, a whole year is.
    return amount * billed(charge, "month", terms, year) * increase(terms, year) / MONTHS


def unit_fee(charge: Usage, terms: Terms, year: int) -> Amounts:
    """The fee for one, before its minimum and maximum."""
    fee = terms("fixed") * terms.rate(charge.currency)
    if charge.percent is not None:
        fee = fee + terms("percent") / HUNDRED * terms.worth(charge.per, charge.of, year)
    return fee


Limits = tuple[Amounts | None, Amounts | None]
"""A minimum and a maximum, if there are any."""


def usage_limits(charge: Usage, terms: Terms) -> tuple[Limits, Limits]:
    """The limits of the fee for one, and those of twelve monthly bills."""

    def limit(name: str, times: int) -> Amounts | None:
        if getattr(charge, name) is None:
            return None
        return terms(name) * terms.rate(charge.currency) * times

    return (
        (limit("minimum", 1), limit("maximum", 1)),
        (limit("minimum_monthly", MONTHS), limit("maximum_monthly", MONTHS)),
    )


def internal(charge: Internal, terms: Terms, year: int) -> Amounts:
    """Hours at the plan's rate, once or recurring."""
    hours = terms("hours") * terms.hourly_rate
    if charge.every is None:
        return hours * (year_of(charge.start) == year)
    start = max(charge.start, 1)
    due = payments(year, charge.every, start, charge.end)
    return hours * due * increase(terms, year)


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
    return count * ramp * comes * increase(terms, year)


def increase(terms: Terms, year: int) -> Amounts:
    """The factor by which a price has risen by a year."""
    return grown(terms("yearly_increase"), year)


def bills(charge: Repeating, every: str, year: int) -> tuple[int, int]:
    """The number of bills due in a year: those at the full price, and those under a promotion."""
    due = payments(year, every, charge.start, charge.end)
    if charge.promotion is None:
        return due, 0
    last = charge.start + charge.promotion.months - 1
    last = last if charge.end is None else min(last, charge.end)
    reduced = payments(year, every, charge.start, last)
    return due - reduced, reduced


def billed(charge: Repeating, every: str, terms: Terms, year: int) -> Amounts:
    """The bills due in a year, each counted with the share of it that is left to pay."""
    whole, reduced = bills(charge, every, year)
    return whole + reduced * _kept(charge, terms)


def _kept(charge: Repeating, terms: Terms) -> Amounts:
    """The share of the price left to pay under a promotion."""
    off = charge.promotion.percent_off if charge.promotion else None
    return ONE if off is None else 1 - terms("promotion", "percent_off") / HUNDRED
