"""What must hold for scores, whatever the facts are."""

import itertools

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.scoring.made import judge, vendor


def reals(low, high):
    """Numbers as a file may hold them: 0, or at least 1e-10 away from it."""
    return st.floats(low, high).filter(lambda number: not 0 < abs(number) < 1e-10)


numbers = st.one_of(
    st.just("unknown"), st.just({"unknown": True, "looked": [{"source": "-"}]}), reals(-10, 200),
    st.tuples(reals(0, 50), reals(0, 50), reals(0, 50)).map(
        lambda ends: dict(zip(("low", "likely", "high"), sorted(ends), strict=True))),
    st.tuples(reals(0, 120), reals(0, 120)).map(lambda two: {"value": two[0], "conflicts": [{"value": two[1]}]}),
    st.just({"not_applicable": "-"}), st.just("unlimited"), reals(-10, 200).map(lambda low: {"at_least": low}),
    st.tuples(reals(0, 120), reals(0, 120)).map(lambda two: {"value": two[0], "conflicts": [{"at_least": two[1]}]}),
)  # fmt: skip
styles = st.one_of(
    st.just("unknown"), st.just({"not_applicable": "-"}),
    st.lists(st.sampled_from(["rest", "soap", "none"]), min_size=1, max_size=3),
    st.just({"value": ["rest"], "conflicts": [{"value": ["none"]}]}),
    st.just({"at_least": ["soap"]}),
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


@given(many, st.data())
def test_removing_adding_or_reordering_vendors_leaves_every_other_score_bit_for_bit(many, data):
    vendors = named(many)
    whole = bits(judge(*vendors))
    some = data.draw(st.lists(st.sampled_from(vendors), unique_by=lambda v: v.id, min_size=1))
    assert bits(judge(*some)) == {v.id: whole[v.id] for v in some}


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


@given(many)
def test_the_range_is_as_wide_as_what_is_not_settled(many):
    judged = judge(*named(many)).table.dropna()
    width = (judged["high"] - judged["low"]).to_numpy()
    assert width == pytest.approx(100 * (1 - judged["settled"]).to_numpy(), abs=1e-9)


@given(reals(-10, 200), reals(0, 300))
def test_whatever_number_an_open_end_turns_out_to_be_lies_in_its_range(least, more):
    for name in ("rate", "wait", "releases"):
        table = judge(
            vendor(**{name: {"at_least": least}}), vendor("w", **{name: least + more})
        ).table
        assert table.loc["v", "low"] <= table.loc["w", "low"] + 1e-9
        assert table.loc["w", "high"] <= table.loc["v", "high"] + 1e-9


readings = st.lists(st.tuples(reals(0, 50), reals(0, 50)).map(sorted), min_size=1, max_size=3)


@given(readings, st.data())
def test_narrowing_what_one_reading_says_never_lowers_what_is_settled(readings, data):
    number = data.draw(st.integers(0, len(readings) - 1))
    low, high = readings[number]
    inside = sorted(data.draw(st.tuples(st.floats(0, 1), st.floats(0, 1))))
    narrow = [round(low + (high - low) * share, 9) for share in inside]
    narrow = [min(max(end, low), high) for end in narrow]
    narrower = [narrow if place == number else each for place, each in enumerate(readings)]
    for measure in ("rate", "wait", "releases"):
        before, after = (
            judge(vendor(**{measure: disputed(each)})).table.loc["v", "settled"]
            for each in (readings, narrower)
        )
        assert after >= before - 1e-12


def disputed(readings):
    (low, high), *others = readings
    conflicts = [{"low": low, "high": high} for low, high in others]
    return {"low": low, "high": high, "conflicts": conflicts}


@given(readings, st.randoms(), st.sampled_from(["worst", "middle"]))
def test_no_order_of_readings_changes_a_bit(readings, random, unknown):
    shuffled = random.sample(readings, len(readings))
    one, other = (
        judge(vendor(rate=disputed(each)), unknown=unknown) for each in (readings, shuffled)
    )
    assert bits(one) == bits(other)


@given(facts, reals(0, 100), reals(0, 100))
def test_a_better_fact_never_lowers_a_score(facts, one, other):
    worse, better = sorted((one, other))
    low = judge(vendor(**{**facts, "rate": worse})).table.loc["v"]
    high = judge(vendor(**{**facts, "rate": better})).table.loc["v"]
    assert (high[["score", "low", "high"]] >= low[["score", "low", "high"]]).all()


@given(many, st.floats(0.001, 1000))
def test_scaling_all_weights_changes_nothing(many, factor):
    plain = {"api": 2.0, "run": 3.0, "style": 3.0, "parts": 1.0}
    one = judge(*named(many), weights=plain).table
    two = judge(*named(many), weights={k: v * factor for k, v in plain.items()}).table
    pd.testing.assert_frame_equal(one, two, rtol=1e-12)


@given(many)
def test_shares_of_a_vendor_sum_to_one(many):
    result = judge(*named(many))
    total = sum(np.asarray(share) + np.zeros(len(many)) for share in result.weights.values())
    assert total[result.table["score"].notna().to_numpy()] == pytest.approx(1)
