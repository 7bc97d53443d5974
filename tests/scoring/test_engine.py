"""The engine: values worked by hand, and what must hold whatever the facts are."""

import itertools

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evalkit.model.criteria import Criteria
from evalkit.model.plan import Gate
from evalkit.model.scale import Checklist, Levels, Linear, Points, Target
from evalkit.model.vendor import Vendor
from evalkit.scoring import gates
from evalkit.scoring.levels import levels
from evalkit.scoring.scores import ranks, score
from evalkit.scoring.values import ends, value_at, value_of_names, values
from evalkit.scoring.verdict import low_end, standing

CRITERIA = Criteria.model_validate(
    {
        "id": "c",
        "title": "C",
        "criteria": {
            "api": {
                "title": "API", "weight": 2,
                "measures": {
                    "style": {"weight": 3, "scale": {"kind": "levels", "levels": {"rest": 100, "soap": 50, "none": 0}}},
                    "parts": {"weight": 1, "scale": {"kind": "checklist", "items": {"a": 3, "b": 1}}},
                },
            },
            "run": {
                "title": "Run", "weight": 3,
                "criteria": {
                    "speed": {"title": "Speed", "weight": 1, "measures": {
                        "rate": {"weight": 1, "unit": "1/s", "scale": {"kind": "points", "points": [[0, 0], [10, 60], [100, 100]]}}}},
                    "care": {"title": "Care", "weight": 1, "measures": {
                        "wait": {"weight": 1, "unit": "h", "scale": {"kind": "linear", "worst": 48, "best": 0}},
                        "releases": {"weight": 1, "unit": "1", "scale": {"kind": "target", "worst_below": 0, "best": 12, "worst_above": 36}}}},
                },
            },
        },
    }
)  # fmt: skip


def vendor(name="v", **facts):
    return Vendor.model_validate({"id": name, "name": name, "category": "c", "facts": facts})


FULL = {"style": ["rest"], "parts": ["a"], "rate": 10, "wait": 12, "releases": 24}


def judge(*vendors, **options):
    return score(levels(vendors, CRITERIA), CRITERIA, **options)


def test_scores_by_hand():
    # api 2/5: style 3/4 × 100 + parts 1/4 × 75 = 93.75 → 37.5
    # run 3/5: speed 1/2 × 60 + care 1/2 × (1/2 × 75 + 1/2 × 50) = 61.25 → 36.75
    result = judge(vendor(**FULL))
    assert result.table.loc["v"].to_dict() == pytest.approx(
        {"score": 74.25, "low": 74.25, "high": 74.25, "coverage": 1.0}
    )
    assert result.contributions.loc["v"].to_dict() == pytest.approx({"api": 37.5, "run": 36.75})


def test_an_unknown_spans_its_whole_scale_and_scores_at_its_worst_or_middle():
    facts = {**FULL, "style": "unknown"}  # 2/5 × 3/4 = 0.3 of the whole
    worst, middle = judge(vendor(**facts)), judge(vendor(**facts), unknown="middle")
    assert worst.table.loc["v"].tolist() == pytest.approx([44.25, 44.25, 74.25, 0.7])
    assert middle.table.loc["v"].tolist() == pytest.approx([59.25, 44.25, 74.25, 0.7])


def test_a_fact_that_nobody_looked_for_is_unknown_too():
    facts = {name: fact for name, fact in FULL.items() if name != "rate"}
    assert judge(vendor(**facts)).table.loc["v"].tolist() == pytest.approx(
        [56.25, 56.25, 86.25, 0.7]
    )


def test_generated_text_never_scores():
    facts = {**FULL, "rate": {"value": 100, "kind": "generated"}}
    assert judge(vendor(**facts)).table.equals(judge(vendor(**{**FULL, "rate": "unknown"})).table)


def test_a_conflicting_source_counts_where_the_first_one_is_generated():
    facts = {**FULL, "rate": {"value": 100, "kind": "generated", "conflicts": [{"value": 10}]}}
    assert judge(vendor(**facts)).table.equals(judge(vendor(**FULL)).table)


def test_conflicts_widen_the_range_in_numbers_and_in_words():
    facts = {**FULL, "rate": {"value": 10, "conflicts": [{"value": 100}, {"low": 0, "high": 5}]},
             "style": {"value": ["rest"], "conflicts": [{"value": ["soap"]}, {"value": ["rest"]}]}}  # fmt: skip
    result = judge(vendor(**facts), vendor("w", **FULL))
    row = result.table.loc["v"]
    # rate spans 0 to 100 and weighs 0.3; style spans 50 to 100 and weighs 0.3
    assert (row["score"], row["low"], row["high"]) == pytest.approx(
        (74.25, 74.25 - 18 - 15, 74.25 + 12)
    )
    assert result.values["rate"].statuses().tolist() == ["range", "known"]
    assert result.values["style"].statuses().tolist() == ["range", "known"]


