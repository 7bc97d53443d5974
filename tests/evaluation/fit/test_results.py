"""Technical fit, from files to the record and the decision."""

import json

from evalkit.evaluation.plain import from_plain, to_plain
from tests.evaluation.fit.made import API, OLD, PLAN, PLATFORM, SOURCED, vendor, vendor_of

ORDERS = f"{{id: api, kind: rest, {SOURCED}, data: {{order: {{directions: [to_vendor]}}}}}}"


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
    assert (
        "Oldpay is ruled out: order to the vendor is not possible (plug-in: module; PHP ~8.1.0 "
        "excludes 8.4)." in found.verdict.text
    )
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
        "Oldpay is ruled out: its plug-in does not support PHP 8.4; it cannot carry refund to the "
        "vendor (not offered)."
    ) in found.fit.text
    assert vendor_of(found, "examplepay").gate == "unverified"


def test_a_wish_is_no_gate(evaluated):
    plan = PLAN.replace("because: Shipping.", "need: wish")
    found = evaluated(**{"plans/storefront-payments.yaml": plan})
    assert {vendor.gate for vendor in found.vendors} == {"pass"}


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
    assert text.startswith("Examplepay carries both data flows.")
    assert "Oldpay is ruled out: its plug-in does not support PHP 8.4." in text
    orders = vendor("examplepay", ORDERS)
    found = evaluated(**{"vendors/payment-gateways/examplepay.yaml": orders})
    assert found.fit.text.startswith("No vendor is known to carry both data flows")


def test_everybody_who_carries_all_is_named(evaluated):
    found = evaluated(**{"vendors/payment-gateways/unseen.yaml": vendor("unseen", API)})
    assert found.fit.text.startswith("Examplepay and Unseen carry both data flows.")


def test_the_record_survives_json(evaluated):
    found = evaluated()
    assert from_plain(json.dumps(to_plain(found))) == found


def test_a_workspaces_platform_replaces_the_shipped_one_of_its_name(evaluated):
    own = PLATFORM.replace("id: testshop", "id: adobe-commerce")
    plan = PLAN.replace("name: testshop", "name: adobe-commerce")
    files = {"platforms/adobe-commerce.yaml": own, "plans/storefront-payments.yaml": plan}
    assert evaluated(**files).fit.platform.name == "Test Shop"
