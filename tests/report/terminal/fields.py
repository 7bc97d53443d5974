"""A workspace in which a vendor is first, second, not ranked or ruled out, with figures by hand."""

from tests.conftest import PLAN, vendor

MIDDLE = PLAN.replace("unknown: worst", "unknown: middle")
SOURCE = "source: https://a.test/1, checked: 2026-06-20"
FIELD = {
    f"vendors/payment-gateways/{name}.yaml": vendor(name, **facts)
    for name, facts in {
        # 3/4 × 25 × 1/2 + 75 × 60 × 11/24 / 100 = 9.375 + 20.625 = 30; webhooks 6.25 more
        "otherpay": {
            "api_style": f"{{value: [soap], {SOURCE}}}",
            "rate_limit": f"{{value: 12, {SOURCE}}}",
        },
        "slowpay": {"rate_limit": f"{{value: 5, {SOURCE}}}"},
    }.items()
} | {
    "vendors/payment-gateways/newpay.yaml": "id: newpay\nname: Newpay\n"
    "category: payment-gateways\nfacts: {}\n",
    "plans/storefront-payments.yaml": MIDDLE,
}
"""Beside ExamplePay, which has 18.75 + 45 = 63.75 points, and 6.25 more if it offers webhooks."""
OPEN_GATE = {
    "plans/storefront-payments.yaml": MIDDLE
    + "  - {measure: webhooks, equals: true, because: Nobody polls.}\n"
}
"""A must-have that is open for everybody."""
