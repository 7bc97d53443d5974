"""Printed numbers: each way of rounding at the values where it differs from the others."""

import pytest

from evalkit.wording import numbers


@pytest.mark.parametrize(
    ("function", "given", "shown"),
    [
        ("fixed", (2.0, 3), "2.000"),
        ("fixed", (-0.26, 1), "-0.3"),
        ("signed", (0.26, 1), "+0.3"),
        ("signed", (-0.26, 1), "−0.3"),
        ("signed", (0.0, 1), "0.0"),
        ("one_decimal", (73.36,), "73.4"),
        ("one_decimal", (None,), "–"),
        ("two_decimals", (0.996,), "1.00"),
        ("two_decimals", (-0.504,), "−0.50"),
        ("whole", (56.6,), "57"),
        ("whole_range", (60.0, 79.6), "60 to 80"),
        ("whole_range", (66.66, 66.67), "67"),
        ("ceiling", (8.2,), 9.0),
        ("ceiling", (8.0000000001,), 8.0),
        ("bar_cell", (0.0, 21), 0),
        ("bar_cell", (63.75, 21), 13),
        ("bar_cell", (100.0, 21), 20),
        ("percent_that_moves", (0.0132,), "1.4%"),
        ("percent_that_moves", (0.2301,), "24%"),
        ("percent_that_moves", (0.23,), "23%"),
        ("error_in_points", (10_000,), "1 point"),
        ("error_in_points", (625,), "4 points"),
        ("error_in_points", (40_000,), "0.5 points"),
        ("chance", (0.0,), "0%"),
        ("chance", (0.004,), "under 1%"),
        ("chance", (0.276,), "28%"),
        ("chance", (0.996,), "over 99%"),
        ("chance", (1.0,), "100%"),
        ("thousands", (10000,), "10,000"),
        ("thousands", (999,), "999"),
        ("number", (25.0,), "25"),
        ("number", (0.1 + 0.2,), "0.3"),
        ("number", (1234567.5,), "1234567.5"),
        ("significant", (1.6666, 3), "1.67"),
        ("grouped", (14400.0,), "14,400"),
        ("grouped", (1234567.89123, 4), "1.235e+06"),
        ("up_to_two_decimals", (14400.4,), "14,400"),
        ("up_to_two_decimals", (99.999,), "100"),
        ("up_to_two_decimals", (2.5,), "2.5"),
        ("up_to_two_decimals", (0.00012,), "0.00012"),
        ("in_points", (1.0,), "1.0 point"),
        # What is shown decides: nobody reads "1.0 points" and "1.0 point" side by side.
        ("in_points", (1.04,), "1.0 point"),
        ("in_points", (1.04, 2), "1.04 points"),
        ("in_points", (0.6,), "0.6 points"),
        # 99.96% of certainty is not all of it, and 29 hundredths are not 28.
        ("percent_down", (0.9996,), "99%"),
        ("percent_down", (0.29,), "29%"),
        ("percent_down", (1.0,), "100%"),
        ("percent_whole", (0.9996,), "100%"),
        ("percent_whole", (0.244,), "24%"),
        ("percent_tenths", (0.2436,), "24.4%"),
        ("percent_tenths", (0.2,), "20.0%"),
        ("percent_hundredths", (0.24367,), "24.37%"),
        ("percent_hundredths", (0.2,), "20%"),
        # A share of half has a standard error of 0.5 points in 10,000 draws, of 5 in 100.
        ("about", (0.573, 10_000), "57%"),
        ("about", (0.573, 100), "55%"),
        ("about", (0.573, 1_000_000), "57.3%"),
        ("about", (0.573, 10), "60%"),
        # Steps change where the error is just 1 point (2,500 draws), a tenth (250,000) and 10 (25).
        ("about", (0.43, 2_500), "43%"),
        ("about", (0.43, 2_499), "45%"),
        ("about", (0.4321, 250_000), "43.2%"),
        ("about", (0.96, 25), "over 90%"),
        ("about", (0.024, 100), "under 5%"),
        ("about", (0.004, 10_000), "under 1%"),
        ("about", (0.997, 10_000), "over 99%"),
        ("about", (0.0, 10_000), "0%"),
        ("about", (1.0, 10_000), "100%"),
    ],
)  # fmt: skip
def test_each_way_of_rounding(function, given, shown):
    assert getattr(numbers, function)(*given) == shown
