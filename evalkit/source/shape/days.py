"""Convert dates in other forms, if they can mean only one day."""

import datetime
import re
from collections.abc import Iterator
from typing import Any

_YEARS = range(1900, 2100)
"""The range of years: eight digits are seldom a date, and four may be anything."""
_NAMES = (
    "january januar jan", "february februar feb", "march märz mar mär", "april apr", "may mai",
    "june juni jun", "july juli jul", "august aug", "september sept sep",
    "october oktober oct okt", "november nov", "december dezember dec dez",
)  # fmt: skip
_MONTHS = {name: number for number, names in enumerate(_NAMES, start=1) for name in names.split()}
_FORMS = tuple(
    re.compile(form, re.ASCII)
    for form in (
        r"(?P<year>\d{4})(?P<sign>[-/.])(?P<month>\d{1,2})(?P=sign)(?P<day>\d{1,2})",
        r"(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)",
        # With a time: the day is the one written, in any time zone.
        r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)[Tt ]\d\d:\d\d(?::\d\d(?:[.,]\d{1,9})?)?"
        r" ?(?:[Zz]|[+-]\d\d:?\d\d)?",
        # With dots, the day comes first everywhere.
        r"(?P<day>\d{1,2})\. ?(?P<month>\d{1,2})\. ?(?P<year>\d{4})",
        # With slashes or dashes, some countries put the day first and others the month.
        r"(?P<day>\d{1,2})(?P<sign>[-/])(?P<month>\d{1,2})(?P=sign)(?P<year>\d{4})",
        r"(?P<month>\d{1,2})(?P<sign>[-/])(?P<day>\d{1,2})(?P=sign)(?P<year>\d{4})",
        r"(?P<day>\d{1,2})(?:st|nd|rd|th|\.)? (?P<month>[a-zA-ZäÄ]{3,9})\.?,? (?P<year>\d{4})",
        r"(?P<month>[a-zA-ZäÄ]{3,9})\.? (?P<day>\d{1,2})(?:st|nd|rd|th)?,? (?P<year>\d{4})",
    )
)


def day_meant(given: Any) -> str | None:
    """A date as year-month-day; None if it is ambiguous or not a date.

    `13/06/2026` has one meaning, as there is no thirteenth month; `02/03/2026` has two.
    """
    if isinstance(given, bool) or not isinstance(given, (str, int)):
        return None
    days = set(_readings(str(given).strip()))
    return days.pop().isoformat() if len(days) == 1 else None


def _readings(text: str) -> Iterator[datetime.date]:
    for form in _FORMS:
        match = form.fullmatch(text)
        day = _day(match) if match else None
        if day is not None:
            yield day


def _day(match: re.Match[str]) -> datetime.date | None:
    month = match["month"]
    number = int(month) if month.isdigit() else _MONTHS.get(month.lower(), 0)
    year = int(match["year"])
    try:
        return datetime.date(year, number, int(match["day"])) if year in _YEARS else None
    except ValueError:
        return None
