"""Statements about weights: every contradiction is found where it stands, and nothing crashes."""

import json

import pytest

from tests.conftest import CRITERIA, PLAN
from tests.rules.made import GATEWAYS, STOREFRONT, messages
from tests.rules.weights.made import found, marked


def test_a_statement_names_the_siblings_that_it_leaves_out(loaded):
    measure = {"weight": 1, "unit": "x", "scale": {"kind": "linear", "worst": 0, "best": 1}}
    api = {"title": "A", "weight": 1, "measures": {f"m{n:02}": measure for n in range(50)}}
    criteria = {"id": "payment-gateways", "title": "P", "criteria": {"api": api}}
    pair = {"kind": "pairwise", "pairwise": [{"more": "m00", "less": "m01", "times": 2}]}
    points = {"kind": "points", "points": {"m00": 1}}
    people = {"a": {"within": {"api": pair}}, "b": {"within": {"api": points}}}
    plan = {"id": "p", "title": "P", "category": "payment-gateways", "stakeholders": people}
    workspace = loaded(
        {"criteria/payment-gateways.yaml": json.dumps(criteria), "plans/p.yaml": json.dumps(plan)}
    )
    (left_out,) = messages(workspace, "EK413")
    (apart,) = messages(workspace, "EK417")
    # What is longer than a message may be is cut once more.
    assert left_out.startswith("`points` omits `m01`, `m02`")
    assert len(left_out) <= 501
    assert apart.startswith("these groups are not compared with each other: `m00`, `m01`; `m02`;")
    assert "`m49`" in apart


def test_the_rest_of_a_name_that_is_longer_than_any_is_told_once(loaded):
    long = "L" * 150
    statement = {
        "kind": "best_worst", "best": "api", "worst": long,
        "best_to_others": {"scalability": 9, long: 2}, "others_to_worst": {"api": 2},
    }  # fmt: skip
    order = {"kind": "order", "order": [["api", "scalability"], long, ["api", "scalability"]]}
    people = {"a": {"weights": statement}, "b": {"weights": order}}
    said = "stakeholders: " + json.dumps(people).replace(f'"{long}": 2', f'? "{long}" : 2') + "\n"
    workspace = loaded({"plans/storefront-payments.yaml": PLAN.split("weights:")[0] + said})
    told = messages(workspace, "EK421") + messages(workspace, "EK414")
    assert len(told) == 3
    assert all("L" * 64 + "…" in each and "L" * 65 not in each for each in told)


@pytest.mark.parametrize(
    "text",
    [
        "kind: points\npoints: {api: 60, scalability: 40, cost: 0}",
        "kind: swing\nswing: {api: 100, scalability: 40, cost: 0}",
        "kind: order\norder: [api, [scalability, cost]]",
        "kind: pairwise\npairwise: [{more: api, less: cost, times: 2}, {more: cost, less: scalability, times: 1}]",
        "kind: best_worst\nbest: api\nworst: cost\nbest_to_others: {api: 1, cost: 8, scalability: 2}\n"
        "others_to_worst: {api: 8, cost: 1, scalability: 4}",
        "kind: best_worst\nbest: api\nworst: cost\nbest_to_others: {cost: 8, scalability: 2}\n"
        "others_to_worst: {api: 8, scalability: 4}",
        "kind: intervals\nintervals: {api: {low: 30, high: 60}}",
    ],
)
def test_every_way_of_speaking_is_accepted(text, said):
    assert said(text) == ()


def test_a_misspelt_criterion_is_marked_with_the_nearest_one(said):
    (missing, unknown) = said("kind: points\npoints: {apis: 60, scalability: 30, cost: 10}")
    assert found([unknown]) == [("EK412", "apis", "there is no `apis` at the top")]
    assert unknown.hint == "did you mean `api`?"
    assert unknown.route == ("stakeholders", "it", "weights", "points", "apis")
    assert (unknown.span.line, unknown.span.column) == (12, 16)
    assert (missing.code, marked(missing)) == ("EK413", "points")


