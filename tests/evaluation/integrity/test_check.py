"""The consistency check of an evaluation."""

import dataclasses

import pytest

from evalkit.errors import EvalkitError
from evalkit.evaluation.evaluate import evaluate
from evalkit.evaluation.integrity.check import check_intact
from evalkit.evaluation.robustness import field
from tests.conftest import CRITERIA, DAY, PLAN, VENDOR, vendor
from tests.evaluation.project.made import FILES

EXAMPLEPAY = "vendors/payment-gateways/examplepay.yaml"


def changed(evaluation, **fields):
    first, *others = evaluation.vendors
    return dataclasses.replace(evaluation, vendors=(dataclasses.replace(first, **fields), *others))


def test_an_evaluation_in_which_somebody_unseen_could_lead_is_intact(evaluated, monkeypatch):
    monkeypatch.setattr(field, "LIMIT", 2)
    seen = "source: https://a.test, checked: 2026-06-20"
    weak = vendor(
        api_style=f"{{value: [none], {seen}}}",
        webhooks=f"{{value: false, {seen}}}",
        rate_limit=f"{{value: 2, {seen}}}",
    ).replace("id: otherpay", "id: aweak")
    nothing = vendor(api_style="{value: unknown}")
    plan = PLAN[: PLAN.index("gates:")] + "rankable: 0\n"
    found = evaluated(
        {
            "vendors/payment-gateways/aweak.yaml": weak,
            "vendors/payment-gateways/otherpay.yaml": nothing,
            "vendors/payment-gateways/examplepay.yaml": VENDOR
            + f"  webhooks: {{value: true, {seen}}}\n",
            "plans/storefront-payments.yaml": plan,
        }
    )
    assert (found.verdict.outcome, found.robustness.left_out) == ("close", 1)
    assert found.robustness.vendors[0].ranks[0] == 1
    check_intact(found)


def test_an_evaluation_whose_figures_were_changed_is_refused(evaluated):
    evaluation = evaluated()
    check_intact(evaluation)
    first = evaluation.vendors[0]
    without = {name: m for name, m in first.measures.items() if name != "webhooks"}
    upside_down = dataclasses.replace(first.measures["webhooks"], low=99.0, high=1.0)
    for fields, fault in [
        ({"score": 64.0}, "`vendors.0.score`: its parts do not add up to it"),
        ({"score": None}, "`vendors.0.rank`: it is not that of its place"),
        ({"measures": without}, "the measure `webhooks` is missing"),
        ({"measures": first.measures | {"webhooks": upside_down}}, "lies outside its range"),
    ]:
        with pytest.raises(EvalkitError, match=fault):
            check_intact(changed(evaluation, **fields))


@pytest.mark.parametrize(
    ("told", "fault"),
    [({"freshness": "fresh"}, r"fact\.freshness"), ({"expired": False}, r"fact\.expired")],
)
def test_a_fact_that_has_ended_is_not_told_as_one_that_holds(evaluated, told, fault):
    ended = VENDOR.replace("value: 25", "value: 25, until: 2026-11-22")
    evaluation = evaluated({EXAMPLEPAY: ended})
    check_intact(evaluation)
    measures = evaluation.vendors[0].measures
    rate = measures["rate_limit"]
    other = dataclasses.replace(rate, fact=dataclasses.replace(rate.fact, **told))
    with pytest.raises(EvalkitError, match=fault):
        check_intact(changed(evaluation, measures=measures | {"rate_limit": other}))


def test_a_number_without_an_upper_end_is_not_told_as_known(evaluated):
    # 100 requests/s are worth 100 points already: only the status says that more is possible.
    evaluation = evaluated({EXAMPLEPAY: VENDOR.replace("value: 25", "at_least: 100")})
    check_intact(evaluation)
    first, *_ = evaluation.vendors
    rate = first.measures["rate_limit"]
    assert (rate.status, rate.low, rate.high) == ("range", 100.0, 100.0)
    known = dataclasses.replace(rate, status="known")
    with pytest.raises(EvalkitError, match=r"`vendors\.0\.measures\.rate_limit\.status`: "):
        check_intact(changed(evaluation, measures=first.measures | {"rate_limit": known}))


def test_generated_text_leaves_a_number_known(evaluated):
    seen = "source: a chat, checked: 2026-06-20, kind: generated"
    text = VENDOR.replace("value: 25", f"value: 25, conflicts: [{{at_least: 100, {seen}}}]")
    evaluation = evaluated({EXAMPLEPAY: text})
    assert evaluation.vendors[0].measures["rate_limit"].status == "known"
    check_intact(evaluation)


def test_who_is_not_ranked_stands_in_alphabetical_order(evaluated):
    empty = {
        f"vendors/payment-gateways/{name}.yaml": vendor(name, api_style="{value: unknown}")
        for name in ("aaa", "bbb")
    }
    evaluation = evaluated(empty)
    assert [each.id for each in evaluation.vendors[-2:]] == ["aaa", "bbb"]
    *ranked, one, other = evaluation.vendors
    with pytest.raises(EvalkitError, match="`vendors`: the rest of the evaluation says otherwise"):
        check_intact(dataclasses.replace(evaluation, vendors=(*ranked, other, one)))


