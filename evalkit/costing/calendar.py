"""The months of a contract by year.

Year 0 is the signing, month 0. Year 1 has the months 1 to 12, year 2 the months 13 to 24, and so
on.
"""

MONTHS = 12
PERIOD = {"month": 1, "quarter": 3, "year": 12}
"""Months between payments."""


def year_of(month: int) -> int:
    """The year that contains a month."""
    return -(-month // MONTHS)


def active_months(year: int, start: int, end: int | None) -> int:
    """The number of months of a year between two months, both included."""
    first = max(start, MONTHS * (year - 1) + 1)
    last = MONTHS * year if end is None else min(end, MONTHS * year)
    return max(last - first + 1, 0)


def payments(year: int, every: str, start: int, end: int | None) -> int:
    """The number of payments due in a year, if the first ever falls in the month `start`."""
    period = PERIOD[every]
    return _due_by(MONTHS * year, period, start, end) - _due_by(
        MONTHS * (year - 1), period, start, end
    )


def _due_by(month: int, period: int, start: int, end: int | None) -> int:
    last = month if end is None else min(month, end)
    return max((last - start) // period + 1, 0)
