"""What stands against the decision."""

from tests.report.specification.made import GOOD, PLAN, content, points


def test_what_fails_a_gate_is_said_before_anything_else(evaluated):
    strict = PLAN.replace("at_least: 10", "at_least: 99")
    view = content(evaluated({"plans/storefront-payments.yaml": strict}))
    assert "cannot be chosen as things are" in view["decision"]["warnings"][0]
    assert view["decision"]["sentences"][-1].startswith(
        "ExamplePay is ruled out (rate limit: 25 requests/s, where at least 99 requests/s is needed), "
    )
    assert any("at least 99" in point["text"] for point in points(view).values())


def test_every_gate_that_is_failed_and_everybody_who_is_first_is_named(evaluated):
    example = "vendors/payment-gateways/examplepay.yaml"
    strict = PLAN.replace("at_least: 10", "at_least: 99")
    none = GOOD.replace("[rest]", "[none]")
    view = content(evaluated({"plans/storefront-payments.yaml": strict, example: none}))
    assert view["decision"]["warnings"][0].endswith(
        ": api style: none, where rest is needed; "
        "rate limit: 25 requests/s, where at least 99 requests/s is needed."
    )
    twin = GOOD.replace("id: examplepay", "id: twinpay").replace("ExamplePay", "TwinPay")
    files = {
        "vendors/payment-gateways/twinpay.yaml": twin,
        "plans/storefront-payments.yaml": f"{PLAN}rankable: 0\n",
    }
    level = evaluated(files)
    assert content(level, "otherpay")["decision"]["warnings"][0] == (
        "OtherPay is not first by points: ExamplePay and TwinPay are."
    )


def test_that_too_little_is_known_about_a_vendor_is_said_before_anything_else(evaluated):
    # Nothing is known of OtherPay, and 60% is needed.
    decision = content(evaluated(), "otherpay")["decision"]
    assert decision["warnings"][0].startswith(
        "Too little is known about OtherPay to rank it: needs 60%, has 0%: "
    )
    assert decision["sentences"][-1].startswith("OtherPay is not ranked (needs 60%, has 0%: ")


def test_the_answer_is_followed_by_what_decides(evaluated):
    strict = PLAN.replace("at_least: 10", "at_least: 99")
    view = content(evaluated({"plans/storefront-payments.yaml": strict}))
    assert any("ExamplePay is ruled out: " in each for each in view["decision"]["sentences"])
