"""Criteria merged with those that they extend."""

from evalkit.evaluation.evaluate import evaluate
from tests.conftest import CRITERIA, DAY
from tests.rules.made import GATEWAYS


def test_a_category_merges_over_what_it_extends_by_id(loaded):
    base = CRITERIA.replace("payment-gateways", "base")
    over = (
        "id: payment-gateways\ntitle: Payments\nextends: base\ncriteria:\n"
        "  api: {weight: 10, measures: {api_style: {weight: 5}, webhooks: null}}\n"
    )
    workspace = loaded({"criteria/base.yaml": base, GATEWAYS: over})
    assert workspace.diagnostics == ()
    merged = workspace.criteria["payment-gateways"]
    assert list(merged.leaves) == ["api_style", "rate_limit"]
    assert (merged.criteria["api"].weight, merged.criteria["api"].title) == (10, "API preference")
    assert merged.leaves["api_style"].measure.weight == 5
    evaluation = evaluate(workspace, workspace.plans["storefront-payments"], DAY)
    assert {"criteria/base.yaml", GATEWAYS} <= {given.path for given in evaluation.inputs}


def test_a_fault_in_what_is_extended_is_reported_once_in_its_own_file(loaded):
    base = CRITERIA.replace("payment-gateways", "base").replace("weight: 30", "weight: 0")
    extending = {
        f"criteria/{name}.yaml": f"id: {name}\ntitle: T\nextends: base\n"
        for name in ("payment-gateways", "b")
    }
    workspace = loaded({"criteria/base.yaml": base, **extending})
    assert [(d.path, d.code) for d in workspace.errors] == [("criteria/base.yaml", "EK205")]


def test_extending_an_unreadable_file_is_said_once_where_it_is_unreadable(loaded):
    workspace = loaded(
        {"criteria/base.yaml": "[", GATEWAYS: "id: payment-gateways\ntitle: T\nextends: base\n"}
    )
    assert [(d.path, d.code) for d in workspace.errors] == [("criteria/base.yaml", "EK003")]


def test_extending_a_list_is_said_once_where_the_list_is(loaded):
    workspace = loaded(
        {"criteria/base.yaml": "- a\n", GATEWAYS: "id: payment-gateways\ntitle: T\nextends: base\n"}
    )
    assert [(d.path, d.code) for d in workspace.errors] == [("criteria/base.yaml", "EK103")]