def test_who_is_out_of_reach_at_most_below_another_at_least_is_told_from_who_is_not(evaluated):
    # OtherPay has no API, no webhooks and one request a second: 0 of 100 points, whatever the
    # weights. ExamplePay has 63.75 at least.
    seen = "source: https://a.test, checked: 2026-06-20"
    weak = vendor(
        api_style=f"{{value: [none], {seen}}}",
        webhooks=f"{{value: false, {seen}}}",
        rate_limit=f"{{value: 1, {seen}}}",
    )
    plan = PLAN[: PLAN.index("gates:")]
    files = {
        "vendors/payment-gateways/otherpay.yaml": weak,
        "plans/storefront-payments.yaml": plan,
    }
    evaluation = evaluated(files)
    check_intact(evaluation)
    first, second = evaluation.vendors
    assert (first.out_of_reach, second.out_of_reach) == (False, True)
    within = dataclasses.replace(second, out_of_reach=False)
    with pytest.raises(EvalkitError, match=r"`vendors\.1\.out_of_reach`: "):
        check_intact(dataclasses.replace(evaluation, vendors=(first, within)))


def test_a_clear_lead_whose_must_have_is_open_is_only_likely(evaluated):
    seen = "source: https://a.test, checked: 2026-06-20"
    weak = vendor(
        api_style=f"{{value: [none], {seen}}}",
        webhooks=f"{{value: true, {seen}}}",
        rate_limit=f"{{value: 1, {seen}}}",
    )
    gate = "  - {measure: webhooks, equals: true, because: Polling is too slow.}\n"
    plan = PLAN[: PLAN.index("  - {measure")] + gate
    files = {
        "vendors/payment-gateways/otherpay.yaml": weak,
        "plans/storefront-payments.yaml": plan,
    }
    evaluation = evaluated(files)
    assert evaluation.robustness.vendors[0].ranks[0] == 1
    assert evaluation.verdict.outcome == "likely"
    check_intact(evaluation)
    clear = dataclasses.replace(evaluation.verdict, outcome="clear")
    with pytest.raises(EvalkitError, match=r"`verdict\.outcome`: "):
        check_intact(dataclasses.replace(evaluation, verdict=clear))


def test_what_is_left_out_for_every_vendor_is_not_what_a_vendor_excludes(evaluated):
    criteria = CRITERIA.replace(
        "background:",
        "  fit:\n    title: Fit\n    weight: 10\n    measures:\n      flow_coverage:\n"
        "        weight: 1\n        derived: flow_coverage\n"
        '        scale: {kind: linear, worst: 0, best: 100, because: "-"}\nbackground:',
    )
    plan = PLAN.replace("scalability: 75}", "scalability: 75, fit: 10}")
    files = {
        "criteria/payment-gateways.yaml": criteria,
        "plans/storefront-payments.yaml": plan,
    }
    evaluation = evaluated(files)
    assert [each.measure for each in evaluation.left_out] == ["flow_coverage"]
    assert [vendor.excluded for vendor in evaluation.vendors] == [0.0, 0.0]
    check_intact(evaluation)
    with pytest.raises(EvalkitError, match=r"`vendors\.0\.excluded`: "):
        check_intact(changed(evaluation, excluded=0.1))


def test_each_vendor_has_a_role_that_is_compared_or_none(evaluated):
    roles = "roles:\n  acquirer: {title: Acquirers}\n"
    evaluation = evaluated(
        {
            "criteria/payment-gateways.yaml": CRITERIA + roles,
            EXAMPLEPAY: VENDOR + "role: acquirer\n",
        }
    )
    check_intact(evaluation)
    with pytest.raises(EvalkitError, match=r"`vendors\.\d\.role`: .*wallet"):
        check_intact(changed(evaluation, role="wallet"))
    twice = dataclasses.replace(evaluation.plan, roles=evaluation.plan.roles * 2)
    with pytest.raises(EvalkitError, match=r"`plan\.roles`: "):
        check_intact(dataclasses.replace(evaluation, plan=twice))


def test_needs_and_steps_that_contradict_the_rest_are_refused(loaded):
    workspace = loaded(FILES)
    evaluation = evaluate(workspace, workspace.plans["storefront-payments"], DAY)
    check_intact(evaluation)
    first, *others = evaluation.needs
    met = dataclasses.replace(first.vendors[0], outcome="met")
    turned = dataclasses.replace(first, vendors=first.vendors[::-1])
    step, *_ = evaluation.steps
    for fields, fault in [
        ({"needs": (first, first)}, "`needs`: `soap-too` is there twice"),
        ({"needs": (turned, *others)}, "`needs.0.vendors`: they are not those of the ranking"),
        (
            {"needs": (dataclasses.replace(first, vendors=(met, *first.vendors[1:])), *others)},
            r"`needs.0.vendors.0.outcome`: the rest of the evaluation says otherwise",
        ),
        ({"steps": (step, step)}, "`steps`: `contract` is there twice"),
        (
            {"steps": (dataclasses.replace(step, after=("keys",)),)},
            "`steps.0.after`: there is no step `keys`",
        ),
    ]:
        with pytest.raises(EvalkitError, match=fault):
            check_intact(dataclasses.replace(evaluation, **fields))
