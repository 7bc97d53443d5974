"""The picture of costs."""

import itertools

from evalkit.report.charts.costs import HEIGHT, THIN, CostBar, row, scale, ticks, whole

MOLLIE = CostBar("Mollie: €311k", (("third", 17_000), ("first", 294_000)), (263_000, 389_000), None)
ADYEN = CostBar("Adyen: at least €122k", (("first", 147_000),), None, 122_000)
PAYPAL = CostBar("PayPal: not known", (("third", 17_000),), None, None, "price for US only")
BARS = [MOLLIE, ADYEN, PAYPAL]


def placed(picture, kind):
    return [
        (shape["class"], float(shape["x"].rstrip("%")), float(shape["width"].rstrip("%")))
        for shape in picture["shapes"]
        if shape["is"] == kind
    ]


def test_the_scale_covers_the_longest_range():
    assert scale(BARS).ticks == (0, 100_000, 200_000, 300_000, 400_000)


def test_parts_are_stacked_as_wide_as_they_cost():
    assert placed(row(MOLLIE, scale(BARS)), "rect") == [("third", 0, 4.25), ("first", 4.25, 73.5)]


def test_what_is_not_known_is_hatched_to_the_edge():
    along = scale(BARS)
    assert placed(row(MOLLIE, along), "hatch") == []
    assert placed(row(ADYEN, along), "hatch") == [("", 36.75, 63.25)]
    assert placed(row(PAYPAL, along), "hatch") == [("", 4.25, 95.75)]


def test_a_range_has_a_mark_at_both_ends_and_a_minimum_at_one():
    along = scale(BARS)
    assert marks(row(MOLLIE, along)) == ["65.75%", "97.25%"]
    assert marks(row(ADYEN, along)) == ["30.5%"]
    assert marks(row(PAYPAL, along)) == []


def marks(picture):
    """Where lines of a range stand upright."""
    return [
        shape["x1"]
        for shape in picture["shapes"]
        if shape["class"] == "tick" and shape["x1"] == shape["x2"]
    ]


def test_why_there_is_no_cost_stands_in_the_bar_where_there_is_room():
    (words,) = (s for s in row(PAYPAL, scale(BARS))["shapes"] if s["is"] == "text")
    assert (words["text"], words["x"], words["class"]) == ("price for US only", "4.25%", "halo")
    costly = CostBar("Own work", (("third", 300_000),), None, None, "x" * 60)
    (words,) = (s for s in row(costly, scale([costly]))["shapes"] if s["is"] == "text")
    assert (words["x"], words["class"]) == ("99.0%", "halo e")
    assert len(words["text"]) < 60


def test_a_credit_stands_on_the_other_side_of_nothing():
    bar = CostBar("Credit", (("first", 300.0), ("second", -100.0)), None, None)
    along = scale([bar])
    zero = along.at(0)
    (_, start, _), (_, credit, width) = placed(row(bar, along), "rect")
    assert start == round(zero, 2) > 0
    assert round(credit + width, 2) == start


def test_labels_of_the_scale_stand_inside():
    found = [
        (s["text"], s["class"]) for s in ticks(scale(BARS), lambda tick: f"{tick:.0f}")["shapes"]
    ]
    assert found[0] == ("0", "t")
    assert found[-1] == ("400000", "t e")
    assert {look for _, look in found[1:-1]} == {"t m"}


def test_in_a_file_each_row_has_its_words_above_it():
    drawn = whole("Costs", BARS, str)
    panels = [shape for shape in drawn["shapes"] if shape["is"] == "panel"]
    assert [each["height"] for each in panels] == [16, HEIGHT, HEIGHT, THIN]
    assert all(one["y"] + one["height"] <= other["y"] for one, other in itertools.pairwise(panels))
    words = [shape["text"] for shape in drawn["shapes"] if shape["is"] == "text"]
    assert words == [bar.label for bar in BARS]
