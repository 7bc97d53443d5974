"""How the figures were made."""

import pytest

from evalkit.report.page.proof.method import method
from tests.conftest import BASE, CRITERIA, PLAN, VENDOR
from tests.report.made import OTHERPAY, PLAN_FILE, SEEN, UNKNOWN


def test_the_files_and_versions_are_listed_by_which_it_can_be_made_again(golden):
    evaluation = golden("everything")
    found = method(evaluation)
    assert {each["path"]: each["sha256"] for each in found["files"]} == {
        each.path: each.sha256 for each in evaluation.inputs
    }
    assert found["scales"] == evaluation.plan.scales
    assert evaluation.evalkit in found["version"]


def test_the_method_names_the_simulations_their_seed_and_their_accuracy(golden):
    said = " ".join(method(golden("everything"))["sentences"])
    assert "625 simulations (random seed 7)" in said
    assert "accurate to 2.0 points" in said
    without = " ".join(method(golden("unresearched"))["sentences"])
    assert "simulations" not in without


def test_each_word_of_decision_analysis_is_explained(golden):
    terms = {each["term"] for each in method(golden("everything"))["glossary"]}
    assert {"Must-have (gate)", "Simulation (draw)", "Value of research (EVPPI)"} <= terms
    assert all(each["meaning"].endswith(".") for each in method(golden("last"))["glossary"])


EXAMPLEPAY = "vendors/payment-gateways/examplepay.yaml"
STALE = "What is out of date counts as not looked for."
FIT = """\
  fit:
    title: Fit
    weight: 10
    measures:
      flow_coverage:
        weight: 1
        derived: flow_coverage
        scale: {kind: linear, worst: 0, best: 100, because: "-"}
background:"""
ROLES = """\
roles:
  acquirer: {title: Acquirers}
  wallet: {title: Wallets, without: [webhooks]}
"""


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("", "A vendor is ranked from 60% settled on."),
        ("stale: unknown\n", STALE),
        ("region: NL\n", "Prices and facts for NL count."),
    ],
)
def test_the_rules_of_the_plan_are_said(evaluated, line, said):
    assert said in method(evaluated({**BASE, PLAN_FILE: PLAN + line}))["sentences"]


def test_rules_that_are_switched_off_are_not_said(evaluated):
    told = " ".join(method(evaluated({**BASE, PLAN_FILE: PLAN + "rankable: 0\n"}))["sentences"])
    assert "ranked from" not in told
    assert STALE not in told


def test_what_is_left_out_for_all_or_does_not_apply_to_one_is_said(evaluated):
    exempt = f"  webhooks: {{not_applicable: polling is enough, {SEEN}}}\n"
    plan = PLAN.replace("scalability: 75}", "scalability: 75, fit: 10}")
    criteria = CRITERIA.replace("background:", FIT)
    files = {
        "criteria/payment-gateways.yaml": criteria,
        PLAN_FILE: plan,
        OTHERPAY: UNKNOWN + exempt,
    }
    # 10 of 40 parts of 25 in 100.
    assert method(evaluated({**BASE, **files}))["exceptions"] == [
        "Left out for every vendor: flow coverage; the plan gives no data flows.",
        "7% of the weight does not apply to Otherpay.",
    ]


def test_the_roles_that_are_compared_are_said_and_what_one_of_them_cannot_have(evaluated):
    base = {
        **BASE,
        "criteria/payment-gateways.yaml": CRITERIA + ROLES,
        EXAMPLEPAY: VENDOR + "role: acquirer\n",
        OTHERPAY: UNKNOWN + "role: wallet\n",
    }
    one = evaluated({**base, PLAN_FILE: PLAN + "roles: [acquirer]\n"})
    assert method(one)["exceptions"] == ["Only acquirers are compared."]
    both = evaluated({**base, PLAN_FILE: PLAN + "roles: [acquirer, wallet]\n"})
    assert method(both)["exceptions"] == [
        "Compared are acquirers (ExamplePay) and wallets (Otherpay).",
        "Left out for every vendor: webhooks; wallets have none.",
    ]
