"""A plan tried with other weights, another rule and fewer gates, worked by hand."""

import dataclasses

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evalkit.errors import EvalkitError
from evalkit.evaluation.evaluate import evaluate
from evalkit.evaluation.integrity.check import check_intact
from evalkit.evaluation.plain import from_plain
from evalkit.evaluation.record.mark import mark_of
from evalkit.model.comparison.scenario import Scenario
from evalkit.model.plan import PlanWeight
from evalkit.report.data import to_json
from tests.conftest import DAY, PLAN, examples
from tests.evaluation.made import FAST, OTHERPAY, STOREFRONT, by_id, with_people
from tests.evaluation.project.made import FILES as FLOWING

TURNED = {"api": 75.0, "scalability": 25.0}


@pytest.fixture
def tried(loaded):
    """The evaluation of the plan of ExamplePay and OtherPay with a scenario, or without one."""

    def run(files=None, **changes):
        workspace = loaded({OTHERPAY: FAST, **(files or {})})
        assert workspace.errors == ()
        plan = workspace.plans["storefront-payments"]
        scenario = Scenario(plan=plan.id, **changes) if changes else None
        found = evaluate(workspace, plan, DAY, scenario=scenario)
        check_intact(from_plain(to_json(found)))
        return found

    return run


def scores(found):
    return {vendor.id: vendor.score for vendor in found.vendors}


def test_other_weights_make_other_points(tried):
    # Plan: 18.75 + 45, and 9.375 + 75. Tried: 75 × ¾ + 25 × 0.6, and 75 × ¾ × ½ + 25.
    assert scores(tried()) == {"otherpay": 84.375, "examplepay": 63.75}
    found = tried(weights=TURNED)
    assert scores(found) == {"examplepay": 71.25, "otherpay": 53.125}
    assert [(each.id, each.before, each.after) for each in found.scenario.shares] == [
        ("api", 0.25, 0.75),
        ("scalability", 0.75, 0.25),
    ]


def test_weights_that_are_tried_are_not_the_criterias_own(tried):
    files = {STOREFRONT: PLAN.replace("weights: {api: 25, scalability: 75}\n", "")}
    assert not tried(files).plan.has_weights
    assert tried(files, weights=TURNED).plan.has_weights


def test_weights_below_a_criterion_are_tried_too(tried):
    # 25 × (1/2 style) + 45 at worst, and 25 × 1/2 × 1/2 + 75.
    found = tried(weights={"api_style": 1.0, "webhooks": 1.0})
    assert scores(found) == {"examplepay": 57.5, "otherpay": 81.25}
    assert [(each.id, each.above, each.before) for each in found.scenario.shares] == [
        ("api_style", "API preference", 0.75),
        ("webhooks", "API preference", 0.25),
    ]


def test_what_is_open_is_tried_at_half(tried):
    # Webhooks are open for ExamplePay: a quarter of 25 points, of which half is 3.125.
    found = tried(unknown="middle")
    assert scores(found)["examplepay"] == 66.875
    assert (found.plan.unknown, found.scenario.unknown_before) == ("middle", "worst")
    assert tried(unknown="worst").scenario.unknown_before == ""


def test_a_scenario_gives_to_the_last_bit_what_a_plan_with_its_weights_gives(loaded):
    workspace = loaded({OTHERPAY: FAST})
    plan = workspace.plans["storefront-payments"]
    names = ("api", "scalability", "api_style", "webhooks", "rate_limit")

    @settings(max_examples=examples(60))
    @given(st.lists(st.floats(1e-9, 1e9), min_size=5, max_size=5))
    def holds(numbers):
        weights = dict(zip(names, numbers, strict=True))
        own = {name: PlanWeight(weight=weight) for name, weight in weights.items()}
        changed = plan.model_copy(update={"weights": own})
        scenario = Scenario(plan=plan.id, weights=weights)
        same = by_id(evaluate(workspace, changed, DAY, full=False).vendors)
        for vendor in evaluate(workspace, plan, DAY, full=False, scenario=scenario).vendors:
            other = same[vendor.id]
            assert vendor.contributions == other.contributions
            assert (vendor.score, vendor.low) == (other.score, other.low)
            assert (vendor.high, vendor.measures) == (other.high, other.measures)

    holds()


def test_who_is_known_well_enough_is_decided_by_the_plans_weights(tried):
    # Open webhooks are 6.25 of ExamplePay's points in the plan, and 18.75 where it is tried.
    files = {STOREFRONT: PLAN + "rankable: 0.9\n"}
    vendor = by_id(tried(files, weights=TURNED).vendors)["examplepay"]
    assert (vendor.standing, vendor.settled, vendor.researched) == ("ranked", 0.8125, 0.9375)
    # The other way round, less open points do not make it known.
    files = {STOREFRONT: PLAN + "rankable: 0.95\n"}
    vendor = by_id(tried(files, weights={"api": 1.0, "scalability": 99.0}).vendors)["examplepay"]
    assert (vendor.standing, vendor.short) == ("not_ranked", ("webhooks",))


