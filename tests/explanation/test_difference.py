"""What moved between two evaluations, and because of what."""

import dataclasses

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evalkit.errors import EvalkitError
from evalkit.evaluation.evaluate import evaluate
from evalkit.explanation.attribution import State, parts
from evalkit.explanation.difference import difference
from tests.conftest import CRITERIA, DAY, PLAN, VENDOR, vendor

PLAN_FILE = "plans/storefront-payments.yaml"
CRITERIA_FILE = "criteria/payment-gateways.yaml"
EXAMPLEPAY = "vendors/payment-gateways/examplepay.yaml"
OTHERPAY = "vendors/payment-gateways/otherpay.yaml"
SOAP = {
    "api_style": "{value: [soap], source: https://a.test/1, checked: 2026-06-20}",
    "rate_limit": "{value: 12, source: https://a.test/2, checked: 2026-06-20}",
}
FASTER = VENDOR.replace("{value: 25,", "{value: 100,")


@pytest.fixture
def evaluated(loaded):
    def run(files=None):
        workspace = loaded({OTHERPAY: vendor(**SOAP)} | (files or {}))
        return evaluate(workspace, workspace.plans["storefront-payments"], DAY)

    return run


@pytest.fixture
def moved(evaluated):
    """How examplepay moved when files changed."""

    def run(new=None, old=None):
        found = difference(evaluated(old), evaluated(new))
        return next(each for each in found.vendors if each.vendor == "examplepay")

    return run


def told(change):
    return [(cause.measure, cause.cause, cause.points) for cause in change.causes]


def about(points):
    return pytest.approx(points, abs=1e-9)


def test_a_fact_by_hand(moved):
    change = moved({EXAMPLEPAY: FASTER})
    # rate_limit 60 → 100 at a weight of 3/4
    assert told(change) == [("rate_limit", "fact", about(30))]
    (cause,) = change.causes
    assert cause.text == "25 requests/s → 100 requests/s"
    assert (cause.before.value, cause.after.value) == (60, 100)
    assert cause.after.source == "https://examplepay.test/limits"
    assert change.text == (
        "ExamplePay gains 30.0 points, from 63.8 to 93.8, and keeps rank 1. "
        "Its range was 63.8 to 70.0 and is now 93.8 to 100.0."
    )


def test_weights_by_hand(moved):
    change = moved(
        {PLAN_FILE: PLAN.replace("{api: 25, scalability: 75}", "{api: 50, scalability: 50}")}
    )
    # shares 3/16 → 3/8 at 100, 1/16 → 1/8 at 0, 3/4 → 1/2 at 60
    assert told(change) == [
        ("api_style", "weights", about(18.75)),
        ("rate_limit", "weights", about(-15)),
    ]
    assert change.causes[0].text == "weight 18.75 % → 37.5 %"
    assert change.points == about(3.75)


def test_a_fact_and_weights_at_once_are_divided_by_the_mean(moved):
    plan = PLAN.replace("{api: 25, scalability: 75}", "{api: 50, scalability: 50}")
    change = moved({EXAMPLEPAY: FASTER, PLAN_FILE: plan})
    # value: (3/4 + 1/2)/2 × (100 − 60) = 25; weight: (60 + 100)/2 × (1/2 − 3/4) = −20; 45 → 50
    assert set(told(change)) == {
        ("rate_limit", "fact", 25.0),
        ("rate_limit", "weights", -20.0),
        ("api_style", "weights", 18.75),
    }


def test_a_scale_by_hand(moved):
    flat = CRITERIA.replace("[25, 60]", "[25, 80]")
    change = moved({CRITERIA_FILE: flat})
    assert told(change) == [("rate_limit", "scale", about(15))]
    assert change.causes[0].text.startswith("the scale was straight lines through 1 → 0; 25 → 60;")
    both = moved({CRITERIA_FILE: flat, EXAMPLEPAY: FASTER})
    assert told(both) == [("rate_limit", "fact and scale", about(30))]


