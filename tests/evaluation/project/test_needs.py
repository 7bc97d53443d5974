"""Which needs each vendor meets, and by which fact or route."""

import datetime

import pytest

from tests.evaluation.fit.made import vendor
from tests.evaluation.project.made import FILES, PLAN, STOREFRONT, WEIGHED, need_of, outcomes

EXAMPLE = "vendors/payment-gateways/examplepay.yaml"
FACT = "{value: [rest], source: https://x.test, checked: 2026-06-20}"


def test_flows_gates_and_questions_say_who_meets_a_need(evaluated):
    # Unseen's and Oldpay's gate holds too: what else serves the need decides.
    found = evaluated()
    assert outcomes(found, "ship-same-day") == {
        "examplepay": "met",
        "unseen": "open",
        "oldpay": "not_met",
    }
    assert outcomes(found, "refunds") == {"examplepay": "met", "unseen": "open", "oldpay": "open"}


def test_a_question_that_fails_leaves_a_vendor_in(evaluated):
    found = evaluated()
    assert set(outcomes(found, "soap-too").values()) == {"not_met"}
    assert {each.id: each.gate for each in found.vendors} == {
        "examplepay": "pass",
        "unseen": "unverified",
        "oldpay": "fail",
    }


def test_a_question_is_tested_like_a_gate(evaluated):
    tests = {
        "{value: [rest, soap], source: s}": "met",
        "{value: [rest], source: s}": "not_met",
        "{at_least: [rest], source: s}": "open",
        "unknown": "open",
        "{value: [rest, soap], source: s, conflicts: [{value: [rest], source: t}]}": "open",
    }
    for fact, outcome in tests.items():
        text = FILES[EXAMPLE].replace(FACT, fact)
        assert outcomes(evaluated({EXAMPLE: text}), "soap-too")["examplepay"] == outcome


def test_one_failure_outweighs_what_is_open(evaluated):
    plan = PLAN.replace("none_of: [none]", "any_of: [soap]")
    found = evaluated({STOREFRONT: plan})
    assert set(outcomes(found, "ship-same-day").values()) == {"not_met"}


def test_each_outcome_names_the_route_or_the_fact_with_source_date_and_place(evaluated):
    flow, gate = need_of(evaluated(), "ship-same-day").vendors[0].by
    assert (flow.kind, flow.id, flow.title, flow.outcome) == (
        "flow",
        "order-to-vendor",
        "Order to the vendor",
        "met",
    )
    assert flow.text == "direct API: rest interface (with work)"
    assert flow.reference.source == "https://x.test/docs"
    assert (flow.reference.path, flow.reference.key) == (EXAMPLE, "integration.interfaces.0")
    assert (gate.kind, gate.id, gate.outcome, gate.text) == ("gate", "api_style", "met", "rest")
    assert gate.title == "Api style: none of none"
    assert gate.reference.source == "https://x.test"
    assert gate.reference.checked == datetime.date(2026, 6, 20)
    assert (gate.reference.path, gate.reference.key) == (EXAMPLE, "facts.api_style")


def test_what_was_looked_for_names_where_last(evaluated):
    looked = (
        "{unknown: true, looked: [{source: https://x.test/new, checked: 2026-08-01}, "
        "{source: https://x.test/old, checked: 2026-02-01}]}"
    )
    found = evaluated({EXAMPLE: FILES[EXAMPLE].replace(FACT, looked)})
    by = {each.vendor: each.by for each in need_of(found, "soap-too").vendors}
    (question,) = by["examplepay"]
    assert (question.text, question.outcome) == ("not found", "open")
    assert question.reference.source == "https://x.test/new"


def test_what_nobody_looked_for_has_no_place(evaluated):
    text = FILES[EXAMPLE].replace(f"  api_style: {FACT}\n", "").replace("facts:\n", "")
    found = evaluated({EXAMPLE: text})
    by = {each.vendor: each.by for each in need_of(found, "soap-too").vendors}
    (question,) = by["examplepay"]
    assert (question.text, question.reference) == ("not looked for", None)


