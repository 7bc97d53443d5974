"""The value of knowing a fact or a vendor, worked by hand."""

import pytest

from tests.conftest import PLAN, vendor
from tests.evaluation.made import FAST, OTHERPAY, SOURCE, STOREFRONT, within_api


def found_out(evaluation, vendor):
    return next(each for each in evaluation.verdict.research if each.vendor == vendor)


def test_a_number_without_an_upper_end_is_worth_finding_out(evaluated):
    # ExamplePay is expected at 18.75 + 3.125 + 45 = 66.875. OtherPay has 9.375 and 0.75 of the
    # value of its rate: 40 requests/s are worth 68, so 68 to 100, all as likely, expected at 84.
    # It falls behind below 57.5 / 0.75 = 76.67, at 25 + 16.67 × 75 / 40 = 56.25 requests/s.
    other = FAST.replace("value: 100", "at_least: 40")
    rate = found_out(evaluated({OTHERPAY: other}), "otherpay").facts[0]
    assert (rate.measure, rate.status) == ("rate_limit", "range")
    assert rate.threshold == "ExamplePay is ahead if Otherpay's rate limit is under 56.2 requests/s"
    short = 57.5 / 0.75 - 68
    assert rate.probability == pytest.approx(short / 32)
    assert rate.gain == pytest.approx(0.75 * short**2 / 2 / 32)


def test_the_worked_case_of_the_method(evaluated):
    # Method, rule 16: weights 50/50, A = 80 and unknown, B = 60 and 60: A is expected at 65. It
    # falls behind where the unknown is below 40, with probability 0.40; ∫ (20 − x/2) dx / 100 from
    # 0 to 40 is 4 points. Rates: 80 is 62.5 requests/s, 60 is 25.
    plan = PLAN.replace("{api: 25, scalability: 75}", "{api: 50, scalability: 50}")
    plan += "vendors: [a, b]\n"
    files = {
        "vendors/payment-gateways/a.yaml": vendor("a", rate_limit=f"{{value: 62.5, {SOURCE}}}"),
        "vendors/payment-gateways/b.yaml": vendor(
            "b", load=f"{{value: 60, {SOURCE}}}", rate_limit=f"{{value: 25, {SOURCE}}}"
        ),
    }
    for name in ("examplepay", "otherpay"):
        files[f"vendors/payment-gateways/{name}.yaml"] = None
    criteria = "criteria/payment-gateways.yaml"
    found = evaluated({**files, criteria: LOADED, STOREFRONT: plan})
    worth = found_out(found, "a")
    (fact,) = worth.facts
    for each in (worth, fact):
        assert (each.probability, each.gain) == pytest.approx((0.4, 4.0))
    assert fact.threshold == "B is ahead if A's load is under 40 percent"
    assert worth.fewest == 1
    # B is known in full, so there is nothing to find out about it.
    assert [each.vendor for each in found.verdict.research] == ["a"]


OF_AGE = """\
id: payment-gateways
title: Payment gateways
criteria:
  api:
    title: API preference
    weight: 50
    measures:
      released: {title: Age, weight: 1, age: days, fresh_for: 90, scale: {kind: linear, worst: 1000, best: 0, because: "-"}}
  scalability:
    title: Scalability
    weight: 50
    measures:
      rate_limit: {unit: requests/s, weight: 1, scale: {kind: linear, worst: 0, best: 100, because: "-"}}
"""


def test_an_age_that_is_older_than_its_scale_says_no_more_than_an_unknown(evaluated):
    # The worked case again: nobody has looked at A since February 2023, when the newest one was
    # older today than the scale goes. B's is 400 days old on 23 November 2026, which is worth 60.
    files = {
        "criteria/payment-gateways.yaml": OF_AGE,
        STOREFRONT: PLAN.replace("weights: {api: 25, scalability: 75}\n", ""),
        OTHERPAY: None,
        "vendors/payment-gateways/examplepay.yaml": None,
        "vendors/payment-gateways/a.yaml": vendor(
            "a",
            released="{value: 2023-01-01, source: s, checked: 2023-02-01}",
            rate_limit=f"{{value: 80, {SOURCE}}}",
        ),
        "vendors/payment-gateways/b.yaml": vendor(
            "b",
            released="{value: 2025-10-19, source: s, checked: 2026-11-20}",
            rate_limit=f"{{value: 60, {SOURCE}}}",
        ),
    }
    found = evaluated(files)
    (fact,) = found_out(found, "a").facts
    assert (fact.probability, fact.gain) == pytest.approx((0.4, 4.0))
    assert fact.threshold == "B is ahead if A's age is over 600 days"
    assert fact.status == "range"


