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
from evalkit.wording.money import Printer

PERIODS = {"month": "a month", "quarter": "a quarter", "year": "a year"}
NOT_KNOWN = "not known"

Write = Callable[[float], str]


def spread(amount: Amount, write: Write) -> str:
    """An amount or its range as text, or a note that it is not known."""
    if amount.is_unknown:
        return NOT_KNOWN
    if amount.value is not None:
        return write(amount.value)
    if amount.at_least is not None:
        return f"at least {write(amount.at_least)}"
    low, *middle, high = amount.numbers
    likely = f", most likely {write(middle[0])}" if middle else ""
    return f"{write(low)} to {write(high)}{likely}"


def title_of(entry: Entry) -> str:
    """An entry's own title, or one derived from its kind."""
    return entry.title or _TITLES[type(entry)](entry)


def _thing(name: str | None) -> str:
    return in_lower_case(name or "")


_TITLES: Mapping[type, Callable[[Any], str]] = {
    OneOff: lambda _: "One-off fee",
    Recurring: lambda e: (
        f"Fee {PERIODS[e.every]}" + (f" for each {_thing(e.per)}" if e.per else "")
    ),
    Usage: lambda e: f"Fee for each {_thing(e.per)}",
    Tiered: lambda e: f"Fee by {_thing(e.per)}, in tiers",
    Internal: lambda e: "Own work" + (f" {PERIODS[e.every]}" if e.every else ""),
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
    when = "at signing" if entry.start == 0 else f"in month {entry.start}"
    return f"{spread(entry.amount, _currency(entry, print_))} once, {when}"


def _recurring(entry: Recurring, print_: Printer) -> str:
    each = f" for each {_thing(entry.per)}" if entry.per else ""
    return f"{spread(entry.amount, _currency(entry, print_))} {PERIODS[entry.every]}{each}"


def _usage(entry: Usage, print_: Printer) -> str:
    write = _currency(entry, print_)
    parts = []
    if entry.percent is not None:
        of = f" of {_thing(entry.of)}" if entry.of else ""
        parts.append(f"{spread(entry.percent, _percent(print_))}{of}")
    if entry.fixed is not None:
        parts.append(spread(entry.fixed, write))
    limits = [
        f"{words} {spread(amount, write)}{period}"
        for amount, words, period in (
            (entry.minimum, "at least", ""),
            (entry.maximum, "at most", ""),
            (entry.minimum_monthly, "at least", " a month"),
            (entry.maximum_monthly, "at most", " a month"),
        )
        if amount is not None
    ]
    each = f" for each {_thing(entry.per)}" if parts else ""
    return ", ".join(filter(None, [" + ".join(parts) + each, *limits]))


def _tiered(entry: Tiered, print_: Printer) -> str:
    write = _currency(entry, print_)
    how = "each at its tier's price" if entry.mode == "graduated" else "all at the price reached"
    steps = []
    for step in entry.steps:
        upto = (
            f"up to {print_.number(step.to)}" if step.to else f"above {print_.number(step.from_)}"
        )
        costs = [
            f"{spread(amount, write)}{suffix}"
            for amount, suffix in ((step.fixed, ""), (step.price, " each"))
            if amount.value != 0
        ]
        steps.append(f"{upto}: {' + '.join(costs) or write(0)}")
    return f"{PERIODS[entry.every]} by {_thing(entry.per)}, {how}: {'; '.join(steps)}"


def _internal(entry: Internal, print_: Printer) -> str:
    when = PERIODS[entry.every] if entry.every else "once"
    if entry.every is None:
        when += ", at signing" if entry.start == 0 else f", in month {entry.start}"
    return f"{spread(entry.hours, print_.number)} hours {when}"


def _hours_saved(entry: HoursSaved, print_: Printer) -> str:
    when = PERIODS[entry.every] if entry.every else f"for each {_thing(entry.per)}"
    return f"{spread(entry.hours, print_.number)} hours {when}"


def _extra_margin(entry: ExtraMargin, print_: Printer) -> str:
    if entry.amount is not None and entry.every is not None:
        return f"{spread(entry.amount, _currency(entry, print_))} {PERIODS[entry.every]}"
    percent = entry.percent or Amount()
    return f"{spread(percent, _percent(print_))} of the worth of each {_thing(entry.per)}"


def _cost_ended(entry: CostEnded, print_: Printer) -> str:
    each = f" for each {_thing(entry.per)}" if entry.per else ""
    return f"{spread(entry.amount, _currency(entry, print_))} {PERIODS[entry.every]}{each}"


_TERMS: Mapping[type, Callable[[Any, Printer], str]] = {
    OneOff: _one_off,
    Recurring: _recurring,
    Usage: _usage,
    Tiered: _tiered,
    Internal: _internal,
    HoursSaved: _hours_saved,
    ExtraMargin: _extra_margin,
    CostEnded: _cost_ended,
}


def _further(entry: Any, print_: Printer) -> Iterator[str]:
    # The only month of what comes once is told with it.
    is_once = isinstance(entry, Internal) and entry.every is None
    if not isinstance(entry, OneOff) and entry.start > 1 and not is_once:
        yield f"from month {entry.start}"
    if entry.end is not None:
        yield f"until month {entry.end}"
    if getattr(entry, "region", None):
        yield "worldwide" if entry.region == WORLD else f"in {in_sentence(entry.region)}"
    increase = getattr(entry, "yearly_increase", None)
    if increase is not None:
        yield f"rising by {spread(increase, print_.share)} a year"
    if isinstance(entry, Repeating) and entry.promotion is not None:
        promotion = entry.promotion
        off = (
            f"{print_.number(promotion.percent_off)}% less"
            if promotion.percent_off is not None
            else _currency(entry, print_)(promotion.amount or 0.0)
        )
        yield f"{off} in the first {promotion.months} months"
    ramp = getattr(entry, "ramp_up", ())
    if ramp:
        yield f"reached to {' and '.join(print_.share(share) for share in ramp)} at first"
    if getattr(entry, "probability", 1.0) < 1:
        yield f"probability {print_.share(entry.probability)}"


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
            rest = [_thing(str(step)) for step in key[length:] if isinstance(step, str)]
            number = [step + 1 for step in key[length:] if isinstance(step, int)]
            tier = f"tier {number[0]} " if number else ""
            return f"{subject}, {tier}{' '.join(each for each in rest if each != 'tiers')}"
    return plan_title(key[2:])


def plan_title(way: Key) -> str:
    """The title of one of a plan's own assumptions."""
    if way[0] == "rates":
        return f"Exchange rate of {way[1]}"
    if way[0] == "volumes":
        name, *further = (str(step) for step in way[1:])
        words = f"{further[0]} of {_thing(name)}" if further else name
        return in_words(words)
    return in_words(str(way[0]))


def ends_of(assumption: Assumption, ends: tuple[Any, Any], print_: Printer) -> tuple[str, str]:
    """The two ends at which an assumption is tested, as text."""
    if assumption.is_chance:
        return "it does not come", "it comes"
    last = str(assumption.key[-1])
    is_factor = last == "share" and max(ends) > 1
    if last in {"growth", "share", "discount_rate", "yearly_increase"} and not is_factor:
        return print_.share(ends[0]), print_.share(ends[1])
    if last in {"percent", "percent_off"}:
        return f"{print_.number(ends[0])}%", f"{print_.number(ends[1])}%"
    return print_.number(ends[0]), print_.number(ends[1])
