"""Criteria that extend others state only what differs."""

import pytest

from tests.schema.refusals import by_schema
from tests.schema.seeded import steps

EXTENDING = {"id": "three", "extends": "integration"}


@pytest.mark.parametrize(
    "more",
    [
        {},
        {"title": "Three", "criteria": {"cost": None}},
        {"criteria": {"api": {"weight": 3}}},
        {"criteria": {"api": {"measures": {"api_style": {"weight": 3}, "webhooks": None}}}},
        {"criteria": {"api": {"measures": None, "criteria": {"x": {"title": "X"}}}}},
        {"background": None, "data_objects": {"order": {"about": "What was bought."}}},
        {"roles": {"wallet": {"without": ["webhooks"]}, "acquirer": None}},
    ],
)
def test_criteria_that_extend_others_state_only_what_differs(more):
    assert by_schema("criteria", {**EXTENDING, **more}) == set()
    # The same without `extends` is no complete file.
    assert by_schema("criteria", {"id": "three", **more}) != set()


@pytest.mark.parametrize(
    ("more", "place"),
    [
        ({"criteria": {"api": {"wieght": 3}}}, "criteria/api/wieght"),
        ({"criteria": {"api": {"measures": {"x": {"weight": "3"}}}}}, "criteria/api/measures/x/weight"),
        ({"criteria": {"api": {"measures": {"x": {"scale": {"kind": "linear"}}}}}}, "criteria/api/measures/x/scale"),
        ({"data_objects": {"order": {"titel": "x"}}}, "data_objects/order/titel"),
        ({"roles": {"wallet": {"titel": "x"}}}, "roles/wallet/titel"),
    ],
)  # fmt: skip
def test_criteria_that_extend_others_are_still_checked(more, place):
    assert by_schema("criteria", {**EXTENDING, **more}) == {steps(place)}
