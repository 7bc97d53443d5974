"""The specification is complete, and made from the data alone."""

import difflib
import os
import re

import pytest

from evalkit.checking.load import load
from evalkit.evaluation.evaluate import evaluate
from evalkit.explanation.lookup import find_vendor
from evalkit.report.data import from_json, to_json
from evalkit.report.specification.changes import changes
from evalkit.report.specification.page import specification_html, specification_markdown
from tests.conftest import ROOT, SHIPPED_DAY
from tests.report.specification.made import PLAN, content, hostile, points, requirement, written

GOLDEN = ROOT / "tests/golden"


def test_what_the_files_say_is_in_the_document(evaluated):
    text = written(evaluated()).replace("\\", "")
    for said in (
        "Integration specification: ExamplePay for Test Shop 2.4.8", "A merchant with a peak in November.",
        "regular support of its line ends on 2028-05-31", "Extended support ends on 2029-05-31.", "Storefront: luma.",
        "No order without payment.", "Set off by: an order is placed.", "It has to arrive in real time.",
        "direct API, Payments API", "beginning with https://api.examplepay.test/v2: POST /payments", "oauth2",
        "165 records on an average day, 7,200 in the busiest hour and 4 in the busiest second",
        "4 requests in the busiest second, 10 allowed: 2.5 times what is needed.",
        "36,000 allowed (10 a second × 3,600): 5 times", "4 requests at a time", "per account",
        "| amount | ____ | ____ |", "Legal basis for F1: ____", "Only tokens that stand for cards pass",
        "a key in a header, kept for 24 hours", "eight times within three days", "Sandbox: yes.", "by date",
        "A request holds up to 2 records.", "ERP is the master", "Nobody knows SOAP here.",
        "Out of scope: everything that no flow names, among what is on record for ExamplePay: order.",
        "payment.paid", "examplepay.yaml, integration.interfaces.0", "2026-06-20",
    ):  # fmt: skip
        assert said in text, said


def test_every_number_that_is_referred_to_exists(evaluated):
    evaluation = evaluated()
    for name in ("examplepay", "otherpay"):
        view, text = content(evaluation, name), written(evaluation, name)
        assert set(re.findall(r"\bO\d+\b", text)) == set(points(view))
        known = {each["number"] for each in view["sources"]}
        assert set(re.findall(r"\bS\d+\b", text)) == known | {"S1"}
        numbers = {each["number"] for flow in view["flows"] for each in flow["requirements"]}
        assert set(re.findall(r"\bF\d+-\d+\b", text)) == numbers


def test_a_vendor_nobody_has_looked_at_is_all_questions_and_says_so(evaluated):
    view = content(evaluated(), "otherpay")
    assert view["decision"]["warnings"] == [
        "Too little is known about OtherPay to rank it: needs 60%, has 0%: 1 fact short: api style.",
        "Flows that have no known route by what is on record: F1, F2, F3 and F4.",
    ]
    assert not view["used"]
    # One point for the missing route instead of one for each topic.
    assert requirement(view, "F1-5")["open"] == requirement(view, "F1-6")["open"]


def test_a_plan_without_a_platform_asks_for_it(evaluated):
    plan = re.sub(r"platform: .*\n", "", PLAN)
    view = content(evaluated({"plans/storefront-payments.yaml": plan}))
    assert view["shop"] == "The shop"
    assert "Not in the plan: what the shop runs on" in [p["text"] for p in points(view).values()]


def test_a_saved_evaluation_makes_the_same_document_byte_for_byte(evaluated):
    evaluation = evaluated(hostile())
    again = from_json(to_json(evaluation))
    for write in (specification_markdown, specification_html):
        assert written(again, "examplepay", write) == written(evaluation, "examplepay", write)


@pytest.mark.parametrize(("name", "has_gaps"), [("leader", False), ("paypal", True)])
def test_the_shipped_plans_specifications_are_as_recorded(name, has_gaps):
    """`EVALKIT_UPDATE_GOLDEN=1` writes them anew, after a look at what changed."""
    workspace = load(ROOT, SHIPPED_DAY)
    evaluation = evaluate(workspace, workspace.plans["storefront-payments"], SHIPPED_DAY)
    vendor = evaluation.vendors[0] if name == "leader" else find_vendor(evaluation, name)
    text = specification_markdown(evaluation, vendor)
    file = GOLDEN / f"specification-{name}.md"
    if os.environ.get("EVALKIT_UPDATE_GOLDEN"):
        file.write_text(text, encoding="utf-8", newline="\n")
    recorded = file.read_text(encoding="utf-8")
    told = "\n".join(changes(recorded, text)) or "only numbers"
    assert text == recorded, f"EVALKIT_UPDATE_GOLDEN=1 writes it anew; what changes:\n{told}"
    assert ("have no known route" in text) == has_gaps
    assert str(ROOT) not in text
    assert not difflib.get_close_matches("nan", re.findall(r"\bnan\b|\bNone\b|\bTrue\b", text))