def test_a_need_that_only_weights_serve_is_weighed(evaluated):
    # REST is worth 100 of 100 on the one measure of `api`, which has 40 of 100 points.
    found = evaluated({STOREFRONT: WEIGHED})
    (weight,) = need_of(found, "easy-api").vendors[0].by
    assert need_of(found, "easy-api").vendors[0].outcome == weight.outcome == "weighed"
    assert (weight.kind, weight.title) == ("weight", "API preference")
    assert weight.text == "40.0 of 40 points"
    assert [weight.at_least, weight.at_most, weight.worth] == pytest.approx([40, 40, 40])


def test_points_on_what_is_open_span_what_is_possible(evaluated):
    found = evaluated({STOREFRONT: WEIGHED, EXAMPLE: FILES[EXAMPLE].replace(FACT, "unknown")})
    by = {each.vendor: each.by[0] for each in need_of(found, "easy-api").vendors}
    assert by["examplepay"].text == "0.0 to 40.0 of 40 points"


def test_a_weight_of_a_single_measure_counts_that_measure(evaluated):
    # `fit` has 60 of 100 points, of which `flow_coverage` has 2 in 4.
    plan = WEIGHED.replace(
        "fit: 60}",
        "fit: 60, flow_coverage: {weight: 2, serves: easy-api}, plugin_fit: 1, peak_headroom: 1}",
    ).replace("weight: 40, serves: easy-api", "weight: 40")
    (weight,) = need_of(evaluated({STOREFRONT: plan}), "easy-api").vendors[0].by
    assert (weight.id, weight.text) == ("flow_coverage", "30.0 of 30 points")


def test_points_beside_a_gate_decide_nothing(evaluated):
    plan = WEIGHED.replace("serves: easy-api", "serves: [easy-api, ship-same-day]")
    found = evaluated({STOREFRONT: plan})
    assert outcomes(found, "ship-same-day") == outcomes(evaluated(), "ship-same-day")
    assert [each.kind for each in need_of(found, "ship-same-day").vendors[0].by] == [
        "flow",
        "gate",
        "weight",
    ]


def test_what_does_not_apply_has_no_points(evaluated):
    text = FILES[EXAMPLE].replace(FACT, "{not_applicable: It is a box.}")
    found = evaluated({STOREFRONT: WEIGHED, EXAMPLE: text})
    by = {each.vendor: each.by[0] for each in need_of(found, "easy-api").vendors}
    assert by["examplepay"].text == "does not apply"


def test_a_need_that_nothing_serves_is_open(evaluated):
    found = evaluated()
    assert set(outcomes(found, "easy-api").values()) == {"open"}
    assert [each.by for each in need_of(found, "easy-api").vendors] == [(), (), ()]


def test_a_stakeholder_is_called_by_title_and_anybody_else_by_name(evaluated):
    found = evaluated()
    assert [each.who for each in found.needs] == ["", "Head of the warehouse", "the shop", ""]


def test_needs_stand_as_in_the_plan_and_vendors_as_in_the_ranking(evaluated):
    found = evaluated()
    assert [each.id for each in found.needs] == ["soap-too", "ship-same-day", "refunds", "easy-api"]
    order = [each.id for each in found.vendors]
    assert all([each.vendor for each in need.vendors] == order for need in found.needs)


def test_a_plan_without_flows_may_have_needs(evaluated):
    plan = PLAN[: PLAN.index("flows:")] + PLAN[PLAN.index("stakeholders:") :]
    assert outcomes(evaluated({STOREFRONT: plan}), "ship-same-day")["oldpay"] == "met"


def test_the_quick_table_leaves_needs_and_steps_out(evaluated):
    found = evaluated(full=False)
    assert (found.needs, found.steps) == ((), ())


def test_a_fact_of_another_vendor_changes_nothing(evaluated):
    files = {"vendors/payment-gateways/newpay.yaml": vendor("newpay")}
    before, after = outcomes(evaluated(), "soap-too"), outcomes(evaluated(files), "soap-too")
    assert before == {name: each for name, each in after.items() if name != "newpay"}
