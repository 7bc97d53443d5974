"""Small pictures of points by weight."""

import pytest

from evalkit.report.charts.crossovers import Panel, look, panel, scale

ONE, OTHER = [(0.0, 80.0), (1.0, 60.0)], [(0.0, 60.0), (1.0, 100.0)]
WORDS = ("60", "100", "0%", "100%")


def test_the_scale_has_round_ends_around_all_points():
    assert scale([ONE, OTHER]) == (60, 100)
    assert scale([[(0.0, 61.0), (1.0, 99.0)]]) == (60, 100)
    assert scale([[(0.0, 40.0), (1.0, 40.0)]]) == (40, 60)
    assert scale([]) == (0, 100)


def test_a_change_at_the_top_is_marked_on_the_line_of_the_leader():
    drawn = panel(Panel("A", 0.2, [ONE, OTHER], [1 / 3]), (60, 100), WORDS)
    (mark,) = [shape for shape in drawn["shapes"] if shape["is"] == "disc"]
    assert mark["x"] == "33.33%"
    top, base = 8, 132 - 18
    assert mark["y"] == pytest.approx(base - (80 - 20 / 3 - 60) / 40 * (base - top), abs=0.1)


def test_more_points_are_higher_and_vendors_differ_by_look():
    drawn = panel(Panel("A", 0.2, [ONE, OTHER], []), (60, 100), WORDS)
    curves = {s["class"]: s for s in drawn["shapes"] if s["is"] == "line" and "curve" in s["class"]}
    assert curves["curve first"]["y1"] < curves["curve first"]["y2"]
    assert curves["curve second"]["y1"] > curves["curve second"]["y2"]
    assert [look(place) for place in range(4)] == ["first", "second", "third", ""]


def test_a_curve_with_many_points_is_marked_between_two_of_them():
    bent = [(0.0, 60.0), (0.5, 100.0), (1.0, 100.0)]
    drawn = panel(Panel("A", 0.2, [bent], [0.25]), (60, 100), WORDS)
    (mark,) = [shape for shape in drawn["shapes"] if shape["is"] == "disc"]
    assert mark["y"] == 61.0
