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


def checked(limits, flow_parts, carried_parts=None, **options):
    wanted = need(flow(**flow_parts), carried(**(carried_parts or {})), **options)
    given_ = Limits.model_validate(limits).given
    bounds = {period: each for period in PERIODS if (each := bound(given_, period))}
    return list(checks(bounds, wanted))


def found(*parts, **options):
    """The tightest check of each limit."""
    tightest_last = sorted(checked(*parts, **options), key=lambda each: -(each.ratio or 0))
    return {each.limit: each for each in tightest_last}


def ratios(limits, flow_parts):
    return {each.period: each.ratio for each in checked(limits, flow_parts)}


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


def only(limits, flow_parts, carried_parts=None):
    (check,) = found(limits, flow_parts, carried_parts).values()
    return check


@pytest.mark.parametrize(
    ("limits", "load", "allowed", "arithmetic"),
    [
        # A shorter period, as often as it passes.
        ({"per_second": 1}, {"per_day": 1_000_000}, 86_400, "1 a second × 86,400"),
        ({"per_minute": 60}, {"per_day": 1_000_000}, 86_400, "60 a minute × 1,440"),
        ({"per_hour": 5}, {"per_day": 121}, 120, "5 an hour × 24"),
        ({"per_minute": 2}, {"peak_per_hour": 121}, 120, "2 a minute × 60"),
        ({"per_second": 1, "burst": 9}, {"per_day": 99_999}, 86_409, "× 86,400 and 9 at once"),
        # The quota of a longer period, which a part of it may use up at most.
        ({"per_day": 100}, {"peak_per_hour": 400}, 100, "100 in a whole day"),
        ({"per_minute": 60}, {"peak_per_second": 100}, 60, "60 in a whole minute"),
        ({"per_hour": 50, "burst": 9}, {"peak_per_second": 100}, 59, "whole hour and 9 at once"),
        ({"per_day": 50, "burst": 9}, {"peak_per_second": 100}, 50, "50 in a whole day"),
    ],
)
def test_a_limit_of_another_period_bounds_a_load(limits, load, allowed, arithmetic):
    check = only(limits, load)
    assert (check.allowed, check.is_enough, check.is_open) == (allowed, False, False)
    assert f"{arithmetic})" in check.text


def test_batches_count_as_requests_against_a_limit_of_another_period_too():
    # A million records by hundreds are 10,000 requests; 1 a second allows 86,400.
    check = only({"per_second": 1}, {"per_day": 1_000_000}, {"batch": 100})
    assert (check.needed, check.is_enough) == (10_000, True)


def test_a_limit_that_is_open_upwards_only_answers_what_it_is_sure_of():
    # 620 a minute at least are 37,200 an hour at least.
    limits = {"per_minute": {"at_least": 620}}
    enough, more = (only(limits, {"peak_per_hour": peak}) for peak in (18_600, 40_000))
    assert (enough.is_enough, enough.ratio, enough.most) == (True, 2, None)
    assert enough.text == (
        "18,600 requests in the busiest hour, at least 37,200 allowed (at least 620 a minute × "
        "60): at least 2 times what is needed"
    )
    assert (more.is_enough, more.is_open) == (False, True)
    assert more.text.endswith("× 60): whether so many are allowed is open")
    assert only(limits, {"peak_per_hour": 37_200}).text.endswith("at least what is needed")


def test_a_range_is_open_between_its_ends_and_not_above():
    limits = {"per_day": {"low": 100, "high": 200}}
    answers = {load: only(limits, {"per_day": load}) for load in (100, 150, 250)}
    assert [(each.is_enough, each.is_open) for each in answers.values()] == [
        (True, False), (False, True), (False, False),
    ]  # fmt: skip
    assert answers[250].text == (
        "250 requests in a day, 100 to 200 allowed: at most 80% of what is needed"
    )


def test_an_open_limit_is_no_more_than_a_quota_beside_it():
    check = only({"per_minute": {"at_least": 1}, "per_day": 500}, {"per_day": 600})
    assert (check.allowed, check.most, check.is_open) == (500, 500, False)
    check = only({"per_minute": {"at_least": 1}, "per_day": 2000}, {"per_day": 1600})
    assert (check.allowed, check.most, check.is_open) == (1440, 2000, True)


def test_what_is_unlimited_has_no_limit_of_that_kind_only():
    check = only({"per_second": "unlimited"}, {"peak_per_hour": 1e9})
    assert (check.allowed, check.ratio, check.most, check.is_enough) == (None, None, None, True)
    assert check.text == (
        "1,000,000,000 requests in the busiest hour, any number allowed (unlimited a second × "
        "3,600)"
    )
    assert only({"per_second": "unlimited", "per_day": 10}, {"peak_per_hour": 20}).allowed == 10


def test_a_limit_that_is_missed_by_little_is_not_rounded_to_enough():
    check = only({"per_day": 1_000_000}, {"per_day": 1_000_001})
    assert check.text.endswith(": 99.99% of what is needed")
    assert "100.4 requests in a day, 100 allowed" in only({"per_day": 100}, {"per_day": 100.4}).text
    # 0.565 a second are 2,034 an hour, which binary fractions miss by a trillionth.
    (check,) = checked({"per_second": 0.565}, {"peak_per_hour": 2034})
    assert (check.is_enough, check.text.endswith(": just what is needed")) == (True, True)


PERIOD_LIMITS = st.dictionaries(
    st.sampled_from(["per_second", "per_minute", "per_hour", "per_day"]), st.integers(1, 10_000)
)
LOADS = st.fixed_dictionaries(
    {}, optional={key: st.integers(1, 10**6) for key in ("peak_per_second", "per_day")}
)


@given(PERIOD_LIMITS, PERIOD_LIMITS, LOADS)
def test_a_further_limit_never_allows_more(limits, more, load):
    # Where both name a period, the first counts.
    few, many = (ratios(each, load) for each in (limits, {**more, **limits}))
    assert all(many[period] <= ratio for period, ratio in few.items())


@given(st.integers(1, 10_000), st.integers(1, 10**6))
def test_a_limit_written_in_another_period_with_the_same_bound_gives_the_same_answer(rate, load):
    written = {"per_second": rate}, {"per_minute": 60 * rate}, {"per_hour": 3600 * rate}
    hours = [only(limits, {"peak_per_hour": load}) for limits in written]
    days = [only(limits, {"per_day": load}) for limits in (*written, {"per_day": 86_400 * rate})]
    for same in (hours, days):
        assert len({(each.allowed, each.ratio, each.is_enough) for each in same}) == 1
