"""`evalkit weigh` as a user meets it."""

import json

import pytest

from tests.cli.people import FAST, OTHERPAY


def test_weigh_tells_weights_winners_and_distance(evalkit, folder):
    ran = evalkit("weigh", "storefront-payments", cwd=folder)
    assert ran.code == 0
    text = " ".join(ran.out.split())
    for said in (
        "criterion Finance it group", "API preference 25.0 75.0 37.5", "influence 75% 25%",
        "Finance (points): The swing from worst to best on Scalability is worth most, 75.0%",
        "it (pairwise-eigenvector, 2026-11-20)", "Consistency ratio 0.00",
        "Whose weights elect whom", "How far apart they are",
        "Finance and it would have to move 50.0 points of weight to agree.",
        "Kendall's W over the order of criteria is 0.00",
    ):  # fmt: skip
        assert said in text


def test_weigh_as_json_keeps_the_keys_of_the_evaluation(evalkit, folder):
    found = json.loads(evalkit("weigh", "storefront-payments", "-f", "json", cwd=folder).out)
    assert set(found) == {"format", "evalkit", "plan", "criteria", "stakeholders"}
    assert found["stakeholders"]["group"] == pytest.approx({"api": 0.375, "scalability": 0.625})


def test_weigh_without_people_says_what_the_plan_says(evalkit, write):
    ran = evalkit("weigh", "storefront-payments", cwd=write({OTHERPAY: FAST}))
    text = " ".join(ran.out.split())
    assert "The plan's own weights; the plan names no stakeholders." in text
    assert "75.0% the swing from worst to best on Scalability" in text
    assert (
        "take `weights:` out of the plan and run evalkit weigh storefront-payments --ask NAME"
        in text
    )
