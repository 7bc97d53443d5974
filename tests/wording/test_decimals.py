"""Figures with as many decimals as a reader needs."""

from hypothesis import given
from hypothesis import strategies as st

from evalkit.wording.decimals import decimals, difference
from evalkit.wording.numbers import in_points


def test_decimals_are_enough_for_a_reader_who_subtracts():
    # 73.3 − 70.5 = 2.8, but 2.88 would be shown as 2.9; 73.34 − 70.46 = 2.88
    assert decimals(73.34, 70.46) == 2
    assert difference(73.34, 70.46, 2) == 2.88
    # 63.8 − 30.0 = 33.8, which 33.75 is shown as
    assert decimals(63.75, 30.0) == 1
    # a difference that exists is not shown as 0.0
    assert decimals(50.02, 50.0) == 2
    assert decimals(50.0, 50.0) == 1
    # 0.0000001 is not noise: nothing is called the same that differs
    assert decimals(50.0000001, 50.0) == 7
    assert decimals(50.0 + 1e-12, 50.0) == 1


def test_points_agree_with_their_number():
    assert [in_points(1.0), in_points(0.9), in_points(2.88, 2)] == [
        "1.0 point", "0.9 points", "2.88 points",
    ]  # fmt: skip


@given(st.floats(0, 100), st.floats(0, 100))
def test_scores_and_difference_as_shown_always_agree(first, second):
    digits = decimals(first, second)
    gap = difference(first, second, digits)
    unit = 10**digits
    assert round(round(first, digits) * unit) - round(round(second, digits) * unit) == round(
        gap * unit
    )
    assert 1 <= digits <= 9
    if digits < 9:
        assert gap == round(round(first - second, 9), digits)
