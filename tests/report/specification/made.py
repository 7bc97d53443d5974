"""A plan with flows, and the content of its specification."""

import json

from evalkit.explanation.lookup import find_vendor
from evalkit.report.specification.document import specification
from evalkit.report.specification.page import specification_markdown
from tests.conftest import VENDOR
from tests.report.made import HOSTILE, QUOTED

CRITERIA = """\
id: payment-gateways
title: Payment gateways
fresh_for: 365
criteria:
  api:
    title: API preference
    weight: 100
    measures:
      api_style:
        weight: 30
        scale: {kind: levels, levels: {graphql: 100, rest: 100, none: 0}, because: "-"}
      webhooks:
        weight: 10
        scale: {kind: levels, levels: {true: 100, false: 0}, because: "-"}
      rate_limit:
        unit: requests/s
        weight: 10
        scale: {kind: linear, worst: 0, best: 100, because: "-"}
data_objects:
  payment: {title: Payment, about: An amount and its state., personal_data: true, payment_data: true}
  refund: {title: Refund, about: An amount that goes back.}
  payout: {title: Payout}
  order: {title: Order, personal_data: true}
"""
PLATFORM = """\
id: testshop
name: Test Shop
source: https://testshop.test/releases
checked: 2026-08-22
interfaces: [rest, webhooks]
lines: {"2.4": {supported_until: 2028-05-31, extended_until: 2029-05-31}}
releases:
  2.4.8: {line: "2.4", php: ["8.4"], packages: {testshop/framework: 103.0.8}}
"""
PLAN = """\
id: storefront-payments
title: Payments for a storefront
about: A merchant with a peak in November.
category: payment-gateways
as_of: 2026-11-23
gates:
  - {measure: api_style, any_of: [rest], because: Nobody knows SOAP here.}
  - {measure: rate_limit, at_least: 10, because: Peak of five orders a second.}
platform: {name: testshop, version: 2.4.8, php: "8.4", storefront: luma}
flows:
  - {data: payment, direction: to_vendor, timing: real_time, per_day: 165, peak_per_hour: 7200, peak_per_second: 4, master: commerce, trigger: an order is placed, because: No order without payment.}
  - {data: payment, direction: from_vendor, timing: real_time, peak_per_hour: 3600, master: vendor, trigger: the bank has decided}
  - {data: refund, direction: to_vendor, timing: minutes, peak_per_hour: 3600, master: ERP}
  - {data: payout, direction: from_vendor, timing: daily, need: wish}
"""
PAGE = "source: https://examplepay.test/docs, checked: 2026-06-20"
INTEGRATION = f"""\
integration:
  interfaces:
    - id: api
      kind: rest
      title: Payments API
      base: https://api.examplepay.test/v2
      authentication: [oauth2]
      limits: {{per_second: 10, concurrency: 4, note: per account}}
      sandbox: true
      versioning: by date
      idempotency: a key in a header, kept for 24 hours
      card_data: tokenised
      {PAGE.replace(", ", chr(10) + "      ")}
      data:
        payment: {{directions: [to_vendor], operations: [create, read], endpoints: [POST /payments], fields: [amount, currency]}}
        refund: {{directions: [to_vendor], operations: [create], endpoints: [POST /refunds], batch: 2}}
        order: {{directions: [to_vendor]}}
    - id: events
      kind: webhooks
      title: Events
      retries: eight times within three days
      {PAGE.replace(", ", chr(10) + "      ")}
      data:
        payment: {{directions: [from_vendor], operations: [notify], endpoints: [payment.paid], fields: [id]}}
"""
GOOD = VENDOR + INTEGRATION
GAPS = "id: otherpay\nname: OtherPay\ncategory: payment-gateways\nfacts: {api_style: unknown}\n"
FILES = {
    "criteria/payment-gateways.yaml": CRITERIA,
    "platforms/testshop.yaml": PLATFORM,
    "plans/storefront-payments.yaml": PLAN,
    "vendors/payment-gateways/examplepay.yaml": GOOD,
    "vendors/payment-gateways/otherpay.yaml": GAPS,
}


def written(evaluation, name="examplepay", write=specification_markdown, *more):
    return write(evaluation, find_vendor(evaluation, name), *more)


def content(evaluation, name="examplepay"):
    return specification(evaluation, find_vendor(evaluation, name))


def points(view):
    return {point["number"]: point for point in view["open_points"]}


def requirement(view, number):
    flow = next(each for each in view["flows"] if each["number"] == number.split("-")[0])
    return next(each for each in flow["requirements"] if each["number"] == number)


PLUGIN = f"""\
  plugins:
    - id: module
      title: Example Module
      package: examplepay/module
      version: "3.1"
      platform: testshop
      php: ">=8.1"
      {PAGE.replace(", ", chr(10) + "      ")}
      limitations: [{{severity: minor, text: no partial refunds, {PAGE}}}]
      data:
        payment: {{directions: [to_vendor, from_vendor], note: by its purpose}}
"""
BREAKS = '"]; click shop "javascript:alert(1)"; end\n``` %% --> {x} #quot; | A->>B: x'


def hostile():
    """A workspace with hostile text in every free field."""
    bad = json.dumps(f"{HOSTILE} {BREAKS}")
    vendor = GOOD + PLUGIN
    for told in (
        "Payments API", "Events", "Example Module", "per account", "by date",
        "a key in a header, kept for 24 hours", "eight times within three days", "POST /refunds",
        "payment.paid", "POST /payments", "no partial refunds", "by its purpose", "oauth2",
    ):  # fmt: skip
        assert told in vendor
        vendor = vendor.replace(told, bad)
    vendor = vendor.replace("fields: [amount, currency]", f"fields: [{bad}]")
    vendor = vendor.replace("name: ExamplePay", f"name: {bad}\nnote: {bad}")
    plan = PLAN
    for told in ("Payments for a storefront", "A merchant with a peak in November.", "ERP", "No order without payment.",
                 "an order is placed", "Nobody knows SOAP here.", "Peak of five orders a second."):  # fmt: skip
        assert told in plan
        plan = plan.replace(told, bad)
    criteria = CRITERIA.replace("title: Payment,", f"title: {QUOTED},").replace("An amount and its state.", bad)  # fmt: skip
    return {
        "vendors/payment-gateways/examplepay.yaml": vendor,
        "plans/storefront-payments.yaml": plan,
        "criteria/payment-gateways.yaml": criteria,
        "platforms/testshop.yaml": PLATFORM.replace("name: Test Shop", f"name: {bad}").replace("https://testshop.test/releases", bad),
    }  # fmt: skip
