"""One fact as the record holds it: its words, and whether it is fresh."""

import datetime

import pytest

from evalkit.evaluation.facts import fact_result
from evalkit.model.criteria import Criteria
from evalkit.model.vendor import Vendor

DAY = datetime.date(2026, 11, 23)
LEVELS = {"kind": "levels", "levels": {"rest": 100, "soap": 50}}
CRITERIA = Criteria.model_validate(
    {
        "id": "c", "title": "C", "fresh_for": 30,
        "criteria": {"run": {"title": "Run", "weight": 1, "measures": {
            "rate": {"weight": 1, "unit": "requests/s", "scale": {"kind": "linear", "worst": 0, "best": 9}},
            "wait": {"weight": 1, "unit": "hours", "scale": {"kind": "linear", "worst": 48, "best": 0}},
            "style": {"weight": 1, "fresh_for": 7, "scale": LEVELS},
        }}},
        "background": {"note": {}},
    }
)  # fmt: skip


def result(measure, **fact):
    vendor = Vendor.model_validate(
        {"id": "v", "name": "V", "category": "c", "facts": {measure: {"source": "s", **fact}}}
    )
    return fact_result(vendor.facts[measure], measure, CRITERIA, DAY, "v.yaml")


@pytest.mark.parametrize(
    ("measure", "checked", "age", "freshness"),
    [
        ("rate", "2026-11-23", 0, "fresh"),
        # October has 31 days: the 24th is 30 days before the 23rd of November, its last fresh day.
        ("rate", "2026-10-24", 30, "fresh"),
        ("rate", "2026-10-23", 31, "stale"),
        # A measure's own days count before those of the file.
        ("style", "2026-11-16", 7, "fresh"),
        ("style", "2026-11-15", 8, "stale"),
        # What is kept without points does not grow old.
        ("note", "2020-11-23", 2191, "fresh"),
    ],
)
def test_a_fact_is_fresh_through_its_last_day(measure, checked, age, freshness):
    value = 5 if measure == "rate" else "soap"
    found = result(measure, value=value, checked=checked)
    assert (found.age_days, found.freshness) == (age, freshness)


@pytest.mark.parametrize(
    ("measure", "text"),
    [
        ({"rate": {"low": 2, "high": 8}}, "2 to 8 requests/s"),
        ({"rate": {"low": 2, "likely": 3, "high": 8}}, "2 to 8 requests/s, most likely 3"),
        # From the lower number to the higher one, also where less is better.
        ({"wait": {"low": 4, "likely": 24, "high": 36}}, "4 to 36 hours, most likely 24"),
        ({"rate": {"at_least": 2}}, "at least 2 requests/s"),
        ({"rate": {"low": 2, "high": "unlimited"}}, "at least 2 requests/s"),
        ({"rate": {"value": "unlimited"}}, "unlimited requests/s"),
        ({"style": {"at_least": ["rest"]}}, "at least rest"),
        (
            {"rate": {"value": 5, "source": "a", "conflicts": [{"low": 2, "high": 8, "source": "b"}]}},
            "5 requests/s; other sources: 2 to 8 requests/s",
        ),
    ],
)  # fmt: skip
def test_a_range_is_told_from_its_low_to_its_high_end(measure, text):
    ((name, fact),) = measure.items()
    assert result(name, **fact).text == text


@pytest.mark.parametrize(
    ("fact", "value", "at_least"),
    [({"at_least": 2}, 2.0, True), ({"value": 2}, 2.0, False), ({"value": "unlimited"}, "unlimited", False)],
)  # fmt: skip
def test_a_reading_says_whether_its_number_is_the_lowest(fact, value, at_least):
    reading = result("rate", **fact).reading
    assert (reading.value, reading.at_least, reading.low, reading.high) == (
        value,
        at_least,
        None,
        None,
    )


@pytest.mark.parametrize(
    ("dates", "freshness", "expired"),
    [
        # The last day is a day on which it holds.
        ({"checked": "2026-11-20", "until": "2026-11-23"}, "fresh", False),
        ({"checked": "2026-11-20", "until": "2026-11-22"}, "stale", True),
        # Nobody says when it was looked at, but it says itself how long it holds.
        ({"until": "2027-01-01"}, "undated", False),
        ({"until": "2026-11-22"}, "stale", True),
        # That it holds for long is no reason not to look again.
        ({"checked": "2026-10-23", "until": "2027-01-01"}, "stale", False),
    ],
)
def test_a_fact_is_stale_after_the_last_day_on_which_it_holds(dates, freshness, expired):
    found = result("rate", value=5, **dates)
    assert (found.freshness, found.expired) == (freshness, expired)
    assert found.reading.until == datetime.date.fromisoformat(dates["until"])
    assert result("rate", value="unknown", **dates).freshness == "none"
