"""Charges, benefits and assumptions in words."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from evalkit.costing.assumptions import Assumption
from evalkit.costing.kinds import Key
from evalkit.model.criteria import in_lower_case, in_words
from evalkit.model.entries import Entry
from evalkit.model.money import CostEnded, ExtraMargin, HoursSaved
from evalkit.model.prices.amount import Amount
from evalkit.model.prices.charge import (
    Disagreement,
    Internal,
    OneOff,
    Recurring,
    Repeating,
    Tiered,
    Usage,
)
from evalkit.regions import WORLD, in_sentence
from evalkit.wording.messages.catalogue import say
from evalkit.wording.messages.record import terms as words
from evalkit.wording.messages.record.costs import NOT_KNOWN
from evalkit.wording.messages.words import AT_LEAST, AT_MOST, MOST_LIKELY, RANGE
from evalkit.wording.money import Printer
from evalkit.wording.words import listed

Write = Callable[[float], str]


def spread(amount: Amount, write: Write) -> str:
    """An amount or its range as text, or a note that it is not known."""
    if amount.is_unknown:
        return say(NOT_KNOWN)
    if amount.value is not None:
        return write(amount.value)
    if amount.at_least is not None:
        return say(AT_LEAST, value=write(amount.at_least))
    low, *middle, high = amount.numbers
    found = say(RANGE, low=write(low), high=write(high))
    return say(MOST_LIKELY, range=found, likely=write(middle[0])) if middle else found


def title_of(entry: Entry) -> str:
    """An entry's own title, or one derived from its kind."""
    return entry.title or _TITLES[type(entry)](entry)


def _thing(name: str | None) -> str:
    return in_lower_case(name or "")


def _period(entry: Any) -> str:
    """The period of an entry; empty if it comes once or by use."""
    return say(words.PERIODS[entry.every]) if entry.every else ""


_TITLES: Mapping[type, Callable[[Any], str]] = {
    OneOff: lambda _: say(words.ONE_OFF),
    Recurring: lambda e: say(
        words.FEE_FOR_EACH if e.per else words.FEE, period=_period(e), unit=_thing(e.per)
    ),
    Usage: lambda e: say(words.FEE_BY_USE, unit=_thing(e.per)),
    Tiered: lambda e: say(words.FEE_IN_TIERS, unit=_thing(e.per)),
    Internal: lambda e: say(words.OWN_WORK_BY if e.every else words.OWN_WORK, period=_period(e)),
}


def terms_of(entry: Entry, print_: Printer) -> str:
    """The terms of an entry: price, unit and period."""
    head = _TERMS[type(entry)](entry, print_)
    return ", ".join([head, *_further(entry, print_)])


def _currency(entry: Any, print_: Printer) -> Write:
    code = entry.currency or print_.currency
    return lambda amount: print_.price(amount, code)


def _percent(print_: Printer) -> Write:
    return lambda number: f"{print_.number(number)}%"


def _one_off(entry: OneOff, print_: Printer) -> str:
    said = words.AT_SIGNING if entry.start == 0 else words.IN_MONTH
    amount = spread(entry.amount, _currency(entry, print_))
    return say(said, amount=amount, month=str(entry.start))


def _recurring(entry: Recurring | CostEnded, print_: Printer) -> str:
    said = words.BY_PERIOD_EACH if entry.per else words.BY_PERIOD
    amount = spread(entry.amount, _currency(entry, print_))
    return say(said, amount=amount, period=_period(entry), unit=_thing(entry.per))


def _usage(entry: Usage, print_: Printer) -> str:
    write = _currency(entry, print_)
    parts = []
    if entry.percent is not None:
        share, of = spread(entry.percent, _percent(print_)), _thing(entry.of)
        parts.append(say(words.SHARE_OF, share=share, whole=of) if of else share)
    if entry.fixed is not None:
        parts.append(spread(entry.fixed, write))
    limits = [
        say(said, value=spread(amount, write))
        for amount, said in (
            (entry.minimum, AT_LEAST),
            (entry.maximum, AT_MOST),
            (entry.minimum_monthly, words.AT_LEAST_MONTHLY),
            (entry.maximum_monthly, words.AT_MOST_MONTHLY),
        )
        if amount is not None
    ]
    head = [say(words.EACH, amount=" + ".join(parts), unit=_thing(entry.per))] if parts else []
    return ", ".join([*head, *limits])


def _tiered(entry: Tiered, print_: Printer) -> str:
    write = _currency(entry, print_)
    tiers = []
    for step in entry.steps:
        costs = [spread(step.fixed, write)] if step.fixed.value != 0 else []
        if step.price.value != 0:
            costs.append(say(words.FOR_EACH, amount=spread(step.price, write)))
        said, bound = (words.UP_TO, step.to) if step.to else (words.ABOVE, step.from_)
        price = " + ".join(costs) or write(0)
        tiers.append(say(said, bound=print_.number(bound), price=price))
    unit = _thing(entry.per)
    return say(words.TIERS[entry.mode], period=_period(entry), unit=unit, tiers="; ".join(tiers))


