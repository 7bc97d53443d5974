"""Volumes and limits in words, alone and together."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from evalkit.evaluation.record.fit import FlowResult
from evalkit.integration.capacity import Period
from evalkit.report.specification.draft import Draft, Held
from evalkit.wording.numbers import grouped, significant, thousands
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


PERIODS: dict[Period, str] = {"second": "a second", "hour": "an hour", "day": "a day"}


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
        found = in_words((carried.limits if carried else {}) or each.limits)
        batch = carried.batch if carried else None
        texts = [f"{each.title} takes {found}."] if found else []
        texts += [f"{each.title}: {each.limits_note}"] if each.limits_note else []
        texts += [f"A request holds up to {thousands(batch)} records."] if batch else []
        if texts:
            return texts
    return []


def in_words(limits: dict[str, float]) -> str:
    """Limits as a phrase; empty if none is known."""
    told = [LIMITS.get(name, f"{name} {{}}").format(grouped(n)) for name, n in limits.items()]
    return listed(told) if told else ""


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
    """Limits shared by several flows; none for evaluations saved without periods."""
    shared: dict[tuple[str, Period, float], list[tuple[str, float]]] = defaultdict(list)
    for held in draft.held:
        route = held.cell.route
        for check in route.limits if route else ():
            if route and check.period:
                key = (route.title, check.period, check.allowed)
                shared[key].append((held.number, check.needed))
    for (title, unit, allowed), needs in shared.items():
        if len(needs) > 1:
            names, numbers = zip(*needs, strict=True)
            is_too_little = allowed < sum(numbers)
            yield Shared(list(names), title, _sum(unit, allowed, numbers), is_too_little)


def _sum(unit: Period, allowed: float, needs: tuple[float, ...]) -> str:
    total = sum(needs)
    terms = " + ".join(grouped(round(each, 3)) for each in needs)
    ratio = allowed / total
    times = f"{grouped(ratio, 3)} times" if ratio >= 1 else f"{significant(ratio * 100, 2)}% of"
    requests = f"{grouped(round(total, 3))} requests {PERIODS[unit]}"
    return (
        f"{terms} = {requests} if their busiest times coincide, "
        f"{grouped(allowed)} allowed: {times} what is needed"
    )
