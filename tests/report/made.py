"""Files of workspaces: what is known of a vendor, and stakeholders, plain or hostile."""

from tests.conftest import BASE, CRITERIA, PLAN, VENDOR, vendor

HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(2)> | [a](javascript:alert(3)) ![b](http://x.test/y) {{ 7*7 }} `c` </style></title>"
QUOTED = "'" + HOSTILE.replace("'", "''") + "'"
OTHERPAY = "vendors/payment-gateways/otherpay.yaml"
PLAN_FILE = "plans/storefront-payments.yaml"
SEEN = "source: https://a.test/1, checked: 2026-06-20"
HALF = PLAN.replace("unknown: worst", "unknown: middle")
# Only its API is known: 18.75 of 100 points, and 81.25 are open.
UNKNOWN = vendor(api_style=f"{{value: [rest], {SEEN}}}")
FILES = {
    "vendors/payment-gateways/examplepay.yaml": VENDOR.replace("name: ExamplePay", f"name: {QUOTED}\nnote: {QUOTED}").replace(
        "source: https://examplepay.test/docs", f"source: {QUOTED}, via: {QUOTED}, note: {QUOTED}"
    )
    + f"  api_description: {{value: {QUOTED}, source: \"https://x.test/'><script>alert(4)</script>\", checked: 2020-01-01}}\n",
    OTHERPAY: vendor(
        api_style="{value: [rest], source: https://a.test/1, conflicts: [{value: [soap], source: https://a.test/3}]}",
        webhooks="{not_applicable: polling is enough, source: https://a.test/2}",
        rate_limit="{value: 9, source: https://a.test/2, kind: generated}",
    ),
    "criteria/payment-gateways.yaml": CRITERIA.replace("title: API preference", f"title: {QUOTED}\n    because: {QUOTED}").replace(
        "Which styles of API does it offer?", QUOTED
    ),
    "plans/storefront-payments.yaml": PLAN.replace("title: Payments for a storefront", f"title: {QUOTED}\nabout: {QUOTED}\nexample: true\nrankable: 0").replace(
        "Peak of five orders a second.", QUOTED
    ).replace("weights: {api: 25, scalability: 75}\n", f"""\
stakeholders:
  finance:
    title: {QUOTED}
    because: {QUOTED}
    stated: 2026-11-20
    weights: {{kind: points, points: {{api: 25, scalability: 75}}}}
  technology:
    influence: 2
    weights: {{kind: pairwise, pairwise: [{{more: api, less: scalability, times: 3}}]}}
    within: {{api: {{kind: order, order: [webhooks, api_style]}}}}
"""),
}  # fmt: skip
PLAIN = {**BASE, OTHERPAY: FILES[OTHERPAY]}
