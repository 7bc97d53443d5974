"""Facts that are ratings."""

import pytest

from tests.rules.criteria.test_ratings import RATED
from tests.rules.made import EXAMPLEPAY, GATEWAYS, STOREFRONT, marked

VENDOR = "id: examplepay\nname: E\ncategory: payment-gateways\nfacts:\n  checkout: {%s, source: panel, checked: 2026-11-02}\n"


@pytest.fixture
def told(loaded):
    def tell(fact, criteria=RATED):
        files = {GATEWAYS: criteria, EXAMPLEPAY: VENDOR % fact, STOREFRONT: None}
        found = loaded(files).diagnostics
        return [(d.code, marked(d), d.message, d.hint) for d in found]

    return tell


@pytest.mark.parametrize("fact", ["value: 3", "low: 2, high: 3", "at_least: 3", "value: unknown",
    "low: 1, likely: 3, high: 5", "value: 3, conflicts: [{value: 5, source: a call, checked: 2026-11-02}]"])  # fmt: skip
def test_levels_and_ranges_of_them_are_ratings(told, fact):
    assert told(fact) == []


@pytest.mark.parametrize(("fact", "place"), [("value: 2.5", "2.5"), ("value: 4", "4"),
    ("low: 2, high: 4", "4"), ("low: 1, likely: 4, high: 5", "4"), ("at_least: 4", "4")])  # fmt: skip
def test_between_two_levels_nothing_is_defined(told, fact, place):
    ((code, _, message, hint),) = told(fact)
    assert (code, message) == ("EK323", f"{place} is between two levels of the rating `fit`")
    assert hint == "write one of 1, 2, 3, 5, or a range of them"


def test_the_criteria_may_allow_an_average_of_several_peoples_ratings(told):
    between = RATED.replace("of: fit", "of: fit, between: true")
    assert told("value: 2.5", between) == []
    assert [code for code, *_ in told("value: 5.5", between)] == ["EK320"]


@pytest.mark.parametrize("number", ["0", "6", "-1", "unlimited"])
def test_beyond_the_ends_is_an_error_at_either_end(told, number):
    assert [code for code, *_ in told(f"value: {number}")] == ["EK320"]


def test_words_are_no_rating_and_the_levels_are_told(told):
    ((code, where, message, hint),) = told("value: good")
    assert (code, where) == ("EK304", "good")
    assert message == "the rating `fit` takes the number of a level, not `good`"
    assert hint == (
        "write the number: 1 does not fit, 2 needs a project, 3 needs settings, 5 fits as it is"
    )


@pytest.mark.parametrize(("given", "level"), [("Needs settings", "3"), ('"2"', "2")])
def test_a_text_or_a_number_in_quotes_tells_the_level_that_is_meant(told, given, level):
    assert told(f"value: {given}")[0][3] == f"write {level}, without quotes"


def test_a_list_is_no_rating(told):
    assert told("value: [a, b]")[0][2] == (
        "the rating `fit` takes the number of a level, not a list"
    )
