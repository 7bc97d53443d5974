"""Two vendors with scores worked by hand, and stakeholders with weights."""

from tests.conftest import PLAN, vendor

GATEWAYS = "criteria/payment-gateways.yaml"
STOREFRONT = "plans/storefront-payments.yaml"
OTHERPAY = "vendors/payment-gateways/otherpay.yaml"
SOURCE = "source: https://a.test/1, checked: 2026-06-20"
# ExamplePay: style 100, rate 25 → 60, webhooks unknown. OtherPay: style 50, rate 100 → 100, no
# webhooks. Weights 25 (style 3/4, webhooks 1/4) and 75: 18.75 + 45 = 63.75 and 9.375 + 75 = 84.375.
FAST = vendor(
    api_style=f"{{value: [soap], {SOURCE}}}",
    rate_limit=f"{{value: 100, {SOURCE}}}",
    webhooks=f"{{value: false, {SOURCE}}}",
)
PEOPLE = """\
stakeholders:
  finance:
    title: Finance
    influence: 3
    weights: {kind: points, points: {api: 1, scalability: 3}}
  technology:
    influence: 1
    weights: {kind: order, order: [api, scalability]}
    within:
      api: {kind: swing, swing: {api_style: 100, webhooks: 100}}
"""


def with_people(text=PEOPLE):
    return PLAN.replace("weights: {api: 25, scalability: 75}\n", text)


def by_id(items):
    return {item.id: item for item in items}


def within_api(**facts):
    return {
        f"vendors/payment-gateways/{name}.yaml": vendor(
            name,
            api_style=f"{{value: [{style}], {SOURCE}}}",
            webhooks=f"{{value: {hooks}, {SOURCE}}}",
            rate_limit=f"{{value: {rate}, {SOURCE}}}",
        )
        for name, (style, hooks, rate) in facts.items()
    }
