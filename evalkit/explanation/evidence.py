"""The evidence for a value, in words, and its location."""

import datetime
from dataclasses import dataclass

from evalkit.evaluation.facts import lasting
from evalkit.evaluation.record.evaluation import VendorResult
from evalkit.evaluation.record.fact import Beyond, FactResult, Freshness, ReadingResult
from evalkit.evaluation.record.source import Source
from evalkit.evaluation.record.verdict import Status
from evalkit.wording.messages.catalogue import say
from evalkit.wording.messages.record.facts import NOT_LOOKED_FOR
from evalkit.wording.words import aged, on_day

OPEN = ("not_looked_for", "not_found")
"""What is known of a value that spans its whole scale."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """The evidence on a vendor's value for one measure.

    `value` is 0 to 100, null if the measure does not apply; `text` is the fact in words; `source`,
    `via` and `age` are empty if there is none; `others` are the sources that disagree; `looked`
    says where and when something was looked for and not found; `beyond` names the end of the scale
    beyond which the fact lies; `path` and `key` are its place, or
    the place where it is missing.
    """

    measure: str
    status: Status
    value: float | None
    text: str
    source: str
    via: str
    checked: datetime.date | None
    freshness: Freshness
    age: str
    others: tuple[str, ...]
    looked: tuple[str, ...]
    beyond: Beyond
    path: str
    key: str


def evidence(vendor: VendorResult, measure: str) -> Evidence:
    """The evidence on one vendor's value for one measure; what is not known is never called bad."""
    value = vendor.measures[measure]
    fact = value.fact
    reading = fact.reading if fact and value.status not in OPEN else None
    return Evidence(
        measure=measure,
        status=value.status,
        value=value.value,
        text=fact.text if fact else say(NOT_LOOKED_FOR),
        source=(reading.source or "no source") if reading else "",
        via=reading.via if reading else "",
        checked=reading.checked if reading else None,
        freshness=fact.freshness if fact else "none",
        age=_age(fact, reading),
        others=tuple(_other(conflict) for conflict in fact.conflicts) if fact else (),
        looked=tuple(_looked(look) for look in fact.looked) if fact else (),
        beyond=value.beyond,
        path=fact.path if fact else vendor.path,
        key=fact.key if fact else f"facts.{measure}",
    )


def in_words(evidence: Evidence) -> str:
    """What a fact says, and beyond which end of its scale."""
    return f"{evidence.text}{_BEYOND[evidence.beyond]}"


_BEYOND: dict[Beyond, str] = {
    "": "",
    "worst": ", beyond the worst end",
    "best": ", beyond the best end",
    "both": ", beyond both ends",
}


def counted(unknown: str) -> str:
    """The value that the score uses for an unknown, in words."""
    return "at the worst of its scale" if unknown == "worst" else "at the middle of its scale"


def _age(fact: FactResult | None, reading: ReadingResult | None) -> str:
    # What is worked out is as old as what it is worked out from.
    if fact is None or reading is None or fact.derived:
        return ""
    if reading.checked is None or fact.age_days is None:
        return f"undated{lasting(fact, on_day)}"
    return f"{on_day(reading.checked)}, {aged(fact.age_days)}{lasting(fact, on_day)}"


def _other(conflict: ReadingResult) -> str:
    day = on_day(conflict.checked) if conflict.checked else "undated"
    until = f", until {on_day(conflict.until)}" if conflict.until else ""
    return f"{conflict.text}: {conflict.source or 'no source'}, {day}{until}"


def _looked(look: Source) -> str:
    return f"{look.source}, {on_day(look.checked)}" if look.checked else look.source
