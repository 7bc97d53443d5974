"""The integration specification: complete, from the data alone, and safe whatever the data say."""

import difflib
import itertools
import json
import os
import re
import xml.etree.ElementTree as ET

import pytest

from evalkit.checking.load import load
from evalkit.errors import EvalkitError
from evalkit.evaluation.evaluate import evaluate
from evalkit.explanation.lookup import find_vendor
from evalkit.report.charts.shapes import width_of
from evalkit.report.data import from_json, to_json
from evalkit.report.specification.changes import MOST_LINES, WIDEST, changes, filled
from evalkit.report.specification.document import specification
from evalkit.report.specification.drawing import Arrow, Diagram, sequence_drawn, wrapped
from evalkit.report.specification.mermaid import flowchart, label
from evalkit.report.specification.page import specification_html, specification_markdown
from evalkit.report.specification.requirements.table import TOPICS
from tests.conftest import DAY, ROOT, VENDOR
from tests.report.page.test_page import HOSTILE, QUOTED, browser  # noqa: F401
from tests.report.saved import without

GOLDEN = ROOT / "tests/golden"
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


@pytest.fixture
def evaluated(loaded):
    def evaluation(files=None):
        workspace = loaded({**FILES, **(files or {})})
        assert workspace.errors == ()
        return evaluate(workspace, workspace.plans["storefront-payments"], DAY)

    return evaluation


def written(evaluation, name="examplepay", write=specification_markdown, *more):
    return write(evaluation, find_vendor(evaluation, name), *more)


def content(evaluation, name="examplepay"):
    return specification(evaluation, find_vendor(evaluation, name))


def points(view):
    return {point["number"]: point for group in view["open_points"] for point in group["points"]}


def requirement(view, number):
    flow = next(each for each in view["flows"] if each["number"] == number.split("-")[0])
    return next(each for each in flow["requirements"] if each["number"] == number)


def told(view, number):
    return " ".join(requirement(view, number)["texts"])


def test_what_the_files_say_is_in_the_document(evaluated):
    text = written(evaluated()).replace("\\", "")
    for said in (
        "Integration specification: ExamplePay for Test Shop 2.4.8", "A merchant with a peak in November.",
        "regular support of its line ends on 2028-05-31", "Extended support ends on 2029-05-31.", "Storefront: luma.",
        "No order without payment.", "Set off by: an order is placed.", "It has to arrive in real time.",
        "direct API, Payments API", "beginning with https://api.examplepay.test/v2: POST /payments", "oauth2",
        "165 records on an average day, 7,200 in the busiest hour and 4 in the busiest second",
        "4 requests in the busiest second, 10 allowed: 2.5 times what is needed.",
        "36,000 allowed (10 a second × 3,600): 5 times", "4 requests at a time", "per account",
        "| amount | ____ | ____ |", "Legal basis for F1: ____", "Only tokens that stand for cards pass",
        "a key in a header, kept for 24 hours", "eight times within three days", "Sandbox: yes.", "by date",
        "A request holds up to 2 records.", "ERP is the master", "Nobody knows SOAP here.",
        "Out of scope: everything that no flow names, among what is on record for ExamplePay: order.",
        "payment.paid", "examplepay.yaml, integration.interfaces.0", "2026-06-20",
    ):  # fmt: skip
        assert said in text, said


def test_limits_that_flows_share_are_added_up_by_hand(evaluated):
    # F1 7,200 and F3 3,600 / 2 in a request, against 36,000: 36,000 / 9,000 = 4
    (shared,) = [n for n in content(evaluated())["needs"] if n["topic"] == "Shared limit"]
    assert shared["text"] == (
        "F1 and F3 through Payments API: 7,200 + 1,800 = 9,000 requests an hour if their busiest "
        "times coincide, 36,000 allowed: 4 times what is needed."
    )
    assert shared["open"] == []


def test_the_load_is_the_sum_of_the_busiest_hours(evaluated):
    (load,) = [n["text"] for n in content(evaluated())["needs"] if n["topic"] == "Load"]
    assert load.endswith(
        "7,200 (F1) + 3,600 (F2) + 3,600 (F3) = 14,400 records in an hour at most, both ways."
    )


