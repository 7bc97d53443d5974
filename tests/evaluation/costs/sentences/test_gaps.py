"""Which units some vendors charge for and others give no price for."""

import pytest

from evalkit.evaluation.costs.books import books
from evalkit.evaluation.costs.sentences.gaps import gaps
from tests.costing.given import money, one_off, recurring, tiered, usage
from tests.costing.given import vendor as with_charges

TIERS = [{"from": 0, "to": 1000, "price": 0.1}, {"from": 1000, "price": 0.05}]


def between(one, other, **plan):
    shops = with_charges(*one), with_charges(*other, name="otherpay")
    held = books(money(**plan), 0, shops)
    return [(gap.units, gap.priced, gap.silent) for gap in gaps(held, ["examplepay", "otherpay"])]


@pytest.mark.parametrize(
    "priced",
    [
        usage("order", fixed=0.1),
        tiered("order", "month", tiers=TIERS),
        tiered("order", "month", included=100, fixed=5, overage=0.1),
        recurring(5, per="order"),
    ],
)
def test_every_kind_of_charge_counts(priced):
    assert between([usage("order", fixed=0.2)], [priced]) == []
    assert between([usage("refund", fixed=0.2), priced], [priced]) == [
        (("refund",), ("examplepay",), ("otherpay",))
    ]


def test_what_a_vendor_offers_this_client_counts():
    offer = {"otherpay": [usage("order", fixed=0.1)]}
    assert between([usage("order", fixed=0.2)], [one_off(5)], charges=offer) == []


def test_who_has_a_flat_price_only_has_none_for_what_others_charge_for():
    assert between([usage("order", fixed=0.2)], [recurring(10)]) == [
        (("order",), ("examplepay",), ("otherpay",))
    ]


def test_pieces_of_the_same_orders_are_no_gap():
    pieces = [usage("card_order", percent=2), usage("wallet_order", percent=3)]
    assert between(pieces, [usage("order", percent=1)]) == []
    # Beside a price for all orders, the price of some is a surcharge.
    surcharge = [usage("order", percent=1), usage("card_order", percent=1)]
    assert between(surcharge, [usage("order", percent=1)]) == [
        (("card_order",), ("examplepay",), ("otherpay",))
    ]


def test_a_share_of_some_orders_beside_an_amount_for_all_is_a_piece_of_their_price():
    # An amount for each order and a share by card are together what others ask for each order.
    split = [usage("order", fixed=0.1), usage("card_order", percent=1)]
    assert between(split, [usage("order", percent=1.5, fixed=0.25)]) == []


def test_kinds_of_orders_that_add_up_to_all_orders_are_pieces_even_beside_a_share_of_all():
    volumes = {
        "orders": 1000,
        "card_orders": {"share": 0.94, "of": "orders"},
        "other_orders": {"share": 0.06, "of": "orders"},
        "refunds": {"share": 0.2, "of": "orders"},
    }
    markup = usage("order", percent=0.6)
    fees = [markup, usage("card_order", percent=0.4), usage("other_order", percent=2)]
    refund = usage("refund", fixed=1)
    blended = [usage("order", percent=1.5), refund]
    assert between([*fees, refund], blended, volumes=volumes) == []
    assert between([*fees[:2], refund], blended, volumes=volumes) == [
        (("card_order",), ("examplepay",), ("otherpay",))
    ]


def test_units_that_the_same_vendors_price_are_one_gap():
    both = [usage("order", fixed=0.2), usage("refund", fixed=1), usage("dispute", fixed=15)]
    assert between(both, [usage("order", fixed=0.2)]) == [
        (("refund", "dispute"), ("examplepay",), ("otherpay",))
    ]


@pytest.mark.parametrize(("one", "other"), [("refund", "order"), ("order", "refund")])
def test_no_price_is_missing_of_what_the_client_can_do_without_a_vendor(one, other):
    """It has no price list, neither to look for a price in nor to hold others against."""
    kept = with_charges(usage(other, fixed=1), name="otherpay", candidate="status_quo")
    held = books(money(), 0, [with_charges(usage(one, fixed=1)), kept])
    assert gaps(held, ["examplepay", "otherpay"]) == []
