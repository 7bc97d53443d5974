"""Why a vendor has its score, in sentences."""

import dataclasses

from evalkit.explanation.explain import explain
from evalkit.explanation.lookup import find_vendor
from tests.conftest import PLAN, VENDOR, vendor
from tests.explanation.made import EXAMPLEPAY, OTHERPAY, PLAN_FILE, against, of


def test_every_sentence_of_a_ranked_vendor(evaluated):
    assert of(evaluated(), "examplepay").sentences == (
        "ExamplePay has rank 1 of 2, with 63.8 points of 100.",
        "What is not known, or known only as a range, leaves the score between 63.8 and 70.0.",
        "It passes every gate.",
        # 36.2 as shown: 100 − 63.8; 6.25 is shown as 6.2
        "36.2 points are missing: 6.2 only because something is not known, and 30.0 because of "
        "what is known.",
    )


def test_a_vendor_without_rank_says_why(evaluated):
    found = of(evaluated({PLAN_FILE: PLAN.replace("10,", "20,")}), "otherpay")
    assert found.sentences[0] == (
        "Otherpay has no rank, because it fails a gate: Rate limit: at least 20 requests/s "
        "(found: 12 requests/s). Its facts bring 30.0 points of 100."
    )
    assert "the only vendor with a rank" in " ".join(
        of(evaluated({PLAN_FILE: PLAN.replace("10,", "20,")}), "examplepay").sentences
    )


def nothing_applies(name):
    no = "{not_applicable: none}"
    return vendor(name, api_style=no, webhooks=no, rate_limit=no)


def test_a_vendor_without_score_says_why(evaluated):
    evaluation = evaluated({OTHERPAY: nothing_applies("otherpay")})
    found = of(evaluation, "otherpay")
    assert (found.score, found.strongest, found.weakest) == (None, (), ())
    assert found.sentences[0] == (
        "Otherpay has no score and no rank, because no measure applies to it."
    )
    compared = against(evaluation, "otherpay", "examplepay")
    assert (compared.points, compared.criteria) == (None, ())
    assert compared.sentences == (
        "Otherpay has no score, because no measure applies to it.",
        "So there is nothing to compare.",
    )


def test_without_score_a_gate_that_fails_is_named_too(evaluated):
    no = "{not_applicable: none}"
    nothing = vendor(api_style=no, webhooks=no, rate_limit="{not_applicable: none}")
    evaluation = evaluated({OTHERPAY: nothing})
    gate = dataclasses.replace(evaluation.vendors[0].gates[0], outcome="fail", reason="found: 9")
    without = dataclasses.replace(find_vendor(evaluation, "otherpay"), gates=(gate,))
    assert explain(evaluation, without, 5).sentences[1] == (
        "It also fails a gate: Rate limit: at least 10 requests/s (found: 9)."
    )


def test_nothing_but_unknowns_is_said_to_be_that(evaluated):
    # both measures that are known are at their best: only the webhooks are missing
    full = VENDOR.replace("{value: 25,", "{value: 100,")
    assert of(evaluated({EXAMPLEPAY: full}), "examplepay").sentences[-1] == (
        "6.2 points are missing, only because something is not known."
    )


def test_open_gates_are_named_and_ties_too(evaluated):
    webhooks = PLAN.replace("rate_limit, at_least: 10", "webhooks, equals: true")
    twin = VENDOR.replace("examplepay", "otherpay").replace("ExamplePay", "Twin")
    found = of(evaluated({PLAN_FILE: webhooks, OTHERPAY: twin}), "otherpay")
    assert (
        found.sentences[0] == "Twin shares rank 1 of 2 with ExamplePay; it has 63.8 points of 100."
    )
    assert "Still to be verified: Webhooks: exactly true (nobody has looked yet)." in (
        found.sentences
    )


def test_a_range_that_is_printed_as_one_number_is_none(evaluated):
    # 25.05 requests a second bring 0.02 points more than 25: 70.0 as well.
    near = VENDOR.replace("{value: 25,", "{low: 25, high: 25.05,") + (
        "  webhooks: {value: true, source: https://e.test, checked: 2026-06-20}\n"
    )
    said = of(evaluated({EXAMPLEPAY: near}), "examplepay").sentences
    assert "Nothing that is not known can move this score." in said


def test_all_open_gates_and_all_who_share_a_rank_are_named(evaluated):
    open_ = PLAN.replace("rate_limit, at_least: 10", "webhooks, equals: true") + (
        "  - {measure: api_style, any_of: [rest], because: Nobody knows SOAP here.}\n"
    )
    bare = {"rate_limit": "{value: 25, source: s}"}
    files = {f"vendors/payment-gateways/{name}.yaml": vendor(name, **bare) for name in "abc"}
    said = of(evaluated({PLAN_FILE: open_, OTHERPAY: None, **files}), "b").sentences
    assert said[0] == "B shares rank 2 of 4 with A and C; it has 45.0 points of 100."
    assert (
        "Still to be verified: Webhooks: exactly true (nobody has looked yet) and Api style: any of "
        "rest (nobody has looked yet)."
    ) in said


def test_every_source_that_disagrees_is_named(evaluated):
    conflicts = "[{value: 20, source: https://f.test, checked: 2026-01-02}, {value: 30}]"
    text = VENDOR.replace("limits, checked: 2026-06-20", f"limits, conflicts: {conflicts}")
    found = of(evaluated({EXAMPLEPAY: text}), "examplepay").criteria[1].measures[0].evidence
    assert found.others == (
        "20 requests/s: https://f.test, 2026-01-02", "30 requests/s: no source, undated",
    )  # fmt: skip
