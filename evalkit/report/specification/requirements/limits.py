"""Volumes and limits in words, alone and together."""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from evalkit.evaluation.record.fit import FlowResult
from evalkit.integration.capacity import LimitCheck
from evalkit.integration.shared import SharedLoad
from evalkit.model.saved import LimitValue
from evalkit.report.specification.draft import Draft, Held
from evalkit.wording.numbers import grouped
from evalkit.wording.words import listed

LIMITS = {
    "per_second": "{} requests a second",
    "per_minute": "{} requests a minute",
    "per_hour": "{} requests an hour",
    "per_day": "{} requests a day",
    "burst": "{} more at once",
    "concurrency": "{} requests at a time",
    "page_size": "{} records in an answer",
}


def volumes_in_words(flow: FlowResult) -> list[str]:
    """The number of records by period, where the plan gives it."""
    told = (
        (flow.per_day, f"{{}} {'record' if flow.per_day == 1 else 'records'} on an average day"),
        (flow.peak_per_hour, "{} in the busiest hour"),
        (flow.peak_per_second, "{} in the busiest second"),
    )
    return [words.format(grouped(number)) for number, words in told if number is not None]


def tightest(checks: Sequence[LimitCheck]) -> LimitCheck:
    """The comparison that leaves the least; the first one if several do."""
    return min(checks, key=lambda each: math.inf if each.ratio is None else each.ratio)


def own_limits(held: Held) -> str:
    """The limits of the data object alone; those of the interface are on its sheet."""
    for each in (held.record, held.api):
        carried = each.data.get(held.flow.data) if each else None
        if each and carried and carried.limits:
            return f"{each.title} takes {in_words(carried.limits)} of this data."
    return ""


def in_words(limits: Mapping[str, LimitValue]) -> str:
    """Limits as a phrase; empty if none is known."""
    told = [LIMITS.get(name, f"{name} {{}}").format(_number(n)) for name, n in limits.items()]
    return listed(told) if told else ""


def _number(value: LimitValue) -> str:
    if isinstance(value, tuple):
        low, high = value
        return f"at least {grouped(low)}" if high is None else f"{grouped(low)} to {grouped(high)}"
    return value if isinstance(value, str) else grouped(value)


@dataclass(frozen=True, slots=True)
class Shared:
    """A limit that several flows share."""

    flows: list[str]
    title: str
    """The plug-in or interface they share."""
    text: str
    """The arithmetic of the total."""
    is_too_little: bool


def together(draft: Draft) -> Iterator[Shared]:
    """The tightest limit shared by the same flows; none for evaluations saved without them."""
    numbers = {held.flow.id: held.number for held in draft.held}
    loads: dict[tuple[object, str], list[SharedLoad]] = {}
    for load in draft.own.shared:
        loads.setdefault((load.flows, load.title), []).append(load)
    for same in loads.values():
        check = tightest([load.check for load in same])
        load = next(each for each in same if each.check is check)
        flows = [numbers[flow] for flow in load.flows]
        when = " if their busiest times coincide" if load.is_peak else ""
        yield Shared(flows, load.title, f"{check.text}{when}", not check.is_enough)
