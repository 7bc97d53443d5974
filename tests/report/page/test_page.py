"""The content of a report."""

import pytest

from evalkit.checking.load import load
from evalkit.evaluation.evaluate import evaluate
from evalkit.report.page.html import to_html
from evalkit.report.page.markdown import to_markdown
from tests.conftest import DAY, PLAN, ROOT
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
    workspace = load(ROOT, DAY)
    evaluation = evaluate(workspace, workspace.plans[plan], DAY)
    assert evaluation.plan.example
    assert {v.gate for v in evaluation.vendors} & {"fail", "unverified"}
    assert to_html(evaluation).startswith("<!doctype html>")
