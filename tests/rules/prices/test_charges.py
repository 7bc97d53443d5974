"""Rules about what charges need of plans."""

import pytest

from evalkit.diagnostics.record import Severity
from tests.rules.made import SOURCED, messages
from tests.rules.many import CHARGE, MONEY_AND, names, plans, vendors
from tests.rules.money import MONEY, SETUP, charge, money, second


def test_what_a_plan_lacks_makes_a_total_a_least_one_and_is_a_warning(diagnosed):
    found = diagnosed(charge("kind: usage, per: odrer, fixed: 3, currency: USD"), MONEY)
    assert [(d.code, d.severity) for d in found] == [
        ("EK503", Severity.WARNING),
        ("EK502", Severity.WARNING),
    ]


def test_a_plan_without_money_hears_nothing_about_rates_and_volumes(told):
    assert told(charge("kind: usage, per: anything, percent: 3, currency: USD")) == []


def test_every_plan_without_a_rate_is_named(told):
    ((_, text, message),) = told(charge(SETUP), MONEY, files=second(MONEY))
    assert (text, message) == (
        "USD",
        "this one-off charge is in USD, for which the plans `marketplace`, "
        "`storefront-payments` give no rate",
    )


def test_of_a_price_that_is_not_known_no_rate_is_asked_for(told):
    assert told(charge(SETUP.replace("500", "unknown")), MONEY) == []


def test_charges_and_benefits_of_a_plan_need_rates_and_volumes_too(told):
    cost = f"{{kind: usage, per: ordr, fixed: 1, currency: USD, {SOURCED}}}"
    gain = f"{{kind: extra_margin, title: More, percent: 1, per: order, {SOURCED}}}"
    plan = money(f"volumes: {{orders: 9}}, charges: {{all: [{cost}]}}, benefits: [{gain}]")
    who = "the plan `storefront-payments` gives no"
    assert told(plan=plan) == [
        ("EK503", "ordr", f"{who} volume `ordr`"),
        ("EK502", "USD", f"this usage charge is in USD, for which {who} rate"),
        ("EK503", "order", f"{who} volume `average_order_value`, the value of one `order`"),
    ]


@pytest.mark.parametrize("per", ["order", "orders"])
def test_a_volume_may_be_named_in_the_singular(told, per):
    fee = charge(f"kind: usage, per: {per}, fixed: 1, currency: EUR")
    assert told(fee, money("volumes: {orders: 9}")) == []


def test_the_nearest_volume_of_any_plan_is_proposed(diagnosed):
    fee = charge("kind: usage, per: refnd, fixed: 1, currency: EUR")
    plans = money("volumes: {orders: 9}"), money("volumes: {refunds: 9}")
    (found,) = diagnosed(fee, plans[0], second(plans[1]))
    assert found.message == "no plan that compares this vendor gives a volume `refnd`"
    assert found.hint == "did you mean `refunds`?"


def test_no_comment_about_a_price_is_left_over_where_a_plan_cannot_be_read(codes):
    fee = charge("kind: usage, per: odrer, fixed: 3, currency: EUR").rstrip()
    fee += "  # evalkit: ignore[EK503] a volume of next year's plan\n"
    assert codes(fee, MONEY) == []
    assert codes(fee) == ["EK016"]
    assert codes(fee, MONEY.replace("years: 3, ", "")) == ["EK102"]


def test_a_charge_names_20_plans_that_have_no_rate_for_it(loaded):
    workspace = loaded(plans(21, MONEY_AND % "") | vendors(1, "charges:\n" + CHARGE))
    (message,) = messages(workspace, "EK502")
    assert message.endswith(f"for which the plans {names('p', 20)}, … give no rate")
