"""Scales read backwards: the first fact that reaches a value."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evalkit.evaluation.robustness.thresholds import facts_that_reach
from evalkit.model.scale import Checklist, Levels, Linear, Points, Target
from evalkit.model.scales.rating import Rating
from evalkit.scoring.values import value_at

HOURS = Linear(kind="linear", worst=48, best=0)
RATE = Points(kind="points", points=((0, 0), (10, 60), (100, 100)))
RELEASES = Target(kind="target", worst_below=0, best=12, worst_above=52)
STYLE = Levels(kind="levels", levels={"graphql": 100, "rest": 100, "soap": 50, "none": 0})
HOOKS = Levels(kind="levels", levels={"true": 100, "false": 0})
PARTS = Checklist(kind="checklist", items={"a": 1, "b": 1})


@pytest.mark.parametrize(
    ("scale", "unit", "need", "within", "above", "said"),
    [
        # 48 → 0 and 0 → 100: a value of 87.5 is reached at 6 hours
        (HOURS, "hours", 87.5, None, True, "is under 6 hours"),
        (HOURS, "hours", 87.5, None, False, "is over 6 hours"),
        # 60 at 10, then 40 points over 90: 80 is reached at 55
        (RATE, "requests/s", 80, None, True, "is over 55 requests/s"),
        # 50 on both sides of the peak: 6 and 32
        (RELEASES, "releases", 50, None, True, "is between 6 and 32 releases"),
        (RELEASES, "releases", 50, None, False, "is under 6 releases or over 32 releases"),
        (RELEASES, "releases", 50, (12, 40), True, "is under 32 releases"),
        (RELEASES, "releases", 50, (9, math.inf), True, "is under 32 releases"),
        (RELEASES, "releases", 50, (9, math.inf), False, "is over 32 releases"),
        # At most 30 hours, and anything below.
        (HOURS, "hours", 87.5, (-math.inf, 30), True, "is under 6 hours"),
        (HOURS, "hours", 87.5, (-math.inf, 30), False, "is over 6 hours"),
        (HOURS, "hours", 50, (10, 20), True, "is anything that is possible"),
        (HOURS, "hours", 90, (10, 20), True, ""),
        # Without an upper end, up to that of the scale.
        (RATE, "requests/s", 80, (10, math.inf), True, "is over 55 requests/s"),
        (RATE, "requests/s", 80, (10, math.inf), False, "is under 55 requests/s"),
        (HOURS, "hours", 50, (12, math.inf), False, "is over 24 hours"),
        (RELEASES, "releases", 50, (20, math.inf), False, "is over 32 releases"),
        (STYLE, "", 40, None, True, 'is "graphql", "rest" or "soap"'),
        (STYLE, "", 60, None, False, 'is "soap" or "none"'),
        (STYLE, "", 60, (50, 100), False, 'is "soap"'),
        (HOOKS, "", 10, None, True, "is yes"),
        (HOOKS, "", 10, None, False, "is no"),
        (STYLE, "", 100, None, True, ""),
        (PARTS, "", 62.3, None, True, "comes to over 63% of its checklist"),
        (PARTS, "", 62.3, None, False, "comes to under 62% of its checklist"),
        (PARTS, "", 100, None, True, ""),
    ],
)
def test_by_hand(scale, unit, need, within, above, said):
    assert facts_that_reach(scale, unit, need, within, above=above) == said


def test_what_is_said_is_enough():
    # 99.9 → 80, 99.99 → 100: 85 lies at 99.9225, which is said as at least 99.923
    scale = Points(kind="points", points=((99, 0), (99.5, 40), (99.9, 80), (99.99, 100)))
    said = facts_that_reach(scale, "percent", 85, None, above=True)
    assert said == "is over 99.923 percent"


@given(st.floats(0.5, 99.5), st.booleans(), st.sampled_from([HOURS, RATE]))
def test_a_bound_that_is_said_really_passes_the_value(need, above, scale):
    said = facts_that_reach(scale, "", need, None, above=above)
    side, bound = said.split()[1], float(said.split()[2])
    beyond = bound + (1e-6 if side == "over" else -1e-6)
    value = float(value_at(scale, beyond))
    assert value > need - 1e-3 if above else value < need + 1e-3


def test_of_a_rating_the_levels_are_named_that_reach_a_value():
    rating = Rating.model_validate({"kind": "rating", "of": "fit"})
    rating.define({"1": "no", "2": "hardly", "3": "partly", "5": "yes"})
    # 1, 2, 3 and 5 are worth 0, 25, 50 and 100
    assert facts_that_reach(rating, "", 30, None, above=True) == "is 3 or 5"
    assert facts_that_reach(rating, "", 30, (2, 3), above=True) == "is 3"
    assert facts_that_reach(rating, "", 25, None, above=False) == "is 1"
    assert facts_that_reach(rating, "", 100, None, above=True) == ""
