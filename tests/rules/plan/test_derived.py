"""Rules about what a plan needs for derived measures."""

import pytest

from tests.conftest import VENDOR
from tests.rules.flows import FITTING, ONE_FLOW, WEIGHED
from tests.rules.made import EXAMPLEPAY, GATEWAYS, STOREFRONT
from tests.rules.money import COSTLY, FRONTIER, MONEY, OWN_WEIGHTS, VOLUMES, money


def test_measures_of_flows_need_flows_and_no_money(told):
    found = told(files={GATEWAYS: FITTING, STOREFRONT: WEIGHED})
    names = "`flow_coverage`, `plugin_fit`, `peak_headroom`"
    message = f"there are no `flows` from which to compute {names}: left out for every vendor"
    assert found == [("EK635", "payment-gateways", message)]
    assert told(files={GATEWAYS: FITTING, STOREFRONT: WEIGHED + ONE_FLOW}) == []


def test_beside_a_frontier_measures_of_flows_weigh_like_any_other(told):
    plan = (
        WEIGHED
        + ONE_FLOW
        + "money: {currency: EUR, years: 3, discount_rate: 0.08}\ncost: frontier\n"
    )
    assert told(files={GATEWAYS: FITTING, STOREFRONT: plan}) == []


def test_a_gate_on_costs_stays_a_gate_and_needs_their_currency(judged):
    gated = FRONTIER.replace("rate_limit, at_least: 10", "total_cost, at_most: 50000")
    assert judged(gated) == []
    message = "the scale of `total_cost` is in EUR, but this plan uses USD"
    assert judged(gated.replace("EUR", "USD")) == [("EK531", "USD", message)]
    assert judged(FRONTIER.replace("EUR", "USD")) == []


@pytest.mark.parametrize(
    ("derived", "unit", "text", "expected"),
    [
        ("total_cost", "EUR", MONEY, []),
        ("total_cost", "CHF", MONEY, [("EK531", "EUR")]),
        ("total_cost", "EUR", "", [("EK532", "payment-gateways")]),
        ("return_on_investment", "percent", MONEY, [("EK532", "money")]),
        ("payback_months", "months", money("benefits: []"), [("EK532", "benefits")]),
        ("effective_rate", "percent", money("volumes: {orders: 9}"), [("EK532", "volumes")]),
        ("effective_rate", "percent", money(VOLUMES), []),
        ("total_cost", "euros", "", [("EK541", "euros")]),
        ("effective_rate", "share", "", [("EK541", "share")]),
        ("payback_months", "years", "", [("EK541", "years")]),
        ("return_on_investment", "EUR", "", [("EK541", "EUR")]),
    ],
)
def test_what_a_measure_is_worked_out_from_is_there(judged, derived, unit, text, expected):
    criteria = COSTLY.replace("derived: total_cost", f"derived: {derived}").replace("EUR", unit)
    assert [found[:2] for found in judged(OWN_WEIGHTS + text, criteria)] == expected


def test_what_a_role_cannot_have_needs_nothing(told):
    role = "roles:\n  wallet: {title: Wallets, without: [plugin_fit]}\n"
    own = {EXAMPLEPAY: VENDOR + "role: wallet\n", GATEWAYS: FITTING + role}
    ((code, _, message),) = told(files={**own, STOREFRONT: WEIGHED + "roles: [wallet]\n"})
    assert code == "EK635"
    assert "`flow_coverage`, `peak_headroom`:" in message
