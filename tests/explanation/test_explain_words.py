"""A vendor's standing and points, in sentences."""

import pytest

from tests.conftest import PLAN, VENDOR, vendor
from tests.explanation.made import EXAMPLEPAY, OTHERPAY, PLAN_FILE, against, of

NO = "{not_applicable: none}"


def test_every_sentence_of_a_ranked_vendor(evaluated):
    assert of(evaluated(), "examplepay").sentences == (
        # 63.75, 6.25 and 30 as printed; the table below them has the same
        "ExamplePay is ranked first of two: 63.7 of 100 points are secured, 6.3 open and 30.0 lost.",
        "It meets every must-have.",
    )
    # 36.25 points at most, where the other has 63.75 at least
    assert of(evaluated(), "otherpay").sentences[-1] == (
        "At these weights, first place is out of its reach."
    )


def test_a_vendor_that_is_ruled_out_says_by_what(evaluated):
    evaluation = evaluated({PLAN_FILE: PLAN.replace("10,", "20,")})
    assert of(evaluation, "otherpay").sentences[0] == (
        "Otherpay is ruled out: rate limit: 12 requests/s, where at least 20 requests/s is needed."
    )
    assert (
        of(evaluation, "examplepay")
        .sentences[0]
        .startswith("ExamplePay is the only vendor that is ranked: ")
    )


def test_each_further_must_have_that_fails_is_named(evaluated):
    soap = "  - {measure: api_style, none_of: [soap], because: Nobody knows SOAP here.}\n"
    evaluation = evaluated({PLAN_FILE: PLAN.replace("10,", "20,") + soap})
    assert "It also fails api style." in of(evaluation, "otherpay").sentences


def test_a_vendor_of_which_too_little_is_known_says_what_it_is_short_of(evaluated):
    bare = vendor(api_style="{value: [rest], source: s, checked: 2026-06-20}")
    said = of(evaluated({OTHERPAY: bare}), "otherpay").sentences
    # 3/16 of the points are settled; the rate limit alone has 3/4
    assert said[0] == "Otherpay is not ranked: it needs 60%, has 18%: 1 fact short: rate limit."
    assert said[1].startswith("Of 100 points 18.7 are secured, 81.3 open and 0.0 lost.") or (
        said[1].startswith("Of 100 points 18.8 are secured, 81.2 open and 0.0 lost.")
    )
    assert said[-1].startswith("It could still win: if its open facts turn out alike, it is first ")


def test_a_vendor_without_score_says_why(evaluated):
    nothing = vendor("otherpay", api_style=NO, webhooks=NO, rate_limit=NO)
    evaluation = evaluated({OTHERPAY: nothing})
    found = of(evaluation, "otherpay")
    assert (found.score, found.secured, found.open, found.lost) == (None, 0, 0, 0)
    assert found.sentences[0] == "Otherpay is not ranked: no measure applies to it."
    compared = against(evaluation, "otherpay", "examplepay")
    assert (compared.points, compared.criteria) == (None, ())
    assert compared.sentences == (
        "Otherpay has no score, because no measure applies to it.",
        "So there is nothing to compare.",
    )


def test_open_must_haves_are_named_and_ties_too(evaluated):
    both = PLAN.replace("rate_limit, at_least: 10", "webhooks, equals: true") + (
        "  - {measure: api_style, any_of: [rest], because: Nobody knows SOAP here.}\n"
    )
    bare = {"rate_limit": "{value: 25, source: s}"}
    files = {f"vendors/payment-gateways/{name}.yaml": vendor(name, **bare) for name in "abc"}
    said = of(evaluated({PLAN_FILE: both, OTHERPAY: None, **files}), "b").sentences
    assert said[0].startswith("B is ranked second of four, level with A and C: ")
    assert "Open must-haves: webhooks and api style." in said


@pytest.mark.parametrize(
    ("fact", "caveat"),
    [
        ("{value: 25, source: s, checked: 2026-06-20}", ""),
        (
            "{value: 25, source: s, checked: 2023-09-12}",
            "45.0 of the 63.7 secured points rest on facts that are out of date, last checked in "
            "September 2023 or before.",
        ),
        (
            "{value: 25, source: s}",
            "45.0 of the 63.7 secured points rest on facts of which nobody wrote down when they "
            "were checked.",
        ),
    ],
)
def test_the_weakest_evidence_behind_what_is_secured_is_said(evaluated, fact, caveat):
    text = VENDOR.replace(
        "{value: 25, source: https://examplepay.test/limits, checked: 2026-06-20}", fact
    )
    assert of(evaluated({EXAMPLEPAY: text}), "examplepay").caveat == caveat
