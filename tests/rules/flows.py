"""Vendors with interfaces, plans with flows, and a platform."""

from tests.conftest import CRITERIA, PLAN
from tests.rules.made import SOURCED

SHOP = "platforms/shop.yaml"
OBJECTS = """\
data_objects:
  order: {title: Order}
  refund: {title: Refund}
  payment: {title: Payment, payment_data: true}
"""
PLATFORM = """\
id: shop
name: Shop
source: https://shop.test/releases
interfaces: [rest, webhooks]
storefronts: [classic, headless]
lines:
  "2.4.7": {supported_until: 2026-05-31, extended_until: 2027-05-31}
  "2.4.8": {supported_until: 2028-05-31}
releases:
  2.4.7-p5: {line: "2.4.7", php: ["8.2", "8.3"]}
  2.4.8: {line: "2.4.8", php: ["8.3", "8.4"]}
"""
NO_VERSION = "is not a version like 8.4 or 2.4.8-p5"
RUNS_ON = 'platform: {name: shop, version: 2.4.8, php: "8.4"}\n'
MISTAKES = """\
integration:
  interfaces:
    - id: api
      kind: rest
      data: {odrer: {directions: [to_vendor]}, refund: {directions: [to_vendor]}}
      source: https://examplepay.test/api
      checked: 2026-06-20
    - {id: events, kind: webhooks, source: https://examplepay.test/events, checked: 2026-06-20}
    - {id: vault, kind: rest, data: {payment: {directions: [to_vendor]}}, card_data: stored}
  plugins:
    - id: module
      php: "=>8.3"
      requires: {magento/framework: "103.0.x.y"}
      platform_versions: "2.4.4 -"
      data: {order: {directions: [to_vendor]}}
      limitations: [{severity: minor, text: No partial refunds.}]
      source: https://examplepay.test/module
    - {id: api, platform: shopp, source: https://examplepay.test/plugin, checked: 2027-01-01}
  lacks: {refund: https://examplepay.test/faq}
"""
PLAN_MISTAKES = """\
platform: {name: shop, version: 2.4.7-p5, php: "8.4", interfaces: [rset], storefront: clasic}
routes: [plugin, api, plugin]
data_objects: {order: {title: Sale}}
flows:
  - {data: odrer, direction: to_vendor, timing: daily}
  - {data: refund, direction: from_vendor, timing: real_time}
  - {data: payment, direction: to_vendor, timing: daily}
  - {data: payment, direction: to_vendor, timing: hourly}
"""


def way(name="api", kind="rest", data="order: {directions: [to_vendor]}", more=SOURCED):
    return f"{{id: {name}, kind: {kind}, data: {{{data}}}, {more}}}"


def plugin(more, data="order: {directions: [to_vendor]}"):
    return f"{{id: module, data: {{{data}}}, {more}, {SOURCED}}}"


def offers(*interfaces, plugins=(), lacks=""):
    text = "integration:\n  interfaces:\n" + "".join(f"    - {each}\n" for each in interfaces)
    text += "  plugins:\n" * bool(plugins) + "".join(f"    - {each}\n" for each in plugins)
    return text + f"  lacks: {{{lacks}}}\n" * bool(lacks)


def flows(*entries, platform=RUNS_ON):
    lines = "".join(f"  - {{{each}}}\n" for each in entries)
    return f"{platform}flows:\n{lines}"


DERIVED = """\
  coverage:
    title: Coverage
    weight: 20
    measures:
      flow_coverage:
        unit: percent
        weight: 1
        derived: flow_coverage
        scale: {kind: linear, worst: 0, best: 100, because: "-"}
      plugin_fit:
        unit: "%"
        weight: 1
        derived: plugin_fit
        scale: {kind: linear, worst: 0, best: 100, because: "-"}
      peak_headroom:
        unit: times
        weight: 1
        derived: peak_headroom
        scale: {kind: linear, worst: 1, best: 10, because: "-"}
"""
FITTING = CRITERIA.replace("background:", DERIVED + "background:") + OBJECTS
WEIGHED = PLAN.replace("scalability: 75", "scalability: 55, coverage: 20")
ONE_FLOW = flows("data: order, direction: to_vendor, timing: daily")
