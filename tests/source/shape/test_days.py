"""Dates in other forms: the day that they mean, where there is only one."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evalkit.source.shape.days import day_meant


@pytest.mark.parametrize(
    "written",
    [
        "2026/06/20", "2026.06.20", "2026-6-20", "2026/6/20", "20260620", 20260620, " 2026-06-20 ",
        "20.06.2026", "20.6.2026", "20. 6. 2026", "20. 06. 2026",
        "20 June 2026", "20 Jun 2026", "20th June 2026", "June 20, 2026", "June 20th, 2026",
        "Jun. 20 2026", "20. Juni 2026", "20 JUNE 2026",
        "2026-06-20T12:00:00Z", "2026-06-20 23:59", "2026-06-20T00:30:00+02:00",
        "2026-06-20T12:00:00.123456Z", "2026-06-20T12:00:00 -0500",
        # No year has a twentieth month, so these have one reading.
        "20/06/2026", "06/20/2026", "6/20/2026", "20-06-2026",
    ],
)  # fmt: skip
def test_the_twentieth_of_june_in_many_forms(written):
    assert day_meant(written) == "2026-06-20"


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("1. März 2026", "2026-03-01"),
        ("2 Sept 2026", "2026-09-02"),
        ("31. Dez. 2025", "2025-12-31"),
        ("May 1 2026", "2026-05-01"),
        ("05/05/2026", "2026-05-05"),  # both readings are the same day
        ("29.02.2024", "2024-02-29"),
        ("02.03.2026", "2026-03-02"),  # with points the day comes first
    ],
)
def test_other_days(written, day):
    assert day_meant(written) == day


@pytest.mark.parametrize(
    "written",
    [
        "02/03/2026", "2-3-2026", "1/12/2026",  # two readings
        "2026-02-29", "29.02.2026", "31 June 2026", "2026/13/01", "20261301", "00.06.2026",  # none
        "20/06/26", "06/2026", "2026-06", "2026", "June 2026", "20 Brumaire 2026",
        "2026/06-20", "20.06/2026", "1066-10-14", "10661014", 12, 20261301, "yesterday", "",
        "2026-06-20 to 2026-06-21", "2026-06-20T12", "٢٠٢٦-٠٦-٢٠", "20\n.06.2026",
        True, None, 20260620.0, ["2026/06/20"], {},
    ],
)  # fmt: skip
def test_what_is_no_day_or_could_be_two_is_left_open(written):
    assert day_meant(written) is None


@given(st.dates(datetime.date(1900, 1, 1), datetime.date(2099, 12, 31)))
def test_every_day_is_recognised_in_forms_that_are_clear(day):
    for form in ("%Y/%m/%d", "%Y%m%d", "%d.%m.%Y", "%d %B %Y", "%B %d, %Y", "%Y-%m-%dT%H:%M:%SZ"):
        assert day_meant(day.strftime(form)) == day.isoformat()


@given(st.one_of(st.text(max_size=30), st.integers(), st.from_regex(r"[0-9./ -]{6,12}")))
def test_whatever_is_written_the_answer_is_a_real_day_or_none(written):
    answer = day_meant(written)
    assert answer is None or datetime.date.fromisoformat(answer).isoformat() == answer
