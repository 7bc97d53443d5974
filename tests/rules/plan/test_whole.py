"""Rules about a plan as a whole."""

import pytest

from evalkit.evaluation.evaluate import evaluate
from tests.conftest import DAY, PLAN
from tests.rules.made import STOREFRONT
from tests.rules.money import MONEY, charge


def test_a_plan_is_not_older_than_the_prices_that_it_counts_with(codes):
    setup = charge("kind: one_off, amount: 500, currency: EUR").replace("06-20", "11-20")
    early = PLAN.replace("as_of: 2026-11-23", "as_of: 2026-09-01")
    assert codes(setup, files={STOREFRONT: early}) == []
    assert codes(setup, files={STOREFRONT: early + MONEY}) == ["EK410"]


def test_a_gate_must_suit_its_measure(loaded):
    gates = (
        "gates:\n  - {measure: api_style, at_least: 5, because: x}\n  - {measure: api_style, equals: rset, because: x}\n"
        "  - {measure: api_style, any_of: [rest, rset], because: x}\n  - {measure: webhooks, equals: true, because: x}\n"
    )
    found = loaded({STOREFRONT: PLAN.split("gates:")[0] + gates})
    assert [(d.span.line, d.message) for d in found.diagnostics if d.code == "EK407"] == [
        (8, "api_style is in words, which `at_least` cannot test"),
        (9, "`rset` is not a level of api_style"),
        (10, "`rset` is not a level of api_style"),
    ]


def test_an_unknown_criterion_in_nested_weights_of_a_measure(loaded):
    plan = PLAN.replace("{api: 25, scalability: 75}", "{api_style: 1, webhooks: 3}")
    workspace = loaded({STOREFRONT: plan})
    assert workspace.diagnostics == ()
    found = evaluate(workspace, workspace.plans["storefront-payments"], DAY)
    assert [m.weight for m in found.criteria[0].measures] == pytest.approx([0.1, 0.3])
