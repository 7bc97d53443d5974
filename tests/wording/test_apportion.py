"""Rounded parts add up to the rounded total."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evalkit.wording.apportion import apportioned, within

DIGITS = st.integers(0, 4)
PARTS = st.lists(st.floats(-1000, 1000, allow_nan=False), min_size=1, max_size=40)


def units(figures, digits):
    """Figures in units of the last digit, in whole numbers: no rounding hides in a sum of these."""
    return [round(figure * 10**digits) for figure in figures]


def test_the_largest_remainders_get_what_is_missing():
    # 33.33… three times: 33.3 + 33.3 + 33.3 lacks 0.1 of 100.0; equal remainders, so the first
    assert apportioned([100 / 3] * 3, 1) == (33.4, 33.3, 33.3)
    # 1.27 + 2.26 + 0.18 = 3.71 → 3.7; down: 1.2 + 2.2 + 0.1 = 3.5; the remainders 7 and 8 are largest
    assert apportioned([1.27, 2.26, 0.18], 1) == (1.3, 2.2, 0.2)


def test_negative_parts_are_rounded_in_the_same_way():
    # 4.55 − 3.15 − 0.25 = 1.15; down: 4.5 − 3.2 − 0.3 = 1.0; 1.15 is 1.1 in binary: one unit, to the first
    assert apportioned([4.55, -3.15, -0.25], 1, 1.1) == (4.6, -3.2, -0.3)
    assert apportioned([-0.04, -0.04, -0.04], 1) == (0.0, 0.0, -0.1)


def test_nothing_stays_nothing_and_never_gets_a_sign():
    shown = apportioned([0.0, 1 / 3, 1 / 3, 1 / 3, -1e-15], 1)
    assert shown == (0.0, 0.4, 0.3, 0.3, 0.0)
    assert [math.copysign(1, figure) for figure in shown] == [1.0] * 5


def test_a_total_that_was_shown_already_is_met():
    assert apportioned([1.04, 1.04], 1, 2.0) == (1.0, 1.0)
    assert apportioned([1.04, 1.04], 1, 2.1) == (1.1, 1.0)
    assert apportioned([1.04, 1.04], 1, 1.7) == (0.9, 0.8)


def test_no_parts_make_nothing():
    assert apportioned([], 1) == ()
    with pytest.raises(ValueError, match="no parts"):
        apportioned([], 1, 0.5)


@pytest.mark.parametrize("figure", [math.nan, math.inf, -math.inf])
def test_only_finite_numbers_are_rounded(figure):
    with pytest.raises(ValueError, match="finite"):
        apportioned([1.0, figure], 1)


@given(PARTS, DIGITS)
def test_parts_add_up_exactly_and_none_is_a_whole_unit_off(parts, digits):
    shown = apportioned(parts, digits)
    total = round(math.fsum(parts), digits)
    assert sum(units(shown, digits)) == round(total * 10**digits)
    for part, figure in zip(parts, shown, strict=True):
        assert abs(figure - part) < 1.00001 * 10**-digits
        if part == round(part, digits):
            assert figure == part


@given(st.lists(PARTS, min_size=1, max_size=6), DIGITS)
def test_groups_of_parts_add_up_on_both_levels(groups, digits):
    tops = apportioned([math.fsum(group) for group in groups], digits)
    for group, top in zip(groups, tops, strict=True):
        shown = apportioned(group, digits, top)
        assert sum(units(shown, digits)) == round(top * 10**digits)
        for part, figure in zip(group, shown, strict=True):
            assert abs(figure - part) < 1.00001 * 10**-digits


def test_no_part_exceeds_its_maximum_as_printed():
    # 8.3 of 8.3 is printed as 8 of 8, although 8.3 has the largest remainder but one
    assert within([8.3, 15.9, 10.2], [8.0, 19.0, 24.0], 0, 35.0) == (8.0, 16.0, 11.0)


@given(st.lists(st.tuples(st.floats(0, 50), st.floats(0, 1)), min_size=1, max_size=12))
def test_parts_within_their_maxima_add_up(pairs):
    most = apportioned([possible for possible, _ in pairs], 0)
    parts = [possible * share for possible, share in pairs]
    total = min(round(sum(parts)), sum(most))
    shown = within(parts, most, 0, total)
    assert sum(shown) == total
    assert all(0 <= part <= cap for part, cap in zip(shown, most, strict=True))
