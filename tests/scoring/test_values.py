"""The value of a level on each kind of scale, worked by hand."""

import pandas as pd
import pytest

from evalkit.model.scale import Checklist, Levels, Linear, Points, Target
from evalkit.scoring.values import ends, value_at, value_of_names, values
from tests.scoring.made import CRITERIA, FULL, judge, vendor


def test_a_range_over_the_peak_of_a_scale_reaches_its_top():
    facts = {**FULL, "releases": {"low": 6, "likely": 24, "high": 36}}
    value = judge(vendor(**facts)).values["releases"]
    assert (value.low[0], value.likely[0], value.high[0]) == (0.0, 50.0, 100.0)


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
