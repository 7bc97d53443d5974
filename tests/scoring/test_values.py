"""The value of a level on each kind of scale, worked by hand."""

import itertools

import pandas as pd
import pytest

from evalkit.model.scale import Checklist, Levels, Linear, Points, Target
from evalkit.scoring.levels import levels
from evalkit.scoring.values import beyond, value_at, value_of_names, values
from tests.scoring.made import CRITERIA, FULL, judge, vendor


def test_a_range_over_the_peak_of_a_scale_reaches_its_top():
    facts = {**FULL, "releases": {"low": 6, "likely": 24, "high": 36}}
    value = judge(vendor(**facts)).values["releases"]
    assert (value.low[0], value.likely[0], value.high[0]) == (0.0, 50.0, 100.0)


def test_booleans_and_plain_words_in_a_frame_are_levels():
    frame = pd.DataFrame({("style", "likely"): ["rest", None]})
    scale = CRITERIA.leaves["style"].measure.scale
    assert values(frame, "style", scale, "worst").likely.tolist() == [100.0, 0.0]
    assert values(frame, "style", scale, "middle").likely.tolist() == [100.0, 50.0]
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


def test_a_range_of_a_target_spans_the_values_between_its_ends_with_the_peak():
    # releases: 0 at none, 100 at 12, 0 at 36; from 6 (50) over 12 (100) to 30 (25)
    value = judge(vendor(**{**FULL, "releases": {"low": 6, "high": 30}})).values["releases"]
    assert (value.low[0], value.high[0]) == (25.0, 100.0)


@pytest.mark.parametrize(
    ("fact", "low", "high"),
    [
        ({"at_least": ["a"]}, 75, 100),  # a is worth 3 of 4, b may be there too
        ({"value": ["a"]}, 75, 75),  # a plain list is complete
        ({"at_least": ["a", "b"]}, 100, 100),
        ({"value": ["a"], "conflicts": [{"at_least": ["b"]}]}, 25, 100),
    ],
)
def test_of_a_checklist_that_may_be_longer_only_what_it_names_is_settled(fact, low, high):
    value = judge(vendor(**{**FULL, "parts": fact})).values["parts"]
    assert (value.low[0], value.high[0]) == (low, high)
    assert value.statuses().tolist() == ["range" if low < high or "at_least" in fact else "known"]


def test_of_levels_that_may_be_more_the_best_is_still_possible():
    value = judge(vendor(**{**FULL, "style": {"at_least": ["none", "soap"]}})).values["style"]
    assert (value.low[0], value.likely[0], value.high[0]) == (50.0, 75.0, 100.0)


def test_the_order_of_a_list_changes_no_bit():
    scale = Checklist(kind="checklist", items={"a": 0.1, "b": 0.2, "c": 0.3})
    assert len({value_of_names(scale, order) for order in itertools.permutations("abc")}) == 1


@pytest.mark.parametrize(
    ("fact", "ends"),
    [
        ({"wait": 12}, ""), ({"wait": 48}, ""), ({"wait": 49}, "worst"), ({"wait": 0}, ""),
        ({"wait": -1}, "best"), ({"wait": {"low": -1, "high": 60}}, "both"),
        ({"wait": "unknown"}, ""), ({"rate": 101}, "best"), ({"releases": 40}, "worst"),
        ({"releases": {"low": -1, "high": 12}}, "worst"), ({"style": ["rest"]}, ""),
    ],
)  # fmt: skip
def test_a_fact_beyond_an_end_of_its_scale_is_known_to_be(fact, ends):
    (name,) = fact
    frame = levels([vendor(**fact)], CRITERIA)
    assert beyond(frame, name, CRITERIA.leaves[name].measure.scale).tolist() == [ends]