def test_a_change_that_no_record_shows_is_said_to_be_one(moved):
    # a checklist in words is rounded to whole percent: 33.3 and 33.4 read the same
    scale = "{kind: checklist, items: {a: 33.3, b: 66.7}, because: '-'}"
    base = CRITERIA.replace(
        '{kind: points, points: [[1, 0], [25, 60], [100, 100]], because: "-"}', scale
    ).replace("        unit: requests/s\n", "")
    plan = PLAN.split("gates:")[0]
    only = VENDOR.replace("{value: 25,", "{value: [a],")
    files = {CRITERIA_FILE: base, EXAMPLEPAY: only, PLAN_FILE: plan, OTHERPAY: None}
    change = moved(files | {CRITERIA_FILE: base.replace("33.3,", "33.4,")}, files)
    assert [cause for _, cause, _ in told(change)] == ["not recorded"]
    assert change.causes[0].text == "neither the fact nor the words of the scale differ"


def test_where_unknowns_are_counted_is_a_cause_of_its_own(moved):
    change = moved({PLAN_FILE: PLAN + "unknown: middle\n"})
    # webhooks: 1/16 × (50 − 0)
    assert told(change) == [("webhooks", "unknown rule", about(3.125))]
    assert change.causes[0].text == (
        "not known; counted at the worst of its scale before, at the middle of its scale now"
    )
    half = CRITERIA.replace("{true: 100, false: 0}", "{true: 100, false: 20}")
    both = moved({PLAN_FILE: PLAN + "unknown: middle\n", CRITERIA_FILE: half})
    # 1/16 × (60 − 0)
    assert told(both) == [("webhooks", "scale and unknown rule", about(3.75))]


def test_what_stays_unknown_has_no_fact_that_changed(moved):
    looked = VENDOR + "  webhooks: {value: unknown, checked: 2026-06-21}\n"
    half = CRITERIA.replace("{true: 100, false: 0}", "{true: 100, false: 20}")
    change = moved({EXAMPLEPAY: looked, CRITERIA_FILE: half})
    assert told(change) == [("webhooks", "scale", about(1.25))]


def test_what_ceases_to_apply_moves_weight(moved):
    text = VENDOR + "  webhooks: {not_applicable: polling is enough}\n"
    change = moved({EXAMPLEPAY: text})
    # webhooks brought nothing; its 1/16 went to api_style at 100
    assert told(change) == [("api_style", "what applies", about(6.25))]
    assert change.causes[0].text == "what applies beside it changed, and weight moved"
    yes = VENDOR + "  webhooks: {value: true, source: https://e.test, checked: 2026-06-20}\n"
    gone = moved({EXAMPLEPAY: text}, {EXAMPLEPAY: yes})
    assert told(gone) == [
        ("api_style", "what applies", about(6.25)),
        ("webhooks", "what applies", about(-6.25)),
    ]
    assert gone.causes[1].text == "does not apply any more (not applicable: polling is enough)"
    back = moved({EXAMPLEPAY: yes}, {EXAMPLEPAY: text})
    assert [cause.text for cause in back.causes if cause.measure == "webhooks"] == [
        "applies now, and did not before"
    ]


def test_measures_that_come_and_go_are_causes(moved):
    without = CRITERIA.replace(
        "      api_style:\n        question: Which styles of API does it offer?\n        weight: 30\n"
        '        scale: {kind: levels, levels: {graphql: 100, rest: 100, soap: 50, none: 0}, because: "-"}\n',
        "",
    )
    fewer = {
        CRITERIA_FILE: without,
        EXAMPLEPAY: VENDOR.replace(
            "  api_style: {value: [rest], source: https://examplepay.test/docs, checked: 2026-06-20}\n",
            "",
        ),
        OTHERPAY: vendor(rate_limit=SOAP["rate_limit"]),
    }
    gone, new = moved(fewer), moved(old=fewer)
    assert told(gone) == [("api_style", "criteria", about(-18.75))]
    assert told(new) == [("api_style", "criteria", about(18.75))]
    assert (gone.causes[0].text, gone.causes[0].after) == ("the measure is gone", None)
    assert (new.causes[0].text, new.causes[0].before) == ("the measure is new", None)


