"""Scores, shares of weight and ranks, worked by hand."""

import numpy as np
import pandas as pd
import pytest

from evalkit.scoring.scores import ranks
from tests.scoring.made import FULL, judge, vendor


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


def test_equal_scores_share_the_better_rank_and_noise_does_not_part_them():
    places = ranks(pd.Series([70.0, 70.0 + 1e-12, 50.0, 90.0]), np.array([True, True, True, False]))
    assert places.tolist() == [1, 1, 3, pd.NA]
