"""The sentence about peaks, from files."""

import pytest

from tests.evaluation.fit.made import API, PLAN, vendor

NEW = "vendors/payment-gateways/unseen.yaml"
EXAMPLE = "vendors/payment-gateways/examplepay.yaml"
OLD = "vendors/payment-gateways/oldpay.yaml"


def peak(evaluation):
    return [each for each in evaluation.fit.sentences if each.startswith("Peak: ")]


def limited(limits):
    return vendor("unseen", API.replace("per_second: 1", limits))


def test_what_is_allowed_and_needed_is_told_and_of_whom_no_limit_is_known(evaluated):
    # 1 a second is 3,600 an hour, 1,800 are needed.
    assert peak(evaluated()) == [
        "Peak: Examplepay allows 3,600 requests an hour, 1,800 are needed; no other limit is known."
    ]


@pytest.mark.parametrize(
    ("limits", "words"),
    [
        (
            "per_hour: {at_least: 900}",
            "Unseen allows at least 900 requests an hour, 1,800 are needed",
        ),
        ("per_hour: unlimited", "Unseen has no limit"),
        ("per_hour: 1", "Unseen allows 1 request an hour, 1,800 are needed"),
    ],
)
def test_open_and_unlimited_limits_have_words_of_their_own(evaluated, limits, words):
    (told,) = peak(evaluated(**{NEW: limited(limits)}))
    assert words in told
    assert told.endswith("; no other limit is known.")


def test_no_limit_is_known_only_where_none_is_written(evaluated):
    # Unseen has a limit for refunds, of which the plan gives no volume.
    own = API.replace("limits: {per_second: 1}, ", "").replace(
        "refund: {directions", "refund: {limits: {per_day: 5}, directions"
    )
    (told,) = peak(evaluated(**{NEW: vendor("unseen", own)}))
    assert told.endswith("needed; we know of no limit of Oldpay.")
    bare = vendor("examplepay", API.replace("limits: {per_second: 1}, ", ""))
    assert peak(evaluated(**{EXAMPLE: bare})) == ["Peak: we know of no limit."]


def test_without_volumes_there_is_no_peak_to_speak_of(evaluated):
    plan = PLAN.replace("peak_per_hour: 1800, ", "")
    assert peak(evaluated(**{"plans/storefront-payments.yaml": plan})) == []


def test_average_days_together_are_the_tightest_where_they_leave_the_least(evaluated):
    plan = PLAN.replace("peak_per_hour: 1800", "per_day: 3000").replace(
        "timing: hourly", "timing: hourly, per_day: 1500"
    )
    (told,) = peak(
        evaluated(**{
            EXAMPLE: vendor("examplepay", API.replace("per_second: 1", "per_day: 6000")),
            "plans/storefront-payments.yaml": plan,
        })
    )  # fmt: skip
    assert "Examplepay allows 6,000 requests a day, 4,500 are needed;" in told
