"""Rules about the sources of facts and their dates."""

import datetime

import pytest

from evalkit.checking.load import load
from tests.conftest import VENDOR
from tests.rules.made import EXAMPLEPAY, SOURCED, marked, messages

NEVER = "rate_limit counts as not looked for: no place is named"
MADE_UP = "rate_limit counts as not looked for: generated text is no place to look"
HINT = "say where you looked, with `source:` and `checked:`; or remove the fact"


def test_ages_are_counted_from_the_day_of_the_check(write):
    folder = write()
    assert load(folder, datetime.date(2027, 6, 20)).diagnostics == ()
    late = load(folder, datetime.date(2027, 6, 21))
    stale = messages(late, "EK308")
    assert stale[0] == "api_style was checked 366 days ago and stays fresh for 365"
    assert len(messages(load(folder, datetime.date(2026, 6, 18)), "EK309")) == 2


@pytest.fixture
def told(loaded):
    """What is said of a rate limit: code, marked text and message."""

    def tell(fact):
        text = VENDOR.replace(f"{{value: 25, {LIMITS}}}", fact)
        return [(d.code, marked(d), d.message) for d in loaded({EXAMPLEPAY: text}).diagnostics]

    return tell


LIMITS = "source: https://examplepay.test/limits, checked: 2026-06-20"


@pytest.mark.parametrize("fact", ["unknown", "{unknown: true}", "{value: unknown}"])
def test_who_says_only_unknown_is_asked_where_it_was_looked_for(told, fact):
    assert told(fact) == [("EK316", fact, NEVER)]


def test_generated_text_is_no_place_to_look(told):
    for fact in (
        "{unknown: true, looked: [{source: a chat, checked: 2026-06-20, kind: generated}]}",
        "{value: unknown, source: a chat, checked: 2026-06-20, kind: generated}",
    ):
        assert told(fact) == [("EK316", fact, MADE_UP)]


@pytest.mark.parametrize(
    "fact",
    [
        f"{{value: unknown, {LIMITS}}}",
        f"{{unknown: true, {LIMITS}}}",
        f"{{unknown: true, looked: [{{{LIMITS}}}]}}",
        f"{{unknown: true, conflicts: [{{value: 9, {SOURCED}}}]}}",
    ],
)
def test_nothing_is_said_of_what_was_looked_for_and_not_found(told, fact):
    assert told(fact) == []


def test_the_way_out_of_a_bare_unknown_is_told(loaded):
    text = VENDOR.replace(f"{{value: 25, {LIMITS}}}", "unknown")
    assert [d.hint for d in loaded({EXAMPLEPAY: text}).diagnostics] == [HINT]


def test_a_look_has_a_date_like_any_fact(told):
    look = "{source: a call}"
    message = "rate_limit does not say when it was checked"
    assert told(f"{{unknown: true, looked: [{{{LIMITS}}}, {look}]}}") == [("EK307", look, message)]
    short = "{value: unknown, source: a call}"
    assert told(short) == [("EK307", short, message)]


def test_a_look_ages_and_is_not_of_the_future(told):
    looks = "{unknown: true, looked: [{source: a, checked: 2025-11-22}, {source: b, checked: 2026-11-25}]}"
    aged = "rate_limit was checked 366 days ago and stays fresh for 365"
    early = "rate_limit was checked on 2026-11-25, after 2026-11-23"
    assert told(looks) == [("EK308", "2025-11-22", aged), ("EK309", "2026-11-25", early)]
    assert told(looks.replace("2026-11-25", "2026-11-24")) == [("EK308", "2025-11-22", aged)]
    short = "{value: unknown, source: a, checked: 2025-11-22}"
    assert told(short) == [("EK308", "2025-11-22", aged)]