LOADED = """\
id: payment-gateways
title: Payment gateways
fresh_for: 365
criteria:
  api:
    title: API preference
    weight: 25
    measures:
      load: {unit: percent, weight: 1, scale: {kind: linear, worst: 0, best: 100, because: It is.}}
  scalability:
    title: Scalability
    weight: 75
    measures:
      rate_limit:
        unit: requests/s
        weight: 1
        scale: {kind: points, points: [[0, 0], [25, 60], [100, 100]], because: It is.}
"""


def test_a_fact_that_can_change_who_leads_is_told_with_its_threshold(evaluated):
    # at 51% on api, ExamplePay has 38.25 + 29.4 and half of 12.75 for webhooks: 74.025 expected;
    # OtherPay 25.5 × 3/4 + 49 = 68.125. Without webhooks ExamplePay falls to 67.65, below it.
    plan = PLAN.replace("{api: 25, scalability: 75}", "{api: 51, scalability: 49}")
    (point,) = found_out(evaluated({STOREFRONT: plan}), "examplepay").facts
    assert point.threshold == "Otherpay is ahead if ExamplePay's fact on webhooks is no"
    # no is one of two levels, and 68.125 − 67.65 points are then gained
    assert (point.probability, point.gain) == pytest.approx((0.5, 0.475 / 2))
    assert point.status == "not_looked_for"


def test_a_fact_of_the_leader_can_cost_it_the_lead(evaluated):
    # ExamplePay is expected at 18.75 + 3.125 + 45 = 66.875. OtherPay has 9.375 and 0.75 of the
    # value of its rate, which must be below 76.67: 25 + 16.67 × 75 / 40 = 56.25 requests/s
    other = FAST.replace("value: 100", "low: 30, likely: 100, high: 100")
    rate = found_out(evaluated({OTHERPAY: other}), "otherpay").facts[0]
    assert rate.measure == "rate_limit"
    assert rate.threshold == "ExamplePay is ahead if Otherpay's rate limit is under 56.2 requests/s"
    assert rate.status == "range"


def test_a_fact_that_changes_nothing_alone_may_do_so_with_others(evaluated):
    # a: 37.5 of 75 by its rate alone, and 25 of api open; b: 9.375 + 45 = 54.375 and webhooks no
    files = within_api(a=("rest", "true", 20), b=("soap", "false", 25))
    a = "vendors/payment-gateways/a.yaml"
    for style in ("[rest]", "true"):
        files[a] = files[a].replace(f"{{value: {style}, {SOURCE}}}", "unknown")
    plan = PLAN + "vendors: [a, b]\nrankable: 0\n"
    found = found_out(evaluated({**files, STOREFRONT: plan}), "a")
    # a is expected at 36 + 0.1875 × 50 + 3.125 = 48.5; style alone reaches 57.875, webhooks 51.6
    style, webhooks = found.facts
    assert (style.measure, webhooks.measure) == ("api_style", "webhooks")
    assert style.gain > 0
    assert (webhooks.gain, webhooks.threshold) == (0, "")
    assert webhooks.text == "worth up to 6.2 points; only with others"
    assert found.gain > style.gain


def test_facts_of_vendors_that_are_ruled_out_are_worth_nothing(evaluated):
    other = FAST.replace("value: 100", "value: 9").replace("value: false", "value: unknown")
    found = evaluated({OTHERPAY: other})
    assert next(v.standing for v in found.vendors if v.id == "otherpay") == "ruled_out"
    assert [each.vendor for each in found.verdict.research] == ["examplepay"]


def test_what_an_open_gate_depends_on_comes_first_and_is_no_part_of_the_value(evaluated):
    gate = "  - {measure: webhooks, equals: true, because: Polling is too slow.}\n"
    other = FAST.replace(f"{{value: false, {SOURCE}}}", "unknown")
    with_gate = evaluated({OTHERPAY: other, STOREFRONT: PLAN + gate})
    without = evaluated({OTHERPAY: other})
    gates = [(each.vendor, each.measure, each.requirement) for each in with_gate.verdict.open_gates]
    asked = "Webhooks: true"
    assert gates == [("otherpay", "webhooks", asked), ("examplepay", "webhooks", asked)]
    assert with_gate.verdict.research == without.verdict.research
    assert with_gate.robustness.text.endswith("Gates that are still open are taken as met.")
