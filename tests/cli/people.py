"""A plan with two people, and two vendors."""

from tests.conftest import PLAN, vendor

SOURCE = "source: https://a.test/1, checked: 2026-06-20"
OTHERPAY = "vendors/payment-gateways/otherpay.yaml"
STOREFRONT = "plans/storefront-payments.yaml"
FAST = vendor(
    api_style=f"{{value: [soap], {SOURCE}}}",
    rate_limit=f"{{value: 100, {SOURCE}}}",
    webhooks=f"{{value: false, {SOURCE}}}",
)
PEOPLE = PLAN.replace(
    "weights: {api: 25, scalability: 75}\n",
    "stakeholders:\n"
    "  finance: {title: Finance, influence: 3, weights: {kind: points, points: {api: 1, scalability: 3}}}\n"
    "  it: {stated: 2026-11-20, weights: {kind: pairwise, pairwise: [{more: api, less: scalability, times: 3}]}}\n",
)
