"""Scores, shares of weight and ranks, worked by hand."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from evalkit.level import leveled
from evalkit.scoring.levels import by_measure, levels
from evalkit.scoring.scores import Engine, places, ranks, score
from tests.scoring.made import CRITERIA, FULL, judge, vendor


def test_scores_by_hand():
    # api 2/5: style 3/4 × 100 + parts 1/4 × 75 = 93.75 → 37.5
    # run 3/5: speed 1/2 × 60 + care 1/2 × (1/2 × 75 + 1/2 × 50) = 61.25 → 36.75
    result = judge(vendor(**FULL))
    assert result.table.loc["v"].to_dict() == pytest.approx(
        {"score": 74.25, "low": 74.25, "high": 74.25, "settled": 1.0, "excluded": 0.0}
    )
    assert result.contributions.loc["v"].to_dict() == pytest.approx({"api": 37.5, "run": 36.75})


def test_an_unknown_spans_its_whole_scale_and_scores_at_its_worst_or_middle():
    facts = {**FULL, "style": "unknown"}  # 2/5 × 3/4 = 0.3 of the whole
    middle, worst = judge(vendor(**facts)), judge(vendor(**facts), unknown="worst")
    assert worst.table.loc["v"].tolist() == pytest.approx([44.25, 44.25, 74.25, 0.7, 0])
    assert middle.table.loc["v"].tolist() == pytest.approx([59.25, 44.25, 74.25, 0.7, 0])


@pytest.mark.parametrize(
    ("fact", "status"),
    [
        (None, "not_looked_for"),
        ("unknown", "not_looked_for"),
        ({"unknown": True}, "not_looked_for"),
        ({"value": 9, "kind": "generated"}, "not_looked_for"),
        ({"value": "unknown", "source": "their page", "checked": "2026-05-02"}, "not_found"),
        ({"unknown": True, "looked": [{"source": "their page"}]}, "not_found"),
    ],
)
def test_whether_anybody_looked_for_an_unknown_is_said_and_scores_alike(fact, status):
    facts = {name: fact for name, fact in FULL.items() if name != "rate"}
    result = judge(vendor(**facts, **({} if fact is None else {"rate": fact})))
    assert result.table.loc["v"].tolist() == pytest.approx([71.25, 56.25, 86.25, 0.7, 0])
    assert result.values["rate"].statuses().tolist() == [status]


def test_half_a_range_is_half_settled():
    # rate weighs 0.3 and spans 60 to 100 of 100: 0.3 × 0.4 of the whole is open
    row = judge(vendor(**{**FULL, "rate": {"low": 10, "high": 100}})).table.loc["v"]
    assert row["settled"] == pytest.approx(1 - 0.12)


def test_what_a_vendors_own_file_takes_out_is_excluded_and_what_the_plan_does_not_ask_is_not():
    exempt = {**FULL, "wait": {"not_applicable": "self-service"}}
    table = judge(vendor(**exempt), vendor("w", **FULL)).table
    assert table["excluded"].tolist() == pytest.approx([0.15, 0.0])
    # Without the rate for anybody, care is all of run: waiting is 3/5 × 1/2 of the whole
    without = score(levels([vendor(**exempt)], CRITERIA, {"rate"}), CRITERIA)
    assert without.table.loc["v", "excluded"] == pytest.approx(0.3)
    assert without.values["rate"].statuses().tolist() == ["not_applicable"]


def test_a_vendor_to_which_nothing_applies_has_nothing_settled():
    row = judge(vendor(**{name: {"not_applicable": "-"} for name in FULL})).table.loc["v"]
    assert (row["settled"], row["excluded"]) == (0.0, pytest.approx(1.0))


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
    assert ranks(result.score, np.array([True, True])).tolist() == [0, 1]


def test_weights_of_a_plan_replace_those_of_the_criteria():
    result = judge(vendor(**FULL), weights={"api": 1, "run": 1, "style": 1, "parts": 1})
    assert result.table.loc["v", "score"] == pytest.approx(0.5 * 87.5 + 0.5 * 61.25)


def test_equal_scores_share_the_better_rank_and_noise_does_not_part_them():
    found = ranks(np.array([70.0, 70.0 + 1e-12, 50.0, 90.0]), np.array([True, True, True, False]))
    assert found.tolist() == [1, 1, 3, 0]


@given(
    st.lists(
        st.one_of(
            st.integers(0, 40).map(lambda step: 50 + step * 4e-10),
            st.sampled_from([0.1 + 0.2, 0.3, 0.0, 100.0]),
            st.floats(0, 100),
        )
    )
)
def test_ranks_of_a_long_list_are_those_of_level_points_in_order(points):
    # Whoever is level with the first of a rank shares it, and not with the last one of it.
    level = leveled(points)
    expected = [1 + sum(other > mine for other in level) for mine in level]
    assert places(np.array(points)).tolist() == expected


def test_points_that_fall_by_less_than_any_difference_still_fall():
    steps = np.array([50 - step * 4e-10 for step in range(7)])
    assert places(steps).tolist() == [1, 1, 1, 4, 4, 4, 7]


def test_an_engine_that_was_used_scores_the_next_frame_alike():
    frames = [
        levels([vendor(**FULL), vendor(**FULL | {"rate": fact})], CRITERIA)
        for fact in ({"not_applicable": "-"}, 7, "unknown")
    ]
    engine = Engine(CRITERIA, {"api": 5, "run": 1})
    for frame in [*frames, *frames]:
        used = engine.score(by_measure(frame), frame.index)
        pd.testing.assert_frame_equal(
            used.table, score(frame, CRITERIA, {"api": 5, "run": 1}).table, check_exact=True
        )