def test_of_limits_that_were_saved_without_periods_no_period_is_said(evaluated):
    evaluation = evaluated()
    older = content(without(evaluation, "period"))
    assert "Requests by the second: 4 of 10 at the peak." in told(content(evaluation), "F1-16")
    assert "Requests by the" not in told(older, "F1-16")
    assert "Shared limit" not in {each["topic"] for each in older["needs"]}


def test_a_shared_limit_that_is_too_low_is_open(evaluated):
    slow = GOOD.replace("per_second: 10", "per_hour: 8000").replace("note: per account", "burst: 1")
    view = content(evaluated({"vendors/payment-gateways/examplepay.yaml": slow}))
    (shared,) = [n for n in view["needs"] if n["topic"] == "Shared limit"]
    # 8,001 / 9,000
    assert "89 % of what is needed" in shared["text"]
    assert points(view)[shared["open"][0]]["action"] == "decide"


def test_every_flow_has_all_topics_and_each_says_something_or_is_open(evaluated):
    evaluation = evaluated()
    for name in ("examplepay", "otherpay"):
        view = content(evaluation, name)
        for flow in view["flows"]:
            assert [each["topic"] for each in flow["requirements"]] == list(TOPICS)
            for place, each in enumerate(flow["requirements"], start=1):
                assert each["number"] == f"{flow['number']}-{place}"
                assert each["texts"] or each["open"]


def test_every_number_that_is_referred_to_exists(evaluated):
    evaluation = evaluated()
    for name in ("examplepay", "otherpay"):
        view, text = content(evaluation, name), written(evaluation, name)
        assert set(re.findall(r"\bO\d+\b", text)) == set(points(view))
        known = {each["number"] for each in view["sources"]}
        assert set(re.findall(r"\bS\d+\b", text)) == known | {"S1"}
        numbers = {each["number"] for flow in view["flows"] for each in flow["requirements"]}
        assert set(re.findall(r"\bF\d+-\d+\b", text)) == numbers


def test_open_points_are_numbered_in_the_order_of_their_groups(evaluated):
    for name in ("examplepay", "otherpay"):
        numbers = list(points(content(evaluated(), name)))
        assert numbers == [f"O{place}" for place in range(1, len(numbers) + 1)]


def test_what_is_not_known_is_an_open_point_with_room_for_its_owner(evaluated):
    evaluation = evaluated()
    view = content(evaluation)
    texts = [point["text"] for point in points(view).values()]
    for said in (
        "Not on record: how ERP is connected to the shop",
        "Not on record of Payments API: which errors it answers with, and which of them may pass by themselves",
        "Not on record of Payments API: its fields",
        "Not on record of Events: how requests are authenticated",
        "Not on record of Events: whether there is a sandbox",
        "Not in the plan: which system's word counts where the two sides differ",
        "F4 Payout from the vendor: unknown: no route is on record; with it are open: endpoints, authentication, limits, fields, errors, retries, idempotency",
        "webhooks: nobody has looked yet".capitalize(),
    ):  # fmt: skip
        assert said in texts
    lines = [line for line in written(evaluation).splitlines() if line.startswith("- [ ] **O")]
    assert len(lines) == len(texts)
    assert all("owner: ____" in line and "due: ____" in line for line in lines)


def test_the_same_question_is_asked_once_with_all_flows_that_need_it(evaluated):
    view = content(evaluated())
    (point,) = [p for p in points(view).values() if "who is told of a failure" in p["text"]]
    assert point["where"] == "F1, F2, F3, F4"


def test_a_vendor_nobody_has_looked_at_is_all_questions_and_says_so(evaluated):
    view = content(evaluated(), "otherpay")
    assert view["decision"]["warnings"] == [
        "OtherPay is not first by points: ExamplePay is.",
        "Flows that have no known route by what is on record: F1, F2, F3 and F4.",
    ]
    assert not view["used"]
    # One point for the missing route instead of one for each topic.
    assert requirement(view, "F1-5")["open"] == requirement(view, "F1-6")["open"]


