"""Rounding of amounts, and the digits that they are given."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evalkit.wording.rounding import (
    DOWN,
    NEAREST,
    UP,
    decimal,
    digits_from_others,
    digits_within,
    is_same_amount,
    neighbours,
    rounded,
    unit_of,
)


@pytest.mark.parametrize(
    ("low", "high", "digits"),
    [
        # Three figures of the larger end,
        (462_551, 462_551, -3),
        (770, 770, 0),
        (0.0021, 0.0021, 5),
        (-64_191, 1, -3),
        (0, 0, 0),
        # and no finer than the power of ten at or below a tenth of the range: 13,000; 9,999.
        (263_072, 393_072, -4),
        (263_072, 363_062, -3),
        (99, 100, 0),
    ],
)
def test_digits_of_a_range_by_hand(low, high, digits):
    assert digits_within(low, high) == digits


AMOUNT = st.floats(-1e9, 1e9).filter(lambda number: number == 0 or abs(number) > 1e-6)


@given(AMOUNT, AMOUNT)
def test_a_printed_digit_is_never_finer_than_a_tenth_of_its_range_nor_than_three_figures(
    one, other
):
    low, high = sorted((one, other))
    unit = Decimal(1).scaleb(-digits_within(low, high))
    width = decimal(high) - decimal(low)
    largest = max(abs(decimal(low)), abs(decimal(high)))
    assert unit * 1000 > largest
    assert unit * 100 > width
    # Nor is it coarser than one of the two asks for.
    assert largest == 0 or unit * 100 <= largest or unit * 10 <= width


@pytest.mark.parametrize(
    ("number", "digits", "way", "found"),
    [
        (122_586, -4, DOWN, "120000"),
        (122_586, -4, UP, "130000"),
        (-64_191, -4, DOWN, "-70000"),
        (0.125, 2, NEAREST, "0.13"),
        # What was meant to be 0.3 is no reason to round up to 0.4.
        (0.1 + 0.2, 1, UP, "0.3"),
        (-0.001, 2, NEAREST, "0.00"),
    ],
)
def test_rounding_by_hand(number, digits, way, found):
    assert rounded(number, digits, way) == Decimal(found)
    assert str(rounded(number, digits, way))[0] == found[0]


def test_figures_are_told_apart_from_others_and_from_nothing():
    assert digits_from_others(463_100, [463_400], -3, 2) == -2
    assert digits_from_others(463_100, [520_000], -3, 2) == -3
    assert digits_from_others(0.002, [], 0, 9) == 3
    # What is equal cannot be told apart.
    assert digits_from_others(463_100, [463_100], -3, 2) == -3
    assert digits_from_others(1.001, [1.0011], 0, 2) == 2


def test_numbers_are_told_apart_from_the_nearest_that_differ():
    found = neighbours({"a": 5, "b": 1, "c": 5.0000000000001, "d": 9, "e": 3})
    assert found == {"b": [3], "e": [1, 5], "a": [3, 9], "c": [3, 9], "d": [5]}


def test_a_difference_is_measured_against_what_it_comes_from():
    assert is_same_amount(1e-9, 0, size=24_000)
    assert not is_same_amount(1e-9, 0)
    assert is_same_amount(3.7 * 0.5, 1.85)
    assert not is_same_amount(1.85, 1.8501)


@pytest.mark.parametrize(
    ("amounts", "unit"),
    [
        ((260_000, 390_000, -60_000, 0), 1_000),
        ((86_800, 310_000), 1_000),
        ((770, 463_000), 1),
        ((1_200, 5_000), 1),
        ((1_250_000, 98_000_000), 1_000_000),
        # One form a table: neither €4,300k beside €310k, nor €0.31m.
        ((310_000, 4_300_000), 1),
        ((0,), 1),
    ],
)
def test_a_table_has_one_unit_in_which_no_amount_loses_a_digit(amounts, unit):
    assert unit_of(map(Decimal, amounts)) == unit
