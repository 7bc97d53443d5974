"""Paired dots, and a lead in two parts."""

import pytest

from evalkit.report.charts.dots import Dot, lead_in_parts, row
from evalkit.report.possible import Possible

STRIPE = Dot(Possible(60, 75, 90), is_ranked=True)
MOLLIE = Dot(Possible(50, 50, 50), is_ranked=True)
PAYPAL = Dot(Possible(0, 50, 100), is_ranked=False)
NONE = Dot(None, is_ranked=True)


def of_kind(picture, *kinds):
    return [shape for shape in picture["shapes"] if shape["is"] in kinds]


def test_vendors_differ_by_colour_and_form_and_what_is_open_is_hatched():
    drawn = row("Cost", [STRIPE, MOLLIE])
    marks = of_kind(drawn, "disc", "square")
    assert [(each["is"], each["class"], each["x"]) for each in marks] == [
        ("disc", "first", "75.0%"), ("square", "second", "50.0%"),
    ]  # fmt: skip
    (hatched,) = of_kind(drawn, "hatch")
    assert (hatched["class"], hatched["x"], hatched["width"]) == ("first", "60.0%", "30.0%")
    (between,) = [each for each in of_kind(drawn, "line") if each["class"] == "curve"]
    assert (between["x1"], between["x2"]) == ("75.0%", "50.0%")


def test_a_vendor_without_a_rank_has_a_hollow_mark():
    (mark,) = of_kind(row("Cost", [STRIPE, PAYPAL]), "square")
    assert mark["class"] == "hollow"


def test_a_criterion_that_does_not_apply_has_no_mark_and_three_lanes_do_not_touch():
    drawn = row("Cost", [STRIPE, NONE, MOLLIE])
    assert [each["is"] for each in of_kind(drawn, "disc", "square", "diamond")] == [
        "disc", "diamond",
    ]  # fmt: skip
    tops = [each["y"] for each in of_kind(drawn, "disc", "diamond")]
    assert drawn["height"] > tops[1] > tops[0] + 20


def boxes(picture):
    return [
        (each["is"], float(each["x"][:-1]), float(each["width"][:-1]), each["y"])
        for each in of_kind(picture, "rect", "hatch")
        if "outline" not in each["class"]
    ]


def test_a_lead_is_solid_as_far_as_it_is_known_and_hatched_to_its_end():
    solid, hatched = boxes(lead_in_parts("", 1.0, 3.0))
    assert solid[:3] == ("rect", 0, 25)
    assert hatched[:3] == ("hatch", 25, 75)
    assert solid[3] == hatched[3]


@pytest.mark.parametrize(("known", "still_open", "start"), [(-1.0, 3.0, 25), (3.0, -1.0, 25)])
def test_parts_that_count_for_different_vendors_stand_to_both_sides_of_the_start(
    known, still_open, start
):
    drawn = lead_in_parts("", known, still_open)
    solid, hatched = boxes(drawn)
    left, right = sorted((solid, hatched), key=lambda each: each[1])
    assert (left[1], left[1] + left[2]) == (0, start)
    assert (right[1], right[1] + right[2]) == (start, 100)
    assert solid[3] < hatched[3]
    (zero,) = of_kind(drawn, "line")
    assert zero["x1"] == f"{start}.0%"


def test_no_lead_has_no_length():
    assert {each[2] for each in boxes(lead_in_parts("", 0.0, 0.0))} == {0}
