"""The content of a report."""

import pytest

from evalkit.checking.load import load
from evalkit.evaluation.evaluate import evaluate
from evalkit.report.page.html import to_html
from evalkit.report.page.markdown import to_markdown
from tests.conftest import PLAN, ROOT, SHIPPED_DAY, VENDOR
from tests.report.made import FILES, PLAIN


def test_the_page_says_what_a_stakeholder_asks(evaluated):
    page = to_html(evaluated(PLAIN))
    for said in (
        "ExamplePay", "2026-06-20, 156 days old", "undated", "not applicable: polling is enough", "generated text, never scores",
        "other sources: soap", "not looked for", "facts.webhooks is missing", "https://examplepay.test/limits",
        "the swing from worst to best is worth 25.0%", "straight lines through 1 → 0; 25 → 60; 100 → 100",
        "at least 10 requests/s", "Peak of five orders a second.", "left out",
    ):  # fmt: skip
        assert said in page


def test_the_page_says_whose_weights_count_and_how_sure_the_ranking_is(evaluated):
    page = to_html(evaluated(FILES)).replace("\u00a0", " ")
    for said in (
        # 25 with influence 1 and 75 with influence 2: (25 + 150) / 3
        "58.3%", "3 times that on", "The group, by influence: ",
        "would have to move 50.0 points of weight to agree", "Consistency ratio 0.00",
        "First, facts alike", "With weights drawn more widely around those stated",
        "What to find out", "Alone, it decides",
        "What weights would change the order", "promethee2-linear", "2026-11-20",
    ):  # fmt: skip
        assert said in page


def test_what_decides_stands_below_the_outcome_with_its_subject(evaluated):
    slow = VENDOR.replace("{value: 25,", "{value: 9,").replace("examplepay", "slowpay")
    files = {"vendors/payment-gateways/slowpay.yaml": slow.replace("ExamplePay", "Slowpay")}
    said = "Slowpay is ruled out: rate limit: 9 requests/s, where at least 10 requests/s is needed."
    evaluation = evaluated(files)
    assert f"<li>Must-haves: {said}</li>" in to_html(evaluation)
    assert f"\n- Must-haves: {said}\n" in to_markdown(evaluation)[0]


def test_what_lies_beyond_an_end_of_its_scale_is_said(evaluated):
    fast = VENDOR.replace("{value: 25,", "{value: 300,")
    evaluation = evaluated({"vendors/payment-gateways/examplepay.yaml": fast})
    assert "300 requests/s; beyond the best end of the scale" in to_html(evaluation)


def test_a_vendor_alone_and_nobody_at_all_still_make_a_page(evaluated):
    alone = to_html(evaluated({}))
    assert "There are no two vendors whose order could change." in alone
    assert "There are no two vendors to compare." in alone
    nobody = evaluated(
        {"plans/storefront-payments.yaml": PLAN.replace("at_least: 10", "at_least: 99")}
    )
    for page in (to_html(nobody), to_markdown(nobody)[0]):
        assert page.count("No vendor is ranked.") == 2
        assert "Ruled out" in page


@pytest.mark.parametrize("plan", ["storefront-payments", "catalogue-pim", "lifecycle-email"])
def test_the_shipped_plans_show_gates_that_tell_vendors_apart(plan):
    workspace = load(ROOT, SHIPPED_DAY)
    evaluation = evaluate(workspace, workspace.plans[plan], SHIPPED_DAY)
    assert evaluation.plan.example
    assert {v.gate for v in evaluation.vendors} & {"fail", "unverified"}
    assert to_html(evaluation).startswith("<!doctype html>")
