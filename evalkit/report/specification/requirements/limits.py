"""Volumes and limits in words, alone and together."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from evalkit.evaluation.record.fit import FlowResult
from evalkit.integration.pools import beside
from evalkit.model.saved import LimitValue
from evalkit.report.specification.draft import Draft, Held
from evalkit.wording.numbers import grouped, thousands
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


def limits_in_words(held: Held) -> list[str]:
    """The known limits for a flow: those of the data object, else of the whole interface."""
    for each in (held.record, held.api):
        if each is None:
            continue
        carried = each.data.get(held.flow.data)
        own = carried.limits if carried else {}
        found = in_words({**beside(own, each.limits), **own})
        batch = carried.batch if carried else None
        texts = [f"{each.title} takes {found}."] if found else []
        texts += [f"{each.title}: {each.limits_note}"] if each.limits_note else []
        texts += [f"A request holds up to {thousands(batch)} records."] if batch else []
        if texts:
            return texts
    return []


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
    """Limits shared by several flows; none for evaluations saved without them."""
    numbers = {held.flow.id: held.number for held in draft.held}
    for load in draft.own.shared:
        flows = [numbers[flow] for flow in load.flows]
        when = " if their busiest times coincide" if load.is_peak else ""
        text = f"{load.check.text}{when}"
        yield Shared(flows, load.title, text, not load.check.is_enough)