def test_a_measure_among_criteria_is_told_where_it_belongs(said):
    (unknown, *_) = said("kind: order\norder: [api, webhooks, [scalability, cost]]")
    assert found([unknown]) == [("EK412", "webhooks", "there is no `webhooks` at the top")]
    assert unknown.hint == "it is below `api`: move it to `within: {api: …}`"


def test_a_criterion_among_measures_is_told_where_it_belongs(said):
    text = "kind: intervals\nintervals: {cost: {low: 1, high: 2}}"
    (unknown,) = said("api:\n  " + text.replace("\n", "\n  "), where="within")
    assert found([unknown]) == [("EK412", "cost", "there is no `cost` directly below `api`")]
    assert unknown.hint == "it is at the top: move it to `weights`"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("kind: swing\nswing: {api: 100, scalability: 30, cost: 10, xx: 5}", "xx"),
        ("kind: order\norder: [api, scalability, [cost, xx]]", "xx"),
        ("kind: order\norder: [api, scalability, cost, xx]", "xx"),
        ("kind: pairwise\npairwise:\n  - {more: xx, less: api, times: 2}", "xx"),
        ("kind: pairwise\npairwise:\n  - {more: api, less: xx, times: 2}", "xx"),
        ("kind: intervals\nintervals: {xx: {low: 1, high: 2}}", "xx"),
    ],
)
def test_a_stranger_is_marked_in_every_kind_of_statement(text, place, said):
    assert [(d.code, marked(d)) for d in said(text)] == [("EK412", place)]


def test_strangers_among_best_and_worst_are_marked_each(said):
    text = (
        "kind: best_worst\nbest: b1\nworst: w1\nbest_to_others: {x1: 1, api: 1, scalability: 1, cost: 1}\n"
        "others_to_worst: {x2: 1, api: 1, scalability: 1, cost: 1}"
    )
    assert [(d.code, marked(d)) for d in said(text)] == [
        ("EK412", name) for name in ("b1", "w1", "x1", "x2")
    ]


def test_within_something_that_is_no_criterion(said):
    text = "apo:\n  kind: order\n  order: [api_style, webhooks]"
    (unknown,) = said(text, where="within")
    assert found([unknown]) == [("EK412", "apo", "there is no criterion `apo`")]
    assert unknown.hint == "did you mean `api`?"
    (measure,) = said(text.replace("apo", "webhooks"), where="within")
    assert measure.hint == "`webhooks` is a measure, and there is nothing below it"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("kind: points\npoints: {api: 60}", "points"),
        ("kind: swing\nswing: {api: 100}", "swing"),
        ("kind: order\norder: [api]", "order"),
    ],
)
def test_siblings_left_out_are_named(text, place, said):
    message = f"`{place}` omits `scalability`, `cost`"
    assert found(said(text)) == [("EK413", place, message)]


def test_siblings_left_out_of_either_list_of_best_and_worst(said):
    text = "kind: best_worst\nbest: api\nworst: cost\nbest_to_others: {cost: 3}\nothers_to_worst: {scalability: 2}"
    assert found(said(text)) == [
        ("EK413", "best_to_others", "`best_to_others` omits `scalability`"),
        ("EK413", "others_to_worst", "`others_to_worst` omits `api`"),
    ]


@pytest.mark.parametrize(
    ("order", "message"),
    [
        ("[api, cost, scalability, api]", "`api` comes both before and after `cost`"),
        ("[api, [cost, scalability], api]", "`api` comes both before and after `cost`"),
        ("[scalability, cost, api, api]", "`api` appears twice in the order"),
        ("[scalability, cost, [api, api]]", "`api` appears twice in the order"),
        ("[scalability, [cost, api], api]", "`api` appears twice in the order"),
    ],
)
def test_an_order_in_a_circle_is_marked_at_the_second_place(order, message, said):
    (circle,) = said(f"kind: order\norder: {order}")
    assert found([circle]) == [("EK414", "api", message)]
    assert circle.span.column == circle.line_text.rindex("api") + 1


