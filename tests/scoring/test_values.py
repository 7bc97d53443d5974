"""The value of a level on each kind of scale, worked by hand."""

import itertools

import pandas as pd
import pytest

from evalkit.model.criteria import Criteria
from evalkit.model.scale import Checklist, Levels, Linear, Points, Target
from evalkit.scoring.levels import by_measure, levels
from evalkit.scoring.scores import score
from evalkit.scoring.values import beyond, value_at, value_of_names, values
from tests.scoring.made import CRITERIA, FULL, judge, vendor


def test_a_range_over_the_peak_of_a_scale_reaches_its_top():
    facts = {**FULL, "releases": {"low": 6, "likely": 24, "high": 36}}
    value = judge(vendor(**facts)).values["releases"]
    assert (value.low[0], value.likely[0], value.high[0]) == (0.0, 50.0, 100.0)


def test_booleans_and_plain_words_in_a_frame_are_levels():
    frame = pd.DataFrame({("style", "likely"): ["rest", None]})
    scale = CRITERIA.leaves["style"].measure.scale
    style = by_measure(frame)["style"]
    assert values(style, scale, "worst").likely.tolist() == [100.0, 0.0]
    assert values(style, scale, "middle").likely.tolist() == [100.0, 50.0]
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


def only(scale):
    measures = {"style": {"weight": 1, "scale": scale}}
    all_ = {"all": {"title": "All", "weight": 1, "measures": measures}}
    return Criteria.model_validate({"id": "c", "title": "C", "criteria": all_})


LINE = {"kind": "linear", "worst": 0, "best": 100}
FALLING = {"kind": "linear", "worst": 60, "best": 0}
PEAK = {"kind": "target", "worst_below": 0, "best": 12, "worst_above": 36}
DIP = {"kind": "points", "points": [[0, 100], [10, 20], [50, 60]]}


@pytest.mark.parametrize(
    ("scale", "fact", "low", "middle", "high", "settled"),
    [
        (LINE, {"at_least": 60}, 60, 80, 100, 0.6),
        (LINE, {"low": 60, "high": "unlimited"}, 60, 80, 100, 0.6),
        (LINE, {"at_least": 100}, 100, 100, 100, 1),
        (LINE, {"at_least": 620}, 100, 100, 100, 1),
        (LINE, {"at_least": -5}, 0, 50, 100, 0),
        # At least 15 hours, where 60 are worst: worth 75 or less.
        (FALLING, {"at_least": 15}, 0, 37.5, 75, 0.25),
        # Past the peak it only falls; before it the peak is possible, and so is too much.
        (PEAK, {"at_least": 30}, 0, 12.5, 25, 0.75),
        (PEAK, {"at_least": 6}, 0, 50, 100, 0),
        # From 5 (60) through the dip at 10 (20) to the end (60).
        (DIP, {"at_least": 5}, 20, 40, 60, 0.6),
        (LINE, {"value": "unlimited"}, 100, 100, 100, 1),
        (FALLING, {"value": "unlimited"}, 0, 0, 0, 1),
        (PEAK, {"value": "unlimited"}, 0, 0, 0, 1),
        (LINE, {"value": "unlimited", "conflicts": [{"value": 40}]}, 40, 70, 100, 0.4),
        (LINE, {"value": 20, "conflicts": [{"at_least": 60}]}, 20, 60, 100, 0.2),
        (LINE, {"at_least": 70, "conflicts": [{"at_least": 60}]}, 60, 80, 100, 0.6),
        (LINE, {"value": 90, "kind": "generated", "conflicts": [{"at_least": 60}]}, 60, 80, 100, 0.6),
    ],
)  # fmt: skip
def test_a_number_without_an_upper_end_reaches_to_that_of_the_scale(
    scale, fact, low, middle, high, settled
):
    frame = levels([vendor(style=fact)], only(scale))
    for unknown, point in (("middle", middle), ("worst", low)):
        row = score(frame, only(scale), unknown=unknown).table.loc["v"]
        assert (row["low"], row["score"], row["high"]) == pytest.approx((low, point, high))
        assert row["settled"] == pytest.approx(settled)


def test_a_level_may_be_named_unlimited():
    scale = {"kind": "levels", "levels": {"ten": 100, "unlimited": 30}}
    frame = levels([vendor(style={"value": "unlimited"})], only(scale))
    found = score(frame, only(scale))
    assert (found.table.loc["v", "score"], found.table.loc["v", "settled"]) == (30, 1)


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
        # The end that is open is nobody's claim; a number that is unlimited is beyond any end.
        ({"rate": {"at_least": 60}}, ""), ({"rate": {"at_least": 101}}, "best"), ({"wait": {"at_least": 12}}, ""),
        ({"wait": {"at_least": -1}}, "best"), ({"wait": {"at_least": 49}}, "worst"),
        ({"rate": {"value": "unlimited"}}, "best"), ({"wait": {"value": "unlimited"}}, "worst"),
        ({"rate": {"value": 60, "conflicts": [{"value": "unlimited"}]}}, "best"),
    ],
)  # fmt: skip
def test_a_fact_beyond_an_end_of_its_scale_is_known_to_be(fact, ends):
    (name,) = fact
    frame = levels([vendor(**fact)], CRITERIA)
    assert beyond(frame.known[name], CRITERIA.leaves[name].measure.scale).tolist() == [ends]