def test_what_fails_a_gate_is_said_before_anything_else(evaluated):
    strict = PLAN.replace("at_least: 10", "at_least: 99")
    view = content(evaluated({"plans/storefront-payments.yaml": strict}))
    assert "cannot be chosen as things are" in view["decision"]["warnings"][0]
    assert view["decision"]["place"].startswith("ExamplePay has no rank of 2 with")
    assert any(point["where"].startswith("not met: ") for point in points(view).values())


def test_every_gate_that_is_failed_and_everybody_who_is_first_is_named(evaluated):
    example = "vendors/payment-gateways/examplepay.yaml"
    strict = PLAN.replace("at_least: 10", "at_least: 99")
    none = GOOD.replace("[rest]", "[none]")
    view = content(evaluated({"plans/storefront-payments.yaml": strict, example: none}))
    assert view["decision"]["warnings"][0].endswith(
        "Api style: any of rest (found: none); Rate limit: at least 99 requests/s "
        "(found: 25 requests/s)."
    )
    twin = GOOD.replace("id: examplepay", "id: twinpay").replace("ExamplePay", "TwinPay")
    level = evaluated({"vendors/payment-gateways/twinpay.yaml": twin})
    assert content(level, "otherpay")["decision"]["warnings"][0] == (
        "OtherPay is not first by points: ExamplePay and TwinPay are."
    )


def test_old_undated_and_disputed_facts_are_to_be_checked_again(evaluated):
    old = GOOD.replace("2026-06-20}\n", "2020-01-01, conflicts: [{value: 9, source: x}]}\n", 2)
    old = old.replace("[rest], source", "[rest], note: by phone, source").replace(
        "{value: 9, ", "{value: [none], ", 1
    )
    old = old.replace("checked: 2026-06-20\n      data:\n        payment: {directions: [from", "data:\n        payment: {directions: [from")  # fmt: skip
    old = old.replace("      checked: 2026-06-20\n", "      checked: 2024-01-01\n")
    view = content(evaluated({"vendors/payment-gateways/examplepay.yaml": old}))
    texts = " | ".join(p["text"] for p in points(view).values() if p["action"] == "check again")
    # 2020-01-01 to 2026-11-23, and 2024-01-01 to 2026-11-23
    assert "(2518 days old, fresh for 365; sources disagree)" in texts
    assert "Payments API: looked at on 2024-01-01, 1057 days before" in texts
    assert "Events: undated" in texts


@pytest.mark.parametrize(
    ("checked", "fact", "days"),
    [
        # 365 days: the last on which facts of these criteria are fresh.
        ("2025-11-23", "2025-11-23", ""),
        ("2025-11-22", "2025-11-22, stale", "366 days"),
    ],
)
def test_what_is_old_is_to_be_checked_again_from_the_day_after_its_last(
    evaluated, checked, fact, days
):
    old = GOOD.replace("2026-06-20", checked)
    view = content(evaluated({"vendors/payment-gateways/examplepay.yaml": old}))
    rows = [row for group in view["facts"] for row in group["facts"]]
    assert [row["checked"] for row in rows if row["title"] == "Rate limit"] == [fact]
    texts = [p["text"] for p in points(view).values() if p["action"] == "check again"]
    for title in ("Rate limit", "Payments API", "Events"):
        assert any(t.startswith(f"{title}: ") and days in t for t in texts) is bool(days)


def test_the_place_of_a_vendor_comes_with_its_range_and_each_gate_with_its_reason(evaluated):
    ranged = GOOD.replace("{value: 25,", "{low: 20, likely: 40, high: 60,")
    view = content(evaluated({"vendors/payment-gateways/examplepay.yaml": ranged}))["decision"]
    # 60 by REST, 20 that webhooks may bring, 20 × 0.4 by the rate, within 20 × 0.2 and 20 × 0.6.
    assert "with 68.0 points of 100, between 64.0 and 92.0 with what is not known" in view["place"]
    assert [(each["name"], each["range"]) for each in view["ranking"]] == [
        ("ExamplePay", "64.0 to 92.0"), ("OtherPay", "0.0 to 100.0"),
    ]  # fmt: skip
    assert [(gate["word"], gate["reason"], gate["because"]) for gate in view["gates"][:2]] == [
        ("passes", "found: rest", "Nobody knows SOAP here."),
        ("passes", "found: 20 to 60 requests/s, most likely 40", "Peak of five orders a second."),
    ]


