"""Rules about the needs of a plan."""

import pytest

from tests.rules.made import placed

NEEDS = """\
needs:
  - {id: peak, text: Checkout keeps up., priority: must}
  - {id: hooks, text: We hear of payments at once., priority: should}
"""
GATE = "gates:\n  - {measure: rate_limit, at_least: 10, because: Peak., serves: peak}\n"
ASKED = "questions:\n  - {measure: webhooks, equals: true, serves: [hooks]}\n"


HEAD = "id: storefront-payments\ntitle: Payments\ncategory: payment-gateways\n"
WISH = """\
data_objects: {order: {title: Order}}
flows:
  - {data: order, direction: to_vendor, timing: daily, need: wish, serves: %s}
"""


@pytest.fixture
def plan(loaded):
    """The diagnostics of a plan with needs, each at its place."""

    def diagnose(*parts):
        text = "".join((HEAD, *parts))
        return placed(loaded({"plans/storefront-payments.yaml": text}).diagnostics)

    return diagnose


def test_needs_that_are_served_as_they_weigh_are_fine(plan):
    assert plan(NEEDS, GATE, ASKED) == []


def test_a_need_that_nothing_serves(plan):
    assert plan(NEEDS, GATE) == [("EK435", "6:10", "nothing serves the need `hooks`")]


@pytest.mark.parametrize(
    "serving",
    [
        "questions:\n  - {measure: webhooks, equals: true, serves: hooks}\n",
        "weights: {api: {weight: 1, serves: hooks}, scalability: 1}\n",
        "weights: {api: {weight: 1, serves: [hooks, peak]}, scalability: 1}\n",
    ],
)
def test_a_question_or_a_weight_serves_a_need(plan, serving):
    assert plan(NEEDS, GATE, serving) == []


def test_a_wish_serves_a_need(plan):
    assert plan(NEEDS, GATE, WISH % "hooks") == []


def test_an_unknown_need_is_answered_with_the_nearest(loaded):
    text = HEAD + NEEDS + GATE + ASKED.replace("[hooks]", "[hooks, peek]")
    (found,) = loaded({"plans/storefront-payments.yaml": text}).diagnostics
    assert (found.code, found.message) == ("EK436", "there is no need `peek`")
    assert found.hint == "did you mean `peak`?"
    assert text.splitlines()[found.span.line - 1][found.span.column - 1 :].startswith("peek")


def test_a_single_unknown_need_is_marked_where_it_stands(plan):
    found = plan(NEEDS, GATE.replace("peak", "[peak]"), ASKED.replace("[hooks]", "hook"))
    assert found == [
        ("EK435", "6:10", "nothing serves the need `hooks`"),
        ("EK436", "10:39", "there is no need `hook`"),
    ]


def test_an_id_names_one_need(plan):
    twice = NEEDS + "  - {id: peak, text: Refunds too., priority: must}\n"
    assert plan(twice, GATE, ASKED) == [("EK437", "7:10", "the id `peak` is used twice")]


@pytest.mark.parametrize("wish", ["", WISH % "peak"])
def test_a_must_that_rules_nobody_out(plan, wish):
    asked = ASKED.replace("[hooks]", "[hooks, peak]")
    assert plan(NEEDS, asked, wish) == [
        ("EK438", "5:10", "`peak` is a must, but nobody is ruled out by it")
    ]


def test_a_need_is_a_must_unless_it_says_otherwise(plan):
    assert [code for code, *_ in plan(NEEDS.replace(", priority: must", ""), ASKED)] == ["EK435"]
    needs = NEEDS.replace(", priority: should", "")
    assert [code for code, *_ in plan(needs, GATE, ASKED)] == ["EK438"]


def test_a_should_that_rules_vendors_out(plan):
    gate = GATE.replace("serves: peak", "serves: [peak, hooks]")
    assert plan(NEEDS, gate, ASKED) == [
        ("EK439", "8:72", "`hooks` is a should, but vendors are ruled out by it here")
    ]


def test_a_question_is_held_to_the_rules_of_a_gate(plan):
    asked = "questions:\n  - {measure: rate_limits, at_least: 5, serves: hooks}\n"
    asked += "  - {measure: webhooks, at_least: 5, serves: hooks}\n"
    assert plan(NEEDS, GATE, asked) == [
        ("EK406", "10:15", "there is no measure `rate_limits`"),
        ("EK407", "11:25", "webhooks is in words, which `at_least` cannot test"),
    ]


def test_a_question_about_costs_needs_money_even_where_costs_have_no_weight(judged):
    # Value against cost leaves the criterion `cost` without weight; the question still asks.
    head = HEAD + "cost: frontier\n" + NEEDS + "questions:\n"
    needs = "  - {measure: total_cost, at_most: 50000, serves: [hooks, peak]}\n"
    asked = {code for code, *_ in judged(head + needs)}
    silent = {code for code, *_ in judged(HEAD + "cost: frontier\n")}
    assert "EK532" in asked - silent
