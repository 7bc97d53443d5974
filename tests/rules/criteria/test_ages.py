"""Rules about ages, windows and measures that replace others."""

import pytest

from tests.evaluation.derived.aged import AGED, aged
from tests.rules.made import marked

WORDS = 'scale: {kind: levels, levels: {new: 100, old: 0}, because: "-"}'
DAYS = 'scale: {kind: linear, worst: 1000, best: 0, because: "-"}'
COUNT = 'scale: {kind: linear, worst: 0, best: 20, because: "-"}'


@pytest.fixture
def found(loaded):
    """The findings about the criteria with a change, and what they mark."""

    def find(old, new):
        assert AGED.count(old) == 1
        workspace = loaded(aged(criteria=AGED.replace(old, new), api_style="[rest]"))
        return [(d.code, marked(d), d.message) for d in workspace.errors]

    return find


def test_an_age_is_a_number(found):
    message = "the age of released is a number, which does not fit a scale of words"
    assert found(DAYS, WORDS) == [("EK214", "levels", message)]


def test_a_count_is_a_number(found):
    message = "the count of releases is a number, which does not fit a scale of words"
    assert found(COUNT, WORDS) == [("EK214", "levels", message)]


def test_an_age_has_its_own_unit(found):
    message = "the age of released is counted in days, not in weeks"
    assert found("age: days", "age: days\n        unit: weeks") == [("EK214", "weeks", message)]
    assert found("age: days", "age: days\n        unit: days") == []
    assert found("age: days", "age: months\n        unit: months") == []


@pytest.mark.parametrize(
    ("more", "message"),
    [
        ("window: 365", "an `age` is no count, so it has no `window`"),
        (
            "derived: total_cost",
            "what is computed for each plan has no `age` or `window` of its own",
        ),
    ],
)
def test_an_age_is_neither_computed_nor_within_a_window(found, more, message):
    ((code, _, says),) = found("age: days", f"age: days\n        {more}")
    assert (code, says) == ("EK109", message)


HINT = "say it of `released`, if it still fits: its scale is its own"


@pytest.mark.parametrize("former", ["rate_limit", "api_description"])
def test_a_measure_that_is_replaced_is_gone(found, former):
    replaced = f"age: days\n        replaces: [{former}]"
    assert found("age: days", replaced) == [("EK215", former, f"`{former}` is now `released`")]


@pytest.mark.parametrize(
    "measure",
    ["{weight: 40}", "null", f"{{weight: 40, unit: days, {DAYS}}}"],
    ids=["changed", "taken out", "whole"],
)
def test_who_extends_criteria_is_told_which_measure_was_replaced(loaded, measure):
    base = AGED.replace("age: days", "age: days\n        replaces: [days_since_release]")
    own = "id: own\ntitle: Own\nextends: payment-gateways\ncriteria:\n  upkeep:\n    measures:\n"
    files = aged(criteria=base, api_style="[rest]")
    found = loaded({**files, "criteria/own.yaml": f"{own}      days_since_release: {measure}\n"})
    ((path, code, mark, message, hint),) = [
        (d.path, d.code, marked(d), d.message, d.hint) for d in found.errors
    ]
    assert (path, code, mark) == ("criteria/own.yaml", "EK215", "days_since_release")
    assert (message, hint) == ("`days_since_release` is now `released`", HINT)


@pytest.mark.parametrize("given", ["days", "[1]", "{a: b}"])
def test_what_is_replaced_is_a_list_of_names(loaded, given):
    base = AGED.replace("age: days", f"age: days\n        replaces: {given}")
    codes = {d.code for d in loaded(aged(criteria=base, api_style="[rest]")).errors}
    assert codes <= {"EK103", "EK105"}
    assert codes
