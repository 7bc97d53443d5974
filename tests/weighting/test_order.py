"""Weights that follow from an order."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evalkit.weighting.order import tied_order_centroid


def test_three_ranks_by_hand():
    # the means of 1, 1/2, 1/3, of 0, 1/2, 1/3 and of 0, 0, 1/3
    assert tied_order_centroid([1, 1, 1]) == pytest.approx([11 / 18, 5 / 18, 2 / 18])
    assert tied_order_centroid([1]) == (1,)


def test_a_tie_of_two_before_one_by_hand():
    # corners (1/2, 1/2, 0) and (1/3, 1/3, 1/3): their mean is 5/12, 5/12, 2/12
    assert tied_order_centroid([2, 1]) == pytest.approx([5 / 12, 2 / 12])


def test_one_before_a_tie_of_two_by_hand():
    # corners (1, 0, 0) and (1/3, 1/3, 1/3): their mean is 4/6, 1/6, 1/6
    assert tied_order_centroid([1, 2]) == pytest.approx([4 / 6, 1 / 6])


def test_when_all_tie_all_weigh_the_same():
    assert tied_order_centroid([4]) == (0.25,)


@pytest.mark.parametrize("sizes", [[], [1, 0], [-1]])
def test_an_order_of_nothing_is_refused(sizes):
    with pytest.raises(ValueError, match="at least one"):
        tied_order_centroid(sizes)


@given(st.lists(st.integers(1, 9), min_size=1, max_size=30))
def test_tied_weights_fall_from_group_to_group_and_sum_to_one(sizes):
    weights = tied_order_centroid(sizes)
    assert sum(w * size for w, size in zip(weights, sizes, strict=True)) == pytest.approx(1)
    assert all(weights[n] > weights[n + 1] > 0 for n in range(len(weights) - 1))


@given(st.integers(1, 40))
def test_rank_order_weights_are_the_sums_of_reciprocals(count):
    closed_form = [sum(1 / k for k in range(i, count + 1)) / count for i in range(1, count + 1)]
    assert tied_order_centroid([1] * count) == pytest.approx(closed_form)
