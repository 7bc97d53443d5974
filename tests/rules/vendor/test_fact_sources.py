"""Rules about the sources of facts and their dates."""

import datetime

import pytest

from evalkit.checking.load import load
from tests.conftest import CRITERIA, VENDOR
from tests.rules.made import EXAMPLEPAY, GATEWAYS, SOURCED, marked, messages

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


UNTIL = f"{{value: 25, {LIMITS}, until: %s}}"
CHECKLIST = CRITERIA.replace(
    "scale: {kind: levels, levels: {true: 100, false: 0}",
    "scale: {kind: checklist, items: {iso: 2, soc: 1}",
)


def test_a_fact_past_its_last_day_is_told_once_however_old_it_is(told, write):
    ended = "rate_limit held until 2026-11-22"
    assert told(UNTIL % "2026-11-22") == [("EK324", "2026-11-22", ended)]
    assert told(UNTIL % "2026-11-23") == []
    old = (UNTIL % "2026-11-22").replace("2026-06-20", "2020-01-31")
    assert told(old) == [("EK324", "2026-11-22", ended)]
    assert [code for code, *_ in told(old.replace("until: 2026-11-22", "until: 2027-01-01"))] == [
        "EK308"
    ]


def test_what_other_sources_and_entries_say_ends_as_well(told):
    other = "{value: 9, source: s, checked: 2026-06-20, until: 2026-07-01}"
    assert told(f"{{value: 25, {LIMITS}, conflicts: [{other}]}}") == [
        ("EK324", "2026-07-01", "rate_limit held until 2026-07-01")
    ]
    entry = other.replace("value: 9", "value: 9, region: EEA")
    assert [code for code, *_ in told(f"{{by: [{entry}]}}")] == ["EK324"]


def test_what_had_ended_when_it_was_checked_has_a_wrong_date(told):
    assert told(UNTIL % "2026-06-20") == [
        ("EK324", "2026-06-20", "rate_limit held until 2026-06-20")
    ]
    assert told(UNTIL % "2026-06-19") == [
        ("EK325", "2026-06-19",
         "rate_limit held until 2026-06-19, but was checked on 2026-06-20, after that"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("until", "code", "message"),
    [
        ("{iso: 2026-11-22}", "EK324", "`iso` of webhooks held until 2026-11-22"),
        ("{soc: 2026-11-23}", "EK326", "webhooks does not name `soc`, which cannot end"),
        ("{iso: 2026-11-23}", None, None),
    ],
)
def test_the_items_of_a_checklist_end_one_by_one(loaded, until, code, message):
    text = VENDOR + f"  webhooks: {{value: [iso], {SOURCED}, until: {until}}}\n"
    found = loaded({EXAMPLEPAY: text, GATEWAYS: CHECKLIST}).diagnostics
    assert [(each.code, each.message) for each in found] == ([(code, message)] if code else [])


def test_only_a_checklist_has_items_that_end(told):
    message = "rate_limit is no checklist, so it has no items to end one by one"
    assert told(UNTIL % "{basic: 2027-01-01}") == [("EK326", "{basic: 2027-01-01}", message)]


@pytest.mark.parametrize("until", ["soon", "{iso: soon}", "{}", "[2027-01-01]", "2026-02-30"])
def test_until_is_a_day_or_a_day_for_each_item(loaded, until):
    text = VENDOR.replace(f"{{value: 25, {LIMITS}}}", UNTIL % until)
    (found,) = loaded({EXAMPLEPAY: text}).errors
    assert found.route[:3] == ("facts", "rate_limit", "until")
