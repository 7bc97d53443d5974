"""Ranges, ages and gates as the pages and the terminal print them, worked by hand."""

import html
import re

import pytest

from evalkit.evaluation.evaluate import evaluate
from evalkit.report.page.html import to_html
from evalkit.report.page.markdown import to_markdown
from evalkit.report.page.page import view
from tests.conftest import DAY, PLAN, VENDOR, vendor

SEEN = "source: https://a.test/1, checked: 2026-06-20"
# 18.75 by REST, 6.25 by webhooks; the rate scores 60 at 25 requests/s, within 30 to 100 as it is
# 13 to 100: 75% of that is 45, within 22.5 to 75. Together 70, within 47.5 to 100.
RANGED = {
    "vendors/payment-gateways/otherpay.yaml": vendor(
        api_style=f"{{value: [rest], {SEEN}}}",
        webhooks=f"{{value: true, {SEEN}}}",
        rate_limit=f"{{low: 13, likely: 25, high: 100, {SEEN}}}",
    )
}
PEOPLE = """\
stakeholders:
  finance: {weights: {kind: points, points: {api: 25, scalability: 75}}}
  technology: {weights: {kind: points, points: {api: 60, scalability: 40}}}
"""
GATES = PLAN + (
    "  - {measure: webhooks, equals: true, because: Polling is too slow.}\n"
    "  - {measure: api_style, none_of: [rest], because: A house of SOAP.}\n"
)


@pytest.fixture
def evaluated(loaded):
    def run(files):
        workspace = loaded(files)
        assert workspace.errors == ()
        return evaluate(workspace, workspace.plans["storefront-payments"], DAY)

    return run


def pages(evaluation):
    """The text of the report as Markdown, and of its page."""
    page = re.sub(r"<style>.*?</style>|<[^>]*>", " ", to_html(evaluation), flags=re.DOTALL)
    for text in (to_markdown(evaluation)[0], html.unescape(page)):
        yield " ".join(text.replace("\\", "").replace("\u00a0", " ").split())


def test_ranges_run_from_low_to_high_wherever_a_report_prints_them(evaluated):
    evaluation = evaluated({**RANGED, "plans/storefront-payments.yaml": f"{PLAN}rankable: 0\n"})
    for page in pages(evaluation):
        # 52.5 of 100 points are open: 47.5% is settled, and rounded down. The webhooks of
        # ExamplePay are open: 63.75 to 70 points, rounded outward; its points are those at least.
        assert "ExamplePay | 63.7 | 70.0 | 63.7 | 93%" in page or "63.7 70.0 63.7 93%" in page
        assert "Otherpay | 47.5 | 100.0 | 70.0 | 47%" in page or "47.5 100.0 70.0 47%" in page
        assert "13 to 100 requests/s, most likely 25" in page
        assert "30.0 to 100.0" in page
    (bar, _) = view(evaluation)["charts"]["ranking"]["rows"]
    assert bar["value"] == "47.5 to 100.0"


def test_a_chart_of_weights_names_the_least_and_the_most(evaluated):
    plan = PLAN.replace("weights: {api: 25, scalability: 75}\n", PEOPLE)
    evaluation = evaluated({**RANGED, "plans/storefront-payments.yaml": plan})
    api, scalability = view(evaluation)["charts"]["weights"]["rows"]
    assert (api["value"], scalability["value"]) == ("25.0% to 60.0%", "40.0% to 75.0%")


@pytest.mark.parametrize(
    ("checked", "age"),
    [
        ("2026-11-24", "2026-11-24, 1 day after the day of this evaluation"),
        ("2026-11-22", "2026-11-22, 1 day old"),
        # 365 days: the last on which it is fresh.
        ("2025-11-23", "2025-11-23, 365 days old"),
        ("2025-11-22", "2025-11-22, 366 days old, stale"),
    ],
)
def test_a_fact_is_called_stale_from_the_day_after_its_last(evaluated, checked, age):
    old = VENDOR.replace("limits, checked: 2026-06-20", f"limits, checked: {checked}")
    for page in pages(evaluated({"vendors/payment-gateways/examplepay.yaml": old})):
        assert age in page
        assert ("stale" in re.sub("[Ss]tale after", "", page)) == age.endswith("stale")


@pytest.mark.parametrize(
    ("until", "age"),
    [
        ("2026-11-22", "2026-06-20, 156 days old, expired on 2026-11-22"),
        ("2026-11-23", "2026-06-20, 156 days old, valid until 2026-11-23"),
    ],
)
def test_a_fact_says_until_when_it_holds(evaluated, until, age):
    ended = VENDOR.replace("value: 25", f"value: 25, until: {until}")
    for page in pages(evaluated({"vendors/payment-gateways/examplepay.yaml": ended})):
        assert age in page


def test_each_gate_has_its_own_outcome_and_reason_for_each_vendor(evaluated):
    slow = {"vendors/payment-gateways/otherpay.yaml": vendor(
        webhooks=f"{{value: true, {SEEN}}}", rate_limit=f"{{value: 9, {SEEN}}}"
    )}  # fmt: skip
    evaluation = evaluated({**slow, "plans/storefront-payments.yaml": GATES})
    text = to_markdown(evaluation)[0].replace("\\", "")
    section = re.search(r"^## Must-haves\n(.*?)^## ", text, re.DOTALL | re.MULTILINE)[1]
    lines = [line for line in section.splitlines() if line and not line.startswith("|--")]
    assert lines == [
        "### Rate limit: at least 10 requests/s",
        "Peak of five orders a second.",
        "| Vendor | Outcome | Reason |",
        "| ExamplePay | met | found: 25 requests/s |",
        "| Otherpay | not met | found: 9 requests/s |",
        "### Webhooks: true",
        "Polling is too slow.",
        "| Vendor | Outcome | Reason |",
        "| ExamplePay | open | not looked for |",
        "| Otherpay | met | found: yes |",
        "### Api style: none of rest",
        "A house of SOAP.",
        "| Vendor | Outcome | Reason |",
        "| ExamplePay | not met | found: rest |",
        "| Otherpay | open | not looked for |",
    ]
    section = re.search(r'<section id="gates".*?</section>', to_html(evaluation), re.DOTALL)[0]
    assert re.findall(r'row">(.*?)</th><td class="(.*?)">(.*?)</td><td>(.*?)</td>', section) == [
        ("ExamplePay", "pass", "met", "found: 25 requests/s"),
        ("Otherpay", "fail", "not met", "found: 9 requests/s"),
        ("ExamplePay", "unverified", "open", "not looked for"),
        ("Otherpay", "pass", "met", "found: yes"),
        ("ExamplePay", "fail", "not met", "found: rest"),
        ("Otherpay", "unverified", "open", "not looked for"),
    ]
