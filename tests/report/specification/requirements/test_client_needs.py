"""The client's needs and the steps in a specification."""

import pytest

from evalkit.report.specification.document import specification
from evalkit.report.specification.page import specification_html, specification_markdown
from tests.evaluation.project.conftest import evaluated
from tests.evaluation.project.made import FILES, PLAN, STOREFRONT

__all__ = ["evaluated"]
EXAMPLE = "vendors/payment-gateways/examplepay.yaml"
FACT = "{value: [rest], source: https://x.test, checked: 2026-06-20}"


@pytest.fixture
def made(evaluated):
    def make(how, files=None, name="examplepay"):
        evaluation = evaluated(files)
        vendor = next(each for each in evaluation.vendors if each.id == name)
        return how(evaluation, vendor)

    return make


def test_each_need_says_by_what_it_is_met_with_source_and_place(made):
    content = made(specification)
    needs = {each["text"]: each for each in content["client_needs"]}
    need = needs["Goods leave the same day."]
    assert (need["of"], need["word"]) == ("must, Head of the warehouse", "✓ met")
    flow, gate = need["by"]
    assert flow["text"] == "F1 Order to the vendor: met"
    assert gate["text"] == "Api style: none of none: met, rest"
    sources = {each["number"]: each["source"] for each in content["sources"]}
    assert sources[gate["rests"]] == "https://x.test"
    assert "facts.api_style" in str(content["sources"])


def test_an_open_question_is_one_open_point(made):
    content = made(specification, {EXAMPLE: FILES[EXAMPLE].replace(FACT, "unknown")})
    (by,) = next(each for each in content["client_needs"] if "SOAP" in each["text"])["by"]
    points = content["open_points"]
    (point,) = [each for each in points if each["text"].startswith("Api style")]
    assert (by["open"], point["blocks"]) == (point["number"], "signing")
    assert "Old tills still speak SOAP." in point["text"]
    assert "Api style: none of none" in point["text"]


def test_both_forms_show_needs_and_steps(made):
    page, text = made(specification_html), made(specification_markdown)
    for said in ("✓ met", "Api style: none of none: met, rest", "Keys in place"):
        assert said in page
        assert said in text
    late = "Late: Contract signed: due 20 Nov 2026, 3 days ago."
    assert late in page
    assert f"**{late}**" in text
    assert 'aria-label="Keys in place: 22 November 2026 to 27 November 2026, ' in page
    assert "</a>Keys in place |  | 2026-11-22 | 2026-11-27 | Contract signed |" in text


def test_a_plan_without_either_leaves_both_out(made):
    plan = PLAN[: PLAN.index("stakeholders:")]
    plan = plan.replace(", serves: ship-same-day", "").replace(", serves: [refunds]", "")
    for how in (specification_html, specification_markdown):
        page = made(how, {STOREFRONT: plan})
        assert "Keys in place" not in page
        assert "What the client needs" not in page
