"""Bars of steps."""

from datetime import date

from evalkit.report.charts.timeline import Bar, Days, row

SPAN = Days(date(2026, 11, 1), date(2026, 11, 10), date(2026, 11, 5))


def bar(**given):
    return Bar(
        **{
            "label": "A",
            "start": date(2026, 11, 1),
            "end": date(2026, 11, 5),
            "is_done": False,
            "is_late": False,
            **given,
        }
    )


def looks(drawn, kind):
    return [shape["class"] for shape in drawn["shapes"] if shape["is"] == kind]


def test_a_bar_lasts_from_the_beginning_of_its_first_day_to_the_end_of_its_last():
    (shape,) = [each for each in row(bar(), SPAN)["shapes"] if each["is"] == "hatch"]
    assert (shape["x"], shape["width"]) == ("0.0%", "50.0%")


def test_done_is_solid_open_is_hatched_and_late_has_a_colour_of_its_own():
    assert looks(row(bar(is_done=True), SPAN), "rect") == ["first"]
    assert looks(row(bar(is_done=True), SPAN), "hatch") == []
    assert looks(row(bar(), SPAN), "hatch") == ["first"]
    assert looks(row(bar(is_late=True), SPAN), "hatch") == ["warn"]


def test_the_day_of_the_plan_is_a_line_if_it_is_among_the_days_shown():
    (line,) = [each for each in row(bar(), SPAN)["shapes"] if each["class"] == "tick"]
    assert line["x1"] == "45.0%"
    outside = Days(SPAN.first, SPAN.last, date(2026, 12, 1))
    assert "tick" not in looks(row(bar(), outside), "line")