def _internal(entry: Internal, print_: Printer) -> str:
    hours = spread(entry.hours, print_.number)
    if entry.every:
        return say(words.HOURS, hours=hours, period=_period(entry))
    said = words.HOURS_AT_SIGNING if entry.start == 0 else words.HOURS_IN_MONTH
    return say(said, hours=hours, month=str(entry.start))


def _hours_saved(entry: HoursSaved, print_: Printer) -> str:
    said = words.HOURS if entry.every else words.HOURS_EACH
    hours = spread(entry.hours, print_.number)
    return say(said, hours=hours, period=_period(entry), unit=_thing(entry.per))


def _extra_margin(entry: ExtraMargin, print_: Printer) -> str:
    if entry.amount is not None and entry.every is not None:
        amount = spread(entry.amount, _currency(entry, print_))
        return say(words.BY_PERIOD, amount=amount, period=_period(entry))
    share = spread(entry.percent or Amount(), _percent(print_))
    return say(words.OF_WORTH, share=share, unit=_thing(entry.per))


_TERMS: Mapping[type, Callable[[Any, Printer], str]] = {
    OneOff: _one_off,
    Recurring: _recurring,
    Usage: _usage,
    Tiered: _tiered,
    Internal: _internal,
    HoursSaved: _hours_saved,
    ExtraMargin: _extra_margin,
    CostEnded: _recurring,
}


def _further(entry: Any, print_: Printer) -> Iterator[str]:
    # The only month of what comes once is told with it.
    is_once = isinstance(entry, Internal) and entry.every is None
    if not isinstance(entry, OneOff) and entry.start > 1 and not is_once:
        yield say(words.FROM_MONTH, month=str(entry.start))
    if entry.end is not None:
        yield say(words.UNTIL_MONTH, month=str(entry.end))
    if getattr(entry, "region", None):
        said = words.WORLDWIDE if entry.region == WORLD else words.IN_REGION
        yield say(said, region=in_sentence(entry.region))
    increase = getattr(entry, "yearly_increase", None)
    if increase is not None:
        yield say(words.RISING, share=spread(increase, print_.share))
    if isinstance(entry, Repeating) and entry.promotion is not None:
        yield _promotion(entry, print_)
    ramp = getattr(entry, "ramp_up", ())
    if ramp:
        yield say(words.RAMP_UP, shares=listed([print_.share(share) for share in ramp]))
    if getattr(entry, "probability", 1.0) < 1:
        yield say(words.PROBABILITY, share=print_.share(entry.probability))


def _promotion(entry: Any, print_: Printer) -> str:
    off, months = entry.promotion.percent_off, entry.promotion.months
    if off is not None:
        return say(words.LESS_AT_FIRST, months, share=_percent(print_)(off))
    amount = _currency(entry, print_)(entry.promotion.amount or 0.0)
    return say(words.PRICE_AT_FIRST, months, amount=amount)


def conflict_of(conflict: Disagreement, entry: Entry, print_: Printer) -> str:
    """A conflicting price, with its source."""
    writers = {"percent": _percent(print_), "hours": print_.number}
    said = [
        spread(amount, writers.get(name) or _currency(entry, print_))
        for name in ("amount", "percent", "fixed", "hours")
        if (amount := getattr(conflict, name)) is not None
    ]
    return " + ".join(said) + (f" ({conflict.source})" if conflict.source else "")


def assumption_title(key: Key, entries: Mapping[Key, tuple[str, Entry]]) -> str:
    """The title of an assumption; `entries` has each entry after its vendor's name."""
    for length in range(len(key) - 1, 0, -1):
        if key[:length] in entries:
            who, entry = entries[key[:length]]
            subject = f"{who}: {title_of(entry)}" if who else title_of(entry)
            way = [step for step in key[length:] if isinstance(step, str) and step != "tiers"]
            number = say(words.NUMBERS[" ".join(way)])
            tier = next((str(step + 1) for step in key[length:] if isinstance(step, int)), "")
            said = words.TIER_NUMBER_OF if tier else words.NUMBER_OF
            return say(said, entry=subject, tier=tier, number=number)
    return plan_title(key[2:])


def plan_title(way: Key) -> str:
    """The title of one of a plan's own assumptions."""
    if way[0] == "rates":
        return say(words.RATE_OF, currency=str(way[1]))
    if way[0] == "volumes":
        name, *further = (str(step) for step in way[1:])
        return say(words.OF_VOLUME[further[0]], volume=_thing(name)) if further else in_words(name)
    return say(words.PLANS[str(way[0])])


def ends_of(assumption: Assumption, ends: tuple[Any, Any], print_: Printer) -> tuple[str, str]:
    """The two ends at which an assumption is tested, as text."""
    if assumption.is_chance:
        return say(words.COMES_NOT), say(words.COMES)
    last = str(assumption.key[-1])
    is_factor = last == "share" and max(ends) > 1
    if last in {"growth", "share", "discount_rate", "yearly_increase"} and not is_factor:
        return print_.share(ends[0]), print_.share(ends[1])
    if last in {"percent", "percent_off"}:
        return f"{print_.number(ends[0])}%", f"{print_.number(ends[1])}%"
    return print_.number(ends[0]), print_.number(ends[1])
