"""Dates, lists, shares and points, as the locale of the report writes them."""

import datetime
import math
from collections.abc import Sequence
from typing import Literal

from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import format_decimal, format_percent

from evalkit.level import is_level
from evalkit.wording.messages.catalogue import locale, say
from evalkit.wording.messages.words import DASHED, OVER, RANGE, UNDER
from evalkit.wording.rounding import step_of

_NOISE = 1e-9


def date(day: datetime.date) -> str:
    """A day in full: 29 November 2026."""
    return format_date(day, "long", locale=locale())


def short_date(day: datetime.date) -> str:
    """A day where room is scarce: 29 Nov 2026."""
    return format_date(day, "medium", locale=locale())


def month(day: datetime.date) -> str:
    """A month of a year: November 2026."""
    return format_date(day, "MMMM y", locale=locale())


def whole_number(count: float) -> str:
    """A number without decimals, in groups of thousands."""
    return format_decimal(round(count), "#,##0", locale=locale())


def decimal(value: float, digits: int) -> str:
    """A number with exactly so many decimals."""
    pattern = "#,##0" + ("." + "0" * digits if digits else "")
    return format_decimal(round(value, digits) + 0.0, pattern, locale=locale())


def exact(value: float) -> str:
    """A number as it was given, such as the edge of a band."""
    return format_decimal(value, "#,##0.#########", locale=locale())


def listed(names: Sequence[str], joint: Literal["and", "or"] = "and") -> str:
    """Names as a list in a sentence: A, B and C."""
    style: Literal["standard", "or"] = "standard" if joint == "and" else "or"
    return format_list(names, style=style, locale=locale())


def percent(share: float) -> str:
    """A share in whole percent, rounded to the nearest."""
    return _percent(round(share * 100))


def percent_tenths(share: float) -> str:
    """A share in percent with one decimal, for parts too small for whole ones."""
    return percent_to(share, 1)


def percent_to(share: float, digits: int) -> str:
    """A share in percent with exactly so many decimals."""
    pattern = "#,##0" + ("." + "0" * digits if digits else "") + "%"
    return format_percent(round(share, digits + 2), pattern, locale=locale())


def percent_down(share: float) -> str:
    """A share in whole percent, rounded down: 99.96% must not look certain."""
    return _percent(math.floor(share * 100 + _NOISE))


def percent_up(share: float) -> str:
    """A share in whole percent, rounded up."""
    return _percent(math.ceil(share * 100 - _NOISE))


def chance(share: float) -> str:
    """A probability in whole percent, which says neither never nor always if it is not so."""
    return _near(share, 1)


def in_simulations(share: float, draws: int) -> str:
    """A share of simulations, in steps no finer than its standard error supports."""
    return _near(share, max(step_of(draws), 1))


def between_in_simulations(one: float, other: float, draws: int) -> str:
    """Two shares of simulations as a range."""
    low, high = sorted((one, other))
    return between(in_simulations(low, draws), in_simulations(high, draws))


def _near(share: float, step: float) -> str:
    steps = round(share * 100 / step)
    if steps == 0 < share:
        return say(UNDER, share=_percent(step))
    if steps * step >= 100 > share * 100:  # noqa: PLR2004
        return say(OVER, share=_percent(100 - step))
    return _percent(steps * step)


def _percent(whole: float) -> str:
    return format_percent(whole / 100, "#,##0%", locale=locale())


def between(low: str, high: str, *, dash: bool = False) -> str:
    """A range of two printed figures, or one of them if they look the same.

    Where there is little room, a dash stands between them.
    """
    return low if low == high else say(DASHED if dash else RANGE, low=low, high=high)


def outward(low: float, high: float, digits: int = 0, *, dash: bool = False) -> str:
    """A range that is never narrower than it is; what is exact is rounded to the nearest."""
    if is_level(low, high):
        return decimal(low, digits)
    unit = 10**digits
    ends = (math.floor(low * unit + _NOISE) / unit, math.ceil(high * unit - _NOISE) / unit)
    return between(*(decimal(end, digits) for end in ends), dash=dash)