def test_the_middle_of_a_range_counts_where_no_likely_value_is_given():
    facts = {**FULL, "wait": {"low": 0, "high": 48}}
    assert judge(vendor(**facts)).values["wait"].likely.tolist() == [50.0]
    assert not judge(vendor(**facts)).values["wait"].is_plain


def test_a_range_over_the_peak_of_a_scale_reaches_its_top():
    facts = {**FULL, "releases": {"low": 6, "likely": 24, "high": 36}}
    value = judge(vendor(**facts)).values["releases"]
    assert (value.low[0], value.likely[0], value.high[0]) == (0.0, 50.0, 100.0)


def test_what_does_not_apply_leaves_its_weight_to_its_siblings_for_this_vendor_only():
    facts = {**FULL, "wait": {"not_applicable": "self-service"}}
    result = judge(vendor(**facts), vendor("w", **FULL))
    # care is now releases alone, 50: run 3/5 × (30 + 25) = 33
    assert result.table["score"].tolist() == pytest.approx([70.5, 74.25])
    assert result.weights["releases"].tolist() == pytest.approx([0.3, 0.15])
    assert result.values["wait"].statuses().tolist() == ["not_applicable", "known"]


def test_a_criterion_of_which_nothing_applies_leaves_its_weight_to_its_siblings():
    gone = {"not_applicable": "no API at all"}
    result = judge(vendor(**{**FULL, "style": gone, "parts": gone}))
    assert result.table.loc["v", "score"] == pytest.approx(61.25)


def test_a_vendor_to_which_nothing_applies_has_no_score():
    result = judge(vendor(**{name: {"not_applicable": "-"} for name in FULL}), vendor("w", **FULL))
    assert result.table["score"].isna().tolist() == [True, False]
    places = ranks(result.table["score"], np.array([True, True]))
    assert places.isna().tolist() == [True, False]


def test_weights_of_a_plan_replace_those_of_the_criteria():
    result = judge(vendor(**FULL), weights={"api": 1, "run": 1, "style": 1, "parts": 1})
    assert result.table.loc["v", "score"] == pytest.approx(0.5 * 87.5 + 0.5 * 61.25)


def test_booleans_and_plain_words_in_a_frame_are_levels():
    frame = pd.DataFrame({("style", "likely"): ["rest", None]})
    scale = CRITERIA.leaves["style"].measure.scale
    assert values(frame, "style", scale, "worst").likely.tolist() == [100.0, 0.0]
    webhooks = Levels(kind="levels", levels={"true": 100, "false": 0})
    assert value_of_names(webhooks, ("true",)) == 100


@pytest.mark.parametrize(
    ("scale", "level", "value"),
    [
        (Linear(kind="linear", worst=48, best=1), 48, 0), (Linear(kind="linear", worst=48, best=1), 1, 100),
        (Linear(kind="linear", worst=0, best=10), 99, 100), (Linear(kind="linear", worst=0, best=10), 2.5, 25),
        (Points(kind="points", points=((1, 0), (25, 60), (100, 100))), 13, 30),
        (Target(kind="target", worst_below=0, best=12, worst_above=52), 32, 50),
    ],
)  # fmt: skip
def test_values_by_hand(scale, level, value):
    assert value_at(scale, level) == pytest.approx(value)


def test_the_ends_of_each_scale():
    assert ends(Levels(kind="levels", levels={"a": 10, "b": 90})) == (10, 90)
    assert ends(Checklist(kind="checklist", items={"a": 1})) == (0, 100)
    assert ends(Points(kind="points", points=((0, 20), (1, 80)))) == (20, 80)


def test_equal_scores_share_the_better_rank_and_noise_does_not_part_them():
    places = ranks(pd.Series([70.0, 70.0 + 1e-12, 50.0, 90.0]), np.array([True, True, True, False]))
    assert places.tolist() == [1, 1, 3, pd.NA]


def gate(**test):
    return Gate.model_validate({"because": "-", **test})


