"""A plan with flows, its platform, and vendors of which one carries them."""

CRITERIA = """\
id: payment-gateways
title: Payment gateways
criteria:
  api:
    title: API preference
    weight: 50
    measures:
      api_style:
        weight: 1
        scale: {kind: levels, levels: {rest: 100, soap: 40, none: 0}, because: "-"}
  fit:
    title: Fit
    weight: 50
    measures:
      flow_coverage:
        weight: 2
        unit: percent
        derived: flow_coverage
        scale: {kind: linear, worst: 0, best: 100, because: "-"}
      plugin_fit:
        weight: 1
        unit: percent
        derived: plugin_fit
        scale: {kind: linear, worst: 0, best: 100, because: "-"}
      peak_headroom:
        weight: 1
        unit: times
        derived: peak_headroom
        scale: {kind: points, points: [[0, 0], [1, 40], [5, 100]], because: "-"}
data_objects:
  order: {title: Order, personal_data: true}
  refund: {title: Refund}
"""
PLATFORM = """\
id: testshop
name: Test Shop
source: https://testshop.test
checked: 2026-08-22
interfaces: [rest, webhooks]
lines: {"2.4": {supported_until: 2028-05-31}}
releases:
  2.4.8: {line: "2.4", php: ["8.4"], packages: {testshop/framework: 103.0.8}}
"""
PLAN = """\
id: storefront-payments
title: Payments for a storefront
category: payment-gateways
as_of: 2026-11-23
platform: {name: testshop, version: 2.4.8, php: "8.4"}
flows:
  - {data: order, direction: to_vendor, timing: real_time, peak_per_hour: 1800, because: Shipping.}
  - {data: refund, direction: to_vendor, timing: hourly, need: wish}
"""
SOURCED = "source: https://x.test/docs, checked: 2026-09-01"
API = (
    f"{{id: api, kind: rest, {SOURCED}, limits: {{per_second: 1}}, "
    "data: {order: {directions: [to_vendor]}, refund: {directions: [to_vendor]}}}"
)
OLD = (
    f"{{id: module, platform: testshop, php: ~8.1.0, {SOURCED}, "
    "data: {order: {directions: [to_vendor]}}}"
)


def vendor(name, interfaces="", plugins="", *, looked=True):
    facts = "facts:\n  api_style: {value: [rest], source: https://x.test, checked: 2026-06-20}\n"
    found = (
        f"integration:\n  interfaces: [{interfaces}]\n  plugins: [{plugins}]\n" if looked else ""
    )
    return f"id: {name}\nname: {name.title()}\ncategory: payment-gateways\n{facts}{found}"


FILES = {
    "criteria/payment-gateways.yaml": CRITERIA,
    "platforms/testshop.yaml": PLATFORM,
    "plans/storefront-payments.yaml": PLAN,
    "vendors/payment-gateways/examplepay.yaml": vendor("examplepay", API),
    "vendors/payment-gateways/oldpay.yaml": vendor("oldpay", "", OLD),
    "vendors/payment-gateways/unseen.yaml": vendor("unseen", looked=False),
}


def vendor_of(evaluation, name):
    return next(each for each in evaluation.vendors if each.id == name)
