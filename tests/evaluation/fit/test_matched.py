"""Measures derived from flows."""

import math

import pytest

from tests.evaluation.fit.made import API, PLAN, vendor, vendor_of


def test_shares_and_headroom_are_scored_on_their_scales(evaluated):
    """Both flows by API: 100% covered, none by a plug-in; 3,600 an hour are twice the peak: 40 +
    60 / 4 = 55."""
    measures = vendor_of(evaluated(), "examplepay").measures
    assert measures["flow_coverage"].value == 100
    assert measures["plugin_fit"].value == 0
    # The refund has no peak, and so no headroom is known of it: 55 at most, counted at half.
    assert (measures["peak_headroom"].value, measures["peak_headroom"].high) == (27.5, 55)
    assert measures["peak_headroom"].fact.text == "at most 2 times"
    fact = measures["flow_coverage"].fact
    assert (fact.text, fact.path, fact.key) == (
        "100 percent", "plans/storefront-payments.yaml", "flows",
    )  # fmt: skip


def test_what_nobody_has_looked_at_spans_the_whole_scale(evaluated):
    measure = vendor_of(evaluated(), "unseen").measures["flow_coverage"]
    assert (measure.low, measure.value, measure.high) == (0, 50, 100)
    assert measure.fact.text == "0 to 100 percent"


def test_without_flows_such_measures_do_not_apply(evaluated):
    plan = PLAN.split("platform:", maxsplit=1)[0]
    found = evaluated(**{"plans/storefront-payments.yaml": plan})
    assert found.fit is None
    assert vendor_of(found, "examplepay").measures["plugin_fit"].status == "not_applicable"
    assert "gives no data flows" in vendor_of(found, "examplepay").measures["plugin_fit"].fact.text


@pytest.mark.parametrize(
    ("limits", "low", "high", "words"),
    [
        # Scored 0 at none, 40 at once and 100 at five times the peak of 1,800 an hour.
        ("per_second: 1", 55, 55, "2 times"),
        ("per_minute: 60", 55, 55, "2 times"),
        ("per_day: 5400", 70, 70, "3 times"),
        ("per_hour: {at_least: 3600}", 55, 100, "at least 2 times"),
        ("per_hour: {low: 3600, high: 5400}", 55, 70, "2 to 3 times"),
        ("per_hour: unlimited", 100, 100, "no limit"),
        ("concurrency: 4", 0, 100, "cannot be worked out"),
    ],
)
def test_headroom_goes_by_the_limits_of_every_period(evaluated, limits, low, high, words):
    api = API.replace("per_second: 1", limits)
    plan = PLAN[: PLAN.index("  - {data: refund")]
    found = evaluated(**{
        "vendors/payment-gateways/examplepay.yaml": vendor("examplepay", api),
        "plans/storefront-payments.yaml": plan,
    })  # fmt: skip
    measure = vendor_of(found, "examplepay").measures["peak_headroom"]
    assert (measure.low, measure.high) == pytest.approx((low, high))
    assert measure.fact.text.startswith(words)
    (fit,) = (each for each in found.fit.vendors if each.id == "examplepay")
    expected = {
        "2 times": (2, False, None), "3 times": (3, False, None),
        "at least 2 times": (None, True, 2), "2 to 3 times": (3, True, 2),
        "no limit": (None, False, None), "cannot be worked out": (None, True, None),
    }  # fmt: skip
    assert (fit.headroom, fit.headroom_is_open, fit.headroom_at_least) == expected[words]


def test_headroom_counts_what_shares_a_limit(evaluated):
    # Alone each would have 2 or more; 3,000 and 1,500 a day have 6,000 ÷ 4,500 together.
    plan = PLAN.replace("peak_per_hour: 1800", "per_day: 3000").replace(
        "timing: hourly", "timing: hourly, per_day: 1500"
    )
    api = vendor("examplepay", API.replace("per_second: 1", "per_day: 6000"))
    found = evaluated(**{
        "vendors/payment-gateways/examplepay.yaml": api, "plans/storefront-payments.yaml": plan,
    })  # fmt: skip
    (fit,) = (each for each in found.fit.vendors if each.id == "examplepay")
    assert fit.headroom == pytest.approx(6000 / 4500)
    assert math.isclose(fit.shared[0].check.ratio, fit.headroom)
