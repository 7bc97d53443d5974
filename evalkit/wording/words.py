"""Facts, scales and gates in words."""

import calendar
import datetime
from collections.abc import Mapping, Sequence
from typing import Literal

from evalkit.model.fact import Reading
from evalkit.model.forms import UNLIMITED
from evalkit.model.project.questions import Question
from evalkit.model.scale import Checklist, Levels, Linear, Points, Scale
from evalkit.model.scales.rating import Rating
from evalkit.model.scales.stated import Value, level_name
from evalkit.wording.messages.catalogue import is_english, say
from evalkit.wording.messages.words import (
    AFTER,
    AT_LEAST,
    AT_MOST,
    CHECKLIST,
    END_MEANS,
    LEVEL_MEANS,
    MORE,
    MOST_LIKELY,
    NO,
    NONE_OF,
    OLD,
    PEAK,
    RANGE,
    SPELLED,
    STRAIGHT,
    THROUGH,
    THROUGH_IN,
    YEARS,
    YES,
)
from evalkit.wording.numbers import number, whole


def quantity(value: float, unit: str) -> str:
    """A number with its unit."""
    return f"{number(value)} {unit}".strip()


Texts = Mapping[float, str]
"""What the levels of a rating mean."""


def said(reading: Reading, unit: str, texts: Texts | None = None) -> str:
    """The value that a source states, in words; a level of a rating is followed by its text."""
    if reading.low is not None and reading.high is not None:
        low, high = number(reading.low), quantity(reading.high, unit)
        if texts and {reading.low, reading.high} <= texts.keys():
            low = say(END_MEANS, level=low, text=texts[reading.low])
            high = say(END_MEANS, level=high, text=texts[reading.high])
        spread = say(RANGE, low=low, high=high)
        if reading.likely is None:
            return spread
        return say(MOST_LIKELY, range=spread, likely=number(reading.likely))
    if reading.at_least is not None:
        return say(AT_LEAST, value=_stated(reading.at_least, unit, texts))
    return _stated(reading.value, unit, texts)


def _stated(value: Value | None, unit: str, texts: Texts | None) -> str:
    if isinstance(value, tuple):
        return ", ".join(value)
    if isinstance(value, bool):
        return say(YES if value else NO)
    if isinstance(value, float):
        meant = texts.get(value) if texts else None
        shown = quantity(value, unit)
        return say(LEVEL_MEANS, level=shown, text=meant) if meant else shown
    return f"{value} {unit}".strip() if value == UNLIMITED else level_name(value)


def scale_in_words(scale: Scale, unit: str) -> str:
    """A scale as part of a sentence, from worst to best."""
    if isinstance(scale, Linear):
        ends = quantity(scale.worst, unit), quantity(scale.best, unit)
        return say(STRAIGHT, worst=ends[0], best=ends[1])
    if isinstance(scale, Points):
        points = "; ".join(f"{number(at)} → {number(value)}" for at, value in scale.points)
        return say(THROUGH_IN if unit else THROUGH, points=points, unit=unit)
    if isinstance(scale, Rating):
        return "; ".join(f"{number(at)} {text}" for at, text in from_best(scale))
    if isinstance(scale, Levels):
        steps = sorted(scale.levels.items(), key=lambda item: -item[1])
        return "; ".join(f"{name} {number(value)}" for name, value in steps)
    if isinstance(scale, Checklist):
        total = sum(scale.items.values())
        parts = (f"{name} {whole(100 * worth / total)}%" for name, worth in scale.items.items())
        return say(CHECKLIST, items="; ".join(parts))
    return say(
        PEAK,
        best=quantity(scale.best, unit),
        low=number(scale.worst_below),
        high=quantity(scale.worst_above, unit),
    )


def from_best(scale: Rating) -> list[tuple[float, str]]:
    """The levels of a rating with their texts, the best first."""
    return sorted(scale.texts.items(), reverse=scale.best > scale.worst)


def requirement(gate: Question, unit: str) -> str:
    """A gate's requirement, in words."""
    if gate.bound is not None:
        side = AT_LEAST if gate.at_least is not None else AT_MOST
        return say(side, value=quantity(gate.bound, unit))
    if gate.test == "none_of":
        return say(NONE_OF, names=", ".join(gate.names))
    return listed(gate.names, "and" if gate.test == "all_of" else "or")


def counted(count: int, noun: str) -> str:
    """A number of things: `1 fact`, `2 facts`."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def spelled(count: int) -> str:
    """A count in a sentence: as a word up to ten."""
    return say(SPELLED[count]) if count < len(SPELLED) else f"{count:,}"


_ORDINALS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
)  # fmt: skip


def ordinal(place: int) -> str:
    """A place in a sentence: as a word up to ten."""
    if place <= len(_ORDINALS):
        return _ORDINALS[place - 1]
    ending = {1: "st", 2: "nd", 3: "rd"}.get(place % 10, "th")
    return f"{place:,}{'th' if place % 100 in (11, 12, 13) else ending}"


def aged(days: int) -> str:
    """How old something is on the day of an evaluation, which may be before it was looked up."""
    return say(AFTER if days < 0 else OLD, abs(days), count=str(abs(days)))


def in_month(day: datetime.date) -> str:
    """The month and year of a date."""
    if not is_english():
        from evalkit.wording.messages.figures import month  # noqa: PLC0415

        return month(day)
    return f"{calendar.month_name[day.month]} {day.year}"


def on_day(day: datetime.date) -> str:
    """A date as people write it: `23 Nov 2026`."""
    if not is_english():
        from evalkit.wording.messages.figures import short_date  # noqa: PLC0415

        return short_date(day)
    return f"{day.day} {calendar.month_abbr[day.month]} {day.year}"


def listed(names: Sequence[str], joint: Literal["and", "or"] = "and") -> str:
    """Names as a list in a sentence: `A`, `A and B`, `A, B and C`."""
    if not is_english():
        from evalkit.wording.messages.figures import listed  # noqa: PLC0415

        return listed(names, joint)
    *front, last = names
    return f"{', '.join(front)} {joint} {last}" if front else last


def some_of(names: Sequence[str], most: int, joint: Literal["and", "or"] = "and") -> str:
    """Names as a list, of which those beyond the first few are only counted."""
    more = len(names) - most
    return listed([*names[:most], *([say(MORE, more)] if more > 0 else [])], joint)


def lower_first(title: str) -> str:
    """A title for use inside a sentence; abbreviations keep their capitals."""
    return (
        title if title[1:2].isupper() or not title[:1].isalpha() else title[:1].lower() + title[1:]
    )


def capital(sentence: str) -> str:
    """A sentence that begins with a capital letter."""
    return sentence[:1].upper() + sentence[1:]


def years(count: int) -> str:
    """A number of years, for use in a sentence."""
    return say(YEARS, count)
