"""Who is ranked, what the others are short of, and who is out of reach, worked by hand."""

import pytest

from tests.conftest import PLAN
from tests.evaluation.made import by_id


@pytest.mark.parametrize(
    ("rankable", "standing"), [(0.9375, "ranked"), (0.94, "not_ranked"), (0, "ranked")]
)
def test_who_has_just_enough_settled_is_ranked(offered, rankable, standing):
    # Whether it has webhooks is 6.25 of 100 points.
    plan = PLAN + f"rankable: {rankable}\n"
    (found,) = offered(("anna", "rest", "unknown", 25), plan=plan).vendors
    assert found.researched == pytest.approx(0.9375)
    assert found.standing == standing


def test_a_vendor_is_short_of_its_largest_open_facts_first(offered):
    # The rate is 75 of 100 points, and the style 18.75: settled are 6.25 and 25.
    found = by_id(
        offered(
            ("anna", "unknown", "true", "unknown"),
            ("bert", "rest", "true", "unknown"),
            plan=PLAN + "rankable: 0.85\n",
        ).vendors
    )
    assert found["anna"].short == ("rate_limit", "api_style")
    assert found["anna"].reason == ("needs 85%, has 6%: 2 facts short: rate limit and api style")
    assert found["bert"].short == ("rate_limit",)
    assert found["bert"].reason == "needs 85%, has 25%: 1 fact short: rate limit"


def test_what_does_not_apply_makes_a_vendor_short_of_more(offered):
    # Without webhooks, style is 25 of 100 points and the rate 75. Half of the rate's value is open
    # from 55 requests/s (76) on: settled are 0.82, and researched 0.82 × 0.9375 = 0.76875. The rate
    # is worth 0.18 × 0.9375 = 0.16875, which makes 0.9375: not quite enough for 0.938.
    gone = "not_applicable: polling"
    one = ("anna", "rest", gone, "low: 55, high: 100")
    (found,) = offered(one, plan=PLAN + "rankable: 0.93\n").vendors
    assert found.researched == pytest.approx(0.82 * 0.9375)
    assert found.short == ("rate_limit",)
    two = ("anna", "unknown", gone, "low: 55, high: 100")
    (found,) = offered(two, plan=PLAN + "rankable: 0.73\n").vendors
    # Settled are 0.57. The style's 0.25 count as 0.234: 0.534 and 0.234 make 0.769.
    assert found.short == ("api_style",)
    (found,) = offered(two, plan=PLAN + "rankable: 0.775\n").vendors
    # Without the factor the style alone would seem enough: 0.534 and 0.25 make 0.784.
    assert found.short == ("api_style", "rate_limit")


def test_where_too_much_does_not_apply_that_is_the_reason(offered):
    gone = "not_applicable: none"
    (found,) = offered(("anna", "rest", "true", gone), plan=PLAN.split("gates:")[0]).vendors
    assert (found.standing, found.settled, found.short) == ("not_ranked", 1, ())
    assert found.reason == "needs 60%, has 25%: too much of its weight is declared not applicable"


def test_a_vendor_to_which_nothing_applies_is_not_ranked_whatever_the_plan_says(offered):
    gone = ("not_applicable: none",) * 3
    plan = PLAN.split("gates:")[0] + "rankable: 0\n"
    found = by_id(offered(("anna", "rest", "true", 25), ("bert", *gone), plan=plan).vendors)
    assert (found["bert"].standing, found["bert"].score) == ("not_ranked", None)
    assert found["bert"].reason == "no measure applies to it"


def test_who_is_worse_in_the_best_case_than_another_in_the_worst_is_out_of_reach(offered):
    # Anna has 100; Bert at most 6.25 and 18.75 and 45; Cleo is not ranked, with 0 to 75.
    found = by_id(
        offered(
            ("anna", "rest", "true", 100),
            ("bert", "rest", "unknown", 25),
            ("cleo", "none", "false", "low: 10, high: 100"),
            plan=PLAN + "rankable: 0.7\n",
        ).vendors
    )
    assert {name: each.out_of_reach for name, each in found.items()} == {
        "anna": False, "bert": True, "cleo": True,
    }  # fmt: skip


def test_who_could_still_win_by_other_weights_is_not_out_of_reach(offered):
    # By the plan's weights Anna has 75 whatever comes, Bert at most 25. Where all weights count
    # alike, Bert is first in half of the simulations.
    plan = PLAN + "robustness: {weights: uniform}\n"
    pair = (("anna", "none", "false", 100), ("bert", "rest", "true", 10))
    found = by_id(offered(*pair, plan=plan).vendors)
    assert found["bert"].high < found["anna"].low
    assert found["bert"].out_of_reach is False
