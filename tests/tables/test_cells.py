"""Addresses of cells, and what a person reads in them."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evalkit.tables.cells import Cell, address, place


@pytest.mark.parametrize(
    ("row", "column", "name"),
    # Excel's last cell is XFD1048576, in column 16384.
    [(7, 2, "B7"), (1, 26, "Z1"), (1, 27, "AA1"), (1, 703, "AAA1"), (1048576, 16384, "XFD1048576")],
)
def test_an_address_is_that_of_excel(row, column, name):
    assert (address(row, column), place(name)) == (name, (row, column))


@given(st.integers(1, 1048576), st.integers(1, 16384))
def test_every_address_leads_back_to_its_place(row, column):
    assert place(address(row, column)) == (row, column)


@pytest.mark.parametrize("name", ["", "B", "7", "B-7", "É7", "B" * 30 + "7"])
def test_what_is_no_address_leads_nowhere(name):
    assert place(name) is None


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("Al\u00adder\u200e\x07", "Alder"), (3.0, "3"), (0.1, "0.1"), (True, "true"), ("  two\n lines ", "two lines"),
        (datetime.date(2026, 6, 20), "2026-06-20"),
    ],
)  # fmt: skip
def test_a_cell_reads_as_a_person_would_say_it(content, text):
    assert Cell(1, 1, content).text == text


def test_a_percentage_reads_with_its_sign():
    assert Cell(1, 1, 99.9, is_percent=True).text == "99.9%"
