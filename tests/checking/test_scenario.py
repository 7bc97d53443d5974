"""A scenario's file as a user hands it over: what is wrong with it, and that its digits are kept."""

import io
import json
import sys

import pytest

from tests.conftest import PLAN
from tests.evaluation.made import FAST, OTHERPAY, STOREFRONT

TURNED = "plan: storefront-payments\nweights: {api: 75, scalability: 25}\n"
MONEY = "money: {currency: EUR, years: 2, discount_rate: 0.1, volumes: {orders: 12000}}\n"


@pytest.fixture
def tried(evalkit, write):
    """Run a command about a plan of ExamplePay and OtherPay with a scenario."""

    def run(*words, scenario=TURNED, files=None):
        folder = write({OTHERPAY: FAST, "tried.yaml": scenario, **(files or {})})
        return evalkit(*words, "--scenario", "tried.yaml", cwd=folder)

    return run


@pytest.fixture
def piped(monkeypatch):
    """Put a text on stdin."""

    def pipe(content):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))

    return pipe


def test_a_dash_reads_it_from_stdin_with_the_same_digits(tried, evalkit, piped):
    from_file = tried("score", "storefront-payments", "-f", "json").out
    piped(TURNED.encode())
    ran = evalkit("score", "storefront-payments", "-f", "json", "--scenario", "-")
    assert (ran.code, ran.out) == (0, from_file)


def test_weights_are_taken_as_they_are_to_the_last_bit(tried):
    weights = "{api: 0.30000000000000004, scalability: 0.7}"
    scenario = f"plan: storefront-payments\nweights: {weights}\n"
    found = json.loads(tried("score", "storefront-payments", "-f", "json", scenario=scenario).out)
    share = 0.30000000000000004 / (0.30000000000000004 + 0.7)
    assert found["criteria"][0]["measures"][0]["weight"] == share * (30 / 40)


FAULTS = {
    "apis": ("weights: {apis: 1, scalability: 1}", "tried.yaml:2:11: error[EK447] there is no"),
    "part": ("weights: {api: 1}", "tried.yaml:2:1: error[EK448] no weight for scalability"),
    "nothing": ("weights: {api: 0, scalability: 0}", "EK448] all of api, scalability weigh 0"),
    "negative": ("weights: {api: -1, scalability: 1}", "tried.yaml:2:16: error[EK105]"),
    "nan": ("weights: {api: .nan, scalability: 1}", "tried.yaml:2:16: error[EK011]"),
    "text": ('weights: {api: "1", scalability: 1}', "tried.yaml:2:16: error[EK103]"),
    "huge": ("weights: {api: 1e300, scalability: 1}", "tried.yaml:2:16: error[EK105]"),
    "alias": ("weights: &a {api: 1, scalability: 1}", "tried.yaml:2:10: error[EK007]"),
    "twice": ("title: a\ntitle: b", "tried.yaml:3:1: error[EK006]"),
    "key": ("weight: {api: 1}", "tried.yaml:2:1: error[EK101]"),
    "rule": ("unknown: best", "tried.yaml:2:10: error[EK104]"),
    "gate": ("gates_off: [rate_limits]", "EK447] the plan has no gate `rate_limits`"),
    "gates": ("gates_off: [rate_limit, rate_limit]", "EK447] rate_limit is listed twice"),
    "vendor": ("compare: [otherpay, gone]", "EK447] it compares no vendor `gone`"),
    "one": ("compare: [otherpay]", "tried.yaml:2:10: error[EK110]"),
    "script": ("title: <script>\nplans: x", "tried.yaml:3:1: error[EK101]"),
}


@pytest.mark.parametrize(("text", "said"), FAULTS.values(), ids=FAULTS)
def test_what_is_wrong_with_it_is_told_at_its_place_and_nothing_is_scored(tried, text, said):
    ran = tried("score", "storefront-payments", scenario=f"plan: storefront-payments\n{text}\n")
    assert (ran.code, ran.out) == (1, "")
    assert said in ran.err
    assert ran.err.endswith("; nothing was tried\n")


def test_a_scenario_of_a_plan_that_is_not_there(tried):
    ran = tried("score", "storefront-payments", scenario="plan: storefront-payment\n")
    assert (ran.code, "EK446] there is no plan `storefront-payment`" in ran.err) == (1, True)
    assert "did you mean `storefront-payments`?" in ran.err


def test_a_scenario_of_another_plan_is_refused(tried):
    other = {"plans/other.yaml": PLAN.replace("id: storefront-payments", "id: other")}
    ran = tried("score", "other", files=other)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == (
        "evalkit: tried.yaml is a scenario of the plan 'storefront-payments', not of 'other'\n"
    )


def test_costs_beside_a_frontier_have_no_weight_to_try(tried):
    plan = PLAN.replace("weights: {api: 25, scalability: 75}\n", "cost: frontier\n") + MONEY
    scenario = "plan: storefront-payments\nweights: {api: 1, scalability: 1, cost: 1}\n"
    ran = tried("score", "storefront-payments", scenario=scenario, files={STOREFRONT: plan})
    assert "there is no criterion or measure with a weight `cost`" in ran.err


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "error[EK010] this file is empty\n  = write the scenario, or delete the file"),
        (b"plan: \xff", "<stdin>:1:7: error[EK002]"),
        (b"plan: [", "<stdin>:2:1: error[EK003]"),
        (b"- plan", "error[EK103] this takes a mapping, not a list"),
    ],
)
def test_what_is_wrong_on_stdin_is_told_at_its_place(evalkit, write, piped, content, said):
    piped(content)
    ran = evalkit("score", "storefront-payments", "--scenario", "-", cwd=write())
    assert (ran.code, ran.out, said in ran.err) == (1, "", True), ran.err


def test_more_than_a_file_may_hold_is_refused(evalkit, write, piped):
    piped(b"# " + b"x" * 1024 * 1024)
    folder = write({"big.yaml": "# " + "x" * 1024 * 1024})
    ran = evalkit("score", "storefront-payments", "--scenario", "-", cwd=folder)
    assert (ran.code, ran.err) == (2, "evalkit: cannot read stdin: it is larger than 1,024 KiB\n")
    ran = evalkit("score", "storefront-payments", "--scenario", "big.yaml")
    assert (ran.code, "cannot read big.yaml: it is larger than 1,024 KiB" in ran.err) == (2, True)


def test_what_cannot_be_read_ends_with_2(evalkit, write, monkeypatch):
    ran = evalkit("score", "storefront-payments", "--scenario", "gone.yaml", cwd=write())
    assert (ran.code, "cannot read gone.yaml: no such file or directory" in ran.err) == (2, True)
    monkeypatch.setattr(sys, "stdin", None)
    ran = evalkit("score", "storefront-payments", "--scenario", "-")
    assert (ran.code, ran.err) == (2, "evalkit: cannot read stdin: it is closed\n")


def test_without_a_plan_there_is_nothing_to_try(tried, evalkit):
    ran = tried("score")
    assert (ran.code, "--scenario needs a plan" in ran.err) == (2, True)
    for words in (("report",), ("report", "payment-gateways")):
        ran = tried(*words)
        assert (ran.code, "--scenario needs a plan" in ran.err) == (2, True)
    evalkit("score", "storefront-payments", "-o", "plan.json")
    ran = evalkit("report", "plan.json", "--scenario", "tried.yaml")
    assert (ran.code, "--scenario needs a plan; plan.json holds" in ran.err) == (2, True)
