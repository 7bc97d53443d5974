"""Rules about facts."""

import datetime

from evalkit.checking.load import load
from tests.conftest import VENDOR
from tests.rules.made import EXAMPLEPAY, messages


def test_ages_are_counted_from_the_day_of_the_check(write):
    folder = write()
    assert load(folder, datetime.date(2027, 6, 20)).diagnostics == ()
    late = load(folder, datetime.date(2027, 6, 21))
    assert (
        messages(late, "EK308")[0] == "api_style was checked 366 days ago and stays fresh for 365"
    )
    assert len(messages(load(folder, datetime.date(2026, 6, 19)), "EK309")) == 2


def test_a_conflict_is_checked_like_any_reading(loaded):
    text = VENDOR.replace("value: 25", "value: 25, conflicts: [{value: many}]")
    workspace = loaded({EXAMPLEPAY: text})
    assert messages(workspace, "EK304") == ["this measure takes a number, not `many`"]
    assert messages(workspace, "EK301") == ["rate_limit has no source"]


def test_a_list_or_range_on_the_wrong_kind_of_scale(loaded):
    text = VENDOR.replace("value: 25", "value: [a, b]").replace("value: [rest]", "low: 1, high: 2")
    assert messages(loaded({EXAMPLEPAY: text}), "EK304") == [
        "a range of numbers does not fit a scale of words", "this measure takes a number, not a list",
    ]  # fmt: skip
