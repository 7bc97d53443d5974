"""Whether an interface's limits allow the load of a flow."""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from evalkit.level import SAME
from evalkit.model.flow import Flow
from evalkit.model.integration import Allowed, Carried
from evalkit.model.saved import Size
from evalkit.wording.messages.catalogue import Message, say
from evalkit.wording.messages.record import routes as words
from evalkit.wording.messages.words import AT_LEAST
from evalkit.wording.numbers import (
    between,
    grouped,
    plural_of,
    share_of_need,
    significant,
    thousands,
    up_to_two_decimals,
)
from evalkit.wording.words import listed

SLOW = ("daily",)
"""Timings for which the shop's own queue may spread the peak over the day."""

Period = Literal["second", "hour", "day"]
PERIODS: Mapping[Period, int] = {"second": 1, "hour": 3600, "day": 86_400}
"""Their lengths in seconds, in rising order."""
_UNITS = {"per_second": 1, "per_minute": 60, "per_hour": 3600, "per_day": 86_400}
"""The length of a limit's own period in seconds."""


@dataclass(frozen=True, slots=True)
class LimitCheck:
    """The limits compared with the need in one period."""

    limit: str
    """The name of the tightest limit, such as `per_second`."""
    allowed: Size | None
    """Requests certainly allowed in the period; None if there is no limit."""
    needed: Size
    ratio: Size | None
    """Allowed ÷ needed; None if there is no limit."""
    text: str
    """The arithmetic in words."""
    period: Period | None = None
    """The period of both figures; None in evaluations saved without it."""
    most: Size | None = None
    """The most requests that may be allowed; None if that has no end."""

    @property
    def is_enough(self) -> bool:
        """Whether what is needed is certainly allowed."""
        return self.ratio is None or self.ratio >= 1 - SAME

    @property
    def is_open(self) -> bool:
        """Whether more is needed than certainly allowed, and may still be allowed."""
        return not self.is_enough and (self.most is None or _allows(self.most, self.needed))


@dataclass(frozen=True, slots=True)
class Bound:
    """How many requests the limits on record allow in a period."""

    limit: str
    """The name of the tightest one."""
    least: float
    """The number certainly allowed; infinite without a limit."""
    most: float
    """The number allowed at most; infinite if it has no known end."""
    how: str = ""
    """The arithmetic, if the limit is that of another period."""


@dataclass(frozen=True, slots=True)
class Need:
    """The requests a flow makes on a route."""

    per_second: float | None
    per_hour: float | None
    per_day: float | None
    how: str
    """How records become requests, in words; empty if each record is one request."""

    def stated(self) -> dict[Period, float]:
        """The requests by period, where the plan gives them."""
        found: dict[Period, float | None] = {
            "second": self.per_second,
            "hour": self.per_hour,
            "day": self.per_day,
        }
        return {period: number for period, number in found.items() if number is not None}

    def peak(self, period: Period) -> float | None:
        """The requests in the busiest such period, as far as shorter ones tell."""
        stated = self.stated()
        inside = [n for each, n in stated.items() if PERIODS[each] <= PERIODS[period]]
        return max(inside, default=None)


def need(flow: Flow, carried: Carried, *, evened_out: bool = False) -> Need:
    """The requests of a flow, spread over the day by a queue if `evened_out`."""
    each = carried.calls / (carried.batch or 1)
    second = None if flow.peak_per_second is None else flow.peak_per_second * each
    hour = None if flow.peak_per_hour is None else flow.peak_per_hour * each
    day = None if flow.per_day is None else flow.per_day * each
    if evened_out and day is not None:
        second, hour = None, day / 24
    return Need(second, hour, day, _how(carried))


def _how(carried: Carried) -> str:
    parts = []
    if carried.calls != 1:
        calls = float(carried.calls)
        parts.append(say(words.FOR_EACH, plural_of(calls), count=significant(calls, 6)))
    if carried.batch and carried.batch > 1:
        parts.append(say(words.IN_REQUEST, carried.batch))
    return ", ".join(parts)


def bound(limits: Mapping[str, Allowed], period: Period) -> Bound | None:
    """How many requests limits allow in a period; None if no limit is given.

    A limit of a shorter period counts as often as its period passes. In no part of a longer
    period can there be more than the whole of it allows.
    """
    found = [_bound(name, limits, period) for name in _UNITS if name in limits]
    if not found:
        return None
    # Of equal ones that of the period itself needs no arithmetic.
    lowest = min(found, key=lambda each: (each.least, each.most, each.how != ""))
    return replace(lowest, most=min(each.most for each in found))