MONEY = """\
money:
  currency: EUR
  years: 2
  discount_rate: {value: 0.08, source: Finance, checked: 2026-11-18}
  volumes:
    orders: {value: 1000, source: Shop, checked: 2026-11-01}
    average_order_value: {value: 70}
  benefits:
    - {kind: cost_ended, title: Fees of today, amount: 9000, every: year, source: Finance}
"""
PRICE = "charges:\n  - {kind: recurring, title: Licence, amount: unknown, every: year, currency: EUR, source: https://a.test}\n"


def test_money_known_in_part_and_assumptions_are_open_points(evaluated):
    priced = GOOD.replace("integration:\n", PRICE + "integration:\n")
    view = content(
        evaluated(
            {
                "plans/storefront-payments.yaml": PLAN + MONEY,
                "vendors/payment-gateways/examplepay.yaml": priced,
            }
        )
    )
    texts = [point["text"] for point in points(view).values()]
    assert any(text.startswith("Not known: Licence") for text in texts)
    assert "Licence: undated" in texts
    assert "Orders: 1,000 a year (Shop, 2026-11-01)" in texts
    assert "Average order value: 70 (no source, undated)" in texts
    steps = [step["text"] for step in view["cut_over"]]
    assert any(step.startswith("The plan counts on the end of: Fees of today") for step in steps)


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


def test_behind_a_plug_in_stands_the_interface_that_carries_the_same(evaluated):
    view = content(evaluated({"vendors/payment-gateways/examplepay.yaml": GOOD + PLUGIN}))
    assert "package examplepay/module 3.1" in told(view, "F1-4")
    assert "PHP >=8.1 admits 8.4." in told(view, "F1-4")
    assert "no partial refunds" in told(view, "F1-4")
    assert "Payments API: oauth2." in told(view, "F1-6")
    # What comes from the vendor comes as an event.
    assert "Events: payment.paid." in told(view, "F2-5")
    texts = {point["text"]: point["where"] for point in points(view).values()}
    assumed = "Assumed: plug-ins use {}, the interface that carries the same data"
    assert texts[assumed.format("Payments API")] == "F1"
    assert texts[assumed.format("Events")] == "F2"
    assert view["flows"][0]["fields"]["by"] == "Payments API"
    assert any("Install examplepay/module 3.1." in step["text"] for step in view["cut_over"])


def test_a_middleware_is_a_party_and_stands_between(evaluated):
    plan = PLAN.replace("flows:", "routes: [middleware]\nflows:")
    evaluation = evaluated({"plans/storefront-payments.yaml": plan})
    view = content(evaluation)
    assert "Middleware" in [party["role"] for party in view["parties"]]
    assert 'shop -->|"F1 payment"| middleware' in view["context"]["mermaid"]
    assert "middleware->>vendor: payment #40;POST /payments#41;" in view["flows"][0]["sequence"]["mermaid"]  # fmt: skip
    ET.fromstring(re.findall(r"<svg.*?</svg>", written(evaluation, "examplepay", specification_html), re.DOTALL)[0])  # fmt: skip


def test_a_plan_without_a_platform_asks_for_it(evaluated):
    plan = re.sub(r"platform: .*\n", "", PLAN)
    view = content(evaluated({"plans/storefront-payments.yaml": plan}))
    assert view["shop"] == "The shop"
    assert "Not in the plan: what the shop runs on" in [p["text"] for p in points(view).values()]


def test_test_cases_follow_from_the_flows(evaluated):
    first, _, refund, payout = content(evaluated())["flows"]
    titles = [case["title"] for case in first["cases"]]
    assert titles == [
        "Normal", "Repeated", "Peak", "Outage", "Wrong data", "Both sides differ",
        "Deletion of personal data", "Card numbers",
    ]  # fmt: skip
    assert first["cases"][2]["does"] == "4 records a second and 7,200 records within an hour."
    assert [case["title"] for case in refund["cases"]] == titles[:6]
    assert payout["cases"][2]["does"] == "The number is open (F4-7)."


