"""The page's own scoring, held against whole evaluations of real and worked plans."""

import base64
import hashlib
import json
import random

import pytest

from evalkit.checking.load import load
from evalkit.evaluation.evaluate import evaluate
from evalkit.model.comparison.scenario import Scenario
from evalkit.report.whatif.data import block, whatif
from evalkit.templates.render import ENGINE, script
from tests.conftest import ROOT, SHIPPED_DAY
from tests.report.made import FILES, PLAIN
from tests.report.whatif.made import SEED, state

GOLDEN = ROOT / "tests/golden/workspace"
PLANS = [(ROOT, "storefront-payments"), (ROOT, "catalogue-pim"), (ROOT, "lifecycle-email")]
PLANS += [
    (GOLDEN, name) for name in ("everything", "inapplicable", "frontier", "close", "last", "nobody")
]


@pytest.fixture(scope="module")
def run(browser):
    """Run an expression of JavaScript beside the engine, in Chromium."""
    page = browser.new_page()

    def in_page(expression, evaluation, **changes):
        code = f"{script(ENGINE)}; const state = {{...asEvaluated(data), ...changes}}; return {expression};"
        call = "([code, data, changes]) => new Function('data', 'changes', code)(JSON.parse(data), changes)"
        return page.evaluate(call, [code, block(evaluation), changes])

    yield in_page
    page.close()


@pytest.fixture(scope="module")
def evaluation(case):
    return judged(case)


@pytest.fixture(scope="module", params=PLANS, ids=lambda param: param[1])
def case(request):
    folder, name = request.param
    workspace = load(folder, SHIPPED_DAY)
    return workspace, workspace.plans[name]


def judged(case, **changes):
    workspace, plan = case
    rough = plan.robustness.model_copy(update={"precision": 10.0})
    return evaluate(
        workspace, plan.model_copy(update={"robustness": rough, **changes}), SHIPPED_DAY
    )


def of_evaluation(evaluation):
    return [
        {
            **{
                key: getattr(vendor, key)
                for key in ("id", "standing", "rank", "score", "low", "high", "settled")
            },
            "contributions": list(vendor.contributions.values()),
            "shares": [value.weight for value in vendor.measures.values()],
        }
        for vendor in evaluation.vendors
    ]


def of_page(results):
    kept = ("id", "standing", "rank", "score", "low", "high", "settled", "shares")
    return [
        {
            **{key: each[key] for key in kept},
            "contributions": [points["value"] for points in each["contributions"]],
        }
        for each in results
    ]


def test_as_evaluated_the_page_has_the_evaluations_own_digits(evaluation, run):
    assert of_page(run("score(state, data)", evaluation)) == of_evaluation(evaluation)


def test_the_other_rule_for_what_is_open_gives_the_digits_of_a_plan_that_has_it(
    case, evaluation, run
):
    other = {"worst": "middle", "middle": "worst"}[evaluation.plan.unknown]
    found = run("score(state, data)", evaluation, unknown=other)
    assert of_page(found) == of_evaluation(judged(case, unknown=other))


def test_without_its_gates_a_plan_ranks_as_the_page_does_when_they_are_off(case, evaluation, run):
    names = [
        each["id"]
        for each in json.loads(block(evaluation))["gates"]
        if not each["id"].startswith("flow:")
    ]
    found = run("score(state, data)", evaluation, gates_off=names)
    # Without a gate nobody is ruled out by it; flows that must pass still do.
    assert of_page(found) == of_evaluation(judged(case, gates=()))


def test_by_each_persons_weights_the_page_has_that_persons_ranking(evaluation, run):
    weights = {each["id"]: each["weights"] for each in json.loads(block(evaluation))["people"]}
    people = evaluation.stakeholders.people if evaluation.stakeholders else ()
    assert list(weights) == [person.id for person in people]
    for person in people:
        found = run("score(state, data)", evaluation, weights=weights[person.id])
        ranked = [each for each in found if each["standing"] == "ranked"]
        shown = [
            (each["id"], each["rank"], each["score"], each["low"], each["high"]) for each in ranked
        ]
        assert sorted(shown) == sorted(
            (p.vendor, p.rank, p.score, p.low, p.high) for p in person.ranking
        )


def test_value_against_cost_is_that_of_the_evaluation(evaluation, run):
    found = run("valueAgainstCost(state, data, score(state, data))", evaluation)
    frontier = evaluation.costs.frontier if evaluation.costs else None
    if frontier is None:
        assert found is None
        return
    assert found == [
        {
            "id": each.id, "value": each.value, "cost": each.cost, "exact": each.bound == "exact",
            "efficient": each.efficient, "beaten_by": list(each.beaten_by),
        }
        for each in frontier.vendors
    ]  # fmt: skip


def digest(text):
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


@pytest.mark.parametrize("content", [PLAIN, FILES], ids=["plain", "hostile"])
def test_data_and_scripts_run_under_a_policy_that_allows_one_script_by_its_hash(
    browser, evaluated, tmp_path, content
):
    evaluation = evaluated(content)
    code = script(ENGINE) + "const data = JSON.parse(document.getElementById('data').textContent);"
    file = tmp_path / "page.html"
    file.write_text(
        f"""<!doctype html><meta charset="utf-8"><meta http-equiv="Content-Security-Policy"
        content="default-src 'none'; script-src 'sha256-{digest(code)}'">
        <script type="application/json" id="data">{block(evaluation)}</script><script>{code}</script>""",
        encoding="utf-8",
    )
    page = browser.new_page()
    complaints = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("dialog", lambda dialog: (complaints.append(dialog.message), dialog.dismiss()))
    page.goto(file.as_uri())
    found = page.evaluate("score(asEvaluated(data), data)")
    page.close()
    assert complaints == []
    assert of_page(found) == of_evaluation(evaluation)


def test_the_page_of_the_payments_plan_gets_no_heavier_than_it_may():
    workspace = load(ROOT, SHIPPED_DAY)
    evaluation = judged((workspace, workspace.plans["storefront-payments"]))
    assert len(block(evaluation)) <= 10 * 1024
    # Beside the engine, the page's other script and the controls need room in 30 KB.
    assert len(script(ENGINE)) <= 15 * 1024


def test_what_is_tried_has_the_same_digits_in_the_page_and_on_the_command_line(
    case, evaluation, run
):
    workspace, plan = case
    criteria = plan.judged_by(workspace.criteria[plan.category])
    gates = [each["id"] for each in whatif(evaluation)["gates"]]
    tried = state(random.Random(SEED), criteria, gates)
    for group in criteria.groups.values():
        # A scenario never weighs all siblings 0.
        if group[0] in tried["weights"] and not any(tried["weights"][name] for name in group):
            tried["weights"][group[0]] = 1
    found = run("score(state, data)", evaluation, **tried)
    scenario = Scenario(
        plan=plan.id,
        weights=tried["weights"],
        unknown=tried["unknown"],
        gates_off=tuple(tried["gates_off"]),
    )
    rough = plan.model_copy(
        update={"robustness": plan.robustness.model_copy(update={"precision": 10.0})}
    )
    expected = evaluate(workspace, rough, SHIPPED_DAY, scenario=scenario)
    assert of_page(found) == of_evaluation(expected)
