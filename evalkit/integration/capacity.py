"""Whether an interface's rate limits allow the peak load of a flow."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from evalkit.model.flow import Flow
from evalkit.model.integration import Carried, Limits
from evalkit.model.saved import Size
from evalkit.wording.numbers import thousands, up_to_two_decimals

HOUR, DAY = 3600.0, 86_400.0
SLOW = ("daily",)
"""Timings for which the shop's own queue may spread the peak over the day."""


Period = Literal["second", "hour", "day"]
_WHEN: dict[Period, str] = {
    "second": "the busiest second",
    "hour": "the busiest hour",
    "day": "a day",
}


@dataclass(frozen=True, slots=True)
class LimitCheck:
    """A rate limit compared with the need."""

    limit: str
    """The name of the limit, such as `per_second`."""
    allowed: Size
    """Requests allowed in the period."""
    needed: Size
    ratio: Size
    """Allowed ÷ needed; below 1 the limit is too low."""
    text: str
    """The arithmetic in words."""
    period: Period | None = None
    """The period of both figures; None in evaluations saved without it."""


@dataclass(frozen=True, slots=True)
class Need:
    """The requests a flow makes on a route."""

    per_second: float | None
    per_hour: float | None
    per_day: float | None
    how: str
    """How records become requests, in words; empty if each record is one request."""


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
        parts.append(f"{carried.calls:g} requests for each")
    if carried.batch and carried.batch > 1:
        parts.append(f"{thousands(carried.batch)} records in a request")
    return ", ".join(parts)


def checks(limits: Limits, wanted: Need) -> Iterator[LimitCheck]:
    """Checks of the tightest limit of each period for which the need is known."""
    hourly = _hourly(limits)
    if wanted.per_second is not None and limits.per_second is not None:
        allowed = max(limits.per_second, float(limits.burst or 0))
        name = "burst" if allowed > limits.per_second else "per_second"
        yield _check(name, allowed, wanted.per_second, "second", wanted.how)
    if wanted.per_hour is not None and hourly is not None:
        name, allowed, how = hourly
        # A burst allowance counts once an hour.
        extra = limits.burst or 0
        more = f" and {thousands(extra)} at once" if extra else ""
        yield _check(name, allowed + extra, wanted.per_hour, "hour", wanted.how, how + more)
    if wanted.per_day is not None and limits.per_day is not None:
        yield _check("per_day", limits.per_day, wanted.per_day, "day", wanted.how)


def _hourly(limits: Limits) -> tuple[str, float, str] | None:
    """The name of the tightest rate limit, its requests in an hour, and the arithmetic."""
    found = []
    if limits.per_second is not None:
        found.append(
            (limits.per_second * HOUR, "per_second", f"{limits.per_second:g} a second × 3,600")
        )
    if limits.per_minute is not None:
        found.append((limits.per_minute * 60, "per_minute", f"{limits.per_minute:g} a minute × 60"))
    if limits.per_hour is not None:
        found.append((limits.per_hour, "per_hour", ""))
    if not found:
        return None
    allowed, name, how = min(found)
    return name, allowed, how


def _check(
    name: str, allowed: float, needed: float, period: Period, how: str, source: str = ""
) -> LimitCheck:
    ratio = allowed / needed
    by = f" ({source})" if source else ""
    text = (
        f"{up_to_two_decimals(needed)} requests in {_WHEN[period]}{f' ({how})' if how else ''}, "
        f"{up_to_two_decimals(allowed)} allowed{by}: {_times(ratio)}"
    )
    return LimitCheck(name, allowed, needed, ratio, text, period)


def _times(ratio: float) -> str:
    if ratio >= 1:
        times = up_to_two_decimals(ratio)
        return "just what is needed" if times == "1" else f"{times} times what is needed"
    return f"{up_to_two_decimals(ratio * 100)}% of what is needed"
