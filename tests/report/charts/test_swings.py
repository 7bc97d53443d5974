"""Bars of what moves a figure."""

from evalkit.report.charts.swings import SwingBar, row, scale, whole

HOURS = SwingBar("Hours: 0.1 gives 178, 0.25 gives 390", 178.0, 390.0)
VALUE = SwingBar("Order value: 63 gives 270, 77 gives 228", 270.0, 228.0)
SAME = SwingBar("Both above: 300 and 350", 300.0, 350.0)
BASE = 249.0


def bars(swing, *others):
    along = scale([swing, *others], BASE)
    drawn = row(swing, BASE, along)
    places = {
        shape["class"]: (float(shape["x"].rstrip("%")), float(shape["width"].rstrip("%")))
        for shape in drawn["shapes"]
        if shape["is"] == "rect"
    }
    return along.at(BASE), places


def test_each_end_has_its_bar_from_the_base():
    base, found = bars(HOURS, VALUE)
    (low, low_width), (high, _) = found["second"], found["first"]
    assert round(low + low_width, 1) == round(high, 1) == round(base, 1)
    # The lower end of an assumption may be the better one.
    base, found = bars(VALUE, HOURS)
    assert found["second"][0] >= round(base, 2) > found["first"][0]


def test_of_two_on_one_side_neither_hides_the_other():
    along = scale([SAME], BASE)
    drawn = [s["class"] for s in row(SAME, BASE, along)["shapes"] if s["is"] == "rect"]
    assert drawn == ["first", "second"]


def test_in_a_file_each_bar_has_its_words_above_it():
    words = [s["text"] for s in whole("All", [HOURS, VALUE], BASE, str)["shapes"] if "text" in s]
    assert words == [HOURS.label, VALUE.label]
