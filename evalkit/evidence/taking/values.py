"""What a vendor answered → what a fact states; nothing is guessed."""

import datetime
import re
from collections.abc import Callable
from typing import Any

from evalkit.diagnostics.visible import visible
from evalkit.evidence.asking.questions import NO, YES, is_yes_or_no
from evalkit.model.base import LARGEST, SMALLEST
from evalkit.model.forms import UNLIMITED
from evalkit.model.scale import NAMED, Checklist, Levels, Measure, end_before, names_of
from evalkit.model.scales.rating import Rating

_NUMBER = r"-?[0-9]{1,15}(?:\.[0-9]{1,12})?"
_GROUPED = re.compile(r"-?[1-9][0-9]{0,2}\.[0-9]{3}")
"""What is a thousand times as much to those who divide thousands by points."""
_ONE = re.compile(_NUMBER)
_RANGE = re.compile(rf"({_NUMBER}) ?(?:to|–|-) ?({_NUMBER})")
_LEAST = re.compile(rf"(?:at least|from) ({_NUMBER})")
_DAY = re.compile(r"[1-9][0-9]{3}-[0-9]{2}-[0-9]{2}")
_COMMAS = re.compile(r" *[,;\n] *")
_TRUTH: dict[str, bool | str] = {"true": True, "false": False}


class UnclearError(Exception):
    """An answer that cannot be taken over; its text says why, as the end of a sentence."""


LONGEST = 60
"""How much of an answer is repeated in what is said about it."""


def quoted(text: str) -> str:
    """What somebody wrote, between quotation marks; only the beginning of a long text."""
    short = text if len(text) <= LONGEST else f"{text[:LONGEST]}…"
    return f"“{visible(short)}”"


def stated(measure: Measure, text: str) -> dict[str, Any]:
    """The keys of a fact that say what a vendor answered.

    Raises UnclearError if the answer could mean several things, or is off the measure's scale.
    """
    if isinstance(measure.scale, NAMED):
        value = _words(measure.scale, text)
        if is_yes_or_no(measure) and isinstance(value, list):
            raise UnclearError(f"{quoted(text)} is more than a yes or a no")
        return {"value": value}
    if measure.age:
        return {"value": day_in(text).isoformat()}
    return _number(measure, text)


def day_in(text: str) -> datetime.date:
    """The date that somebody wrote; UnclearError if it is none, or could be another one."""
    try:
        if _DAY.fullmatch(text):
            return datetime.date.fromisoformat(text)
    except ValueError:
        pass
    raise UnclearError(f"{quoted(text)} is not a date written year-month-day, such as 2026-06-20")


def _words(scale: Levels | Checklist, text: str) -> bool | str | list[str]:
    known = {name.casefold(): name for name in names_of(scale)}
    said = {YES: "true", NO: "false"} | {name: name for name in known}
    whole = known.get(said.get(text.casefold(), ""))
    if whole is not None and isinstance(scale, Levels):
        return _TRUTH.get(whole, whole)
    parts = [text] if whole is not None else [part for part in _COMMAS.split(text) if part]
    names = [known.get(said.get(part.casefold(), "")) for part in parts]
    for part, name in zip(parts, names, strict=True):
        if name is None:
            raise UnclearError(f"{quoted(part)} is none of the possible answers")
    return list(dict.fromkeys(name for name in names if name is not None))


def _number(measure: Measure, text: str) -> dict[str, Any]:
    bare = _without_unit(text, measure.unit or "")
    for form, keys in _FORMS:
        found = form.fullmatch(bare)
        if found:
            return keys(*(_checked(measure, each) for each in found.groups() or (bare,)))
    if bare.casefold() == UNLIMITED:
        return {"value": UNLIMITED}
    unit = f" of {measure.unit}" if measure.unit else ""
    raise UnclearError(f"{quoted(text)} is not a number{unit}, such as 12.5, or a range as 5 to 10")


def _without_unit(text: str, unit: str) -> str:
    names = [unit, "%"] if unit == "percent" else [unit]
    ends = [name for name in names if name and text.casefold().endswith(name.casefold())]
    return text[: -len(ends[0])].rstrip() if ends else text


def _checked(measure: Measure, digits: str) -> float:
    """A number that the measure's scale admits."""
    number = float(digits)
    is_small = measure.unit == "percent" or isinstance(measure.scale, Rating)
    if _GROUPED.fullmatch(digits) and not is_small:
        raise UnclearError(f"{quoted(digits)} may have a decimal point or thousands")
    hold_number(measure, number, digits)
    return number


def hold_number(measure: Measure, number: float, shown: str) -> None:
    """Raise UnclearError if a number cannot be a fact on a measure."""
    if abs(number) > LARGEST or 0 < abs(number) < SMALLEST:
        raise UnclearError(f"{shown} is too large or too small to be meant")
    scale = measure.scale
    if isinstance(scale, NAMED):
        raise ValueError("a measure in words takes no number")
    levels = scale.texts if isinstance(scale, Rating) and not scale.between else ()
    is_off = (scale.strict and end_before(scale, number)) or (levels and number not in levels)
    if is_off:
        raise UnclearError(f"{shown} is off the scale")


def _range(low: float, high: float) -> dict[str, Any]:
    if low > high:
        raise UnclearError("the range runs from the larger number to the smaller")
    return {"low": low, "high": high} if low < high else {"value": low}


_FORMS: tuple[tuple[re.Pattern[str], Callable[..., dict[str, Any]]], ...] = (
    (_ONE, lambda number: {"value": number}),
    (_RANGE, _range),
    (_LEAST, lambda number: {"at_least": number}),
)
