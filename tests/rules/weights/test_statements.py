"""Statements about weights: every contradiction is found where it stands, and nothing crashes."""

import json
import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evalkit.checking.load import load
from evalkit.diagnostics.record import Severity
from evalkit.model.criteria import Criteria
from evalkit.model.plan import Plan
from evalkit.rules.context import Setting
from evalkit.rules.run import check
from evalkit.weighting.implied import implied
from tests.conftest import BASE, CRITERIA, DAY, PLAN

GATEWAYS = "criteria/payment-gateways.yaml"
STOREFRONT = "plans/storefront-payments.yaml"
COST = """\
  cost:
    title: Cost
    weight: 20
    measures:
      monthly_fee:
        unit: EUR
        weight: 1
        scale: {kind: linear, worst: 900, best: 0, because: "-"}
"""
THREE = CRITERIA.replace("background:", COST + "background:")
UNWEIGHED = PLAN.replace("weights: {api: 25, scalability: 75}\n", "")
TOP = ("api", "scalability", "cost")


@pytest.fixture
def said(loaded):
    """The diagnostics of a plan with one stakeholder, on criteria api, scalability and cost."""

    def diagnose(text, plan=UNWEIGHED, where="weights"):
        lines = "".join(f"      {line}\n" for line in text.strip().splitlines())
        plan += f"stakeholders:\n  it:\n    {where}:\n{lines}"
        return loaded({STOREFRONT: plan, GATEWAYS: THREE}).diagnostics

    return diagnose


def marked(diagnostic):
    """The line within the statement, and the text that a caret would stand under."""
    span = diagnostic.span
    assert span.line == span.end_line
    return diagnostic.line_text[span.column - 1 : span.end_column - 1]


def found(diagnostics):
    return [(d.code, marked(d), d.message) for d in diagnostics]


def line(diagnostic):
    return diagnostic.line_text.strip()


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
    assert (unknown.span.line, unknown.span.column) == (11, 16)
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
    assert (both.span.line, both.span.column) == (5, 1)


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


def test_comparisons_that_do_not_connect_name_their_islands(said):
    (apart,) = said("kind: pairwise\npairwise:\n  - {more: cost, less: api, times: 2}")
    message = "these groups are not compared with each other: `api`, `cost`; `scalability`"
    assert found([apart]) == [("EK417", "pairwise", message)]
    assert apart.hint == "compare `api` with `scalability`, for example"


def test_a_pair_compared_twice_or_with_itself(said):
    text = (
        "kind: pairwise\npairwise:\n"
        "  - {more: api, less: cost, times: 2}\n"
        "  - {more: cost, less: api, times: 2}\n"
        "  - {more: scalability, less: scalability, times: 1}\n"
        "  - {more: scalability, less: cost, times: 1}\n"
    )
    assert found(said(text)) == [
        ("EK418", "{more: cost, less: api, times: 2}", "`cost` and `api` are compared twice"),
        (
            "EK418", "{more: scalability, less: scalability, times: 1}",
            "`scalability` is compared with itself",
        ),
    ]  # fmt: skip


CIRCLE = (
    "kind: pairwise\npairwise:\n"
    "  - {more: api, less: cost, times: 2}\n"
    "  - {more: cost, less: scalability, times: 2}\n"
    "  - {more: scalability, less: api, times: 2}\n"
)


def test_contradicting_comparisons_are_a_warning_at_the_worst_of_them(said):
    # eigenvalue 3.5, so the index is 0.25 and the ratio 0.25 / 0.58 = 0.43; all weigh the same
    (contradiction,) = said(CIRCLE)
    assert (contradiction.code, contradiction.severity) == ("EK419", Severity.WARNING)
    assert (marked(contradiction), line(contradiction)) == (
        "2",
        "- {more: api, less: cost, times: 2}",
    )
    assert contradiction.message == (
        "the consistency ratio is 0.43, above 0.10 (random index: Saaty (1980)); the least "
        "consistent: `api` matters 2 times as much as `cost`, but all comparisons together imply 1 times"
    )
    assert contradiction.hint


def test_comparisons_within_the_limit_are_fine(said):
    # 2 · 2 = 4 against 5: the eigenvalue is 1 + (5/4)^⅓ + (4/5)^⅓ = 3.0055, the ratio 0.005
    assert (
        said(
            CIRCLE.replace(
                "{more: scalability, less: api, times: 2}",
                "{more: api, less: scalability, times: 5}",
            )
        )
        == ()
    )


def test_a_contradiction_with_pairs_left_out_says_that_the_ratio_is_approximate(loaded):
    more = COST.replace("cost", "care").replace("Cost", "Care").replace("monthly_fee", "releases")
    text = (
        "stakeholders:\n  it:\n    weights:\n      kind: pairwise\n      pairwise:\n"
        "        - {more: api, less: cost, times: 5}\n"
        "        - {more: cost, less: care, times: 5}\n"
        "        - {more: care, less: scalability, times: 5}\n"
        "        - {more: scalability, less: api, times: 5}\n"
    )
    criteria = CRITERIA.replace("background:", COST + more + "background:")
    (contradiction,) = loaded({STOREFRONT: UNWEIGHED + text, GATEWAYS: criteria}).diagnostics
    # A circle of four, symmetric: every row sums to 1 + 5 + 1/5 + 1 = 7.2, the index is 3.2 / 3,
    # two of three spare comparisons are missing: the ratio is (3.2 / 3) / (0.90 / 3) = 3.556
    assert contradiction.message.startswith("the consistency ratio is about 3.56, above 0.10")


