"""What moved between two evaluations."""

import dataclasses

import pytest

from evalkit.errors import EvalkitError
from evalkit.evaluation.evaluate import evaluate
from evalkit.explanation.difference import difference
from tests.conftest import CRITERIA, DAY, PLAN, VENDOR, vendor
from tests.explanation.made import EXAMPLEPAY, OTHERPAY, PLAN_FILE
from tests.explanation.moved import CRITERIA_FILE, about


def test_the_decision_is_compared_too(evaluated):
    criteria = CRITERIA.replace("weight: 30", "weight: 10").replace("[25, 60]", "[25, 80]")
    plan = PLAN.replace("2026-11-23", "2026-11-24").replace(
        "{api: 25, scalability: 75}", "{api: 50, scalability: 50}"
    )
    plan = plan.replace("at_least: 10", "at_least: 11").replace("worst", "middle")
    plan += "stale: unknown\n"
    found = difference(evaluated(), evaluated({CRITERIA_FILE: criteria, PLAN_FILE: plan}))
    assert [(each.what, each.before, each.after) for each in found.changes] == [
        ("Day of the evaluation", "2026-11-23", "2026-11-24"),
        ("Unknowns are counted", "at the worst of its scale", "at the middle of its scale"),
        ("Stale facts", "count", "are not looked for"),
        ("Weight of API preference", "25%", "50%"),
        ("Weight of Scalability", "75%", "50%"),
        ("Weight of Api style within its criterion", "75%", "50%"),
        ("Weight of Webhooks within its criterion", "25%", "50%"),
        ("Scale of Rate limit", "straight lines through 1 → 0; 25 → 60; 100 → 100 (requests/s)",
         "straight lines through 1 → 0; 25 → 80; 100 → 100 (requests/s)"),
        ("Gate Rate limit: at least 10 requests/s", "set", "none"),
        ("Gate Rate limit: at least 11 requests/s", "none", "set"),
    ]  # fmt: skip
    assert [file.path for file in found.files] == [CRITERIA_FILE, PLAN_FILE]
    assert all(len(f.sha256_before) == len(f.sha256_after) == 64 for f in found.files)


def test_vendors_come_and_go(evaluated):
    only = {PLAN_FILE: PLAN + "vendors: [examplepay]\n"}
    gone, new = difference(evaluated(), evaluated(only)), difference(evaluated(only), evaluated())
    assert [(v.vendor, v.rank, v.score) for v in gone.removed] == [("otherpay", 2, about(30))]
    assert [(v.vendor, v.rank) for v in new.added] == [("otherpay", 2)]
    assert [each.vendor for each in gone.vendors] == ["examplepay"]


def test_nothing_changed_when_nothing_did(evaluated):
    found = difference(evaluated(), evaluated())
    assert found.is_empty
    assert [each.causes for each in found.vendors] == [(), ()]
    assert not difference(evaluated(), evaluated({EXAMPLEPAY: VENDOR + "# a remark\n"})).is_empty


def test_two_plans_and_two_categories(evaluated, loaded):
    other = PLAN.replace("id: storefront-payments", "id: other")
    workspace = loaded({"plans/other.yaml": other})
    newer = dataclasses.replace(evaluate(workspace, workspace.plans["other"], DAY), evalkit="9.0")
    older = dataclasses.replace(evaluated(), evalkit="8.0")
    assert difference(older, newer).remarks == (
        "These are two plans: storefront-payments before, other now.",
        "Scored by evalkit 8.0 before, and by evalkit 9.0 now.",
    )
    pim = {
        "criteria/pim.yaml": CRITERIA.replace("id: payment-gateways", "id: pim"),
        "vendors/pim/third.yaml": VENDOR.replace("examplepay", "third").replace("payment-gateways", "pim"),
        "plans/pim.yaml": PLAN.replace("storefront-payments", "pim").replace("payment-gateways", "pim"),
    }  # fmt: skip
    workspace = loaded(pim)
    with pytest.raises(EvalkitError, match="different things, payment-gateways and pim; compare"):
        difference(evaluated(), evaluate(workspace, workspace.plans["pim"], DAY))


def test_changed_bands_are_a_change_of_the_decision(evaluated):
    banded = {PLAN_FILE: PLAN + "bands: {50: acceptable, 70: recommended}\n"}
    found = difference(evaluated(), evaluated(banded))
    assert [(each.what, each.before, each.after) for each in found.changes] == [
        ("Bands", "none", "recommended from 70, acceptable from 50")
    ]


def test_other_roles_are_a_change_of_the_decision(evaluated):
    roles = "roles:\n  acquirer: {title: Acquirers}\n  wallet: {title: Wallets}\n"
    files = {
        CRITERIA_FILE: CRITERIA + roles,
        EXAMPLEPAY: VENDOR + "role: acquirer\n",
        OTHERPAY: vendor() + "role: wallet\n",
    }
    before = evaluated(files | {PLAN_FILE: PLAN + "roles: [acquirer, wallet]\n"})
    after = evaluated(files | {PLAN_FILE: PLAN + "roles: [acquirer]\n"})
    found = difference(before, after)
    told = [(each.before, each.after) for each in found.changes if each.what == "Roles compared"]
    assert told == [("Acquirers, Wallets", "Acquirers")]
    assert [each.vendor for each in found.removed] == ["otherpay"]
