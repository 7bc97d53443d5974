"""The evidence for a value, in words, and its location."""

import datetime
from dataclasses import dataclass

from evalkit.evaluation.record.evaluation import (
    Evaluation,
    FactResult,
    Freshness,
    ReadingResult,
    Status,
    VendorResult,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """The evidence on a vendor's value for one measure.

    `value` is 0 to 100, null if the measure does not apply; `text` is the fact in words; `source`,
    `via` and `age` are empty if there is none; `others` are the sources that disagree; `place` is
    the file and the key.
    """

    status: Status
    value: float | None
    text: str
    source: str
    via: str
    checked: datetime.date | None
    freshness: Freshness
    age: str
    others: tuple[str, ...]
    place: str


def evidence(evaluation: Evaluation, vendor: VendorResult, measure: str) -> Evidence:
    """The evidence on one vendor's value for one measure.

    An unknown is called unknown, with the value that the score uses; it is never called bad.
    """
    value = vendor.measures[measure]
    fact = value.fact
    reading = fact.reading if fact else None
    return Evidence(
        status=value.status,
        value=value.value,
        text=_text(fact, value.status, evaluation.plan.unknown),
        source=_source(reading, value.status),
        via=reading.via if reading else "",
        checked=reading.checked if reading else None,
        freshness=fact.freshness if fact else "none",
        age=_age(fact, value.status),
        others=tuple(_other(conflict) for conflict in fact.conflicts) if fact else (),
        place=f"{fact.path}, {fact.key}" if fact else f"{vendor.path}, facts.{measure} is missing",
    )


def counted(unknown: str) -> str:
    """The value that the score uses for an unknown, in words."""
    return "at the worst of its scale" if unknown == "worst" else "at the middle of its scale"


def _text(fact: FactResult | None, status: Status, unknown: str) -> str:
    said = fact.text if fact else "nobody has looked yet"
    return f"not known ({said}), counted {counted(unknown)}" if status == "unknown" else said


def _source(reading: ReadingResult | None, status: Status) -> str:
    if reading is None:
        return ""
    return reading.source or ("no source" if status in {"known", "range"} else "")


def _age(fact: FactResult | None, status: Status) -> str:
    if fact is None or fact.reading is None:
        return ""
    day = fact.reading.checked
    if status not in {"known", "range"}:
        return f"looked up {day.isoformat()}" if day else ""
    if day is None or fact.age_days is None:
        return "undated"
    days = f"{fact.age_days} {'day' if fact.age_days == 1 else 'days'} old"
    return f"{day.isoformat()}, {days}" + (", stale" if fact.freshness == "stale" else "")


def _other(conflict: ReadingResult) -> str:
    day = conflict.checked.isoformat() if conflict.checked else "undated"
    return f"{conflict.text}: {conflict.source or 'no source'}, {day}"
