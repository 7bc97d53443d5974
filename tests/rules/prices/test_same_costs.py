"""Rules about the same cost counted twice."""

import pytest

from tests.conftest import vendor
from tests.rules.made import OTHERPAY, SOURCED
from tests.rules.money import FEE, charges, money


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("amount: 9", "amount: 8"),
        ("every: month", "every: year"),
        ("every: month", "every: month, per: seat"),
        ("every: month", "every: month, yearly_increase: 0.03"),
        ("EUR", "CHF"),
    ],
)
def test_what_differs_is_not_the_same(told, old, new):
    assert told(charges(FEE, FEE.replace(old, new))) == []


@pytest.mark.parametrize("amount", ["0", "unknown"])
def test_what_costs_nothing_or_is_not_known_may_stand_twice(told, amount):
    fee = FEE.replace("amount: 9", f"amount: {amount}")
    assert told(charges(fee, fee)) == []


def test_one_after_the_other_is_not_twice(codes):
    first, then = FEE.replace("every", "end: 12, every"), FEE.replace("every", "start: 13, every")
    assert codes(charges(first, then)) == []
    assert codes(charges(first, then.replace("13", "12"))) == ["EK509"]


def test_two_editions_are_not_bought_at_once(told):
    basic, plus = (FEE.replace("every", f"edition: {name}, every") for name in ("basic", "plus"))
    assert told(charges(basic, plus)) == []
    message = "this recurring charge costs the same as charge 1, in the same months"
    assert told(charges(basic, FEE)) == [("EK509", FEE, message)]


@pytest.mark.parametrize("who", ["all", "examplepay"])
def test_a_plan_does_not_repeat_the_price_list(told, who):
    message = (
        "this recurring charge costs the same as charge 1 in the price list of `examplepay`, in "
        "the same months"
    )
    plan = money(f"charges: {{{who}: [{FEE}]}}")
    assert told(charges(FEE), plan) == [("EK509", FEE, message)]


def test_one_vendors_offer_may_cost_what_anothers_does(told):
    other = vendor(api_style=f"{{value: [rest], {SOURCED}}}")
    offers = f"charges: {{examplepay: [{FEE}], otherpay: [{FEE}]}}"
    assert told(plan=money(offers), files={OTHERPAY: other}) == []
