"""Workspaces with flows in them."""

from tests.conftest import CRITERIA, PLAN, vendor
from tests.report.priced import QUOTED

FACTS = {
    "api_style": "{value: [rest], source: s}",
    "webhooks": "{value: true, source: s}",
    "rate_limit": "{value: 40, source: s}",
}
PLATFORM = """\
id: adobe-commerce
name: Adobe Commerce
interfaces: [rest, graphql, webhooks, file]
storefronts: [luma]
lines:
  "2.4.8": {supported_until: 2028-04-11, extended_until: 2029-04-11}
releases:
  "2.4.8": {line: "2.4.8", php: ["8.4"], packages: {magento/framework: 103.0.8}}
source: https://platform.test/releases
via: https://archive.test/releases
checked: 2026-11-01
source_kind: vendor-page
note: read in November
"""
FLOWS = """\
platform: {name: adobe-commerce, version: "2.4.8", php: "8.4", storefront: luma}
flows:
  - data: order
    direction: to_vendor
    timing: real_time
    per_day: 4800
    peak_per_hour: 1200
    peak_per_second: 5
    master: commerce
    trigger: an order that was placed
    because: Goods leave the same day.
  - {data: refund, direction: to_vendor, timing: hourly, payment_data: true}
  - {data: settlement_report, direction: from_vendor, timing: daily, need: wish}
"""
OBJECTS = """\
data_objects:
  order: {title: Order, about: what a customer buys, personal_data: true}
  refund: {title: Refund}
  settlement_report: {title: Settlement report}
"""
ORIGIN = "source: https://a.test/api, checked: 2026-06-20"
EXAMPLEPAY = f"""\
integration:
  interfaces:
    - id: api
      kind: rest
      title: Payments API
      limits: {{per_second: 100}}
      card_data: tokenised
      data:
        order: {{directions: [to_vendor], endpoints: [POST /v1/orders]}}
        refund: {{directions: [to_vendor]}}
        settlement_report: {{directions: [from_vendor]}}
      {ORIGIN.replace(", ", chr(10) + "      ")}
      kind_of_source: vendor-page
  plugins:
    - id: module
      title: Module for Commerce
      platform: adobe-commerce
      php: ^8.2
      requires: {{magento/framework: ">=103 <104"}}
      platform_versions: ~2.4.6
      data:
        order: {{directions: [to_vendor]}}
      source: https://a.test/module
      via: https://code.test/module
      checked: 2026-07-01
      note: read in its composer.json
""".replace("      kind_of_source: vendor-page\n", "")
OTHERPAY = f"""\
integration:
  interfaces:
    - {{id: api, kind: rest, limits: {{per_minute: 10}}, card_data: none, data: {{order: {{directions: [to_vendor]}}, settlement_report: {{directions: [to_vendor]}}}}, {ORIGIN}}}
  lacks: {{refund: they are made by hand in its back office}}
"""


def files(flows=FLOWS, **others):
    """A workspace with three vendors; the third has no known integration."""
    written = {
        "examplepay": vendor("examplepay", **FACTS) + EXAMPLEPAY,
        "otherpay": vendor("otherpay", **FACTS) + OTHERPAY,
        "thirdpay": vendor("thirdpay", **FACTS),
        **others,
    }
    return {
        "platforms/adobe-commerce.yaml": PLATFORM,
        "criteria/payment-gateways.yaml": CRITERIA + OBJECTS,
        "plans/storefront-payments.yaml": PLAN + flows,
        **{f"vendors/payment-gateways/{name}.yaml": text for name, text in written.items()},
    }


def hostile():
    """A workspace in which every text of flows, routes and platforms is hostile."""
    plan = (
        FLOWS.replace("master: commerce", f"master: {QUOTED}")
        .replace("an order that was placed", QUOTED)
        .replace("Goods leave the same day.", QUOTED)
    )
    bad = (
        EXAMPLEPAY.replace("title: Payments API", f"title: {QUOTED}")
        .replace("title: Module for Commerce", f"title: {QUOTED}\n      limitations: [{{severity: minor, text: {QUOTED}}}]")
        .replace("[POST /v1/orders]", f"[{QUOTED}]")
        .replace("https://a.test/module", QUOTED)
        .replace("https://code.test/module", "\"https://x.test/'><script>\"")
        .replace("read in its composer.json", QUOTED)
    )  # fmt: skip
    platform = (
        PLATFORM.replace("name: Adobe Commerce", f"name: {QUOTED}")
        .replace("source: https://platform.test/releases", f"source: {QUOTED}")
        .replace("via: https://archive.test/releases", f"via: {QUOTED}")
        .replace("note: read in November", f"note: {QUOTED}")
    )
    name = vendor("examplepay", **FACTS).replace("name: Examplepay", f"name: {QUOTED}")
    other = vendor("otherpay", **FACTS) + OTHERPAY.replace(
        "they are made by hand in its back office", QUOTED
    )
    content = files(plan, examplepay=name + bad, otherpay=other)
    objects = OBJECTS.replace("title: Order", f"title: {QUOTED}").replace(
        "what a customer buys", QUOTED
    )
    return content | {
        "platforms/adobe-commerce.yaml": platform,
        "criteria/payment-gateways.yaml": CRITERIA + objects,
    }