def test_the_decision_is_compared_too(evaluated):
    criteria = CRITERIA.replace("weight: 30", "weight: 10").replace("[25, 60]", "[25, 80]")
    plan = PLAN.replace("2026-11-23", "2026-11-24").replace(
        "{api: 25, scalability: 75}", "{api: 50, scalability: 50}"
    )
    plan = plan.replace("at_least: 10", "at_least: 11") + "unknown: middle\n"
    found = difference(evaluated(), evaluated({CRITERIA_FILE: criteria, PLAN_FILE: plan}))
    assert [(each.what, each.before, each.after) for each in found.changes] == [
        ("Day of the evaluation", "2026-11-23", "2026-11-24"),
        ("Unknowns are counted", "at the worst of its scale", "at the middle of its scale"),
        ("Weight of API preference", "25 %", "50 %"),
        ("Weight of Scalability", "75 %", "50 %"),
        ("Weight of Api style within its criterion", "75 %", "50 %"),
        ("Weight of Webhooks within its criterion", "25 %", "50 %"),
        ("Scale of Rate limit", "straight lines through 1 → 0; 25 → 60; 100 → 100 (requests/s)",
         "straight lines through 1 → 0; 25 → 80; 100 → 100 (requests/s)"),
        ("Gate Rate limit: at least 10 requests/s", "set", "none"),
        ("Gate Rate limit: at least 11 requests/s", "none", "set"),
    ]  # fmt: skip
    assert [file.path for file in found.files] == [CRITERIA_FILE, PLAN_FILE]
    assert all(len(f.sha256_before) == len(f.sha256_after) == 64 for f in found.files)


def test_gates_and_ranks_that_changed(evaluated):
    strict = {PLAN_FILE: PLAN.replace("at_least: 10", "at_least: 20")}
    slower = {OTHERPAY: vendor(**SOAP | {"rate_limit": SOAP["rate_limit"].replace("12", "9")})}
    found = difference(evaluated(), evaluated(slower))
    other = next(each for each in found.vendors if each.vendor == "otherpay")
    assert (other.rank_before, other.rank_after) == (2, None)
    assert (other.gate_before, other.gate_after) == ("pass", "fail")
    assert [(g.before, g.after, g.reason) for g in other.gates] == [
        ("pass", "fail", "found: 9 requests/s")
    ]
    # 12 → 9 requests a second: 27.5 → 20, × 3/4
    assert other.text.startswith(
        "Otherpay loses 5.6 points, from 30.0 to 24.4, and no longer has a rank, because it fails "
        "a gate: Rate limit: at least 10 requests/s (found: 9 requests/s)."
    )
    back = difference(evaluated(slower), evaluated()).vendors
    assert "takes rank 2 now; before, it had none" in " ".join(each.text for each in back)
    new_gate = difference(evaluated(), evaluated(strict)).vendors
    assert [(g.before, g.after) for each in new_gate for g in each.gates] == [(None, "fail")]


def test_each_gate_that_changed_has_its_own_reason(evaluated):
    soap = "  - {measure: api_style, none_of: [soap], because: Nobody knows SOAP here.}\n"
    both = {PLAN_FILE: PLAN.replace("at_least: 10", "at_least: 20") + soap}
    (found,) = (v for v in difference(evaluated(), evaluated(both)).vendors if v.gates[1:])
    assert [(gate.requirement, gate.reason) for gate in found.gates] == [
        ("Rate limit: at least 20 requests/s", "found: 12 requests/s"),
        ("Api style: none of soap", "found: soap"),
    ]


def test_a_range_that_changed_is_told_from_low_to_high(moved):
    known = VENDOR + "  webhooks: {value: true, source: s, checked: 2026-06-20}\n"
    # 63.75 to 70 while the webhooks, 6.25, were not known; now 70 at most and at least.
    assert "Its range was 63.8 to 70.0 and is now 70.0 to 70.0." in moved({EXAMPLEPAY: known}).text


def test_others_move_by_one_that_moves(evaluated):
    passed = {EXAMPLEPAY: VENDOR.replace("{value: 25,", "{value: 10,").replace("[rest]", "[none]")}
    found = difference(evaluated(), evaluated(passed))
    assert [each.vendor for each in found.vendors] == ["examplepay", "otherpay"]
    assert (
        found.vendors[1].text
        == "Otherpay keeps its 30.0 points, and moves from rank 2 to rank 1, because others "
        "moved, came or went."
    )
    assert found.vendors[1].has_moved
    assert found.verdict_before != found.verdict_after


