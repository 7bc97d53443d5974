"""Facts formatted for reports."""

import datetime
import math
from collections.abc import Callable

from evalkit.diagnostics.record import Route
from evalkit.evaluation.derived.fact import OnDay, Worded, WorkedOut
from evalkit.evaluation.derived.interfaces import OfInterface
from evalkit.evaluation.derived.regional import Placed
from evalkit.evaluation.record.fact import FactResult, Freshness, ReadingResult
from evalkit.evaluation.record.reference import sourced
from evalkit.evaluation.record.source import Source
from evalkit.model.criteria import Criteria
from evalkit.model.fact import Fact, Reading
from evalkit.model.scales.stated import Value
from evalkit.model.source import is_past
from evalkit.wording.messages.catalogue import say
from evalkit.wording.messages.record import facts as words
from evalkit.wording.words import Texts, listed, said


def fact_result(
    fact: Fact, measure_id: str, criteria: Criteria, day: datetime.date, path: str, key: str = ""
) -> FactResult:
    """A fact with its age on a date and its location; `key` if it is not under `facts`."""
    unit, texts = criteria.unit_of(measure_id) or "", criteria.texts_of(measure_id)
    claims = not fact.is_unknown and not fact.not_applicable
    conflicts = tuple(_reading(conflict, unit, texts) for conflict in fact.conflicts)
    age = (day - fact.checked).days if fact.checked else None
    expired = is_past(fact.ends, day) and not fact.is_unknown
    return FactResult(
        text=_text(fact, unit, conflicts, texts),
        reading=None
        if not claims and not fact.source and not fact.note
        else _reading(fact, unit, texts),
        not_applicable=fact.not_applicable or "",
        looked=tuple(sourced(Source, look) for look in fact.looks),
        conflicts=conflicts,
        age_days=age,
        freshness="stale" if expired else _freshness(fact, age, criteria.fresh_days(measure_id)),
        expired=expired,
        scores=bool(fact.readings) and not fact.not_applicable,
        derived=isinstance(fact, WorkedOut),
        path=path,
        key=".".join((key or f"facts.{measure_id}", *map(str, _place(fact)))),
    )


def lasting(fact: FactResult, written: Callable[[datetime.date], str]) -> str:
    """What follows the age of a fact: whether it is stale, and until when it holds."""
    until = fact.reading.until if fact.reading else None
    parts = [say(words.STALE)] if fact.freshness == "stale" and not fact.expired else []
    if until is not None:
        holds = words.EXPIRED_ON if fact.expired else words.VALID_UNTIL
        parts.append(say(holds, day=written(until)))
    return "".join(f", {part}" for part in parts)


def _text(fact: Fact, unit: str, conflicts: tuple[ReadingResult, ...], texts: Texts) -> str:
    if fact.not_applicable:
        return say(words.NOT_APPLICABLE, reason=fact.not_applicable)
    if isinstance(fact, WorkedOut) and fact.is_unknown:
        return f"{fact.words}: {fact.note}"
    text = _missing(fact) if fact.is_unknown else _said(fact, unit, texts)
    if isinstance(fact, OfInterface):
        text = say(words.BY_INTERFACE, fact=text, interface=fact.interface)
    if fact.is_generated:
        text = say(words.GENERATED, fact=text)
    elsewhere = [each.text for each in conflicts if _is_elsewhere(each, fact)]
    others = [each.text for each in conflicts if not _is_elsewhere(each, fact)]
    text = "; ".join((text, *elsewhere))
    return say(words.OTHER_SOURCES, fact=text, others="; ".join(others)) if others else text


def _is_elsewhere(conflict: ReadingResult, fact: Fact) -> bool:
    """Whether another reading is about another region or edition, which is no contradiction."""
    pairs = (conflict.region, fact.region), (conflict.edition, fact.edition)
    return any(one and other and one != other for one, other in pairs)


def _place(fact: Fact) -> Route:
    return fact.place if isinstance(fact, (Placed, OfInterface, OnDay)) else ()


def _missing(fact: Fact) -> str:
    if isinstance(fact, OnDay):
        return fact.words
    if isinstance(fact, Placed) and fact.known_for:
        return say(words.KNOWN_FOR, names=listed(fact.known_for))
    return _where(say(words.NOT_FOUND if fact.looks else words.NOT_LOOKED_FOR), fact)


def _said(reading: Reading, unit: str, texts: Texts) -> str:
    if isinstance(reading, Worded):
        return _where(reading.words, reading)
    return _where(said(reading, reading.unit or unit, texts), reading)


def _where(text: str, reading: Reading) -> str:
    edition = say(words.EDITION, edition=reading.edition) if reading.edition else None
    where = ", ".join(filter(None, (reading.region, edition)))
    return f"{text} ({where})" if where else text


def _freshness(fact: Fact, age: int | None, fresh_days: int | None) -> Freshness:
    if fact.is_unknown:
        return "none"
    if age is None:
        return "undated"
    return "stale" if fresh_days is not None and age > fresh_days else "fresh"


def _reading(reading: Reading, unit: str, texts: Texts) -> ReadingResult:
    more, less = _is_endless(reading.high), _is_endless(reading.low)
    is_known = not reading.is_unknown or isinstance(reading, OnDay)
    return sourced(
        ReadingResult,
        reading,
        text=_said(reading, unit, texts) if is_known else say(words.NOT_FOUND),
        value=_stated(reading),
        at_least=reading.at_least is not None or more,
        at_most=less,
        low=None if more else _least(reading) if less else reading.low,
        likely=None if more or less else reading.likely,
        high=None if more else reading.high,
        region=reading.region or "",
        edition=reading.edition or "",
        until=reading.ends,
    )


def _least(reading: Reading) -> float | None:
    """The lowest that is possible without a low end: an age is 0 at the least."""
    return 0.0 if isinstance(reading, OnDay) else None


def _is_endless(end: float | None) -> bool:
    return end is not None and math.isinf(end)


def _stated(reading: Reading) -> Value | None:
    """What a reading states, or the least of what has no upper end."""
    if reading.at_least is not None:
        return reading.at_least
    is_least = isinstance(reading, Worded) and _is_endless(reading.high)
    return reading.low if is_least and reading.value is None else reading.value