def test_weights_of_the_plan_and_of_people_for_the_same_siblings(loaded):
    people = (
        "stakeholders:\n"
        "  it: {weights: {kind: order, order: [api, scalability]}}\n"
        "  finance: {within: {api: {kind: order, order: [webhooks, api_style]}}}\n"
        "  sales: {weights: {kind: order, order: [scalability, api]}}\n"
    )
    (both,) = loaded({STOREFRONT: PLAN + people}).diagnostics
    message = "weighed both here and by `it`, `sales`: `api`, `scalability`"
    assert found([both]) == [("EK415", "weights", message)]
    assert (both.span.line, both.span.column) == (6, 1)


def test_people_and_plan_may_weigh_different_siblings(loaded):
    people = "stakeholders:\n  it: {within: {api: {kind: order, order: [webhooks, api_style]}}}\n"
    assert loaded({STOREFRONT: PLAN + people}).diagnostics == ()


def test_intervals_the_wrong_way_round_are_marked_each(said):
    text = "kind: intervals\nintervals:\n  api: {low: 60.5, high: 40}\n  cost: {low: 0, high: 100}"
    (wrong,) = said(text)
    assert found([wrong]) == [
        ("EK416", "{low: 60.5, high: 40}", "the low 60.5 is above the high 40")
    ]


@pytest.mark.parametrize(
    ("intervals", "message"),
    [
        ("{api: {low: 60, high: 70}, cost: {low: 50, high: 70}}", "the lows sum to 110, above 100"),
        (
            "{api: {low: 0, high: 30}, cost: {low: 0, high: 30}, scalability: {low: 0, high: 30}}",
            "the highs sum to 90, below 100",
        ),
    ],
)
def test_intervals_that_admit_no_weights(intervals, message, said):
    assert found(said(f"kind: intervals\nintervals: {intervals}")) == [
        ("EK416", "intervals", message)
    ]


def test_intervals_that_meet_100_exactly_are_fine(said):
    for end in ("low: 0, high: 33.3", "low: 33.3, high: 100"):
        other = end.replace("33.3", "33.4")
        text = f"kind: intervals\nintervals: {{api: {{{end}}}, cost: {{{end}}}, scalability: {{{other}}}}}"
        assert said(text) == ()


def test_no_swing_of_100(said):
    (low,) = said("kind: swing\nswing: {api: 90, scalability: 30, cost: 10}")
    assert found([low]) == [("EK420", "swing", "no swing is 100")]


def test_points_that_are_all_zero(said):
    (zero,) = said("kind: points\npoints: {api: 0, scalability: 0, cost: 0}")
    assert found([zero]) == [("EK422", "points", "all points are zero")]


def test_statements_are_not_judged_by_criteria_that_are_broken(loaded):
    plan = PLAN + "stakeholders: {it: {weights: {kind: points, points: {xx: 0}}}}\n"
    workspace = loaded(
        {GATEWAYS: CRITERIA.replace("weight: 40", "weight: forty"), STOREFRONT: plan}
    )
    assert [d.code for d in workspace.diagnostics] == ["EK103"]


def test_a_scale_that_changes_after_its_weight_was_set_is_a_finding(loaded):
    criteria = loaded().criteria["payment-gateways"]
    people = f"stakeholders:\n  it: {{scales: {criteria.scales_mark}, weights: {{kind: points, points: {{api: 1, scalability: 1}}}}}}\n"
    plan = PLAN.replace("weights: {api: 25, scalability: 75}\n", people)
    assert loaded({STOREFRONT: plan}).diagnostics == ()
    moved = {STOREFRONT: plan, GATEWAYS: CRITERIA.replace("[100, 100]", "[200, 100]")}
    (found,) = loaded(moved).diagnostics
    assert (found.code, found.severity.value, found.path) == ("EK424", "warning", STOREFRONT)
    assert (
        found.line_text[found.span.column - 1 : found.span.end_column - 1] == criteria.scales_mark
    )
    # a reason that is worded anew is no other scale
    worded = CRITERIA.replace('because: "-"', 'because: "Why not."', 1)
    assert loaded({STOREFRONT: plan, GATEWAYS: worded}).diagnostics == ()
