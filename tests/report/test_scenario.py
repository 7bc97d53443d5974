"""What a scenario changes, in sentences, and that they stand above everything made with it."""

import csv
import io
import json

import pytest

from evalkit.evaluation.evaluate import evaluate
from evalkit.model.comparison.scenario import Scenario
from evalkit.report.scenario import in_sentences
from tests.conftest import CRITERIA, DAY
from tests.conftest import PLAN as OF_TWO
from tests.evaluation.made import FAST, GATEWAYS, OTHERPAY, STOREFRONT
from tests.evaluation.project.made import FILES as FLOWING

COST = """\
  cost:
    title: Cost
    weight: 100
    measures:
      fee: {unit: EUR, weight: 1, scale: {kind: linear, worst: 9, best: 0, because: "-"}}
"""
THREE = CRITERIA.replace("background:", f"{COST}background:")
BANNER = "What-if, not the evaluation of Payments for a storefront."
PLAN = """\
id: storefront-payments
title: Payments for a storefront
category: payment-gateways
gates:
  - {measure: rate_limit, at_least: 10, because: Peak of five orders a second.}
weights: {api: 20, scalability: 30, cost: 50}
"""


@pytest.fixture
def told(loaded):
    """The sentences about a scenario in a plan of three criteria."""

    def tell(**changes):
        workspace = loaded({OTHERPAY: FAST, GATEWAYS: THREE, STOREFRONT: PLAN})
        assert workspace.errors == ()
        plan = workspace.plans["storefront-payments"]
        scenario = Scenario(plan=plan.id, **changes)
        banner, *sentences = in_sentences(
            evaluate(workspace, plan, DAY, full=False, scenario=scenario)
        )
        assert banner == BANNER
        return " ".join(sentences)

    return tell


def test_without_a_scenario_nothing_is_said(loaded):
    workspace = loaded({OTHERPAY: FAST})
    plan = workspace.plans["storefront-payments"]
    assert in_sentences(evaluate(workspace, plan, DAY, full=False)) == []


def test_one_weight_is_named_if_the_others_keep_their_proportions(told):
    # 20 : 30 is 10 : 15.
    said = told(weights={"api": 10.0, "scalability": 15.0, "cost": 75.0})
    assert said == "Weights: Cost 75% instead of 50%, the others in proportion."


def test_weights_that_moved_apart_are_all_named_most_first(told):
    said = told(weights={"api": 15.0, "scalability": 25.0, "cost": 60.0})
    assert said == (
        "Weights: Cost 60% instead of 50%, API preference 15% instead of 20% and Scalability 25% "
        "instead of 30%."
    )


def test_of_two_siblings_one_says_it_all(told):
    said = told(weights={"api_style": 1.0, "webhooks": 1.0})
    assert said == "Weights within API preference: Api style 50% instead of 75%."


def test_a_move_that_whole_percents_do_not_show_has_decimals(told):
    said = told(weights={"api": 20.0, "scalability": 30.0, "cost": 50.02})
    assert said == "Weights: Cost 50.01% instead of 50.00%, the others in proportion."


def test_the_rule_gates_and_vendors_are_named(told):
    said = told(unknown="worst", gates_off=("rate_limit",), compare=("otherpay", "examplepay"))
    assert said == (
        "What is open counts at worst, not at half. The must-have “Rate limit: at least 10 "
        "requests/s” rules nobody out. Side by side: Otherpay and ExamplePay."
    )


def test_what_is_as_in_the_plan_is_said_to_be_so(told):
    same = {"api": 2.0, "scalability": 3.0, "cost": 5.0}
    assert told(weights=same, unknown="middle") == "Nothing differs from the plan."


def test_the_title_comes_first_and_that_it_is_stale_last(told):
    said = told(title="Simply try", unknown="worst", evaluation="e-0")
    assert said.startswith("“Simply try”. What is open")
    assert said.endswith("may differ from those seen then.")


CHANGE = "Weights: API preference 75% instead of 25%."
TURNED = "plan: storefront-payments\nweights: {api: 75, scalability: 25}\n"
MONEY = "money: {currency: EUR, years: 2, discount_rate: 0.1, volumes: {orders: 12000}}\n"


@pytest.fixture
def tried(evalkit, write):
    """Run a command about a plan of ExamplePay and OtherPay with a scenario."""

    def run(*words, scenario=TURNED, files=None):
        folder = write({OTHERPAY: FAST, "tried.yaml": scenario, **(files or {})})
        return evalkit(*words, "--scenario", "tried.yaml", cwd=folder)

    return run


def test_a_scenario_is_named_above_the_answer_that_it_makes(tried):
    # 75 × ¾ + 25 × 0.6 at worst, webhooks open with 18.75 more; and 75 × ¾ × ½ + 25.
    ran = tried("score", "storefront-payments")
    assert ran.code == 0
    text = " ".join(ran.out.split())
    assert text.startswith(f"{BANNER} {CHANGE} ExamplePay is")
    assert "1 ExamplePay 71 to 90 71" in text
    assert "2 Otherpay 53" in text
    assert "evalkit explain storefront-payments --scenario tried.yaml examplepay" in text


@pytest.mark.parametrize(
    "words",
    [
        ("robustness", "storefront-payments"),
        ("explain", "storefront-payments", "examplepay"),
        ("explain", "storefront-payments", "examplepay", "--versus", "otherpay"),
        ("score", "storefront-payments", "--by-criterion"),
    ],
)
def test_every_page_begins_with_it(tried, words):
    assert " ".join(tried(*words).out.split()).startswith(f"{BANNER} {CHANGE}")


