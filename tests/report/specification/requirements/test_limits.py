"""Limits that flows share, by hand."""

from tests.report.specification.made import GOOD, content, points


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
