"""The specification is complete, and made from the data alone."""

import difflib
import os
import re

import pytest

from evalkit.explanation.lookup import find_vendor
from evalkit.report.data import from_json, to_json
from evalkit.report.specification.changes import changes
from evalkit.report.specification.draft import STAGES
from evalkit.report.specification.keeping.forms import FORMS
from evalkit.report.specification.keeping.reading import stamped
from evalkit.report.specification.page import specification_html, specification_markdown
from tests.conftest import ROOT
from tests.report.specification.made import PLAN, content, hostile, points, requirement, written

GOLDEN = ROOT / "tests/golden"


def test_what_the_files_say_is_in_the_document(evaluated):
    text = written(evaluated()).replace("\\", "")
    for said in (
        "Integration specification: ExamplePay for Test Shop 2.4.8", "A merchant with a peak in November.",
        "regular support of its line ends on 2028-05-31", "Extended support ends on 2029-05-31.", "Storefront: luma.",
        "No order without payment.", "Trigger: an order is placed.",
        "with work: direct API Payments API", "https://api.examplepay.test/v2", "Payments API: POST /payments", "oauth2",
        "165 records on an average day, 7,200 in the busiest hour and 4 in the busiest second",
        "4 requests in the busiest second, 10 allowed: 2.5 times what is needed.",
        "4 requests at a time", "per account", "amount | ____ | ____ |",
        "| Payment to the vendor | must | real time | Test Shop 2.4.8 |", "Only tokens that stand for cards pass",
        "a key in a header, kept for 24 hours", "eight times within three days", "| Sandbox | yes |", "by date",
        "up to 2 records in a request", "| minutes | ERP |", "Nobody knows SOAP here.",
        "such as what ExamplePay also offers: order.",
        "payment.paid", "integration.interfaces.0", "2026-06-20", "plans/storefront-payments.yaml, flows.0",
    ):  # fmt: skip
        assert said in text, said


def test_every_number_that_is_referred_to_exists_and_every_link_leads_somewhere(evaluated):
    evaluation = evaluated()
    for name in ("examplepay", "otherpay"):
        view, text = content(evaluation, name), written(evaluation, name)
        assert set(re.findall(r"\bO\d+\b", text)) == set(points(view))
        assert set(re.findall(r"\bS\d+\b", text)) == {each["number"] for each in view["sources"]}
        assert set(re.findall(r"\bN\d+\b", text)) == {each["number"] for each in view["needs"]}
        ids = re.findall(r'<a id="([^"]*)">', text)
        assert len(ids) == len(set(ids))
        assert set(re.findall(r"\]\(#([^)]*)\)", text)) <= set(ids)


def test_no_statement_is_made_twice_about_flows_interfaces_and_sources(evaluated):
    rows = [line for line in written(evaluated()).splitlines() if line.startswith("| ")]
    # Two flows may be equally busy, and take the same way.
    rows = [row for row in rows if '--load"' not in row and '--route"' not in row]
    cells = [cell.strip() for row in rows for cell in row.split("|")]
    long = [cell for cell in cells if len(cell) > 50 and "](#" not in cell and "id=" not in cell]
    assert long
    assert len(long) == len(set(long))


def test_the_shipped_leaders_specification_is_short_and_begins_with_what_blocks(shipped):
    evaluation = shipped("storefront-payments")
    form = FORMS["markdown"]
    text = stamped(specification_markdown(evaluation, find_vendor(evaluation, "stripe")), form)
    assert len(text.splitlines()) < 350
    first = text.partition("\n## ")[2]
    assert first.startswith("1 Before you build\n")
    stages = re.findall(r"\| (signing|building|testing|going live|nothing)\b", first)
    assert stages == sorted(stages, key=STAGES.index)


def test_a_vendor_nobody_has_looked_at_is_all_questions_and_says_so(evaluated):
    view = content(evaluated(), "otherpay")
    assert view["decision"]["warnings"] == [
        "Too little is known about OtherPay to rank it: needs 60%, has 0%: 1 fact short: api style.",
        "Flows that have no known route: F1, F2, F3 and F4.",
    ]
    assert not view["sheet"]["heads"]
    # One point for the missing route instead of one for each topic.
    (point,) = requirement(view, "F1-3")["open"]
    assert points(view)[point]["text"].startswith("Payment to the vendor: unknown: ")
    assert point in requirement(view, "F1-2")["open"]


def test_a_plan_without_a_platform_asks_for_it(evaluated):
    plan = re.sub(r"platform: .*\n", "", PLAN)
    view = content(evaluated({"plans/storefront-payments.yaml": plan}))
    assert view["shop"] == "The shop"
    assert "What the shop runs on" in [p["text"] for p in points(view).values()]


def test_a_saved_evaluation_makes_the_same_document_byte_for_byte(evaluated):
    evaluation = evaluated(hostile())
    again = from_json(to_json(evaluation))
    for write in (specification_markdown, specification_html):
        assert written(again, "examplepay", write) == written(evaluation, "examplepay", write)


@pytest.mark.parametrize(("name", "has_gaps"), [("leader", False), ("paypal", True)])
def test_the_shipped_plans_specifications_are_as_recorded(shipped, name, has_gaps):
    """`EVALKIT_UPDATE_GOLDEN=1` writes them anew, after a look at what changed."""
    evaluation = shipped("storefront-payments")
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
