"""Which facts are uncertain, how their values are spread, and which of them move together."""

import pytest

from evalkit.evaluation.robustness.unsettled import over_scale, shares_of_checklist, unsettled
from evalkit.model.scale import Checklist, Levels, Linear
from evalkit.model.scales.rating import Rating
from evalkit.scoring.levels import levels
from evalkit.scoring.scores import score
from tests.scoring.made import CRITERIA, FULL, vendor


@pytest.mark.parametrize(
    ("facts", "low", "mean", "high", "is_open"),
    [
        ({"wait": "unknown"}, 0, 50, 100, True),
        ({"style": "unknown"}, 0, 50, 100, True),
        ({"style": {"at_least": ["soap"]}}, 50, 75, 100, True),
        ({"parts": {"at_least": ["a"]}}, 75, 87.5, 100, True),
        ({"parts": {"value": ["a"], "conflicts": [{"value": ["b"]}]}}, 25, 50, 75, False),
        # 12 hours are worth 75; any longer wait is possible, and each value as likely.
        ({"wait": {"at_least": 12}}, 0, 37.5, 75, True),
        ({"rate": {"at_least": 10}}, 60, 80, 100, True),
        ({"rate": {"value": 10, "conflicts": [{"value": "unlimited"}]}}, 60, 80, 100, False),
        # A triangle over 0, 24 and 48 hours: its mean of 24 is worth half.
        ({"wait": {"low": 0, "high": 48}}, 0, 50, 100, False),
        ({"wait": {"value": 0, "conflicts": [{"value": 48}]}}, 0, 50, 100, False),
    ],
)
def test_what_is_unknown_or_open_ended_moves_together_and_ranges_do_not(
    facts, low, mean, high, is_open
):
    frame = levels([vendor(**{**FULL, **facts})], CRITERIA)
    (fact,) = unsettled(frame, CRITERIA, score(frame, CRITERIA))
    (name,) = facts
    assert list(CRITERIA.leaves)[fact.measure] == name
    assert (fact.spread.low, fact.spread.mean, fact.spread.high) == pytest.approx((low, mean, high))
    assert fact.is_open is is_open


def test_an_unknown_may_be_any_value_of_its_scale():
    assert over_scale(Linear(kind="linear", worst=0, best=1)).mean == 50
    # Two levels are worth the same, and count once.
    spread = over_scale(Levels(kind="levels", levels={"a": 100, "b": 100, "c": 40, "d": 0}))
    assert spread.mean == pytest.approx(140 / 3)
    scale = Checklist(kind="checklist", items={"a": 3, "b": 1})
    assert shares_of_checklist(scale) == (0, 25, 75, 100)


def test_an_unknown_rating_is_one_of_its_levels_unless_others_lie_between():
    rating = Rating.model_validate({"kind": "rating", "of": "fit"})
    rating.define({"1": "no", "2": "hardly", "5": "yes"})
    # 1, 2 and 5 are worth 0, 25 and 100, each as likely as the others
    assert over_scale(rating).mean == pytest.approx((0 + 25 + 100) / 3)
    assert over_scale(rating, 25).mean == pytest.approx((25 + 100) / 2)
    between = Rating.model_validate({"kind": "rating", "of": "fit", "between": True})
    between.define({"1": "no", "2": "hardly", "5": "yes"})
    assert over_scale(between).mean == 50
