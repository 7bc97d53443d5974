"""What to find out first, and what would change the answer."""

from tests.conftest import PLAN
from tests.evaluation.made import FAST, OTHERPAY, SOURCE, STOREFRONT


def test_what_to_find_out_is_told_with_its_threshold(evaluated):
    # at 51% on api, ExamplePay is 0.475 behind; webhooks weighs 12.75% there: yes puts it ahead
    plan = PLAN.replace("{api: 25, scalability: 75}", "{api: 51, scalability: 49}")
    (point,) = evaluated({STOREFRONT: plan}).verdict.open_points
    assert (point.vendor, point.measure) == ("examplepay", "webhooks")
    assert point.threshold == "ExamplePay leads by points if its fact on webhooks is yes"
    assert 0 < point.changes < 1


def test_a_fact_of_the_leader_can_dethrone_it(evaluated):
    # OtherPay leads by 20.625 with a rate of 60 to 100 that counts 100: it falls level where
    # 0.75 × value = 54.375, a value of 72.5; 60 + 40 (r − 25) / 75 = 72.5 → r = 48.4
    other = FAST.replace("value: 100", "low: 30, likely: 100, high: 100")
    points = evaluated({OTHERPAY: other}).verdict.open_points
    rate = next(point for point in points if point.measure == "rate_limit")
    assert (
        rate.threshold
        == "ExamplePay leads by points if Otherpay's rate_limit is under 48.4 requests/s".replace(
            "rate_limit", "rate limit"
        )
    )


def test_a_fact_that_a_gate_hangs_on_comes_first_in_the_list(evaluated):
    gate = "  - {measure: webhooks, equals: true, because: Polling is too slow.}\n"
    other = FAST.replace(f"{{value: false, {SOURCE}}}", "unknown")
    evaluation = evaluated({OTHERPAY: other, STOREFRONT: PLAN + gate})
    verdict = evaluation.verdict
    first = verdict.open_points[0]
    assert (first.vendor, first.measure, first.gate) == ("otherpay", "webhooks", "exactly true")
    assert first.text.endswith("; a gate asks for exactly true")
    assert evaluation.robustness.text.endswith("Gates that are still open are taken as met.")
    assert (
        "find out first: Otherpay's webhooks, on which a gate hangs (exactly true)." in verdict.text
    )
