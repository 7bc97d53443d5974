"""Axes, and places that keep apart."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from evalkit.report.charts.axes import apart, axis


@given(st.lists(st.floats(-50, 250), max_size=12))
def test_moved_places_keep_apart_and_inside(places):
    moved = apart(places, 10, 0, 200)
    assert all(0 <= place <= 200 for place in moved)
    ordered = sorted(moved)
    assert all(after - before >= 10 - 1e-9 for before, after in pairwise(ordered))


@given(st.lists(st.floats(-1e9, 1e9), min_size=1, max_size=8))
def test_an_axis_has_room_for_all_numbers_and_a_tick_at_least(numbers):
    along = axis(numbers, 0, 100)
    assert along.ticks
    assert all(-1e-6 <= along.at(number) <= 100 + 1e-6 for number in (*numbers, *along.ticks))


def test_ticks_are_round_numbers():
    # 0 to 700 in about four steps: 200 each; the end lies a little beyond 700, not at 800.
    assert axis([0, 700], 0, 100).ticks == (0, 200, 400, 600, 800)
    assert axis([-40, 610], 0, 100).ticks == (0, 200, 400, 600)
