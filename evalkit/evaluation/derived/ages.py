"""Vendors' facts as they stand on a plan's day: ages, counts within a window, and stale ones."""

import datetime
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from evalkit.evaluation.derived.fact import OnDay, on_day
from evalkit.model.criteria import Criteria
from evalkit.model.fact import Fact, Reading
from evalkit.model.scale import Checklist, Measure
from evalkit.model.source import is_past
from evalkit.model.vendor import Vendor
from evalkit.wording.messages.catalogue import say
from evalkit.wording.messages.record import facts as words
from evalkit.wording.messages.words import AT_LEAST
from evalkit.wording.numbers import number, plural_of
from evalkit.wording.rounding import NEAREST, UP, rounded
from evalkit.wording.words import on_day as written
from evalkit.wording.words import quantity

DAYS_A_YEAR = 365.25
PLACES = 2
"""Decimals of months."""


def as_of_day(
    vendors: Sequence[Vendor],
    criteria: Criteria,
    day: datetime.date,
    stale: Literal["counts", "unknown"],
) -> list[Vendor]:
    """The vendors with their facts as they stand on a day.

    `stale` says whether a fact that is older than its `fresh_for`, or past its `until`, counts, or
    is unknown.
    """
    measures = changing(criteria, day, stale)
    return [_with(vendor, dict(_changed(vendor, measures))) for vendor in vendors]


def changing(
    criteria: Criteria, day: datetime.date, stale: Literal["counts", "unknown"]
) -> "dict[str, AsOf]":
    """How facts stand on a day, by measure, where they may stand otherwise than a file says."""
    return {
        name: AsOf(leaf.measure, criteria.fresh_days(name), day, stale == "unknown")
        for name, leaf in criteria.leaves.items()
        if leaf.measure.age
        or leaf.measure.window
        or isinstance(leaf.measure.scale, Checklist)
        or stale == "unknown"
    }


def _changed(vendor: Vendor, measures: "dict[str, AsOf]") -> Iterator[tuple[str, Fact]]:
    for name, measure in measures.items():
        fact = vendor.facts.get(name)
        if fact is not None:
            yield name, measure.fact(fact)


def _with(vendor: Vendor, facts: dict[str, Fact]) -> Vendor:
    if not facts:
        return vendor
    return vendor.model_copy(update={"facts": {**vendor.facts, **facts}})


@dataclass(frozen=True, slots=True)
class AsOf:
    """How facts on one measure stand on a day."""

    measure: Measure
    fresh_for: int | None
    day: datetime.date
    drops_stale: bool

    def fact(self, fact: Fact) -> Fact:
        """A fact, with what other sources state instead, on this day."""
        found = self._reading(fact)
        conflicts = tuple(self._reading(each) or each for each in fact.conflicts)
        if found is None and conflicts == fact.conflicts:
            return fact
        return (found or fact).model_copy(update={"conflicts": conflicts})

    def _reading(self, reading: Reading) -> OnDay | None:
        """What follows from a reading on this day; None if it stands as it is."""
        if reading.is_unknown:
            return None
        dropped = self._dropped(reading) if self.drops_stale else ""
        if dropped:
            return on_day(reading, unknown=True, not_applicable=None, words=dropped)
        ended = reading.ended(self.day)
        if ended:
            return _without(reading, ended)
        if self.measure.age and isinstance(reading.value, str):
            return self._age(reading, datetime.date.fromisoformat(reading.value))
        return self._count(reading) if self.measure.window else None

    def _dropped(self, reading: Reading) -> str:
        """Why a reading is unknown if what is stale is, in words; empty if it is not stale."""
        if reading.ends is not None and is_past(reading.ends, self.day):
            return say(words.EXPIRED_ON, day=written(reading.ends))
        if reading.checked is not None and self._is_old(reading.checked):
            return say(words.NOT_SINCE, day=written(reading.checked))
        return ""

    def _is_old(self, checked: datetime.date) -> bool:
        return self.fresh_for is not None and (self.day - checked).days > self.fresh_for

    def _age(self, reading: Reading, since: datetime.date) -> OnDay:
        """The age, and anything down to 0 where nobody looked of late for something newer."""
        days = max(float((self.day - since).days), 0.0)
        is_open = reading.checked is None or bool(self._dropped(reading))
        age = days if self.measure.age == "days" else days * 12 / DAYS_A_YEAR
        shown = self._shown(age, UP if is_open else NEAREST)
        told = say(words.AGE_AT_MOST if is_open else words.AGE, age=shown, day=written(since))
        low = -math.inf if is_open else age
        return on_day(reading, low=low, likely=age, high=age, words=told, open_ended=is_open)

    def _shown(self, age: float, way: str) -> str:
        if self.measure.age == "days":
            return say(words.DAYS, int(age), count=str(int(age)))
        months = float(rounded(age, PLACES, way))
        return say(words.MONTHS, plural_of(months), count=number(months))

    def _count(self, reading: Reading) -> OnDay | None:
        """The count, and anything above it where its window ended before the day."""
        low = reading.value if reading.low is None else reading.low
        is_today = reading.checked is not None and reading.checked >= self.day
        if is_today or not isinstance(low, float):
            return None
        told = say(AT_LEAST, value=quantity(low, self.measure.unit or ""))
        return on_day(reading, low=low, likely=low, high=math.inf, words=told, open_ended=True)


def _without(reading: Reading, ended: Mapping[str, datetime.date]) -> OnDay:
    """A list in which items that no longer hold are open, and the rest stands."""
    rest = tuple(name for name in reading.names if name not in ended)
    key, known = "value", ", ".join(rest)
    if reading.at_least is not None:
        key, known = "at_least", say(AT_LEAST, value=known) if rest else ""
    told = "; ".join(
        [
            *([known] if rest else []),
            *(
                say(words.ITEM_EXPIRED_ON, item=name, day=written(day))
                for name, day in ended.items()
            ),
        ]
    )
    return on_day(reading, perhaps=tuple(ended), words=told, open_ended=True, **{key: rest})
