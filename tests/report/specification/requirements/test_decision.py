"""What stands against the decision."""

from tests.report.specification.made import GOOD, PLAN, content, points


def test_what_fails_a_gate_is_said_before_anything_else(evaluated):
    strict = PLAN.replace("at_least: 10", "at_least: 99")
    view = content(evaluated({"plans/storefront-payments.yaml": strict}))
    assert "cannot be chosen as things are" in view["decision"]["warnings"][0]
    assert view["decision"]["place"].startswith("ExamplePay has no rank of 2 with")
    assert any(point["where"].startswith("not met: ") for point in points(view).values())


def test_every_gate_that_is_failed_and_everybody_who_is_first_is_named(evaluated):
    example = "vendors/payment-gateways/examplepay.yaml"
    strict = PLAN.replace("at_least: 10", "at_least: 99")
    none = GOOD.replace("[rest]", "[none]")
    view = content(evaluated({"plans/storefront-payments.yaml": strict, example: none}))
    assert view["decision"]["warnings"][0].endswith(
        "Api style: any of rest (found: none); Rate limit: at least 99 requests/s "
        "(found: 25 requests/s)."
    )
    twin = GOOD.replace("id: examplepay", "id: twinpay").replace("ExamplePay", "TwinPay")
    level = evaluated({"vendors/payment-gateways/twinpay.yaml": twin})
    assert content(level, "otherpay")["decision"]["warnings"][0] == (
        "OtherPay is not first by points: ExamplePay and TwinPay are."
    )