def test_a_gate_that_is_off_rules_nobody_out(tried):
    files = {STOREFRONT: PLAN.replace("at_least: 10", "at_least: 50")}
    assert by_id(tried(files).vendors)["examplepay"].standing == "ruled_out"
    found = tried(files, gates_off=("rate_limit",))
    vendor = by_id(found.vendors)["examplepay"]
    assert (vendor.standing, vendor.gate, vendor.gates) == ("ranked", "pass", ())
    (gate,) = found.scenario.gates_off
    assert gate.requirement == "Rate limit: at least 50 requests/s"


def test_a_second_gate_on_a_measure_has_a_name_of_its_own(tried):
    second = "  - {measure: rate_limit, at_most: 30, because: The firewall.}\n"
    files = {STOREFRONT: PLAN + second}
    found = tried(files, gates_off=("rate_limit:2",))
    assert [gate.requirement for gate in found.vendors[0].gates] == [
        "Rate limit: at least 10 requests/s"
    ]
    assert by_id(found.vendors)["otherpay"].standing == "ranked"


def test_flows_that_rule_nobody_out_stay_as_they_are(loaded):
    workspace = loaded(FLOWING)
    plan = workspace.plans["storefront-payments"]
    before = by_id(evaluate(workspace, plan, DAY).vendors)["oldpay"]
    assert before.standing == "ruled_out"
    off = [name for name in plan.gate_names if name.startswith("flow:")]
    scenario = Scenario(plan=plan.id, gates_off=tuple(off))
    found = evaluate(workspace, plan, DAY, scenario=scenario)
    check_intact(found)
    vendor = by_id(found.vendors)["oldpay"]
    assert vendor.standing != "ruled_out"
    assert vendor.measures["flow_coverage"] == before.measures["flow_coverage"]
    assert found.scenario.gates_off[0].requirement == "Order to the vendor"


def test_a_gate_that_is_off_still_tells_whether_a_need_is_met(loaded):
    workspace = loaded(FLOWING)
    plan = workspace.plans["storefront-payments"]
    scenario = Scenario(plan=plan.id, gates_off=("api_style",))
    needs = evaluate(workspace, plan, DAY, scenario=scenario).needs
    served = next(each for each in needs if each.id == "ship-same-day").vendors[0].by
    assert ("question", "api_style") in [(each.kind, each.id) for each in served]


def test_people_keep_their_own_weights_and_so_does_the_group(tried):
    files = {STOREFRONT: with_people()}
    plain, found = tried(files), tried(files, weights=TURNED)
    assert found.stakeholders == plain.stakeholders
    assert scores(found) != scores(plain)


def test_simulations_are_of_the_weights_that_are_tried(tried):
    found = tried({STOREFRONT: with_people()}, weights=TURNED)
    assert "around the scenario's weights" in found.robustness.text
    below = tried(weights={"api_style": 1.0, "webhooks": 1.0})
    assert "around the plan's own weights" in below.robustness.text
    same = tried({STOREFRONT: PLAN.replace("25, scalability: 75", "75, scalability: 25")})
    own = tried(weights=TURNED)
    assert [v.ranks for v in own.robustness.vendors] == [v.ranks for v in same.robustness.vendors]
    assert own.sensitivity.crossovers == same.sensitivity.crossovers


def test_nothing_is_left_of_a_criterion_without_weight(tried):
    found = tried(weights={"api": 0.0, "scalability": 1e-9})
    assert scores(found) == {"otherpay": 100.0, "examplepay": 60.0}


def test_a_scenario_keeps_the_mark_of_what_it_was_made_from(tried):
    plain = tried()
    mark = mark_of(plain.evalkit, plain.plan, plain.inputs)
    found = tried(weights=TURNED, evaluation=mark)
    assert (found.scenario.evaluation, found.scenario.is_stale) == (mark, False)
    assert mark_of(found.evalkit, found.plan, found.inputs) == mark
    assert tried(weights=TURNED, evaluation="e-000000000000").scenario.is_stale
    assert not tried(weights=TURNED).scenario.is_stale
    other = tried({OTHERPAY: FAST.replace("100,", "99,")})
    assert mark_of(other.evalkit, other.plan, other.inputs) != mark


def test_a_saved_scenario_that_was_changed_by_hand_is_refused(tried):
    found = tried(weights=TURNED, unknown="middle", compare=("otherpay", "examplepay"))
    first, *others = found.scenario.shares
    for fields, fault in [
        ({"compare": ("gone", "otherpay")}, "`scenario.compare`: there is no vendor `gone`"),
        ({"unknown_before": "middle"}, "`scenario.unknown_before`"),
        (
            {"shares": (dataclasses.replace(first, after=0.3), *others)},
            r"`scenario.shares.0.after`: its parts do not add up",
        ),
    ]:
        changed = dataclasses.replace(found.scenario, **fields)
        with pytest.raises(EvalkitError, match=fault):
            check_intact(dataclasses.replace(found, scenario=changed))
