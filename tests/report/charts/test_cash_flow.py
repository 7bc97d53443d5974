"""Lines of money that comes back."""

import pytest

from evalkit.report.page.page import view


def test_circles_stand_where_the_money_is_back(evaluated):
    evaluation = evaluated()
    shapes = view(evaluation)["charts"]["cash"]["shapes"]
    zero = next(s["y1"] for s in shapes if s["class"] == "zero")
    lines = [
        [tuple(map(float, point.split(","))) for point in s["points"].split()]
        for s in shapes if s["class"].startswith("line ")
    ]  # fmt: skip
    circles = [s for s in shapes if s["is"] == "circle"]
    assert len(circles) == len(lines) == 3
    for circle, ((x0, y0), (x1, y1), *_) in zip(circles, lines, strict=True):
        assert circle["y"] == zero
        assert circle["x"] == pytest.approx(x0 + (x1 - x0) * (zero - y0) / (y1 - y0), abs=0.3)


def test_marks_tell_what_is_known_in_part_and_what_is_beaten(evaluated):
    evaluation = evaluated()
    shapes = view(evaluation)["charts"]["frontier"]["shapes"]
    marks = {
        s["title"].split(":")[0]: s["class"] for s in shapes if s["is"] == "circle" and s["title"]
    }
    # Thirdpay's licence is not known, and Otherpay offers more for more money.
    assert marks["Thirdpay"].startswith("dot hollow")
    found = {each.id: each for each in evaluation.costs.frontier.vendors}
    for name in ("examplepay", "otherpay"):
        beaten = bool(found[name].beaten_by)
        assert marks[name.title()] == ("dot beaten" if beaten else "dot best")
    key = {s["class"] for s in shapes if s["is"] == "circle" and not s["title"]}
    assert key == {name.replace("hollow beaten", "hollow") for name in marks.values()}
