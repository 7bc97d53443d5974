"""Limits that flows share, by hand."""

import re

import pytest

from evalkit.report.data import from_json, to_json
from tests.report.specification.made import GOOD, PLAN, content, points


def shared_by_hour(view):
    needs = [need for need in view["needs"] if need["topic"] == "Shared limit"]
    return [need for need in needs if "in an hour" in need["text"]]


def test_limits_that_flows_share_are_added_up_by_hand(evaluated):
    # F1 7,200 and F3 3,600 / 2 in a request, against 36,000: 36,000 / 9,000 = 4
    (shared,) = shared_by_hour(content(evaluated()))
    assert shared["text"] == (
        "F1 and F3 through Payments API: 7,200 + 1,800 = 9,000 requests in an hour, 36,000 allowed "
        "(10 a second × 3,600): 4 times what is needed if their busiest times coincide."
    )
    assert shared["open"] == []


def test_a_shared_limit_that_is_too_low_is_open(evaluated):
    slow = GOOD.replace("per_second: 10", "per_hour: 8000").replace("note: per account", "burst: 1")
    view = content(evaluated({"vendors/payment-gateways/examplepay.yaml": slow}))
    (shared,) = shared_by_hour(view)
    # 8,001 / 9,000
    assert "88.9% of what is needed" in shared["text"]
    assert points(view)[shared["open"][0]]["action"] == "decide"


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("{at_least: 10}", "at least 10 requests a second"),
        ("{low: 10, high: 12}", "10 to 12 requests a second"),
        ("unlimited", "unlimited requests a second"),
    ],
)
def test_limits_that_are_open_or_unlimited_are_told_so(evaluated, written, told):
    open_ = GOOD.replace("per_second: 10", f"per_second: {written}")
    evaluation = evaluated({"vendors/payment-gateways/examplepay.yaml": open_})
    assert told in str(content(evaluation))
    assert told in str(content(from_json(to_json(evaluation))))


def test_average_days_that_do_not_fit_together_are_an_open_point_of_both(evaluated):
    # 10 a second are 864,000 a day; 600,000 and 900,000 / 2 are 1,050,000.
    plan = PLAN.replace("per_day: 165", "per_day: 600000").replace(
        "timing: minutes, peak", "timing: minutes, per_day: 900000, peak"
    )
    plan = re.sub("peak_per_(hour|second): [0-9]+, ", "", plan)
    view = content(evaluated({"plans/storefront-payments.yaml": plan}))
    (shared,) = [need for need in view["needs"] if need["topic"] == "Shared limit"]
    assert shared["text"] == (
        "F1 and F3 through Payments API: 600,000 + 450,000 = 1,050,000 requests in a day, 864,000 "
        "allowed (10 a second × 86,400): 82.28% of what is needed."
    )
    point = points(view)[shared["open"][0]]
    assert point["text"].startswith(
        "What to do about a limit that is too low together: 600,000 + 450,000 = "
    )
    assert point["blocks"] == "signing F1 and F3"


def test_a_limit_of_which_it_is_open_whether_it_is_enough_is_an_open_point(evaluated):
    slow = GOOD.replace("per_second: 10", "per_hour: {at_least: 5000}")
    view = content(evaluated({"vendors/payment-gateways/examplepay.yaml": slow}))
    texts = [point["text"] for point in points(view).values()]
    assert (
        "Whether it is possible: 7,200 requests in the busiest hour, at least 5,000 allowed: "
        "whether so many are allowed is open (Payments API)"
    ) in texts
