"""Bars of shares of first places."""

from evalkit.report.charts.bars import Wins, bars


def test_a_ranked_vendor_has_a_solid_and_a_hatched_bar_as_long_as_its_shares():
    drawn = bars(Wins("A", 0.9, 0.6))
    (solid,) = [
        shape for shape in drawn["shapes"] if shape["is"] == "rect" and shape["class"] == "first"
    ]
    (hatched,) = [shape for shape in drawn["shapes"] if shape["is"] == "hatch"]
    assert (solid["width"], hatched["width"]) == ("90.0%", "60.0%")
    assert solid["y"] + solid["height"] <= hatched["y"]
    assert drawn["label"] == "A"


def test_a_vendor_that_is_not_ranked_has_a_hatched_bar_only():
    drawn = bars(Wins("A", None, 0.25))
    assert [shape["width"] for shape in drawn["shapes"] if shape["is"] == "hatch"] == ["25.0%"]
    assert not [shape for shape in drawn["shapes"] if shape["class"] == "first"]
    assert drawn["height"] < bars(Wins("A", 0.9, 0.6))["height"]