@pytest.mark.parametrize(
    ("fact", "test", "outcome"),
    [
        (25, {"measure": "rate", "at_least": 25}, "pass"), (24, {"measure": "rate", "at_least": 25}, "fail"),
        (25, {"measure": "rate", "at_most": 25}, "pass"), (26, {"measure": "rate", "at_most": 25}, "fail"),
        ({"low": 20, "high": 30}, {"measure": "rate", "at_least": 25}, "unverified"),
        ({"low": 26, "high": 30}, {"measure": "rate", "at_least": 25}, "pass"),
        ({"low": 25, "high": 30}, {"measure": "rate", "at_least": 25}, "pass"),
        ({"low": 20, "high": 25}, {"measure": "rate", "at_least": 25}, "unverified"),
        ({"low": 20, "high": 24}, {"measure": "rate", "at_least": 25}, "fail"),
        ({"low": 20, "high": 25}, {"measure": "rate", "at_most": 25}, "pass"),
        ({"low": 25, "high": 30}, {"measure": "rate", "at_most": 25}, "unverified"),
        ({"low": 26, "high": 30}, {"measure": "rate", "at_most": 25}, "fail"),
        ("unknown", {"measure": "rate", "at_least": 25}, "unverified"),
        ({"not_applicable": "-"}, {"measure": "rate", "at_least": 25}, "unverified"),
        (["rest", "soap"], {"measure": "style", "any_of": ["rest"]}, "pass"),
        (["soap"], {"measure": "style", "any_of": ["rest"]}, "fail"),
        (["a"], {"measure": "parts", "all_of": ["a", "b"]}, "fail"),
        (["a", "b"], {"measure": "parts", "all_of": ["a", "b"]}, "pass"),
        (["soap"], {"measure": "style", "none_of": ["none"]}, "pass"),
        ("soap", {"measure": "style", "equals": "soap"}, "pass"),
        (["rest", "soap"], {"measure": "style", "equals": "soap"}, "fail"),
        ("unknown", {"measure": "style", "equals": "soap"}, "unverified"),
        ({"value": "rest", "conflicts": [{"value": "soap"}]}, {"measure": "style", "equals": "rest"}, "unverified"),
        ({"value": "none", "conflicts": [{"value": "soap"}]}, {"measure": "style", "equals": "rest"}, "fail"),
    ],
)  # fmt: skip
def test_gates_have_three_outcomes(fact, test, outcome):
    frame = levels([vendor(**{test["measure"]: fact})], CRITERIA)
    assert gates.outcomes(frame, gate(**test)).tolist() == [outcome]


def test_one_fail_decides_then_one_unverified():
    each = [np.array(["pass", "pass", "fail"]), np.array(["pass", "unverified", "unverified"])]
    assert gates.overall(each, 3).tolist() == ["pass", "unverified", "fail"]
    assert gates.overall([], 2).tolist() == ["pass", "pass"]


@pytest.mark.parametrize(
    ("points", "shares", "outcome", "first"),
    [
        ([80, 70], [0.97, 0.03], "clear", (0,)),
        ([80, 70], [0.953, 0.047], "likely", (0,)),  # two standard errors of 0.002 below 95 %
        ([80, 70], [0.70, 0.30], "likely", (0,)),
        ([80, 70], [0.67, 0.33], "close", (0, 1)),
        ([80, 70, 60], [0.40, 0.05, 0.55], "close", (0, 2)),  # ahead on points, second in draws
        ([80, 79, 60], [0.50, 0.42, 0.08], "close", (0, 1)),
        ([80, 79, 60], [0.50, 0.40, 0.10], "close", (0, 1, 2)),  # a tenth is enough
        ([80, 80 - 1e-12, 60], [0.97, 0.03, 0.0], "close", (0, 1)),  # equal but for noise
        ([80, 80, 60], [0.99, 0.01, 0.0], "close", (0, 1)),  # equal points name nobody
        ([80, 80, 80], [0.97, 0.02, 0.01], "close", (0, 1, 2)),
        ([80], [1.0], "single", (0,)),
        ([], [], "none", ()),
    ],
)
def test_a_leader_is_named_only_as_far_as_the_draws_allow(points, shares, outcome, first):
    found = standing(points, shares, draws=10_000)
    assert (found.outcome, found.first) == (outcome, first)


@pytest.mark.parametrize(("shares", "leads"), [([0.4, 0.6], True), ([0.5, 0.5], False)])
def test_a_rival_leads_only_where_it_is_first_more_often(shares, leads):
    assert standing([80, 79], shares, draws=10_000).rival_leads is leads


def test_a_few_draws_make_no_clear_leader():
    # Wilson at two standard errors, 25 of 25: 1 / (1 + 4 / 25) = 0.862
    assert low_end(1.0, 25) == pytest.approx(1 / 1.16)
    assert standing([80, 70], [1.0, 0.0], draws=25).outcome == "likely"
    assert standing([80, 70], [1.0, 0.0], draws=100).outcome == "clear"


