"""Scales and gates in words."""

import datetime

import pytest

from evalkit.model.project.questions import Gate
from evalkit.model.scale import Checklist
from evalkit.wording.words import aged, lower_first, on_day, requirement, scale_in_words


def test_a_checklist_tells_the_share_of_each_thing():
    scale = Checklist(kind="checklist", items={"capture": 3, "refund": 1}, because="-")
    assert scale_in_words(scale, "") == "share of a checklist: capture 75%; refund 25%"


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"at_least": 10}, "at least 10 requests/s"),
        ({"at_least": 0}, "at least 0 requests/s"),
        ({"at_most": 10}, "at most 10 requests/s"),
        ({"any_of": ["rest", "soap"]}, "rest or soap"),
        ({"all_of": ["rest", "soap"]}, "rest and soap"),
        ({"none_of": ["soap"]}, "none of soap"),
        ({"equals": "rest"}, "rest"),
    ],
)
def test_a_gate_says_what_it_asks_for(asked, said):
    gate = Gate.model_validate({"measure": "rate_limit", "because": "-", **asked})
    assert requirement(gate, "requests/s") == said


def test_a_title_inside_a_sentence_begins_small_unless_it_is_an_abbreviation():
    assert [lower_first(title) for title in ("Rate limit", "API style", "2FA")] == [
        "rate limit", "API style", "2FA",
    ]  # fmt: skip


def test_a_date_is_written_as_people_write_it():
    assert on_day(datetime.date(2026, 11, 3)) == "3 Nov 2026"


def test_what_was_looked_up_later_than_the_day_of_the_evaluation_has_no_age_below_zero():
    assert [aged(days) for days in (-31, -1, 0, 1, 2)] == [
        "31 days after the day of this evaluation", "1 day after the day of this evaluation",
        "0 days old", "1 day old", "2 days old",
    ]  # fmt: skip