def _bound(name: str, limits: Mapping[str, Allowed], period: Period) -> Bound:
    allowed, unit, said = limits[name], _UNITS[name], in_words(limits[name])
    times = max(1, PERIODS[period] // unit)
    least, most = allowed.least * times, allowed.most * times
    # A burst comes on top of a rate once, until the rate has caught up; it adds to no quota.
    burst = limits.get("burst") if name != "per_day" else None
    if burst and PERIODS[period] == unit == 1:
        name = "burst" if burst.least > least else name
        return Bound(name, max(least, burst.least), max(most, burst.most))
    rate = say(words.RATES[name], allowed=said)
    parts = [f"{rate} × {thousands(times)}"] if times > 1 else []
    parts += [say(words.IN_WHOLE[name], allowed=said)] if unit > PERIODS[period] else []
    if burst:
        parts = [*(parts or [rate]), say(words.AT_ONCE, allowed=in_words(burst))]
        least, most = least + burst.least, most + burst.most
    return Bound(name, least, most, listed(parts) if parts else "")


def either(bounds: Sequence[Bound]) -> Bound | None:
    """What is allowed if one of several bounds holds and it is not known which."""
    if not bounds:
        return None
    lowest = min(bounds, key=lambda each: (each.least, each.most, each.limit))
    return replace(lowest, most=max(each.most for each in bounds))


def in_words(allowed: Allowed) -> str:
    """A limit as a number, a range, "at least" a number, or "unlimited"."""
    return _range_in_words(allowed.least, allowed.most)


def _range_in_words(least: float, most: float) -> str:
    if least == math.inf:
        return say(words.UNLIMITED)
    if most == math.inf:
        return say(AT_LEAST, value=up_to_two_decimals(least))
    return between(up_to_two_decimals(least), up_to_two_decimals(most))


def checks(bounds: Mapping[Period, Bound], wanted: Need) -> Iterator[LimitCheck]:
    """The bound of each period for which the need is known, compared with the need."""
    for period, needed in wanted.stated().items():
        if period in bounds:
            yield check(bounds[period], needed, period, words.AT_PEAK[period], wanted.how)


def check(
    found: Bound, needed: float, period: Period, requests: Message, how: str = ""
) -> LimitCheck:
    """A bound compared with a need; `how` says how its requests come about."""
    is_unlimited = found.least == math.inf
    return LimitCheck(
        limit=found.limit,
        allowed=None if is_unlimited else found.least,
        needed=needed,
        ratio=None if is_unlimited else found.least / needed,
        text=_text(found, needed, requests, how),
        period=period,
        most=None if found.most == math.inf else found.most,
    )


def tightest(found: Sequence[LimitCheck]) -> LimitCheck | None:
    """The check that leaves the least room; None if there is none."""
    return min(found, key=lambda each: math.inf if each.ratio is None else each.ratio, default=None)


def _allows(number: float, needed: float) -> bool:
    return number >= needed * (1 - SAME)


def _text(found: Bound, needed: float, requests: Message, how: str) -> str:
    wanted, allowed = up_to_two_decimals(needed), _range_in_words(found.least, found.most)
    if wanted == allowed and not math.isclose(needed, found.least):
        wanted, allowed = grouped(needed, 12), grouped(found.least, 12)
    told = say(requests, plural_of(needed), count=wanted)
    told = say(words.WITH_HOW, requests=told, how=how) if how else told
    if found.least == math.inf:
        said = words.ANY_NUMBER_BY if found.how else words.ANY_NUMBER
        return say(said, requests=told, how=found.how)
    said, verdict = words.ALLOWED_BY if found.how else words.ALLOWED, _verdict(found, needed)
    return say(said, requests=told, allowed=allowed, how=found.how, verdict=verdict)


def _verdict(found: Bound, needed: float) -> str:
    is_range = found.most > found.least
    if _allows(found.least, needed):
        times = up_to_two_decimals(found.least / needed)
        if times == "1":
            return say(words.AT_LEAST_NEEDED if is_range else words.JUST)
        return say(words.TIMES_AT_LEAST if is_range else words.TIMES, times=times)
    if _allows(found.most, needed):
        return say(words.MAYBE_ALLOWED)
    share = share_of_need(found.most / needed)
    return say(words.SHARE_AT_MOST if is_range else words.SHARE, share=share)
