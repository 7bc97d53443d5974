"""Which facts to ask for, and in which order."""

import pytest

from evalkit.evaluation.evaluate import evaluate
from evalkit.evidence.asking import selection
from evalkit.evidence.asking.selection import to_ask
from tests.conftest import DAY, PLAN, vendor
from tests.evidence.made import EXAMPLEPAY, OTHERPAY, SEEN

OLD = "source: https://a.test/1, checked: 2019-01-01"
STOREFRONT = "plans/storefront-payments.yaml"


def wanted(workspace, *names, everything=False):
    plan = workspace.plans["storefront-payments"]
    found = evaluate(workspace, plan, DAY)
    criteria = plan.judged_by(workspace.criteria[plan.category])
    asked = to_ask(found, criteria, names, everything=everything)
    return {name: [(each.measure, each.why) for each in them] for name, them in asked.items()}


def test_open_facts_that_can_change_who_is_first_come_before_old_and_disputed_ones(loaded):
    files = {
        EXAMPLEPAY: vendor(
            "examplepay",
            api_style=f"{{value: [rest], {OLD}}}",
            rate_limit=f"{{value: 20, {SEEN}}}",
        ),
        OTHERPAY: vendor(
            api_style=f"{{value: [rest], {OLD}}}", rate_limit=f"{{value: 19, {SEEN}}}",
            webhooks=f"{{value: true, {SEEN}}}",
        ),
    }  # fmt: skip
    assert wanted(loaded(files)) == {
        "examplepay": [("webhooks", selection.DECIDES), ("api_style", selection.STALE)],
        "otherpay": [("api_style", selection.STALE)],
    }


def test_what_a_must_have_depends_on_is_asked_although_it_changes_no_points(loaded):
    # The must-have of a measure in the background of nobody's points: its weight is almost nothing.
    facts = {"api_style": f"{{value: [rest], {SEEN}}}", "rate_limit": f"{{value: 100, {SEEN}}}"}
    files = {
        EXAMPLEPAY: vendor("examplepay", webhooks=f"{{value: true, {SEEN}}}", **facts),
        OTHERPAY: vendor(
            webhooks="unknown",
            api_style=f"{{value: [none], {SEEN}}}",
            rate_limit=f"{{value: 2, {SEEN}}}",
        ),
        STOREFRONT: PLAN.replace(
            "  - {measure: rate_limit, at_least: 10, because: Peak of five orders a second.}",
            "  - {measure: webhooks, any_of: [true], because: -}",
        ),
    }
    assert wanted(loaded(files), "otherpay") == {"otherpay": [("webhooks", selection.GATE)]}


@pytest.mark.parametrize(("other", "count"), [("50", 1), ("25", 0)])
def test_sources_that_disagree_are_a_question_and_those_that_agree_are_none(loaded, other, count):
    fact = f"{{value: 25, {SEEN}, conflicts: [{{value: {other}, {SEEN}}}]}}"
    known = {"api_style": f"{{value: [rest], {SEEN}}}", "webhooks": f"{{value: true, {SEEN}}}"}
    files = {
        EXAMPLEPAY: vendor("examplepay", rate_limit=fact, **known),
        OTHERPAY: vendor(rate_limit=f"{{value: 1, {SEEN}}}", **known),
    }
    found = wanted(loaded(files)).get("examplepay", [])
    assert found == [("rate_limit", selection.DISPUTED)] * count


@pytest.mark.parametrize(
    ("one", "other"), [("region: EEA", "region: US"), ("edition: a", "edition: b")]
)
def test_what_holds_elsewhere_is_no_dispute(loaded, one, other):
    fact = f"{{value: 25, {one}, {SEEN}, conflicts: [{{value: 50, {other}, {SEEN}}}]}}"
    known = {"api_style": f"{{value: [rest], {SEEN}}}", "webhooks": f"{{value: true, {SEEN}}}"}
    files = {EXAMPLEPAY: vendor("examplepay", rate_limit=fact, **known)}
    assert wanted(loaded(files)) == {}


def test_a_vendor_that_is_ruled_out_is_asked_only_by_name(loaded):
    files = {OTHERPAY: vendor(rate_limit=f"{{value: 1, {SEEN}}}")}
    workspace = loaded(files)
    assert "otherpay" not in wanted(workspace)
    assert {name for name, _ in wanted(workspace, "otherpay", everything=True)["otherpay"]} == {
        "api_style", "webhooks",
    }  # fmt: skip


def test_at_most_25_questions_unless_all_are_wanted(loaded, monkeypatch):
    monkeypatch.setattr(selection, "MOST", 1)
    workspace = loaded({OTHERPAY: vendor(rate_limit=f"{{value: 50, {SEEN}}}")})
    assert len(wanted(workspace)["otherpay"]) == 1
    assert len(wanted(workspace, everything=True)["otherpay"]) == 2


def test_the_limit_is_25():
    assert selection.MOST == 25


def test_what_is_computed_for_the_plan_is_no_question(loaded):
    criteria = (loaded().folder / "criteria/payment-gateways.yaml").read_text("utf-8")
    levels = "newest: 100, newest-not-excluded: 80, older: 60, older-not-excluded: 40, none: 0"
    scale = f"{{kind: levels, levels: {{{levels}}}, because: -}}"
    more = f"      support: {{weight: 9, derived: plugin_support, scale: {scale}}}\n"
    at = criteria.index("background:")
    workspace = loaded({"criteria/payment-gateways.yaml": criteria[:at] + more + criteria[at:]})
    assert [name for name, _ in wanted(workspace, everything=True)["examplepay"]] == ["webhooks"]


def known(rate, webhooks="true", **more):
    """Facts of which one is out of date."""
    return {
        "api_style": f"{{value: [rest], {OLD}}}",
        "webhooks": f"{{value: {webhooks}, {SEEN}}}",
        "rate_limit": f"{{value: {rate}, {SEEN}}}",
    } | more


def test_nobody_is_asked_whose_answers_cannot_matter(loaded):
    folder = "vendors/payment-gateways"
    files = {
        EXAMPLEPAY: vendor("examplepay", **known(50)),
        # One is ruled out although it has more points, one is behind by far, and one is no vendor.
        f"{folder}/outpay.yaml": vendor("outpay", **known(100, webhooks="false")),
        f"{folder}/farpay.yaml": vendor("farpay", **known(2)),
        f"{folder}/today.yaml": vendor("today", **known(50)) + "candidate: status_quo\n",
        STOREFRONT: PLAN.replace(
            "measure: rate_limit, at_least: 10", "measure: webhooks, any_of: [true]"
        )
        + "vendors: [examplepay, outpay, farpay, today]\n",
    }
    workspace = loaded(files)
    assert wanted(workspace) == {"examplepay": [("api_style", selection.STALE)]}
    assert wanted(workspace, "outpay") == {"outpay": [("api_style", selection.STALE)]}


def test_what_does_not_apply_is_no_question_however_old_that_is(loaded):
    old = "{not_applicable: It has none., source: https://a.test/1, checked: 2019-01-01}"
    known = {"webhooks": f"{{value: true, {SEEN}}}", "rate_limit": f"{{value: 100, {SEEN}}}"}
    files = {EXAMPLEPAY: vendor("examplepay", api_style=old, **known)}
    assert wanted(loaded(files), everything=True) == {}