def test_only_flows_in_real_time_have_a_sequence(evaluated):
    text = written(evaluated())
    assert text.count("```mermaid\nflowchart") == 1
    assert text.count("```mermaid\nsequenceDiagram") == 2
    assert "  vendor->>shop: payment #40;payment.paid#41;" in text
    page = written(evaluated(), "examplepay", specification_html)
    assert page.count("<svg") == 3
    assert "mermaid" not in page


def test_without_flows_there_is_nothing_to_specify(evaluated):
    plan = PLAN[: PLAN.index("flows:")]
    with pytest.raises(EvalkitError, match="names no flows"):
        written(evaluated({"plans/storefront-payments.yaml": plan}))


def test_a_saved_evaluation_makes_the_same_document_byte_for_byte(evaluated):
    evaluation = evaluated(hostile())
    again = from_json(to_json(evaluation))
    for write in (specification_markdown, specification_html):
        assert written(again, "examplepay", write) == written(evaluation, "examplepay", write)


def test_a_saved_evaluation_without_a_vendors_flows_is_one_message(evaluated):
    saved = json.loads(to_json(evaluated()))
    saved["fit"]["vendors"][0]["cells"].pop()
    with pytest.raises(EvalkitError, match="lacks flows of examplepay"):
        written(from_json(json.dumps(saved)))


BREAKS = '"]; click shop "javascript:alert(1)"; end\n``` %% --> {x} #quot; | A->>B: x'


def hostile():
    """Everything that a file may say freely, said badly."""
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


def fences(text):
    return re.findall(r"^```mermaid\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)


def test_hostile_texts_are_text_in_html(evaluated):
    page = written(evaluated(hostile()), "examplepay", specification_html)
    assert not re.search(r"<script|<img|<[^>]*\son\w+=|<[^>]*\sstyle=", page)
    assert not re.search(r'href="(?!https?://|#)', page)
    assert "{{ 7*7 }}" in page
    for svg in re.findall(r"<svg.*?</svg>", page, re.DOTALL):
        tags = {element.tag.split("}")[1] for element in ET.fromstring(svg).iter()}
        assert tags <= {"svg", "title", "desc", "rect", "line", "polyline", "text"}


def test_hostile_texts_are_text_in_markdown(evaluated):
    text = written(evaluated(hostile()))
    outside = re.sub(r"^```mermaid\n.*?^```$", "", text, flags=re.DOTALL | re.MULTILINE)
    assert "```" not in outside.replace("\\`", "")
    assert not re.search(r"(?<!\\)<script|(?<!\\)<img|(?<!\\)\]\((?!https?://)", outside)
    assert not re.search(r"(?<!\\)!\[", outside)
    width = None
    for line in text.splitlines():
        cells = len(re.findall(r"(?<!\\)\|", line)) if line.startswith("|") else None
        assert None in {width, cells} or cells == width, line
        width = cells


NODE = r'  \w+\["[^"\[\]{}|<>`;]*(?:#\d+;[^"\[\]{}|<>`;]*)*"\]'
EDGE = r'  \w+ (?:-->|-\.-)\|"(?:[\w .,/+\-]|#\d+;)*"\| \w+'
SAID = r"(?:[\w .,/+\-]|#\d+;)+"


def test_no_text_breaks_out_of_a_mermaid_diagram(evaluated):
    drawn = fences(written(evaluated(hostile())))
    assert len(drawn) == 3
    for each in drawn:
        kind, *lines = each.splitlines()
        for line in lines:
            if kind == "flowchart LR":
                assert re.fullmatch(f"{NODE}|{EDGE}", line), line
            else:
                assert re.fullmatch(rf"  (participant \w+ as|\w+--?>>\w+:|Note over \w+,\w+:) {SAID}", line), line  # fmt: skip


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("Stripe, v2 1/2", "Stripe, v2 1/2"),
        ('a"b', "a#34;b"),
        ("a-->b", "a#45;#45;#62;b"),
        ("x;y", "x#59;y"),
        ("a\nb", "a b"),
        ("a_b", "a#95;b"),
        ("日本", "日本"),
        ("", "-"),
        ("\u202e", "#92;u202e"),
    ],
)
def test_labels_in_mermaid_by_hand(words, written):
    assert label(words) == written


