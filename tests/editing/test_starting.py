"""New workspaces for criteria of any shape, with made-up facts that fit their scales."""

import datetime

import pytest

from evalkit.editing.sample import sample
from evalkit.editing.starting import files_for
from evalkit.model.criteria import Criteria
from evalkit.model.scale import Measure
from evalkit.model.scales.rating import Rating

DAY = datetime.date(2026, 11, 23)


@pytest.mark.parametrize(("good", "level"), [(0.0, 1), (0.5, 3), (0.9, 5), (1.0, 5)])
def test_a_made_up_rating_is_the_nearest_level(good, level):
    rating = Rating(kind="rating", of="fit")
    rating.define({"1": "no", "3": "half", "5": "yes"})
    assert sample(Measure(weight=1, scale=rating), good, DAY) == level


def test_criteria_of_numbers_below_criteria_have_a_start_without_a_gate():
    scale = {"kind": "linear", "worst": 0, "best": 10, "because": "-"}
    money = {"derived": "total_cost", "unit": "EUR", "weight": 9, "scale": scale | {"best": 90}}
    inner = {
        "title": "Inner",
        "weight": 1,
        "measures": {"speed": {"weight": 1, "unit": "x", "scale": scale}, "price": money},
    }
    outer = {"title": "Outer", "weight": 1, "criteria": {"inner": inner}}
    criteria = Criteria.model_validate({"id": "c", "title": "C", "criteria": {"outer": outer}})
    files = files_for(criteria, DAY)
    plan = files["plans/choose-c.yaml"]
    assert "What must be met" not in plan
    assert "gates:" not in plan
    # Nine tenths of the weight come from the plan, so all that can be looked up is made up.
    assert [files[f"vendors/c/example-{n}.yaml"].count("\n  speed: ") for n in ("one", "two")] == [
        1,
        1,
    ]


def test_both_vendors_and_the_plan_are_of_one_role_and_are_asked_for_nothing_that_it_cannot_have():
    scale = {"kind": "linear", "worst": 0, "best": 10, "because": "-"}
    measure = {"weight": 1, "unit": "x", "scale": scale}
    top = {"title": "Top", "measures": {"speed": measure, "depth": measure}}
    roles = {"boat": {"title": "Boats", "without": ["depth"]}, "pond": {"title": "Ponds"}}
    content = {"id": "c", "title": "C", "roles": roles, "criteria": {"top": top}}
    files = files_for(Criteria.model_validate(content), DAY)
    assert "\nroles: [boat] " in files.pop("plans/choose-c.yaml")
    for text in files.values():
        assert "\nrole: boat\n" in text
        assert "One of: boat, pond." in text
        assert ("speed:" in text, "depth:" in text) == (True, False)
