"""Shapes across in percent and down in pixels."""

from evalkit.report.charts import shapes


def test_places_across_are_percents_and_down_are_pixels():
    found = shapes.rect("first", 12.345, 3, 50, 16)
    assert (found["x"], found["y"], found["width"], found["height"]) == ("12.35%", 3, "50.0%", 16)
    assert shapes.line("grid", 0, 1, 100, 2)["x2"] == "100.0%"
    assert shapes.text("t", 25, 12, "x", shift=4)["shift"] == 4


def test_nothing_is_narrower_than_nothing_and_zero_has_no_sign():
    assert shapes.rect("first", -1e-9, 0, -1e-9, 1) | {} == shapes.rect("first", 0, 0, 0, 1)
    assert shapes.across(-0.0001) == "0.0%"


def test_a_line_through_points_is_a_line_for_each_two():
    found = list(shapes.lines("curve", [(0, 1), (50, 2), (100, 3)]))
    assert [(each["x1"], each["y1"], each["x2"], each["y2"]) for each in found] == [
        ("0.0%", 1, "50.0%", 2), ("50.0%", 2, "100.0%", 3),
    ]  # fmt: skip


def test_a_hatch_is_as_thick_as_its_rectangle_is_high():
    assert shapes.hatch("", 0, 4, 10, 16)["middle"] == 8