def test_costs_with_a_scenario_begin_with_it(tried):
    fee = "{kind: recurring, title: Fee, amount: 9, currency: EUR, every: month}"
    files = {STOREFRONT: OF_TWO + MONEY, OTHERPAY: f"{FAST}charges:\n  - {fee}\n"}
    ran = tried("cost", "storefront-payments", files=files)
    assert " ".join(ran.out.split()).startswith(f"{BANNER} {CHANGE}")
    ran = tried("cost", "storefront-payments", "-f", "csv", files=files)
    rows = list(csv.DictReader(io.StringIO(ran.out)))
    assert {row["scenario"] for row in rows} == {f"{BANNER} {CHANGE}"}
    ran = tried("cost", "storefront-payments", "-f", "json", files=files)
    assert json.loads(ran.out)["scenario"]["shares"][0]["after"] == 0.75


def test_every_json_carries_it(tried):
    for words in (
        ("score", "storefront-payments"),
        ("robustness", "storefront-payments"),
        ("explain", "storefront-payments", "examplepay"),
    ):
        found = json.loads(tried(*words, "-f", "json").out)["scenario"]
        assert found["weights"] == {"api": 75.0, "scalability": 25.0}


def test_an_explanation_without_a_scenario_has_no_such_key(evalkit, write):
    folder = write({OTHERPAY: FAST})
    ran = evalkit("explain", "storefront-payments", "examplepay", "-f", "json", cwd=folder)
    assert "scenario" not in json.loads(ran.out)


def test_a_csv_says_it_in_its_last_column(tried, evalkit):
    rows = list(csv.DictReader(io.StringIO(tried("score", "storefront-payments", "-f", "csv").out)))
    assert list(rows[0])[-1] == "scenario"
    assert {row["scenario"] for row in rows} == {f"{BANNER} {CHANGE}"}
    assert "scenario" not in evalkit("score", "storefront-payments", "-f", "csv").out


def test_reports_say_it_before_everything_else(tried):
    page = tried("report", "storefront-payments", "-f", "html").out
    assert "<title>What-if: Payments for a storefront</title>" in page
    assert page.index(BANNER) < page.index('<section id="answer"')
    text = tried("report", "storefront-payments", "-f", "markdown").out
    assert f"> **{BANNER}** {CHANGE}\n" in text


def test_a_report_puts_those_side_by_side_that_a_scenario_compares(tried):
    third = FAST.replace("otherpay", "thirdpay").replace("Otherpay", "Thirdpay")
    ran = tried(
        *("report", "storefront-payments", "-f", "markdown"),
        scenario="plan: storefront-payments\ncompare: [thirdpay, examplepay]\n",
        files={"vendors/payment-gateways/thirdpay.yaml": third},
    )
    section = ran.out.split("## 1 Finalists side by side")[1].split("\n## ")[0]
    assert "Otherpay" not in section
    assert section.index("Thirdpay") < section.index("ExamplePay")


def test_one_that_is_ruled_out_can_be_compared_and_is_called_so(tried):
    ran = tried(
        *("report", "storefront-payments", "-f", "markdown"),
        scenario="plan: storefront-payments\ncompare: [otherpay, examplepay]\n",
        files={STOREFRONT: OF_TWO.replace("at_least: 10", "at_least: 50")},
    )
    section = ran.out.split("## 1 Finalists side by side")[1].split("\n## ")[0]
    assert "ExamplePay is ruled out: rate limit: 25 requests/s, where at least 50" in section
    assert "| Compared | Otherpay | ExamplePay, ruled out |" in section
    assert "not ranked" not in section


def test_a_saved_scenario_says_so_wherever_it_is_opened(tried, evalkit):
    tried("score", "storefront-payments", "-o", "tried.json")
    assert evalkit("score", "storefront-payments", "-o", "plan.json").code == 0
    page = evalkit("report", "tried.json", "-f", "html").out
    assert BANNER in page
    ran = evalkit("diff", "plan.json", "tried.json")
    assert "The later one is a what-if, not the evaluation of the plan.\n" in ran.out
    assert "Weight of API preference: 25% → 75%\n" in ran.out
    assert "Weights come from: the plan → a scenario\n" in ran.out
    assert "The earlier one is a what-if" in evalkit("diff", "tried.json", "plan.json").out
    assert "Both are what-ifs" in evalkit("diff", "tried.json", "tried.json").out


def test_another_evaluation_than_it_was_made_from_is_said(tried):
    ran = tried("score", "storefront-payments", scenario=f"{TURNED}evaluation: e-0123456789ab\n")
    assert "It was made from another evaluation" in " ".join(ran.out.split())
    assert ran.code == 0


def test_a_specification_from_a_scenario_warns_that_it_is_one(evalkit, write):
    scenario = "plan: storefront-payments\nweights: {api: 3, fit: 1}\n"
    folder = write({**FLOWING, "tried.yaml": scenario})
    words = ("storefront-payments", "--scenario", "tried.yaml", "-o", "tried.json")
    assert evalkit("score", *words, cwd=folder).code == 0
    ran = evalkit("spec", "tried.json", "examplepay")
    assert f"{BANNER} {CHANGE.replace('25%', '50%')}" in ran.out
