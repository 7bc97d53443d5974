"""Needs, and what refers to them."""

import pytest

from tests.rules.made import messages

PLAN = """\
id: storefront-payments
title: Payments
category: payment-gateways
needs: [{id: peak, text: Checkout keeps up.}]
questions: [{measure: rate_limit, at_least: 25, serves: %s}]
"""


@pytest.fixture
def plan(loaded):
    def load(serves):
        return loaded({"plans/storefront-payments.yaml": PLAN % serves})

    return load


def test_one_need_stands_for_a_list_of_it(plan):
    one, several = plan("peak"), plan("[peak]")
    assert one.plans == several.plans
    assert one.plans["storefront-payments"].questions[0].serves == ("peak",)


@pytest.mark.parametrize("serves", ["[]", "Peak!", "[peak, 5]"])
def test_what_is_no_need_is_refused(plan, serves):
    assert plan(serves).plans == {}


def test_a_question_names_the_need_that_it_serves(loaded):
    text = PLAN.replace(", serves: %s", "")
    found = loaded({"plans/storefront-payments.yaml": text})
    assert [d.severity.value for d in found.diagnostics][:1] == ["error"]
    assert "serves" in found.diagnostics[0].message


def test_a_question_makes_one_test(loaded):
    text = PLAN.replace("at_least: 25", "at_least: 25, at_most: 30") % "peak"
    (message,) = messages(loaded({"plans/storefront-payments.yaml": text}), "EK109")
    assert message.startswith("a question makes exactly one test")
