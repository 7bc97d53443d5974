"""What is technically possible, from files to the record, and into the decision."""

import json

import pytest

from evalkit.evaluation.evaluate import evaluate
from evalkit.evaluation.plain import from_plain, to_plain
from tests.conftest import DAY

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
ORDERS = f"{{id: api, kind: rest, {SOURCED}, data: {{order: {{directions: [to_vendor]}}}}}}"
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


@pytest.fixture
def evaluated(loaded):
    def run(**changes):
        workspace = loaded({**FILES, **changes})
        assert workspace.errors == ()
        return evaluate(workspace, workspace.plans["storefront-payments"], DAY)

    return run


def vendor_of(evaluation, name):
    return next(each for each in evaluation.vendors if each.id == name)


def fit_of(evaluation, name):
    return next(each for each in evaluation.fit.vendors if each.id == name)


def test_a_must_flow_is_a_gate_by_itself(evaluated):
    found = evaluated()
    gates = {name: vendor_of(found, name).gate for name in ("examplepay", "oldpay", "unseen")}
    assert gates == {"examplepay": "pass", "oldpay": "fail", "unseen": "unverified"}
    (gate,) = vendor_of(found, "oldpay").gates
    assert gate.requirement == "Order to the vendor: can be carried"
    assert gate.because == "Shipping."
    assert gate.reason == "plug-in: module; PHP ~8.1.0 excludes 8.4"
    assert vendor_of(found, "oldpay").rank is None
    assert "Oldpay fails a gate" in found.verdict.text
    assert "Gates that are still open are taken as met" in found.robustness.text


def test_each_flow_that_must_be_is_a_gate_with_its_own_reason(evaluated):
    both = PLAN.replace("need: wish", "because: Money goes back.")
    lacks = vendor("oldpay", "", OLD).replace(
        "plugins:", "lacks: {refund: made by hand}\n  plugins:"
    )
    files = {"plans/storefront-payments.yaml": both, "vendors/payment-gateways/oldpay.yaml": lacks}
    found = evaluated(
        **files, **{"vendors/payment-gateways/examplepay.yaml": vendor("examplepay", ORDERS)}
    )
    gates = {v.id: [(g.outcome, g.because, g.reason) for g in v.gates] for v in found.vendors}
    assert gates["examplepay"][1] == ("unverified", "Money goes back.", "no route is on record")
    assert gates["examplepay"][0][:2] == ("pass", "Shipping.")
    assert gates["oldpay"] == [
        ("fail", "Shipping.", "plug-in: module; PHP ~8.1.0 excludes 8.4"),
        ("fail", "Money goes back.", "not offered: made by hand"),
    ]
    assert (
        "Oldpay cannot carry what must be: Order to the vendor (plug-in: module; PHP ~8.1.0 "
        "excludes 8.4); Refund to the vendor (not offered: made by hand)."
    ) in found.fit.text
    assert vendor_of(found, "examplepay").gate == "unverified"


def test_a_wish_is_no_gate(evaluated):
    plan = PLAN.replace("because: Shipping.", "need: wish")
    found = evaluated(**{"plans/storefront-payments.yaml": plan})
    assert {vendor.gate for vendor in found.vendors} == {"pass"}


def test_shares_and_headroom_are_scored_on_their_scales(evaluated):
    """Both flows by API: 100 % covered, none by a plug-in; 3,600 an hour are twice the peak: 40 +
    60 / 4 = 55."""
    measures = vendor_of(evaluated(), "examplepay").measures
    assert measures["flow_coverage"].value == 100
    assert measures["plugin_fit"].value == 0
    # The refund has no peak, and so no headroom is known of it.
    assert (measures["peak_headroom"].value, measures["peak_headroom"].high) == (0, 55)
    assert measures["peak_headroom"].fact.text == "at most 2 times"
    fact = measures["flow_coverage"].fact
    assert (fact.text, fact.path, fact.key) == (
        "100 percent", "plans/storefront-payments.yaml", "flows",
    )  # fmt: skip


def test_what_nobody_has_looked_at_spans_the_whole_scale(evaluated):
    measure = vendor_of(evaluated(), "unseen").measures["flow_coverage"]
    assert (measure.low, measure.value, measure.high) == (0, 0, 100)
    assert measure.fact.text == "0 to 100 percent"


def test_without_flows_such_measures_do_not_apply(evaluated):
    plan = PLAN.split("platform:", maxsplit=1)[0]
    found = evaluated(**{"plans/storefront-payments.yaml": plan})
    assert found.fit is None
    assert vendor_of(found, "examplepay").measures["plugin_fit"].status == "not_applicable"
    assert "gives no flows" in vendor_of(found, "examplepay").measures["plugin_fit"].fact.text


def test_the_record_says_what_where_and_from_where(evaluated):
    found = evaluated()
    cell = fit_of(found, "examplepay").cells[0]
    assert (cell.outcome, cell.route.kind) == ("with_work", "api")
    assert (cell.reference.source, cell.reference.path, cell.reference.key) == (
        "https://x.test/docs",
        "vendors/payment-gateways/examplepay.yaml",
        "integration.interfaces.0",
    )
    assert cell.route.limits[0].ratio == 2
    assert found.fit.flows[0].personal_data is True
    assert found.fit.platform.text == (
        "Test Shop 2.4.8 with PHP 8.4; regular support of its line ends on 2028-05-31."
    )
    assert "platforms/testshop.yaml" in {given.path for given in found.inputs}


def test_the_answer_names_who_carries_all_and_who_cannot(evaluated):
    text = evaluated().fit.text
    assert text.startswith("Examplepay carries both flows.")
    assert "Oldpay cannot carry what must be: Order to the vendor (plug-in: module; PHP" in text
    orders = vendor("examplepay", ORDERS)
    found = evaluated(**{"vendors/payment-gateways/examplepay.yaml": orders})
    assert found.fit.text.startswith("No vendor is known to carry both flows.")


def test_everybody_who_carries_all_is_named(evaluated):
    found = evaluated(**{"vendors/payment-gateways/unseen.yaml": vendor("unseen", API)})
    assert found.fit.text.startswith("Examplepay and Unseen carry both flows.")


def test_the_record_survives_json(evaluated):
    found = evaluated()
    assert from_plain(json.dumps(to_plain(found))) == found


def test_a_workspaces_platform_replaces_the_shipped_one_of_its_name(evaluated):
    own = PLATFORM.replace("id: testshop", "id: adobe-commerce")
    plan = PLAN.replace("name: testshop", "name: adobe-commerce")
    files = {"platforms/adobe-commerce.yaml": own, "plans/storefront-payments.yaml": plan}
    assert evaluated(**files).fit.platform.name == "Test Shop"
