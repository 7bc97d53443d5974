"""Where a fact was read, or looked for, as lines of a table."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from evalkit.evaluation.record.fact import FactResult, ReadingResult
from evalkit.evaluation.record.source import Source
from evalkit.templates.escape import web_link
from evalkit.templates.view import View
from evalkit.wording.messages import evidence as told
from evalkit.wording.messages.catalogue import Message, say
from evalkit.wording.messages.figures import date

LONGEST = 60
"""Maximum length of an address as it is shown; the link has all of it."""


def sources(fact: FactResult) -> list[View]:
    """The fact's own source, those that say otherwise, and where it was looked for in vain."""
    return list(_sources(fact))


def _sources(fact: FactResult) -> Iterator[View]:
    reading = fact.reading
    if reading is not None:
        yield _source(reading, _of(fact), _until(fact, reading))
    for other in fact.conflicts:
        message = told.ELSEWHERE if is_elsewhere(other, fact) else told.SAYS_OTHERWISE
        yield _source(other, say(message, value=other.text), "")
    # The source of what was not found is where it was looked for.
    if reading is None or not reading.source:
        for look in fact.looked:
            yield _source(look, "", "", told.LOOKED)


def _of(fact: FactResult) -> str:
    """What the first of several sources says."""
    if fact.reading is None or not fact.conflicts:
        return ""
    return say(told.SAYS, value=fact.reading.text)


def is_elsewhere(other: ReadingResult, fact: FactResult) -> bool:
    """Whether another reading is about another region or edition, which is no contradiction."""
    own = fact.reading
    if own is None:
        return False
    pairs = (other.region, own.region), (other.edition, own.edition)
    return any(one and two and one != two for one, two in pairs)


def _until(fact: FactResult, reading: ReadingResult) -> str:
    if reading.until is None:
        return ""
    return say(told.EXPIRED if fact.expired else told.UNTIL, day=date(reading.until))


def _source(origin: Source, says: str, until: str, day: Message = told.CHECKED) -> View:
    return {
        "says": says,
        "shown": _shown(origin.source),
        "link": web_link(origin.source),
        "via": say(told.VIA, copy=_shown(origin.via)) if origin.via else "",
        "via_link": web_link(origin.via),
        "day": say(day, day=date(origin.checked)) if origin.checked else "",
        "until": until,
        "note": origin.note,
    }


def _shown(address: str) -> str:
    """An address without its scheme, cut if it is long; what is no address stays as it is."""
    if not web_link(address):
        return address
    parts = urlsplit(address)
    words = f"{parts.netloc}{parts.path}"
    return words if len(words) <= LONGEST else f"{words[: LONGEST - 1]}…"
