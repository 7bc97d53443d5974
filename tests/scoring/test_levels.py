"""The levels that the readings of a fact stand for."""

import pytest

from tests.scoring.made import FULL, judge, vendor


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
    low, high = 74.25 - 18 - 15, 74.25 + 12
    assert (row["score"], row["low"], row["high"]) == pytest.approx(((low + high) / 2, low, high))
    assert result.values["rate"].statuses().tolist() == ["range", "known"]
    assert result.values["style"].statuses().tolist() == ["range", "known"]


def test_where_sources_differ_the_point_is_their_middle_or_the_worst_whichever_comes_first():
    # wait: 12 h is worth 75, 36 h 25
    one = {**FULL, "wait": {"value": 12, "conflicts": [{"value": 36}]}}
    other = {**FULL, "wait": {"value": 36, "conflicts": [{"value": 12}]}}
    for facts in (one, other):
        assert judge(vendor(**facts)).values["wait"].likely.tolist() == [50.0]
        assert judge(vendor(**facts), unknown="worst").values["wait"].likely.tolist() == [25.0]


def test_sources_that_agree_are_no_dispute():
    facts = {**FULL, "wait": {"low": 12, "likely": 12, "high": 36,
                              "conflicts": [{"low": 12, "likely": 12, "high": 36}]}}  # fmt: skip
    assert judge(vendor(**facts)).values["wait"].likely.tolist() == [75.0]
    assert judge(vendor(**facts), unknown="worst").values["wait"].likely.tolist() == [75.0]


def test_the_middle_of_a_range_counts_where_no_likely_value_is_given():
    facts = {**FULL, "wait": {"low": 0, "high": 48}}
    assert judge(vendor(**facts)).values["wait"].likely.tolist() == [50.0]
    assert not judge(vendor(**facts)).values["wait"].is_plain
