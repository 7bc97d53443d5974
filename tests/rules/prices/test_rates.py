"""The rule about fees that exceed what is sold."""

import pytest

from tests.rules.money import charge, money

SALES = "orders: 20000, average_order_value: 70"


def plan(more=""):
    return money(
        f"volumes: {{{SALES}{more}}}, rates: {{USD: {{value: 0.5, source: s, checked: 2026-11-20}}}}"
    )


def test_a_number_of_orders_in_place_of_their_value_is_told_with_what_it_comes_to(told):
    # 2% of 20,000 for each of 20,000, of 1,400,000
    fee = charge("kind: usage, title: Card, per: order, percent: 2, of: orders")
    message = "the usage charge `Card` comes to 571% of all sales in the plan `storefront-payments`"
    assert told(fee, plan()) == [("EK544", "orders", message)]


@pytest.mark.parametrize(
    ("fee", "codes"),
    [
        ("per: order, fixed: 70, currency: EUR", []),
        ("per: order, fixed: 71, currency: EUR", ["EK544"]),
        ("per: order, fixed: 140, currency: USD", []),
        ("per: order, fixed: 141, currency: USD", ["EK544"]),
        ("per: order, percent: 100", []),
        ("per: order, percent: 90, fixed: 8, currency: EUR", ["EK544"]),
        ("per: order, percent: 99, of: basket", []),
        # 1% of 60 for each of 3,000,000 lines
        ("per: line, percent: 1, of: basket", ["EK544"]),
        ("per: line, fixed: unknown", []),
    ],
)
def test_fees_are_held_against_what_is_sold_in_a_year(told, fee, codes):
    more = ", basket: 60, lines: {share: 150, of: orders}"
    assert [code for code, *_ in told(charge(f"kind: usage, {fee}"), plan(more))] == codes


def test_a_charge_of_the_plan_itself_is_held_against_it_too(told):
    fee = "{kind: usage, per: order, percent: 2, of: orders, source: s, checked: 2026-11-20}"
    text = f"volumes: {{{SALES}}}, charges: {{examplepay: [{fee}]}}"
    assert [(code, text) for code, text, _ in told(plan=money(text))] == [("EK544", "orders")]


def test_without_sales_nothing_is_said(told):
    fee = charge("kind: usage, per: order, percent: 2, of: orders")
    assert told(fee, money("volumes: {orders: 20000}")) == []
