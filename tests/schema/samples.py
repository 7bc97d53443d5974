"""One valid file of each kind that uses every record, and all shipped files."""

from evalkit.source.document import parse, read
from tests.conftest import ROOT

VENDOR = """\
id: examplepay
name: ExamplePay
category: payment-gateways
website: https://examplepay.test
note: An invented vendor.
facts:
  api_style: [rest, soap]
  webhooks: true
  rate_limit: {value: 100, unit: requests/s, source: https://examplepay.test/limits, checked: 2026-06-20, kind: vendor-page}
  support_hours: {low: 40, likely: 50, high: 60, source: account manager, note: By phone., via: a letter}
  bulk_size: {at_least: 620, source: https://examplepay.test/bulk, checked: 2026-06-20}
  users: {low: 10, high: unlimited, source: https://examplepay.test/prices, checked: 2026-06-20}
  sandbox: {value: unknown, source: https://examplepay.test, checked: 2026-06-20}
  refunds:
    value: partial
    source: https://examplepay.test/refunds
    checked: 2026-06-20
    conflicts:
      - {value: [full, 24, true], source: https://forum.test/1, checked: 2026-05-01, kind: user-report}
  storage: {not_applicable: It keeps no files.}
  exports: {value: true, source: answer of ExamplePay, checked: 2026-06-20, kind: vendor-answer, found_in: {file: a.xlsx, sha256: 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08, sheet: Questions, cell: G7}}
  languages: {value: 24, region: EEA, conflicts: [{value: 30, region: world}]}
  bulk_rate:
    note: It differs.
    by:
      - {value: 50, region: EEA, unit: requests/s, source: https://examplepay.test/eu, checked: 2026-06-20, kind: vendor-page}
      - {low: 80, high: unlimited, region: US, source: account manager}
      - {value: 500, edition: large, until: 2027-03-01, source: account manager}
    conflicts:
      - {value: 40, region: EEA, source: https://forum.test/2}
  operations: {at_least: [capture, 24, true], until: {capture: 2027-03-01, "24": 2027-06-01}, source: https://examplepay.test/api, checked: 2026-06-20}
  uptime:
    unknown: true
    looked:
      - {source: https://examplepay.test/sla, checked: 2026-06-20, kind: vendor-page, note: Only targets.}
      - {source: account manager, via: a letter}
charges:
  - {kind: one_off, id: set-up, amount: 500, currency: EUR, source: https://examplepay.test/prices, checked: 2026-06-20}
  - {kind: one_off, title: Training, amount: unknown}
  - kind: recurring
    amount: {low: 40, likely: 45, high: 60}
    currency: USD
    every: month
    per: seat
    yearly_increase: 0.03
    promotion: {months: 3, amount: 10}
    conflicts:
      - {amount: 55, source: https://reseller.test, checked: 2026-04-01, source_kind: trade-press}
  - {kind: usage, per: order, percent: 2.9, fixed: 0.25, minimum: 0.3, maximum: 10, currency: EUR, edition: large, scope: domestic cards, end: 24}
  - {kind: usage, per: refund, minimum_monthly: 5, maximum_monthly: 90, currency: EUR, promotion: {months: 2, percent_off: 50}}
  - kind: tiered
    per: api_call
    every: month
    quantity: flow
    mode: volume
    currency: EUR
    tiers:
      - {from: 0, to: 1000, price: 0}
      - {from: 1000, price: {value: 0.02}, fixed: 10}
  - {kind: tiered, per: seat, every: year, quantity: stock, fixed: 100, included: 10, overage: 8, currency: EUR}
  - {kind: internal, hours: {value: 40}, start: 0, because: The shop's own people.}
  - {kind: one_off, title: Migration, amount: {at_least: 620}, currency: EUR}
  - {kind: recurring, title: Support, amount: {low: 18.9, high: unlimited}, every: month, currency: EUR}
integration:
  interfaces:
    - id: rest-api
      kind: rest
      title: REST API
      base: https://api.examplepay.test
      authentication: [OAuth 2.0]
      sandbox: true
      card_data: tokenised
      limits: {per_second: 25, burst: 100}
      data:
        order: {directions: [to_vendor, from_vendor], timing: real_time, operations: [create], batch: 10, calls: 2, limits: {per_minute: 60}}
  plugins:
    - id: magento
      package: examplepay/magento2
      version: "1.2"
      official: true
      platform: adobe-commerce
      php: ~8.3.0
      requires: {magento/framework: ^103.0}
      data: {order: {directions: [to_vendor]}}
      storefronts: [luma]
      limitations: [{severity: minor, text: No refunds in parts.}]
  lacks: {product: "https://examplepay.test/docs"}
"""
CRITERIA = """\
id: payment-gateways
title: Payment gateways
fresh_for: 365
criteria:
  api:
    title: API preference
    weight: 40
    because: The shop speaks to it all day.
    criteria:
      style:
        title: Style
        weight: 1
        measures:
          api_style:
            question: Which styles of API does it offer?
            weight: 30
            scale: {kind: levels, levels: {rest: 100, soap: 50, none: 0}, because: Few speak SOAP.}
          features: {weight: 3, scale: {kind: checklist, items: {refunds: 2, webhooks: 1}}}
  scalability:
    title: Scalability
    weight: 60
    measures:
      rate_limit: {unit: requests/s, weight: 10, fresh_for: 30, scale: {kind: points, points: [[1, 0], [25, 60], [100, 100]]}}
      latency: {unit: ms, weight: 5, may_not_apply: false, scale: {kind: linear, worst: 500, best: 20, strict: true, because: As felt.}}
      headroom: {unit: times, weight: 5, scale: {kind: target, worst_below: 1, best: 3, worst_above: 9}}
      total: {unit: EUR, weight: 5, derived: total_cost, scale: {kind: linear, worst: 9000, best: 20}}
background:
  api_description: {question: Where is the API described?}
data_objects:
  order: {title: Orders, about: What was bought., personal_data: true}
"""
PLAN = """\
id: storefront-payments
title: Payments for a storefront
category: payment-gateways
example: true
vendors: [examplepay, otherpay]
as_of: 2026-11-23
unknown: worst
rankable: 0.75
weights: {api: 25, scalability: {weight: 75, because: Sales in December., serves: peak}}
seed: 7
cost: frontier
editions: {examplepay: large}
gates:
  - {measure: rate_limit, at_least: 10, because: Peak of five orders a second., serves: [peak]}
  - {measure: api_style, any_of: [rest, 2], because: The shop speaks REST.}
  - {measure: webhooks, equals: true, because: Nobody polls.}
needs:
  - {id: peak, text: Checkout keeps up., who: operations, priority: must}
  - {id: hooks, text: We hear of payments at once., priority: should}
questions:
  - {measure: webhooks, equals: true, serves: hooks}
  - {measure: api_style, none_of: [soap], because: Nobody knows it., serves: [hooks, peak]}
steps:
  - {id: contract, title: Signed, who: finance, from: 2026-11-02, to: 2026-11-20, done: 2026-11-18}
  - {id: keys, title: Keys in place, from: 2026-11-20, to: 2026-12-04, after: [contract]}
stakeholders:
  points: {influence: 2, weights: {kind: points, points: {api: 3, scalability: 1}}}
  swing: {stated: 2026-06-20, weights: {kind: swing, swing: {api: 100, scalability: 40}}}
  order: {weights: {kind: order, order: [api, [scalability]]}}
  pairs: {weights: {kind: pairwise, pairwise: [{more: api, less: scalability, times: 3}]}}
  best: {weights: {kind: best_worst, best: api, worst: scalability, best_to_others: {scalability: 3}, others_to_worst: {api: 3}}}
  span: {within: {api: {kind: intervals, intervals: {api_style: {low: 10, high: 90}}}}}
robustness: {weights: order, precision: 1}
money:
  currency: EUR
  locale: de_DE
  years: 3
  discount_rate: {low: 0.05, high: 0.08, source: the bank, checked: 2026-06-20}
  hourly_rate: 60
  rates: {USD: {value: 0.92, source: the bank, checked: 2026-06-20}}
  volumes:
    orders: {value: 60000, growth: 0.05}
    refunds: {share: 0.02, of: orders}
    average_order_value: {low: 70, high: 90}
    seats: unknown
  charges: {all: [{kind: internal, hours: 10, every: month}]}
  benefits:
    - {kind: hours_saved, title: Refunds, hours: 0.1, per: refund, probability: 0.8, ramp_up: [0.5]}
    - {kind: extra_margin, title: More orders, percent: 1, per: order, vendors: [examplepay]}
    - {kind: extra_margin, title: A new market, amount: 100, every: year, currency: EUR}
    - {kind: cost_ended, title: The old contract, amount: {value: 90}, every: month, end: 12}
platform: {name: adobe-commerce, version: 2.4.8-p5, php: "8.4", storefront: luma, interfaces: [rest]}
flows:
  - {id: orders, data: order, direction: to_vendor, timing: minutes, per_day: 240, peak_per_hour: 30, need: must, master: commerce, serves: peak}
routes: [plugin, api]
data_objects: {parcel: {title: Parcels}}
"""
PLATFORM = """\
id: adobe-commerce
name: Adobe Commerce
source: https://example.test/releases
checked: 2026-06-20
interfaces: [rest, message_queue]
storefronts: [luma]
lines: {"2.4.8": {supported_until: 2028-04-11}}
releases:
  2.4.8-p5: {line: 2.4.8, released: 2026-05-12, php: ["8.4"], packages: {magento/framework: 103.0.8}}
"""
FROM = """
source: answers to our questionnaire
via: a copy by mail
checked: 2026-06-20
kind: vendor-answer
note: by their account manager
"""
SCENARIO = """
plan: x
evaluation: e-1a2b3c4d5e6f
title: Price counts half
weights: {api: 25, cost: 75.5, exit: 0}
unknown: worst
gates_off: [rate_limit, "flow:order-to-vendor"]
compare: [examplepay, otherpay]
"""
SAMPLES = {
    "vendor": parse(VENDOR, "vendors/x.yaml").data,
    "criteria": parse(CRITERIA, "criteria/x.yaml").data,
    "plan": parse(PLAN, "plans/x.yaml").data,
    "platform": parse(PLATFORM, "platforms/x.yaml").data,
    "from": parse(FROM, "vendors/c/_from.yaml").data,
    "scenario": parse(SCENARIO, "scenario.yaml").data,
}


def shipped_files():
    """Every file that comes with evalkit, with its path: 52 of them."""
    starts = [ROOT / "evalkit" / name for name in ("starter", "blank")]
    folders = ("vendors", "criteria", "plans", "platforms")
    files = [file for name in folders for file in (ROOT / name).rglob("*.yaml")]
    return sorted([*files, *(file for each in starts for file in each.rglob("*.yaml"))])


def shipped_documents():
    return [read(file, file.relative_to(ROOT).as_posix()) for file in shipped_files()]
