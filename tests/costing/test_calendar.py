"""The months of each year, worked by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evalkit.costing.calendar import PERIOD, active_months, payments, year_of

MONTH = st.integers(1, 80)
END = st.none() | MONTH
EVERY = st.sampled_from(list(PERIOD))


@pytest.mark.parametrize(
    ("month", "year"), [(0, 0), (1, 1), (12, 1), (13, 2), (24, 2), (25, 3), (600, 50)]
)
def test_month_0_is_the_signing_and_each_year_has_twelve_months(month, year):
    assert year_of(month) == year


@pytest.mark.parametrize(
    ("start", "end", "months"),
    [
        (1, None, [0, 12, 12, 12]),
        (8, None, [0, 5, 12, 12]),  # 8 9 10 11 12
        (8, 14, [0, 5, 2, 0]),  # 8 … 12, then 13 14
        (12, 13, [0, 1, 1, 0]),
        (13, 13, [0, 0, 1, 0]),
        (25, None, [0, 0, 0, 12]),
        (9, 8, [0, 0, 0, 0]),
    ],
)
def test_active_months_by_hand(start, end, months):
    assert [active_months(year, start, end) for year in range(4)] == months


@pytest.mark.parametrize(
    ("every", "start", "end", "due"),
    [
        ("month", 1, None, [0, 12, 12, 12]),
        ("month", 5, 14, [0, 8, 2, 0]),
        ("quarter", 1, None, [0, 4, 4, 4]),  # 1 4 7 10 | 13 16 19 22 | 25 28 31 34
        ("quarter", 2, 14, [0, 4, 1, 0]),  # 2 5 8 11 | 14
        ("quarter", 12, None, [0, 1, 4, 4]),  # 12 | 15 18 21 24 | 27 30 33 36
        ("quarter", 3, 4, [0, 1, 0, 0]),
        ("year", 1, None, [0, 1, 1, 1]),
        ("year", 7, None, [0, 1, 1, 1]),  # 7 | 19 | 31
        ("year", 7, 30, [0, 1, 1, 0]),
        ("year", 12, None, [0, 1, 1, 1]),  # 12 | 24 | 36
        ("year", 14, None, [0, 0, 1, 1]),  # 14 | 26
        ("year", 14, 13, [0, 0, 0, 0]),
    ],
)
def test_payments_by_hand(every, start, end, due):
    assert [payments(year, every, start, end) for year in range(4)] == due


@given(MONTH, END)
def test_a_monthly_charge_has_as_many_payments_as_active_months(start, end):
    for year in range(8):
        assert payments(year, "month", start, end) == active_months(year, start, end)


@given(EVERY, MONTH, END)
def test_payments_are_those_months_that_can_be_counted_off_one_by_one(every, start, end):
    months = [m for m in range(start, 97, PERIOD[every]) if end is None or m <= end]
    for year in range(9):
        assert payments(year, every, start, end) == sum(year_of(month) == year for month in months)
