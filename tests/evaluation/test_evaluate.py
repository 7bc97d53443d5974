"""From a workspace and a plan to scores."""

import pytest

from tests.conftest import PLAN, VENDOR
from tests.evaluation.made import STOREFRONT, by_id


def test_the_scores_are_as_worked_by_hand(evaluated):
    found = by_id(evaluated().vendors)
    assert found["examplepay"].score == pytest.approx(63.75)
    assert found["otherpay"].score == pytest.approx(84.375)


def by(*entries):
    facts = "".join(
        f"      - {{value: {value}, region: {region}, source: https://a.test, checked: 2026-06-20}}\n"
        for value, region in entries
    )
    return VENDOR[: VENDOR.index("  rate_limit")] + f"  rate_limit:\n    by:\n{facts}"


@pytest.mark.parametrize(
    ("line", "low", "high", "status", "gate"),
    [
        # 25 requests/s are worth 60, 100 are worth 100; the must-have is 10.
        ("region: DE\n", 60, 60, "known", "pass"),
        ("region: US\n", 100, 100, "known", "pass"),
        ("region: JP\n", 0, 100, "not_looked_for", "unverified"),
        ("", 60, 100, "range", "pass"),
    ],
)
def test_a_plan_is_judged_by_what_holds_in_its_region(evaluated, line, low, high, status, gate):
    examplepay = "vendors/payment-gateways/examplepay.yaml"
    text = by((100, "US"), (25, "EEA"))
    found = by_id(evaluated({STOREFRONT: PLAN + line, examplepay: text}).vendors)["examplepay"]
    rate = found.measures["rate_limit"]
    assert (rate.low, rate.high, rate.status, found.gate) == (low, high, status, gate)
