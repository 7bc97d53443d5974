"""Scales and gates in words."""

import datetime

import pytest
from babel import Locale

from evalkit.model.project.questions import Gate
from evalkit.model.scale import Checklist
from evalkit.wording.messages.catalogue import Language, speaking
from evalkit.wording.words import (
    aged,
    in_month,
    listed,
    lower_first,
    on_day,
    requirement,
    scale_in_words,
    some_of,
)


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


def test_a_long_list_names_the_first_and_counts_the_others():
    names = ("Anna", "Berta", "Cora", "Dora")
    assert some_of(names, 2) == "Anna, Berta and 2 more"
    assert some_of(names, 3, "or") == "Anna, Berta, Cora or 1 more"
    assert some_of(names, 4) == "Anna, Berta, Cora and Dora"


def test_lists_and_days_follow_the_language():
    day = datetime.date(2026, 11, 3)
    assert (listed(("A", "B")), in_month(day)) == ("A and B", "November 2026")
    with speaking(Language(locale=Locale("de"))):
        assert listed(("A", "B", "C")) == "A, B und C"
        assert listed(("A", "B"), "or") == "A oder B"
        assert (on_day(day), in_month(day)) == ("03.11.2026", "November 2026")
    with speaking(Language(locale=Locale("fr"))):
        assert in_month(day) == "novembre 2026"


def test_what_was_looked_up_later_than_the_day_of_the_evaluation_has_no_age_below_zero():
    assert [aged(days) for days in (-31, -1, 0, 1, 2)] == [
        "31 days after the day of this evaluation", "1 day after the day of this evaluation",
        "0 days old", "1 day old", "2 days old",
    ]  # fmt: skip
