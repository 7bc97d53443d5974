"""Marks at value and cost."""

import itertools

from evalkit.report.charts.value_for_money import MOST_NAMED, NAME, Offer, value_for_money


def shapes(*offers):
    return value_for_money("All", offers, str)["shapes"]


def test_marks_stand_at_value_and_cost_and_tell_what_they_are():
    best, beaten, open_ = (
        Offer("Best", 80.0, 100.0, "best"),
        Offer("Beaten", 40.0, 200.0, "beaten"),
        Offer("More", 60.0, 50.0, "or_more"),
    )
    marks = [s for s in shapes(best, beaten, open_) if s["is"] in {"disc", "diamond"}]
    assert [(s["is"], s["class"]) for s in marks] == [
        ("disc", "first"), ("disc", "third"), ("diamond", "hollow"),
    ]  # fmt: skip
    # More points are further up, more money further to the right.
    assert marks[0]["y"] < marks[2]["y"] < marks[1]["y"]
    places = [float(s["x"].rstrip("%")) for s in marks]
    assert places[2] < places[0] < places[1]
    assert sum(s["class"] == "curve dashed" for s in shapes(best, beaten, open_)) == 1


def test_names_do_not_overlap_and_no_more_stand_there_than_have_room():
    close = [Offer(f"Vendor {n}", 50.0 + n / 10, 100.0 + n, "beaten") for n in range(30)]
    names = [s for s in shapes(*close) if s["class"].startswith("halo")]
    assert len(names) == MOST_NAMED
    for look in ("halo", "halo e"):
        places = sorted(s["y"] for s in names if s["class"] == look)
        assert all(after - before >= NAME - 0.2 for before, after in itertools.pairwise(places))


def test_the_best_value_has_its_name_if_not_all_can():
    many = [Offer(f"Vendor {n}", 10.0, 100.0, "beaten") for n in range(30)]
    names = {s.get("text") for s in shapes(*many, Offer("Best", 90.0, 50.0, "best"))}
    assert "Best" in names
