"""The efficient vendors."""

from hypothesis import given
from hypothesis import strategies as st

from evalkit.costing.frontier import beaten_by, cost_per_extra_point, efficient

PLACES = st.lists(st.tuples(st.integers(0, 20), st.integers(0, 50)), min_size=1, max_size=9)
TOLERANCE = st.integers(0, 12)


def test_who_offers_less_for_more_is_left_out():
    # the second costs more than the first and offers less
    assert efficient([50, 40, 70], [100, 120, 200]) == [0, 2]
    assert beaten_by([50, 40, 70], [100, 120, 200], 1, [0, 2], 0) == [0]


def test_of_equal_values_the_cheapest_stays_and_those_alike_in_both_stay_together():
    values, costs = [50, 50, 50, 30], [100, 90, 90, 20]
    kept = efficient(values, costs)
    assert kept == [3, 1, 2]
    # 70 for 20 points, and nothing between the two that are alike
    assert cost_per_extra_point(values, costs, kept) == [3.5, None]


def test_who_was_dropped_drops_nobody_else():
    # at a tolerance of 10 the first drops the second; the second would have dropped the third,
    # which costs 18 less than the first
    values, costs = [90, 80, 70], [100, 91, 82]
    assert efficient(values, costs, 10) == [2, 0]
    assert beaten_by(values, costs, 1, [2, 0], 10) == [0]
    assert beaten_by(values, costs, 2, [2, 0], 10) == []


def test_costs_are_similar_up_to_and_including_the_tolerance():
    assert efficient([90, 80], [110, 100], 10) == [0]
    assert efficient([90, 80], [111, 100], 10) == [1, 0]


@given(PLACES, TOLERANCE)
def test_everybody_else_is_beaten_by_an_efficient_one_and_no_efficient_one_by_an_unlike_one(
    places, tolerance
):
    values, costs = zip(*places, strict=True)
    kept = efficient(values, costs, tolerance)
    assert max(values) in {values[at] for at in kept}
    for at in range(len(places)):
        beaten = [
            other
            for other in beaten_by(values, costs, at, kept, tolerance)
            if places[other] != places[at]
        ]
        assert bool(beaten) == (at not in kept)


@given(PLACES, TOLERANCE)
def test_along_the_frontier_more_value_costs_more(places, tolerance):
    values, costs = zip(*places, strict=True)
    kept = efficient(values, costs, tolerance)
    for price, one, two in zip(
        cost_per_extra_point(values, costs, kept), kept, kept[1:], strict=False
    ):
        if price is None:
            assert places[one] == places[two]
        else:
            assert price > 0
            assert costs[two] - costs[one] > tolerance
