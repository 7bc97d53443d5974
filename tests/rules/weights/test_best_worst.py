"""Rules about comparisons with the best and the worst."""

import pytest

from tests.rules.weights.made import found


def best_worst(**given):
    parts = {
        "best": "api",
        "worst": "cost",
        "best_to_others": "{scalability: 2, cost: 8}",
        "others_to_worst": "{scalability: 4, api: 8}",
    } | given
    return "kind: best_worst\n" + "".join(f"{key}: {value}\n" for key, value in parts.items())


@pytest.mark.parametrize(
    ("given_parts", "place", "message"),
    [
        ({"worst": "api"}, "api", "`api` is both the best and the worst"),
        ({"best_to_others": "{api: 3, scalability: 2, cost: 8}"}, "3", "`api` against itself is 3, not 1"),
        ({"others_to_worst": "{api: 8, scalability: 2, cost: 7}"}, "7", "`cost` against itself is 7, not 1"),
        (
            {"others_to_worst": "{scalability: 4, api: 7.5}"}, "7.5",
            "`api` against `cost` is 7.5 here and 8 in `best_to_others`",
        ),
        (
            {"best_to_others": "{scalability: 9, cost: 8}"}, "9",
            "`scalability` is 9 times from the best, `cost` 8",
        ),
        (
            {"others_to_worst": "{scalability: 8.5, api: 8}"}, "8.5",
            "`scalability` is 8.5 times from the worst, `api` 8",
        ),
    ],
)  # fmt: skip
def test_best_and_worst_against_what_they_mean(given_parts, place, message, said):
    (contradiction, *others) = said(best_worst(**given_parts))
    assert found([contradiction]) == [("EK421", place, message)]
    assert contradiction.hint
    # with the worst renamed, the lists leave themselves out no longer
    assert {d.code for d in others} <= ({"EK413"} if "worst" in given_parts else set())
