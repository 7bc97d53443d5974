"""Rules about the numbers of charges, benefits and plans, EK505 to EK508, EK510 and EK534."""

from collections.abc import Iterator

from evalkit.diagnostics.record import Finding, Route
from evalkit.diagnostics.rule import rule
from evalkit.model.money import Volume
from evalkit.model.plan import Plan
from evalkit.model.prices.amount import Amount
from evalkit.model.prices.charge import Usage
from evalkit.model.vendor import Vendor
from evalkit.rules.context import RuleContext
from evalkit.rules.prices.places import (
    assumptions_in,
    called,
    charges_in,
    entries_in,
    likely,
    prices,
    shown,
    yearly_rates_in,
)

MOST, LEAST = 1.0, -0.9
"""The range of plausible rates of growth or interest, as shares."""


@rule("EK505")
def minimum_above_maximum(record: Vendor | Plan, _: RuleContext) -> Iterator[Finding]:
    """A minimum must not be above its maximum.

    Bad:
        charges:
          - {kind: usage, per: order, percent: 1.4, minimum: 5, maximum: 2}

    Good:
        charges:
          - {kind: usage, per: order, percent: 1.4, minimum: 2, maximum: 5}
    """
    for route, charge in charges_in(record):
        if isinstance(charge, Usage):
            for ending in ("", "_monthly"):
                yield from _crossed(route, charge, f"minimum{ending}", f"maximum{ending}")


def _crossed(route: Route, charge: Usage, least: str, most: str) -> Iterator[Finding]:
    low, high = likely(getattr(charge, least)), likely(getattr(charge, most))
    if low is not None and high is not None and low > high:
        message = f"`{least}` {shown(low)} is above `{most}` {shown(high)}"
        yield Finding((*route, least), message, "swap them, or correct one")


@rule("EK506")
def amount_out_of_order(record: Vendor | Plan, _: RuleContext) -> Iterator[Finding]:
    """The low, likely and high values of an amount must be in rising order.

    Bad:
        charges:
          - {kind: one_off, title: Setup, amount: {low: 900, likely: 500, high: 700}}

    Good:
        charges:
          - {kind: one_off, title: Setup, amount: {low: 400, likely: 500, high: 700}}
    """
    for route, amount in _all_amounts(record):
        if list(amount.numbers) != sorted(amount.numbers):
            message = f"the range of `{_last_name(route)}` is not in the order low, likely, high"
            yield Finding((*route, "low"), message, "sort the numbers")


def _all_amounts(record: Vendor | Plan) -> Iterator[tuple[Route, Amount]]:
    for route, entry in entries_in(record):
        for way, amount in prices(entry):
            yield (*route, *way), amount
    yield from ((route, amount) for route, _, amount in yearly_rates_in(record))
    for route, _, given in assumptions_in(record):
        if route != ("money", "discount_rate"):
            yield route, given
        if isinstance(given, Volume) and given.share is not None:
            yield (*route, "share"), given.share


def _last_name(route: Route) -> str:
    return next(step for step in reversed(route) if isinstance(step, str))


@rule("EK507")
def negative_without_reason(record: Vendor | Plan, _: RuleContext) -> Iterator[Finding]:
    """A negative amount must have a reason in `because`.

    A discount, a rebate or a benefit that costs something may be below zero; a typing mistake may
    not.

    Bad:
        charges:
          - {kind: recurring, title: Partner rebate, amount: -20, every: month}

    Good:
        charges:
          - {kind: recurring, title: Rebate, amount: -20, every: month, because: We are a partner.}
    """
    for route, entry in entries_in(record):
        for way, amount in () if entry.because else prices(entry):
            if amount.numbers and min(amount.numbers) < 0:
                number = shown(min(amount.numbers))
                message = f"`{_last_name(way)}` of {called(entry)} is {number}, below zero"
                where = (*route, *way) if amount.low is None else (*route, *way, "low")
                yield Finding(where, message, "give the reason in `because:`, or correct it")


@rule("EK508")
def percent_above_100(record: Vendor | Plan, _: RuleContext) -> Iterator[Finding]:
    """A percentage of a value must not exceed 100.

    Bad:
        charges:
          - {kind: usage, title: Card payment, per: order, percent: 290}

    Good:
        charges:
          - {kind: usage, title: Card payment, per: order, percent: 2.9}
    """
    for route, entry in entries_in(record):
        for way, amount in prices(entry):
            if way[-1] == "percent" and amount.numbers and max(amount.numbers) > 100:  # noqa: PLR2004
                message = f"{shown(max(amount.numbers))}% is more than the whole"
                yield Finding((*route, *way), message, "write 2.9 for 2.9%")


@rule("EK510")
def months_out_of_order(record: Vendor | Plan, _: RuleContext) -> Iterator[Finding]:
    """An entry must not end before the month in which it starts.

    Bad:
        charges:
          - {kind: recurring, title: Support, amount: 90, every: month, start: 13, end: 12}

    Good:
        charges:
          - {kind: recurring, title: Support, amount: 90, every: month, start: 13, end: 24}
    """
    for route, entry in entries_in(record):
        if entry.end is not None and entry.end < entry.start:
            message = f"{called(entry)} ends in month {entry.end}, before month {entry.start}"
            yield Finding((*route, "end"), message, "swap `start` and `end`, or correct one")


@rule("EK534")
def percent_written_for_share(record: Vendor | Plan, _: RuleContext) -> Iterator[Finding]:
    """Interest, growth and yearly increases must be written as shares: 0.08 for 8%.

    With a yearly increase of 8, a price would be nine times as high after one year.

    Bad:
        charges:
          - {kind: recurring, title: Support, amount: 90, every: month, yearly_increase: 3}

    Good:
        charges:
          - {kind: recurring, title: Support, amount: 90, every: month, yearly_increase: 0.03}
    """
    for route, name, amount in yearly_rates_in(record):
        wrong = [number for number in amount.numbers if not LEAST <= number <= MOST]
        if wrong:
            number = wrong[0]
            message = f"{name} of {shown(number)} is {shown(100 * number)}% a year"
            hint = f"write a share: {shown(number / 100)} for {shown(number)}%"
            yield Finding(route, message, hint)
