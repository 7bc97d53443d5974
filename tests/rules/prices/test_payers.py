"""Which plans pay a charge."""

from tests.conftest import PLAN, vendor
from tests.rules.made import OTHERPAY, SOURCED, STOREFRONT
from tests.rules.money import HERE, MONEY, SETUP, charge, charges, money


def test_a_plan_that_does_not_compare_the_vendor_asks_for_nothing(codes):
    plan = PLAN + MONEY + "vendors: [otherpay]\n"
    other = vendor(api_style=f"{{value: [rest], {SOURCED}}}")
    assert codes(charge(SETUP), files={STOREFRONT: plan, OTHERPAY: other}) == []


def test_a_plan_that_names_the_vendor_asks_for_a_rate(codes):
    assert codes(charge(SETUP), MONEY + "vendors: [examplepay]\n") == ["EK502"]


def test_nothing_is_asked_for_what_a_plan_does_not_buy(codes):
    plus = f"{{kind: recurring, edition: plus, amount: 9, every: month, currency: USD, {HERE}, {SOURCED}}}"
    basic = plus.replace("plus", "basic").replace("USD", "EUR")
    assert (
        codes(charges(plus, basic), money("volumes: {}") + "editions: {examplepay: basic}\n") == []
    )
    assert codes(charges(plus, basic), money("volumes: {}") + "editions: {examplepay: plus}\n") == [
        "EK502"
    ]


def test_nothing_is_asked_for_what_was_negotiated_otherwise(told):
    offer = f"kind: one_off, replaces: setup, amount: 300, currency: EUR, {SOURCED}"
    plan = money(f"charges: {{examplepay: [{{{offer}}}]}}")
    assert told(charge(f"{SETUP}, id: setup"), plan) == []
