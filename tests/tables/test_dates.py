"""Dates in tables, as people write them."""

import pytest

from evalkit.tables.dates import iso_day


@pytest.mark.parametrize(
    ("text", "written", "day"),
    [
        ("2026-11-30", "year-month-day", "2026-11-30"),
        ("2026-1-3", "year-month-day", "2026-01-03"),
        ("2026-11-30T12:00:00Z", "year-month-day", "2026-11-30"),
        ("2026-11-30 08:15:00", "year-month-day", "2026-11-30"),
        ("30.11.2026", "day.month.year", "2026-11-30"),
        ("3/4/2026", "day/month/year", "2026-04-03"),
        ("3/4/2026", "month/day/year", "2026-03-04"),
    ],
)
def test_a_date_is_read_as_the_mapping_says(text, written, day):
    assert iso_day(text, written) == day


@pytest.mark.parametrize(
    ("text", "written"),
    [("30.11.2026", "year-month-day"), ("2026-11-30", "day.month.year"), ("30.11.26", "day.month.year"),
     ("30/11/2026", "day.month.year"), ("soon", "year-month-day"), ("٢٠٢٦-١١-٣٠", "year-month-day")],
)  # fmt: skip
def test_what_is_written_otherwise_stays_as_it_is(text, written):
    assert iso_day(text, written) == text
