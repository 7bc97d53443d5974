"""What the finalists cost, in a sentence."""

from evalkit.evaluation.costs.books import books
from evalkit.evaluation.costs.compared import cost_of
from tests.costing.given import money, one_off, recurring
from tests.costing.given import vendor as with_charges

NAMED = [("examplepay", "Pay"), ("otherpay", "Other"), ("thirdpay", "Third")]


def test_costs_are_told_from_the_cheapest_then_at_least_then_those_without_a_price():
    shops = (
        with_charges(one_off(462_551)),
        with_charges(one_off(122_586), recurring("unknown"), name="otherpay"),
        with_charges(name="thirdpay"),
    )
    # "At least" is rounded down.
    assert cost_of(books(money(), 0, shops), NAMED) == (
        "Over 3 years Pay costs €463k and Other at least €122k; we found no price for Third."
    )


def test_a_range_makes_a_cost_about_so_much():
    shop = with_charges(one_off({"low": 263_072, "likely": 310_332, "high": 389_405}))
    assert cost_of(books(money(), 0, [shop]), NAMED[:1]) == "Over 3 years Pay costs about €310k."


def test_what_the_client_can_do_without_a_vendor_has_costs_and_no_price():
    shops = (
        with_charges(one_off(900)),
        with_charges(name="otherpay", candidate="build"),
        with_charges(name="thirdpay"),
    )
    assert cost_of(books(money(), 0, shops), NAMED) == (
        "Over 3 years Pay costs €900; the costs of Other are not stated; we found no price for "
        "Third."
    )
