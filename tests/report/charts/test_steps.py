"""The bar picture of what is to be done."""

import datetime

import pytest

from evalkit.evaluation.record.project import StepResult
from evalkit.report.charts.steps import gantt

DAY = datetime.date(2026, 11, 23)


def step(name, start, end, state="planned"):
    start, end = map(datetime.date.fromisoformat, (start, end))
    return StepResult(
        id=name, title=name.title(), who="", start=start, end=end, after=(), done=None,
        state=state, text=state,
    )  # fmt: skip


def bars(chart):
    return [shape for shape in chart["shapes"] if shape["is"] == "rect"]


def ends(bar):
    return bar["x"], round(bar["x"] + bar["width"], 1)


def test_bars_reach_from_the_first_day_to_the_end_of_the_last():
    # Ten days on 400 units are 40 a day.
    chart = gantt(
        [step("a", "2026-12-01", "2026-12-03"), step("b", "2026-12-04", "2026-12-10")], DAY
    )
    assert [ends(bar) for bar in bars(chart)] == [(0, 120), (120, 400)]
    assert chart["title"] == "What is to be done, from 1 Dec 2026 to 10 Dec 2026"


def test_a_line_marks_the_day_among_the_steps():
    chart = gantt([step("a", "2026-11-21", "2026-11-30")], DAY)
    (line,) = (shape for shape in chart["shapes"] if shape["class"] == "today")
    # The middle of the third of ten days.
    assert line["x1"] == line["x2"] == 100
    assert chart["title"].endswith("; the dashed line is 23 Nov 2026")


def test_a_day_before_or_after_all_steps_has_no_line():
    for start, end, state in (
        ("2026-12-01", "2026-12-10", "planned"),
        ("2026-11-01", "2026-11-10", "done"),
    ):
        chart = gantt([step("a", start, end, state)], DAY)
        assert "today" not in {shape["class"] for shape in chart["shapes"]}


def test_what_is_late_reaches_the_day_of_the_line():
    chart = gantt([step("a", "2026-11-04", "2026-11-13", "due")], DAY)
    assert ends(bars(chart)[0]) == (0, 200)
    assert "today" in {shape["class"] for shape in chart["shapes"]}


@pytest.mark.parametrize(
    ("state", "words"),
    [
        ("done", "done"),
        ("due", "due 20 Nov 2026"),
        ("held_up", "held up"),
        ("under_way", "until 20 Nov 2026"),
        ("planned", "from 2 Nov 2026"),
    ],
)
def test_each_state_is_told_in_words_too(state, words):
    chart = gantt([step("a", "2026-11-02", "2026-11-20", state)], DAY)
    assert words in [shape.get("text") for shape in chart["shapes"]]


def test_late_steps_look_alike_and_unlike_others():
    states = ("done", "due", "held_up", "under_way", "planned")
    looks = {
        each: bars(gantt([step("a", "2026-11-02", "2026-11-20", each)], DAY))[0]["class"]
        for each in states
    }
    assert looks["due"] == looks["held_up"]
    assert looks["under_way"] == looks["planned"]
    assert len(set(looks.values())) == 3


@pytest.mark.parametrize("end", ["2026-11-02", "2026-12-31", "2029-11-02", "9999-12-31"])
def test_dates_stay_on_the_canvas_however_long_it_takes(end):
    chart = gantt([step("a", "2026-11-02", end)], DAY)
    ticks = [shape for shape in chart["shapes"] if shape["class"] == "tick"]
    assert 1 <= len(ticks) <= 4
    assert all(0 <= each["x"] <= 336 for each in ticks)
    assert all(bar["x"] >= 0 and ends(bar)[1] <= 400 for bar in bars(chart))


def test_a_long_title_leaves_room_for_the_state():
    chart = gantt([step("a" * 80, "2026-11-02", "2026-11-20")], DAY)
    (title,) = (shape["text"] for shape in chart["shapes"] if shape["class"] == "label halo")
    assert len(title) == 28
    assert bars(chart)[0]["title"].startswith("A" + "a" * 79)
