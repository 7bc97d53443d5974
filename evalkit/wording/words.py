"""Facts, scales and gates in words."""

import calendar
import datetime
from collections.abc import Mapping

from evalkit.model.fact import Reading
from evalkit.model.forms import UNLIMITED
from evalkit.model.project.questions import Question
from evalkit.model.scale import Checklist, Levels, Linear, Points, Scale
from evalkit.model.scales.rating import Rating
from evalkit.model.scales.stated import Value, level_name
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
            low, high = f"{low} ({texts[reading.low]})", f"{high} ({texts[reading.high]})"
        spread = f"{low} to {high}"
        likely = f", most likely {number(reading.likely)}" if reading.likely is not None else ""
        return spread + likely
    if reading.at_least is not None:
        return f"at least {_stated(reading.at_least, unit, texts)}"
    return _stated(reading.value, unit, texts)


def _stated(value: Value | None, unit: str, texts: Texts | None) -> str:
    if isinstance(value, tuple):
        return ", ".join(value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        meant = texts.get(value) if texts else None
        return f"{quantity(value, unit)}: {meant}" if meant else quantity(value, unit)
    return f"{value} {unit}".strip() if value == UNLIMITED else level_name(value)


def scale_in_words(scale: Scale, unit: str) -> str:
    """A scale as part of a sentence, from worst to best."""
    if isinstance(scale, Linear):
        return (
            f"straight line from 0 at {quantity(scale.worst, unit)} "
            f"to 100 at {quantity(scale.best, unit)}"
        )
    if isinstance(scale, Points):
        points = "; ".join(f"{number(at)} → {number(value)}" for at, value in scale.points)
        return f"straight lines through {points}" + (f" ({unit})" if unit else "")
    if isinstance(scale, Rating):
        return "; ".join(f"{number(at)} {text}" for at, text in from_best(scale))
    if isinstance(scale, Levels):
        steps = sorted(scale.levels.items(), key=lambda item: -item[1])
        return "; ".join(f"{name} {number(value)}" for name, value in steps)
    if isinstance(scale, Checklist):
        total = sum(scale.items.values())
        parts = (f"{name} {whole(100 * worth / total)}%" for name, worth in scale.items.items())
        return "share of a checklist: " + "; ".join(parts)
    return (
        f"100 at {quantity(scale.best, unit)}, falling to 0 at {number(scale.worst_below)} "
        f"and at {quantity(scale.worst_above, unit)}"
    )


def from_best(scale: Rating) -> list[tuple[float, str]]:
    """The levels of a rating with their texts, the best first."""
    return sorted(scale.texts.items(), reverse=scale.best > scale.worst)


def requirement(gate: Question, unit: str) -> str:
    """A gate's requirement, in words."""
    if gate.bound is not None:
        side = "at least" if gate.at_least is not None else "at most"
        return f"{side} {quantity(gate.bound, unit)}"
    if gate.test == "none_of":
        return f"none of {', '.join(gate.names)}"
    return listed(gate.names, "and" if gate.test == "all_of" else "or")


def counted(count: int, noun: str) -> str:
    """A number of things: `1 fact`, `2 facts`."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


_SPELLED = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def spelled(count: int) -> str:
    """A count in a sentence: as a word up to ten."""
    return _SPELLED[count] if count < len(_SPELLED) else f"{count:,}"


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
    if days < 0:
        return f"{counted(-days, 'day')} after the day of this evaluation"
    return f"{counted(days, 'day')} old"


def in_month(day: datetime.date) -> str:
    """The month and year of a date."""
    return f"{calendar.month_name[day.month]} {day.year}"


def on_day(day: datetime.date) -> str:
    """A date as people write it: `23 Nov 2026`."""
    return f"{day.day} {calendar.month_abbr[day.month]} {day.year}"


def listed(names: tuple[str, ...] | list[str], joint: str = "and") -> str:
    """Names as a list in a sentence: `A`, `A and B`, `A, B and C`."""
    *front, last = names
    return f"{', '.join(front)} {joint} {last}" if front else last


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
    return "1 year" if count == 1 else f"{count} years"
