"""The picture of page one."""

import itertools

from evalkit.report.charts.intervals import TALL, THIN, Interval, axis, row, whole

STRIPE = Interval("Stripe: 65 to 96", 65, 96, 81, is_ranked=True, is_tall=True, overlap=(65, 86))
PAYPAL = Interval("PayPal: 11 to 98", 11, 98, 54, is_ranked=False, is_tall=False, overlap=None)


def kinds(picture):
    return [
        (shape["is"], shape["class"], shape["x"]) for shape in picture["shapes"] if "x" in shape
    ]


def test_a_bar_is_solid_to_the_least_and_hatched_to_the_most():
    drawn = row(STRIPE)
    assert drawn["height"] == TALL
    assert ("rect", "overlap", "65.0%") in kinds(drawn)
    assert ("rect", "first", "0.0%") in kinds(drawn)
    assert ("hatch", "first", "65.0%") in kinds(drawn)
    assert ("tick", "", "81.0%") in kinds(drawn)


def test_a_range_has_no_bar_and_no_middle():
    drawn = row(PAYPAL)
    assert drawn["height"] == THIN
    assert kinds(drawn) == [("hatch", "", "11.0%"), ("rect", "outline", "11.0%")]


def test_the_scale_runs_from_0_to_100_with_its_ends_inside():
    assert [(each["text"], each["class"]) for each in axis()["shapes"]] == [
        ("0", "t"), ("25", "t m"), ("50", "t m"), ("75", "t m"), ("100", "t e"),
    ]  # fmt: skip


def test_in_a_file_each_row_has_its_words_above_it_and_none_covers_another():
    drawn = whole("Points", [STRIPE, PAYPAL])
    panels = [shape for shape in drawn["shapes"] if shape["is"] == "panel"]
    assert [each["height"] for each in panels] == [16, TALL, THIN]
    assert all(one["y"] + one["height"] <= other["y"] for one, other in itertools.pairwise(panels))
    assert panels[-1]["y"] + THIN == drawn["height"]