def test_a_contradiction_can_be_silenced_with_a_reason(said):
    text = CIRCLE.replace(
        "cost, times: 2}", "cost, times: 2}  # evalkit: ignore[EK419] they stand by it", 1
    )
    assert said(text) == ()


def test_comparisons_refused_for_another_reason_are_not_judged(said):
    twice = CIRCLE + "  - {more: cost, less: api, times: 9}\n"
    assert [d.code for d in said(twice)] == ["EK418"]
    stranger = CIRCLE.replace("less: cost", "less: xx")
    assert [d.code for d in said(stranger)] == ["EK412"]


def test_no_swing_of_100(said):
    (low,) = said("kind: swing\nswing: {api: 90, scalability: 30, cost: 10}")
    assert found([low]) == [("EK420", "swing", "no swing is 100")]


def best_worst(**given):
    parts = {
        "best": "api",
        "worst": "cost",
        "best_to_others": "{scalability: 2, cost: 8}",
        "others_to_worst": "{scalability: 4, api: 8}",
    } | given
    return "kind: best_worst\n" + "".join(f"{key}: {value}\n" for key, value in parts.items())


@pytest.mark.parametrize(
    ("given_parts", "place", "message"),
    [
        ({"worst": "api"}, "api", "`api` is both the best and the worst"),
        ({"best_to_others": "{api: 3, scalability: 2, cost: 8}"}, "3", "`api` against itself is 3, not 1"),
        ({"others_to_worst": "{api: 8, scalability: 2, cost: 7}"}, "7", "`cost` against itself is 7, not 1"),
        (
            {"others_to_worst": "{scalability: 4, api: 7.5}"}, "7.5",
            "`api` against `cost` is 7.5 here and 8 in `best_to_others`",
        ),
        (
            {"best_to_others": "{scalability: 9, cost: 8}"}, "9",
            "`scalability` is 9 times from the best, `cost` 8",
        ),
        (
            {"others_to_worst": "{scalability: 8.5, api: 8}"}, "8.5",
            "`scalability` is 8.5 times from the worst, `api` 8",
        ),
    ],
)  # fmt: skip
def test_best_and_worst_against_what_they_mean(given_parts, place, message, said):
    (contradiction, *others) = said(best_worst(**given_parts))
    assert found([contradiction]) == [("EK421", place, message)]
    assert contradiction.hint
    # with the worst renamed, the lists leave themselves out no longer
    assert {d.code for d in others} <= ({"EK413"} if "worst" in given_parts else set())


def test_points_that_are_all_zero(said):
    (zero,) = said("kind: points\npoints: {api: 0, scalability: 0, cost: 0}")
    assert found([zero]) == [("EK422", "points", "all points are zero")]


def test_a_criterion_that_stands_twice_in_the_tree(loaded):
    nested = COST.replace("cost:", "api:").replace("\n", "\n    ").rstrip()
    care = f"  care:\n    title: Care\n    weight: 5\n    criteria:\n    {nested}\n"
    twice = CRITERIA.replace("background:", care + "background:")
    workspace = loaded({GATEWAYS: twice, STOREFRONT: None})
    (again,) = workspace.errors
    assert found([again]) == [("EK211", "api", "the id `api` is used twice")]
    assert again.route == ("criteria", "care", "criteria", "api")
    assert "payment-gateways" not in workspace.criteria


def test_a_criterion_with_the_id_of_a_measure(loaded):
    same = CRITERIA.replace("background:", COST.replace("monthly_fee", "cost") + "background:")
    (shared,) = loaded({GATEWAYS: same}).errors
    assert found([shared]) == [("EK211", "cost", "`cost` is also the id of a measure")]


def test_statements_are_not_judged_by_criteria_that_are_broken(loaded):
    plan = PLAN + "stakeholders: {it: {weights: {kind: points, points: {xx: 0}}}}\n"
    workspace = loaded(
        {GATEWAYS: CRITERIA.replace("weight: 40", "weight: forty"), STOREFRONT: plan}
    )
    assert [d.code for d in workspace.diagnostics] == ["EK103"]


# What people might write, right and wrong: names that exist or not, numbers in range or not.
NAMES = st.sampled_from([*TOP, "api_style", "xx"])
NUMBERS = st.sampled_from([0, 1, 2, 5, 9, 40, 60, 100]) | st.floats(1, 100)
TIMES = st.sampled_from([1, 2, 3, 9]) | st.floats(1, 100)


def mappings(values):
    complete = st.fixed_dictionaries(dict.fromkeys(TOP, values))
    return st.one_of(complete, complete, st.dictionaries(NAMES, values, min_size=1, max_size=5))


