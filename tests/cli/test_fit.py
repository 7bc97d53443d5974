"""`evalkit fit` as a user meets it."""

import json

import pytest

from tests.conftest import BASE
from tests.evaluation.fit.made import FILES


@pytest.fixture
def folder(write):
    return write(FILES)


def test_the_answer_the_matrix_and_every_reason(evalkit, folder):
    ran = evalkit("fit", "storefront-payments", cwd=folder)
    assert (ran.code, ran.err) == (0, "")
    flat = " ".join(ran.out.split())
    assert "Examplepay carries both flows." in flat
    assert "Order to the vendor" in ran.out
    assert "Oldpay: not possible. Plug-in: module; PHP ~8.1.0 excludes 8.4." in flat
    assert "1,800 requests in the busiest hour, 3,600 allowed (1 a second × 3,600): 2 times" in flat
    assert "https://x.test/docs, 2026-09-01; vendors/payment-gateways/examplepay.yaml" in flat
    assert max(map(len, ran.out.splitlines())) <= 80


def test_json_has_the_keys_of_the_evaluation(evalkit, folder):
    found = json.loads(evalkit("fit", "storefront-payments", "-f", "json", cwd=folder).out)
    assert list(found) == ["format", "evalkit", "plan", "fit"]
    outcomes = {v["id"]: [c["outcome"] for c in v["cells"]] for v in found["fit"]["vendors"]}
    assert outcomes == {
        "examplepay": ["with_work", "with_work"],
        "oldpay": ["not_possible", "unknown"],
        "unseen": ["unknown", "unknown"],
    }


def test_a_saved_evaluation_gives_the_same(evalkit, folder):
    evalkit("score", "storefront-payments", "-f", "json", "-o", "saved.json", cwd=folder)
    direct = evalkit("fit", "storefront-payments", cwd=folder).out
    assert evalkit("fit", "saved.json", cwd=folder).out == direct


def test_a_plan_without_flows_says_what_it_lacks(evalkit, write):
    ran = evalkit("fit", "storefront-payments", cwd=write(BASE))
    assert (ran.code, ran.out) == (2, "")
    assert "has no `flows:` section; add one" in ran.err


def test_scoring_shows_that_a_flow_fails(evalkit, folder):
    ran = evalkit("score", "storefront-payments", cwd=folder)
    said = "Oldpay ruled out: order to the vendor is not possible (plug-in: module; PHP ~8.1.0"
    assert said in " ".join(ran.out.split())
