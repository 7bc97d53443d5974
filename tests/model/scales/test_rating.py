"""What readers see of ratings, and how they score."""

import json

import pytest

from tests.cli.made import EXAMPLEPAY, OTHERPAY
from tests.rules.criteria.test_ratings import RATED

FILE = "id: %s\nname: %s\ncategory: payment-gateways\nfacts:\n  checkout: {%s, source: panel, checked: 2026-11-02}\n  set_up: {%s, source: panel, checked: 2026-11-02}\n"
PLAN = "id: storefront-payments\ntitle: Rated\ncategory: payment-gateways\nas_of: 2026-11-23\nrankable: 0\n"
FILES = {
    "criteria/payment-gateways.yaml": RATED,
    "plans/storefront-payments.yaml": PLAN,
    EXAMPLEPAY: FILE % ("examplepay", "ExamplePay", "value: 3", "value: 0"),
    OTHERPAY: FILE % ("otherpay", "OtherPay", "low: 2, high: 3", "value: 1"),
}


@pytest.fixture
def scored(evalkit, write):
    def score(*more):
        found = evalkit("score", "storefront-payments", "-f", "json", *more, cwd=write(FILES))
        return json.loads(found.out)

    return score


def test_a_rating_scores_evenly_from_its_first_to_its_last_level(scored):
    one, other = scored()["vendors"]
    # 3 of 1 to 5 is half way; effort 0 of 0 to 2 is the best, as the file turns it round.
    assert one["measures"]["checkout"]["value"] == 50
    assert one["measures"]["set_up"]["value"] == 100
    assert one["score"] == pytest.approx((2 * 50 + 1 * 100) / 3)
    assert other["measures"]["checkout"]["low"] == 25
    assert other["measures"]["set_up"]["value"] == 50


def test_the_text_of_a_level_is_shown_where_the_fact_is(evalkit, write):
    shown = evalkit("explain", "storefront-payments", "examplepay", "--facts", cwd=write(FILES)).out
    assert "3: needs settings" in shown
    assert "0: none" in shown
    other = evalkit("explain", "storefront-payments", "otherpay", "--facts", cwd=write(FILES)).out
    assert "2 (needs a project) to 3 (needs settings)" in other.replace("\n", " ")


def test_the_report_names_every_level_from_the_best_on(evalkit, write):
    report = evalkit("report", "storefront-payments", "-f", "markdown", cwd=write(FILES)).out
    assert "5 fits as it is; 3 needs settings; 2 needs a project; 1 does not fit" in report
    assert "0 none; 1 a day; 2 a week" in report