def test_a_flowchart_by_hand():
    systems = {"shop": "Shop", "vendor": "Pay (EU)"}
    found = Diagram("context", "t", systems, (Arrow("shop", "vendor", "F1 order"),), {"ERP": "F1"})
    assert flowchart(found) == (
        '```mermaid\nflowchart LR\n  shop["Shop"]\n  vendor["Pay #40;EU#41;"]\n'
        '  shop -->|"F1 order"| vendor\n  master1["ERP"]\n  master1 -.-|"F1"| shop\n```'
    )


def test_lines_of_a_label_fit_and_what_does_not_is_cut():
    assert wrapped("one two three", width_of("one two", 10), 10, 3) == ["one two", "three"]
    lines = wrapped("x" * 400, 90, 10, 3)
    assert len(lines) == 3
    assert lines[-1].endswith("…")
    assert all(width_of(line, 10) <= 90 for line in lines)


def test_messages_go_down_and_from_system_to_system():
    systems = {"a": "A", "b": "B"}
    arrows = (Arrow("a", "b", "one"), Arrow("b", "a", "two", is_answer=True))
    shapes = sequence_drawn(Diagram("sequence-x", "t", systems, arrows))["shapes"]
    sent = [s for s in shapes if s["is"] == "line" and s["y1"] == s["y2"]]
    # two columns of 120 at the ends of 420: their middles are at 60 and 360
    assert [(s["x1"], s["x2"]) for s in sent] == [(60, 360), (360, 60)]
    assert sent[0]["y1"] < sent[1]["y1"]


OVERRIDE = '{% extends "shipped/specification.md.j2" %}{% block glossary %}## 10 Words of Acme\n{% endblock %}'


def test_a_workspace_template_replaces_blocks_of_the_shipped_one(evaluated, tmp_path):
    folder = tmp_path / "own"
    folder.mkdir()
    (folder / "specification.md.j2").write_text(OVERRIDE)
    text = written(evaluated(), "examplepay", specification_markdown, folder)
    assert "## 10 Words of Acme" in text
    assert "## 10 Glossary" not in text
    (folder / "specification.css").write_text("</style>")
    with pytest.raises(EvalkitError, match="style sheet"):
        written(evaluated(), "examplepay", specification_html, folder)


def test_headings_do_not_skip_levels_and_tables_have_scoped_heads(evaluated):
    page = written(evaluated(), "examplepay", specification_html)
    levels = [int(level) for level in re.findall(r"<h(\d)", page)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))
    assert all("scope=" in head for head in re.findall(r"<th\b[^>]*>", page))
    ids = re.findall(r'\bid="([^"]*)"', page)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]*)"', page)) <= set(ids)


OLD = "# T\n\n## A\n\nsame\n\n## B\n\none O1\ntwo\n\n### C\n\nx\n"


def test_changes_are_told_section_by_section():
    assert changes(OLD, OLD) == []
    # a point's number alone is no change
    assert changes(OLD, OLD.replace("O1", "O7")) == []
    new = OLD.replace("two", "2").replace("### C\n\nx\n", "## D\n\ny\n")
    assert changes(OLD, new) == ["changed: B", "  - two", "  + 2", "added: D", "removed: B › C"]


def test_headings_in_code_are_lines_and_long_changes_are_cut():
    old = "# T\n\n## A\n\n```mermaid\n# no heading\n```\n"
    assert changes(old, old.replace("# no", "# a")) == ["changed: A", "  - # no heading", "  + # a heading"]  # fmt: skip
    many = "# T\n\n## A\n" + "".join(f"line {n}\n" for n in range(20))
    told = changes("# T\n\n## A\n", many)
    assert len(told) == MOST_LINES + 2
    assert told[-1] == "  … and 14 more lines"
    one, other = ("# T\n" + "x" * 300 + end + "\n" for end in ("old", "new"))
    shown = changes(one, other)
    assert shown[1].endswith("old")
    assert shown[2].endswith("new")
    assert all(len(line) < WIDEST + 10 for line in shown)


