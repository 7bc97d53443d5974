"""The arithmetic of limits, by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evalkit.integration.capacity import PERIODS, bound, checks, need
from evalkit.model.flow import Flow
from evalkit.model.integration import Carried, Limits
from evalkit.wording.numbers import up_to_two_decimals


def flow(**parts):
    given_ = {"data": "order", "direction": "to_vendor", "timing": "real_time", **parts}
    return Flow.model_validate(given_)


def carried(**parts):
    return Carried.model_validate({"directions": ["to_vendor"], **parts})


def found(limits, flow_parts, carried_parts=None, **options):
    wanted = need(flow(**flow_parts), carried(**(carried_parts or {})), **options)
    given_ = Limits.model_validate(limits).given
    bounds = {period: each for period in PERIODS if (each := bound(given_, period))}
    tightest_last = sorted(checks(bounds, wanted), key=lambda each: -each.ratio)
    return {each.limit: each for each in tightest_last}


def test_a_rate_by_the_second_is_held_against_the_busiest_hour():
    # 2 a second are 7,200 an hour; 3,600 orders need half of them.
    (check,) = found({"per_second": 2}, {"peak_per_hour": 3600}).values()
    assert (check.allowed, check.needed, check.ratio) == (7200, 3600, 2)
    assert check.text == (
        "3,600 requests in the busiest hour, 7,200 allowed (2 a second × 3,600): "
        "2 times what is needed"
    )


def test_the_tightest_rate_counts():
    # 60 a minute are 3,600 an hour, 1,000 an hour are fewer.
    limits = {"per_second": 10, "per_minute": 60, "per_hour": 1000}
    (check,) = found(limits, {"peak_per_hour": 500}).values()
    assert (check.limit, check.allowed) == ("per_hour", 1000)


def test_a_burst_comes_on_top_once_an_hour():
    # 0.0056 a second are 20.16 an hour, and 20 at once; 100 orders need 2.5 times as many.
    (check,) = found({"per_second": 0.0056, "burst": 20}, {"peak_per_hour": 100}).values()
    assert check.allowed == pytest.approx(40.16)
    assert check.ratio == pytest.approx(0.4016)
    assert "40.16% of what is needed" in check.text
    assert "and 20 at once" in check.text


def test_batches_and_several_calls_make_other_requests_of_records():
    # 1,000 records in hundreds, each batch with 2 requests: 20 requests an hour.
    parts = {"batch": 100, "calls": 2}
    (check,) = found({"per_hour": 10}, {"peak_per_hour": 1000}, parts).values()
    assert check.needed == 20
    assert "2 requests for each, 100 records in a request" in check.text


def test_a_daily_quota_is_held_against_the_day():
    (check,) = found({"per_day": 5000}, {"per_day": 6000}).values()
    assert check.ratio == pytest.approx(5 / 6)
    assert check.text.startswith("6,000 requests in a day, 5,000 allowed: ")


def test_the_busiest_second_may_use_a_burst():
    flow_parts = {"peak_per_second": 30}
    assert found({"per_second": 25}, flow_parts)["per_second"].ratio == pytest.approx(25 / 30)
    assert found({"per_second": 25, "burst": 60}, flow_parts)["burst"].ratio == 2


def test_a_queue_evens_the_peak_out_over_the_day():
    # 2,400 a day are 100 an hour, however many come at once.
    flow_parts = {"timing": "daily", "per_day": 2400, "peak_per_hour": 2400}
    assert found({"per_hour": 120}, flow_parts)["per_hour"].ratio == pytest.approx(0.05)
    evened = found({"per_hour": 120}, flow_parts, evened_out=True)
    assert evened["per_hour"].ratio == pytest.approx(1.2)


def test_nothing_is_checked_that_is_not_known():
    assert found({"concurrency": 5}, {"peak_per_hour": 100}) == {}
    assert found({"per_second": 5}, {}) == {}


@given(st.floats(0.01, 1e6), st.floats(0.01, 1e6), st.integers(1, 1000))
def test_the_ratio_falls_with_the_peak_and_rises_with_the_limit(limit, peak, times):
    one = found({"per_hour": limit}, {"peak_per_hour": peak})["per_hour"].ratio
    assert found({"per_hour": limit}, {"peak_per_hour": peak * times})["per_hour"].ratio <= one
    assert found({"per_hour": limit * times}, {"peak_per_hour": peak})["per_hour"].ratio >= one


@pytest.mark.parametrize(
    ("number", "text"),
    [(3_600_000, "3,600,000"), (20_000.4, "20,000"), (40.16, "40.16"), (2.0, "2"), (0.5, "0.5"),
     (0.0056, "0.0056")],
)  # fmt: skip
def test_numbers_have_no_exponents(number, text):
    assert up_to_two_decimals(number) == text


def test_a_limit_that_is_just_enough_is_said_so():
    (check,) = found({"per_hour": 100}, {"peak_per_hour": 100}).values()
    assert check.text == "100 requests in the busiest hour, 100 allowed: just what is needed"