def comparisons(names):
    return st.builds(lambda a, b, t: {"more": a, "less": b, "times": t}, names, names, TIMES)


def of_kind(kind, **fields):
    return st.fixed_dictionaries({"kind": st.just(kind), **fields})


SOUND = st.builds(
    lambda pairs, times: [
        {"more": more, "less": less, "times": each}
        for (more, less), each in zip(pairs, times, strict=False)
    ],
    st.permutations([("api", "cost"), ("scalability", "api"), ("cost", "scalability")]),
    st.lists(TIMES, min_size=2, max_size=3),
)
INTERVALS = st.builds(lambda a, b: {"low": min(a, b), "high": max(a, b)}, NUMBERS, NUMBERS)
WRONG_WAY = st.builds(lambda a, b: {"low": a, "high": b}, NUMBERS, NUMBERS)
STATEMENTS = st.one_of(
    of_kind("points", points=mappings(NUMBERS)),
    of_kind("swing", swing=mappings(st.just(100) | NUMBERS)),
    of_kind("order", order=st.permutations(TOP)),
    of_kind(
        "order",
        order=st.lists(NAMES | st.lists(NAMES, min_size=1, max_size=3), min_size=1, max_size=5),
    ),
    of_kind("pairwise", pairwise=SOUND),
    of_kind(
        "pairwise", pairwise=st.lists(comparisons(st.sampled_from(TOP)), min_size=1, max_size=4)
    ),
    of_kind("pairwise", pairwise=st.lists(comparisons(NAMES), min_size=1, max_size=4)),
    of_kind(
        "best_worst",
        best=st.just("api"),
        worst=st.just("cost"),
        best_to_others=st.builds(
            lambda t: {"api": 1, "cost": 3, "scalability": t}, st.integers(1, 4)
        ),
        others_to_worst=st.builds(lambda t: {"api": 3, "scalability": t}, st.integers(1, 4)),
    ),
    of_kind(
        "best_worst",
        best=st.sampled_from(["api", "xx"]),
        worst=st.sampled_from(["cost", "api"]),
        best_to_others=mappings(st.sampled_from([1, 3])),
        others_to_worst=mappings(st.sampled_from([1, 3])),
    ),
    of_kind("intervals", intervals=mappings(INTERVALS)),
    of_kind("intervals", intervals=mappings(WRONG_WAY)),
)


def criteria_of(names):
    measure = {"weight": 1, "scale": {"kind": "linear", "worst": 0, "best": 1}}
    return Criteria.model_validate(
        {
            "id": "c",
            "title": "C",
            "criteria": {
                name: {"title": "T", "weight": 1, "measures": {f"{name}_style": measure}}
                for name in names
            },
        }
    )


SETTING = Setting(
    path="plans/p.yaml",
    as_of=DAY,
    criteria={"c": criteria_of(TOP)},
    known_categories=frozenset({"c"}),
    vendor_folders=frozenset({"c"}),
)


@settings(deadline=None, max_examples=400)
@given(STATEMENTS)
def test_a_statement_implies_weights_exactly_where_no_rule_refuses_it(statement):
    people = {"it": {"weights": statement}}
    plan = Plan.model_validate({"id": "p", "title": "P", "category": "c", "stakeholders": people})
    refused = any(finding.severity is Severity.ERROR for finding in check(plan, SETTING))
    said_so = plan.stakeholders["it"].statements[None]
    if refused:
        with pytest.raises(ValueError, match=r"\w"):
            implied(said_so, TOP)
    else:
        weights = implied(said_so, TOP).weights
        assert list(weights) == list(TOP)
        assert min(weights.values()) >= 0
        assert sum(weights.values()) == pytest.approx(1)


TEXT = st.text(string.printable, max_size=8)
GARBAGE = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | TEXT | NAMES,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXT | NAMES, inner, max_size=4),
    max_leaves=12,
)
KINDS = ("points", "swing", "order", "pairwise", "best_worst", "intervals")
SPOILT = st.builds(
    lambda statement, key, value: {**statement, key: value},
    STATEMENTS,
    st.sampled_from([*KINDS, "kind", "best", "worst", "best_to_others", "others_to_worst"]),
    GARBAGE,
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    path = tmp_path_factory.mktemp("garbage")
    for name, content in (BASE | {GATEWAYS: THREE}).items():
        file = path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, encoding="utf-8")
    return path


@settings(deadline=None, max_examples=150)
@given(people=st.dictionaries(TEXT | st.just("it"), GARBAGE | st.fixed_dictionaries(
    {"weights": STATEMENTS | SPOILT | GARBAGE, "within": st.dictionaries(NAMES, STATEMENTS | SPOILT, max_size=2)}
), max_size=2))  # fmt: skip
def test_whatever_people_say_loading_never_raises(people, folder):
    plan = UNWEIGHED + f"stakeholders: {json.dumps(people)}\n"
    (folder / STOREFRONT).write_text(plan, encoding="utf-8")
    workspace = load(folder, DAY)
    assert workspace.errors or workspace.plans


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