def test_changes_of_a_page_are_told_by_its_headings(evaluated):
    old = written(evaluated(), "examplepay", specification_html)
    plan = PLAN.replace("peak_per_second: 4", "peak_per_second: 5")
    new = written(
        evaluated({"plans/storefront-payments.yaml": plan}), "examplepay", specification_html
    )
    told = changes(old, new)
    assert "changed: 4 Flows › F1 Payment to the vendor" in told
    assert any("4 requests in the busiest second" in line for line in told)
    assert not any("{" in line for line in told)


def test_what_was_filled_in_by_hand_stays(evaluated):
    old = written(evaluated())
    by_hand = (
        old.replace("Legal basis for F1: ____", "Legal basis for F1: contract \\1")
        .replace("| amount | ____ | ____ |", "| amount | grand_total | in cents |")
        .replace("- [ ] **O1** ", "- [x] **O1** ")
    )
    line = next(each for each in by_hand.splitlines() if "**O4**" in each)
    by_hand = by_hand.replace(line, line.replace("owner: ____", "owner: Anna").replace("due: ____", "due: 2026-12-01"))  # fmt: skip
    assert filled(by_hand, old) == by_hand
    # The first point is settled: all others move up, and keep their owners.
    plan = PLAN.replace("master: ERP", "master: commerce")
    new = filled(by_hand, written(evaluated({"plans/storefront-payments.yaml": plan})))
    assert "Legal basis for F1: contract \\1" in new
    assert "| amount | grand_total | in cents |" in new
    (kept,) = [each for each in new.splitlines() if "owner: Anna" in each]
    assert "due: 2026-12-01" in kept
    assert re.sub(r"O\d+", "", kept) == re.sub(r"O\d+", "", line.replace("owner: ____ · due: ____", "owner: Anna · due: 2026-12-01"))  # fmt: skip


@pytest.mark.parametrize(("name", "has_gaps"), [("leader", False), ("paypal", True)])
def test_the_shipped_plans_specifications_are_as_recorded(name, has_gaps):
    """`EVALKIT_UPDATE_GOLDEN=1` writes them anew, after a look at what changed."""
    workspace = load(ROOT, DAY)
    evaluation = evaluate(workspace, workspace.plans["storefront-payments"], DAY)
    vendor = evaluation.vendors[0] if name == "leader" else find_vendor(evaluation, name)
    text = specification_markdown(evaluation, vendor)
    file = GOLDEN / f"specification-{name}.md"
    if os.environ.get("EVALKIT_UPDATE_GOLDEN"):
        file.write_text(text, encoding="utf-8", newline="\n")
    recorded = file.read_text(encoding="utf-8")
    told = "\n".join(changes(recorded, text)) or "only numbers"
    assert text == recorded, f"EVALKIT_UPDATE_GOLDEN=1 writes it anew; what changes:\n{told}"
    assert ("have no known route" in text) == has_gaps
    assert str(ROOT) not in text
    assert not difflib.get_close_matches("nan", re.findall(r"\bnan\b|\bNone\b|\bTrue\b", text))


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1200])
def test_the_page_in_a_browser_asks_for_nothing_and_is_accessible(
    browser, evaluated, tmp_path, scheme, width  # noqa: F811
):  # fmt: skip
    from axe_playwright_python.sync_playwright import Axe

    file = tmp_path / "page.html"
    file.write_text(
        written(evaluated(hostile()), "examplepay", specification_html), encoding="utf-8"
    )
    context = browser.new_context(
        color_scheme=scheme, viewport={"width": width, "height": 900}, bypass_csp=True
    )
    page = context.new_page()
    requests, dialogs = [], []
    page.on("request", lambda request: requests.append(request.url))
    page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    page.goto(file.as_uri())
    assert (len(requests), dialogs) == (1, [])
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    context.close()


def test_the_page_works_under_its_own_policy(browser, evaluated, tmp_path):  # noqa: F811
    file = tmp_path / "page.html"
    file.write_text(written(evaluated(), "examplepay", specification_html), encoding="utf-8")
    page = browser.new_page()
    complaints = []
    page.on("console", lambda message: complaints.append(message.text))
    page.goto(file.as_uri())
    assert complaints == []
    assert page.evaluate("getComputedStyle(document.querySelector('.fill')).display") == "inline-block"  # fmt: skip
    page.close()
