"""What is still open, by the chance that it changes the winner."""

from evalkit.report.page.front.open_points import open_points
from tests.report.made import HALF, OTHERPAY, PLAN_FILE, UNKNOWN


def test_who_can_change_the_winner_comes_before_whose_must_have_is_open(golden):
    other, one = open_points(golden("everything"))["rows"]
    assert (one["vendor"], one["what"]) == (
        "Birch & Sons",
        ["Settle the must-have: screening for fraud"],
    )
    assert one["worth"] == "decides whether it stays in"
    assert (other["vendor"], other["what"]) == (
        "Dogwood",
        ["Settle 6 must-haves, first: style of the API"],
    )
    assert other["worth"] == "40%; one fact is enough"


def test_what_to_do_follows_from_what_is_known(golden, evaluated):
    assert [row["what"] for row in open_points(golden("researched"))["rows"]] == [
        ["Look up its delivery and editor"],
        ["Narrow down its delivery"],
    ]
    in_vain = (
        UNKNOWN + "  rate_limit: {value: unknown, source: https://a.test/1, checked: 2026-06-20}\n"
    )
    plan = HALF.replace("gates:", "gates: []\nnot_gates:").partition("not_gates:")[0]
    (row, *_) = open_points(evaluated({PLAN_FILE: plan, OTHERPAY: in_vain}))["rows"]
    assert (row["vendor"], row["what"]) == ("Otherpay", ["Ask for its rate limit"])


def test_the_likeliest_to_change_the_winner_comes_first_with_the_fewest_facts_it_takes(golden):
    rows = open_points(golden("payback"))["rows"]
    assert [(row["vendor"], row["worth"]) for row in rows] == [
        ("Heron", "24%; it takes at least 2 facts")
    ]


def test_that_nothing_would_change_the_answer_is_said(golden):
    assert open_points(golden("clear")) == {
        "rows": [],
        "none": "Nothing that is open would change the answer.",
    }
