"""Dates as people write them in tables."""

import re

from evalkit.tables.mapping import Dates

_PARTS = re.compile(r"([0-9]{1,4})[-./]([0-9]{1,2})[-./]([0-9]{1,4})(?:[T ][0-9:.]+Z?)?", re.ASCII)
_ORDER: dict[Dates, tuple[int, int, int, str]] = {
    "year-month-day": (1, 2, 3, "-"),
    "day.month.year": (3, 2, 1, "."),
    "day/month/year": (3, 2, 1, "/"),
    "month/day/year": (3, 1, 2, "/"),
}
"""The parts that are year, month and day, and what stands between them."""


def iso_day(text: str, written: Dates) -> str:
    """A date as year-month-day, without the time of day; the text itself if it is none."""
    found = _PARTS.fullmatch(text)
    year, month, day, sign = _ORDER[written]
    if found is None or text.count(sign) < 2 or len(found[year]) != 4:  # noqa: PLR2004
        return text
    return f"{found[year]}-{int(found[month]):02}-{int(found[day]):02}"