def test_vendors_come_and_go(evaluated):
    only = {PLAN_FILE: PLAN + "vendors: [examplepay]\n"}
    gone, new = difference(evaluated(), evaluated(only)), difference(evaluated(only), evaluated())
    assert [(v.vendor, v.rank, v.score) for v in gone.removed] == [("otherpay", 2, about(30))]
    assert [(v.vendor, v.rank) for v in new.added] == [("otherpay", 2)]
    assert [each.vendor for each in gone.vendors] == ["examplepay"]


def test_a_score_that_appears_or_goes_has_no_causes(evaluated):
    no = "{not_applicable: none}"
    nothing = {OTHERPAY: vendor(api_style=no, webhooks=no, rate_limit=no)}

    def other(old, new):
        return next(
            v for v in difference(evaluated(old), evaluated(new)).vendors if v.vendor == "otherpay"
        )

    gone = other({OTHERPAY: vendor(**SOAP)}, nothing)
    assert (gone.points, gone.causes) == (None, ())
    assert gone.text == (
        "Otherpay had 30.0 points; now it has no score and no rank, because no measure applies to "
        "it."
    )
    came = other(nothing, {OTHERPAY: vendor(**SOAP)})
    assert came.text == (
        "Otherpay had no score, because no measure applied to it; now it has 30.0 points and rank 2."
    )
    never = other(nothing, nothing)
    assert not never.has_moved
    assert never.text.startswith("Otherpay still has no score, because no measure applies to it")


def test_nothing_changed_when_nothing_did(evaluated):
    found = difference(evaluated(), evaluated())
    assert found.is_empty
    assert [each.causes for each in found.vendors] == [(), ()]
    assert not difference(evaluated(), evaluated({EXAMPLEPAY: VENDOR + "# a remark\n"})).is_empty


def test_two_plans_and_two_categories(evaluated, loaded):
    other = PLAN.replace("id: storefront-payments", "id: other")
    workspace = loaded({"plans/other.yaml": other})
    newer = dataclasses.replace(evaluate(workspace, workspace.plans["other"], DAY), evalkit="9.0")
    older = dataclasses.replace(evaluated(), evalkit="8.0")
    assert difference(older, newer).remarks == (
        "These are two plans: storefront-payments before, other now.",
        "Scored by evalkit 8.0 before, and by evalkit 9.0 now.",
    )
    pim = {
        "criteria/pim.yaml": CRITERIA.replace("id: payment-gateways", "id: pim"),
        "vendors/pim/third.yaml": VENDOR.replace("examplepay", "third").replace("payment-gateways", "pim"),
        "plans/pim.yaml": PLAN.replace("storefront-payments", "pim").replace("payment-gateways", "pim"),
    }  # fmt: skip
    workspace = loaded(pim)
    with pytest.raises(EvalkitError, match="different things, payment-gateways and pim; compare"):
        difference(evaluated(), evaluate(workspace, workspace.plans["pim"], DAY))


VALUES = st.none() | st.floats(0, 100)


@st.composite
def states(draw):
    value, share = draw(VALUES), draw(st.just(0.0) | st.floats(0.001, 1))
    factor = 0.0 if value is None else draw(st.floats(0, 5))
    return State(value=value, weight=share * factor, share=share)


@settings(deadline=None)
@given(states(), states())
def test_the_parts_of_a_change_add_up_to_it(old, new):
    found = parts(old, new)
    assert found.value + found.weights + found.applies == about(new.points - old.points)


@settings(deadline=None)
@given(states())
def test_what_does_not_change_has_no_parts(state):
    found = parts(state, state)
    assert (found.value, found.weights, found.applies) == (0, 0, 0)


@settings(deadline=None)
@given(states(), states())
def test_a_change_told_backwards_has_the_opposite_parts(old, new):
    there, back = parts(old, new), parts(new, old)
    assert (there.value, there.weights, there.applies) == about(
        (-back.value, -back.weights, -back.applies)
    )