def test_nobody_leads_while_somebody_was_left_out_who_could():
    assert standing([80, 70], [1.0, 0.0], draws=10_000, unseen=1).outcome == "close"


def reals(low, high):
    """Numbers as a file may hold them: 0, or at least 1e-10 away from it."""
    return st.floats(low, high).filter(lambda number: not 0 < abs(number) < 1e-10)


numbers = st.one_of(
    st.just("unknown"), reals(-10, 200),
    st.tuples(reals(0, 50), reals(0, 50), reals(0, 50)).map(
        lambda ends: dict(zip(("low", "likely", "high"), sorted(ends), strict=True))),
    st.tuples(reals(0, 120), reals(0, 120)).map(lambda two: {"value": two[0], "conflicts": [{"value": two[1]}]}),
    st.just({"not_applicable": "-"}),
)  # fmt: skip
styles = st.one_of(
    st.just("unknown"), st.just({"not_applicable": "-"}),
    st.lists(st.sampled_from(["rest", "soap", "none"]), min_size=1, max_size=3),
    st.just({"value": ["rest"], "conflicts": [{"value": ["none"]}]}),
)  # fmt: skip
facts = st.fixed_dictionaries(
    {"style": styles, "rate": numbers, "wait": numbers, "releases": numbers},
    optional={"parts": st.lists(st.sampled_from("ab"), min_size=1, unique=True)},
)
many = st.lists(facts, min_size=1, max_size=6)


def bits(result):
    return {name: row.to_numpy().tobytes() for name, row in result.table.iterrows()}


def named(many):
    return [vendor(f"v{number}", **facts) for number, facts in enumerate(many)]


@settings(deadline=None)
@given(many, st.data())
def test_removing_adding_or_reordering_vendors_leaves_every_other_score_bit_for_bit(many, data):
    vendors = named(many)
    whole = bits(judge(*vendors))
    some = data.draw(st.lists(st.sampled_from(vendors), unique_by=lambda v: v.id, min_size=1))
    assert bits(judge(*some)) == {v.id: whole[v.id] for v in some}


@settings(deadline=None)
@given(many)
def test_clones_score_alike_and_change_nobody_else(many):
    vendors = named(many)
    clones = [
        v.model_copy(update={"id": f"clone-{n}-{v.id}"})
        for n, v in itertools.product(range(3), vendors)
    ]
    with_clones = bits(judge(*vendors, *clones))
    assert {name: with_clones[name] for name in bits(judge(*vendors))} == bits(judge(*vendors))
    assert all(with_clones[clone.id] == with_clones[clone.id.split("-")[-1]] for clone in clones)


@settings(deadline=None)
@given(many)
def test_contributions_sum_to_the_score_which_lies_within_its_range(many):
    result = judge(*named(many))
    judged = result.table.dropna()
    sums = result.contributions.loc[judged.index].sum(axis=1)
    assert sums.to_numpy() == pytest.approx(judged["score"].to_numpy(), abs=1e-9)
    assert (judged["low"] <= judged["score"]).all()
    assert (judged["score"] <= judged["high"]).all()
    assert judged["low"].ge(0).all()
    assert judged["high"].le(100 + 1e-9).all()


@settings(deadline=None)
@given(facts, reals(0, 100), reals(0, 100))
def test_a_better_fact_never_lowers_a_score(facts, one, other):
    worse, better = sorted((one, other))
    low = judge(vendor(**{**facts, "rate": worse})).table.loc["v"]
    high = judge(vendor(**{**facts, "rate": better})).table.loc["v"]
    assert (high[["score", "low", "high"]] >= low[["score", "low", "high"]]).all()


@settings(deadline=None)
@given(many, st.floats(0.001, 1000))
def test_scaling_all_weights_changes_nothing(many, factor):
    plain = {"api": 2.0, "run": 3.0, "style": 3.0, "parts": 1.0}
    one = judge(*named(many), weights=plain).table
    two = judge(*named(many), weights={k: v * factor for k, v in plain.items()}).table
    pd.testing.assert_frame_equal(one, two, rtol=1e-12)


@settings(deadline=None)
@given(many)
def test_shares_of_a_vendor_sum_to_one(many):
    result = judge(*named(many))
    total = sum(np.asarray(share) + np.zeros(len(many)) for share in result.weights.values())
    assert total[result.table["score"].notna().to_numpy()] == pytest.approx(1)
