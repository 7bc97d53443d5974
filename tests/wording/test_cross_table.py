"""Rounded tables add up in every row and every column."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evalkit.wording.cross_table import cross_table, shares_in_table

TABLES = st.integers(1, 8).flatmap(
    lambda count: st.lists(
        st.lists(st.just(0.0) | st.floats(-50, 50), min_size=3, max_size=3),
        min_size=count, max_size=count,
    )
)  # fmt: skip


def units(cells):
    return [round(cell * 10) for cell in cells]


def test_thirds_are_a_square_in_which_each_line_has_one():
    shown = cross_table([[1 / 3] * 3] * 3, 0)
    assert (
        [sum(row) for row in shown]
        == [sum(column) for column in zip(*shown, strict=True)]
        == [1, 1, 1]
    )


@given(TABLES)
def test_each_cell_and_each_sum_is_less_than_a_unit_off(rows):
    shown = cross_table(rows, 1)
    # What the whole is rounded by, the largest cell takes before.
    whole = sum(map(math.fsum, rows))
    slack = abs(round(whole, 1) - whole) + 1e-6
    for lines, printed in ((rows, shown), (zip(*rows, strict=True), zip(*shown, strict=True))):
        for line, cells in zip(lines, printed, strict=True):
            assert abs(sum(units(cells)) / 10 - math.fsum(line)) < 0.1 + slack
            assert all(
                abs(one - other) < 0.1 + slack for one, other in zip(line, cells, strict=True)
            )
            assert all(other == 0 for one, other in zip(line, cells, strict=True) if one == 0)
    assert sum(map(sum, map(units, shown))) == round(whole * 10) or slack > 0.04


def test_a_total_that_was_shown_already_is_met():
    # 1.04 + 1.04 = 2.08, which was printed as 2.0
    assert sum(map(sum, map(units, cross_table([[1.04, 0.0], [0.0, 1.04]], 1, 2.0)))) == 20


def test_what_is_no_number_is_refused():
    with pytest.raises(ValueError, match="finite"):
        cross_table([[math.inf]], 1)


def test_shares_of_draws_add_up_in_the_steps_that_they_support():
    # two standard errors of 625 draws are four points
    assert shares_in_table([(0.62, 0.38), (0.38, 0.62)], 625) == [("60%", "40%"), ("40%", "60%")]
    thirds = shares_in_table([(1 / 3, 2 / 3), (2 / 3, 1 / 3)], 10_000)
    assert thirds in ([("33%", "67%"), ("67%", "33%")], [("34%", "66%"), ("66%", "34%")])


def test_a_share_that_is_not_never_is_not_said_to_be():
    assert shares_in_table([(0.998, 0.002), (0.002, 0.998)], 10_000) == [
        ("over 99%", "under 1%"), ("under 1%", "over 99%"),
    ]  # fmt: skip
    assert shares_in_table([(1.0, 0.0)], 10_000) == [("100%", "0%")]
