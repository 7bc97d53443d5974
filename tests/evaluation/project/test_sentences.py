"""Needs in words and sentences."""

import pytest

from evalkit.evaluation.project.sentences import (
    how_many,
    how_many_met,
    musts_first,
    outcome_of,
    who_meets,
    why,
)
from evalkit.evaluation.record.project import NeedResult, ServingResult, VendorNeed

NAMES = {"a": "Alpha", "b": "Beta"}


def serving(outcome, title="Rate", text="5"):
    return ServingResult(
        kind="gate", id="rate", title=title, outcome=outcome, text=text, reference=None
    )


def need(*outcomes, priority="must"):
    vendors = tuple(
        VendorNeed(vendor=name, outcome=outcome, by=(serving(outcome),))
        for name, outcome in zip(NAMES, outcomes, strict=True)
    )
    return NeedResult(id="n", text="N.", who="", priority=priority, vendors=vendors)


@pytest.mark.parametrize(
    ("needs", "sentence"),
    [
        ([need("met", "met")], "Alpha and Beta meet the one need that is a must."),
        ([need("met", "open")], "Alpha meets the one need that is a must."),
        (
            [need("met", "met"), need("not_met", "met")],
            "Beta meets both needs that are a must.",
        ),
        (
            [need("open", "not_met")] * 3,
            "No vendor is known to meet all three needs that are a must.",
        ),
        (
            [need("met", "met"), need("not_met", "not_met", priority="should")],
            "Alpha and Beta meet the one need that is a must.",
        ),
        ([need("met", "open", priority="should")], "Alpha meets the one need."),
        ([need("met", "met", priority="should")] * 2, "Alpha and Beta meet both needs."),
    ],
)
def test_who_meets_all_that_is_a_must(needs, sentence):
    assert who_meets(needs, NAMES) == sentence


def test_what_is_weighed_keeps_nobody_from_meeting_all_musts():
    needs = [need("met", "open"), need("weighed", "weighed")]
    assert who_meets(needs, NAMES) == "Alpha meets the one need that is a must."


def test_musts_stand_before_shoulds_and_each_kind_in_its_order():
    needs = [need("met", "met", priority=each) for each in ("should", "must", "should", "must")]
    assert musts_first(needs) == [1, 3, 0, 2]


@pytest.mark.parametrize(
    ("outcomes", "words", "sentence"),
    [
        (["met"], "1 of 1", "Alpha: the one need that can be met is met."),
        (["not_met"], "0 of 1, 1 not met", "Alpha: the one need that can be met is not met."),
        (["met", "met"], "2 of 2", "Alpha meets two of two needs."),
        (
            ["open", "not_met", "met", "open", "weighed"],
            "1 of 4, 1 not met, 2 open",
            "Alpha meets one of four needs; one is not met; two are open.",
        ),
        (["open", "open"], "0 of 2, 2 open", "Alpha meets none of two needs; two are open."),
        (["weighed"], "", "Alpha: what the client needs is only weighed."),
    ],
)
def test_how_many_needs_a_vendor_meets(outcomes, words, sentence):
    found = [VendorNeed(vendor="a", outcome=each, by=()) for each in outcomes]
    assert how_many(found) == words
    assert how_many_met("Alpha", found) == sentence


@pytest.mark.parametrize(
    ("by", "outcome"),
    [
        (["met", "met"], "met"),
        (["met", "open"], "open"),
        (["open", "not_met", "met"], "not_met"),
        (["weighed"], "weighed"),
        (["weighed", "met"], "met"),
        (["weighed", "open"], "open"),
        ([], "open"),
    ],
)
def test_a_failure_decides_then_what_is_open(by, outcome):
    assert outcome_of([serving(each) for each in by]) == outcome


def test_the_reason_names_only_what_makes_the_outcome():
    by = (serving("met", "API"), serving("not_met", "Rate", "2"), serving("open", "Hours", "-"))
    assert why(VendorNeed(vendor="a", outcome="not_met", by=by)) == "Rate (2)"
