"""Which charges and benefits count."""

from decimal import Decimal

import pytest

from evalkit.costing.ledger import ledger
from tests.costing.given import (
    MONEY,
    ORDERS,
    OWN,
    book,
    costs,
    ended,
    internal,
    money,
    one_off,
    recurring,
    usage,
    vendor,
)


def test_the_editions_that_are_not_chosen_do_not_count():
    charges = [recurring(10), recurring(20, edition="basic"), recurring(50, edition="pro")]
    chosen = costs(*charges, editions={"examplepay": "pro"})
    assert chosen[1] == 12 * (10 + 50)
    # of what the plan says of prices as well
    offer = {"examplepay": [recurring(3, edition="basic"), recurring(4, edition="pro")]}
    assert costs(*charges, editions={"examplepay": "pro"}, charges=offer)[1] == 12 * (10 + 50 + 4)
    # none chosen: neither counts, and it is said
    found = book(*charges, editions={"otherpay": "pro"})
    assert found.total("cost", found.likely)[1] == 120
    assert found.open("cost") == ("no edition chosen in the plan",)


def test_a_negotiated_price_replaces_that_of_the_list():
    charges = [recurring(49, id="base"), recurring(7, id="extra"), recurring(1)]
    offer = {"examplepay": [recurring(30, replaces="base")], "all": [recurring(2)]}
    assert costs(*charges, charges=offer)[1] == 12 * (30 + 7 + 1 + 2)
    # somebody else's offer changes nothing
    other = {"otherpay": [recurring(30, replaces="base")]}
    assert costs(*charges, charges=other)[1] == 12 * (49 + 7 + 1)


def test_the_items_know_where_they_stand():
    found = book(
        recurring(1),
        one_off(2, edition="basic"),
        recurring(3, edition="pro"),
        editions={"examplepay": "pro"},
        charges={"examplepay": [one_off(4)], "all": [internal(5)]},
        benefits=[ended(6, vendors=["otherpay"]), ended(7)],
    )
    assert [item.key for item in found.items] == [
        (*OWN, 0),
        (*OWN, 2),
        (*MONEY, "charges", "examplepay", 0),
        (*MONEY, "charges", "all", 0),
        (*MONEY, "benefits", 1),
    ]


def in_region(region, *charges, **plan):
    return ledger(vendor(*charges), money(**plan), region)


@pytest.mark.parametrize(
    ("where", "plans", "cost"),
    [
        ("EEA", "DE", 120), ("EU", "DE", 120), ("DE", "DE", 120), ("world", "EEA", 120),
        ("US", None, 120), (None, "EEA", 120), (None, None, 120),
        ("DE", "EEA", 0), ("EU", "EEA", 0), ("US", "EEA", 0), ("EEA", "world", 0), ("EEA", "GB", 0),
    ],
)  # fmt: skip
def test_a_price_counts_where_its_region_contains_the_plans(where, plans, cost):
    found = in_region(plans, recurring(10, **({"region": where} if where else {})))
    assert found.total("cost", found.likely)[1] == cost
    assert found.open("cost") == (() if cost else (f"price for {where} only",))


def test_a_price_for_another_region_gives_way_to_one_for_the_same_thing_here():
    american = usage(fixed=0.3, region="US"), recurring(29, region="US", currency="USD")
    european = usage(fixed=0.2, region="EEA"), recurring(25, region="EEA")
    found = in_region("DE", *american, *european, volumes=ORDERS)
    assert found.open("cost") == ()
    assert found.total("cost", found.likely)[1] == 1200 * Decimal("0.2") + 12 * 25
    # A surcharge of no stated region is not the price of the same thing.
    surcharge = usage(fixed=0.1)
    assert in_region("DE", american[0], surcharge, volumes=ORDERS).open("cost") == (
        "price for US only",
    )


def test_a_percentage_here_is_not_the_fixed_fee_that_another_region_pays_besides():
    fee, markup = usage(fixed=0.13, region="US"), usage(percent=0.6, region="EEA")
    found = in_region("DE", fee, markup, volumes=ORDERS)
    assert found.open("cost") == ("price for US only",)
    unknown = usage(fixed="unknown", region="EEA")
    found = in_region("DE", fee, markup, unknown, volumes=ORDERS)
    assert found.open("cost") == ("fixed amount not known",)
    both = usage(percent=1.5, fixed=0.25, region="EEA")
    assert (
        in_region("DE", fee, usage(percent=2, region="US"), both, volumes=ORDERS).open("cost") == ()
    )


def test_a_price_for_another_region_gives_way_to_what_the_vendor_offers_this_client():
    offer = {"examplepay": [usage(fixed=0.15)]}
    found = in_region("DE", usage(fixed=0.3, region="US"), volumes=ORDERS, charges=offer)
    assert found.open("cost") == ()
    assert found.total("cost", found.likely)[1] == 180


def test_a_price_for_another_region_asks_for_nothing_but_a_price_here():
    abroad = usage(percent={"low": 1, "high": 3}, fixed="unknown", region="US", currency="USD")
    found = in_region("DE", abroad)
    assert found.open("cost") == ("price for US only",)
    assert [each for each in found.assumptions if each[0] == "examplepay"] == []


@pytest.mark.parametrize(
    ("orders", "more", "open_"),
    [
        (0, {}, ()),
        (0, {"minimum_monthly": 9}, ("price for US only",)),
        ({"at_least": 0}, {}, ("price for US only",)),
        ({"low": 0, "high": 5}, {}, ("price for US only",)),
        ("unknown", {}, ("price for US only",)),
    ],
)
def test_a_price_for_another_region_is_not_missed_for_what_there_is_none_of(orders, more, open_):
    abroad, here = usage(fixed=0.3, region="US", **more), recurring(25, region="EEA")
    found = in_region("DE", here, abroad, volumes={"orders": orders})
    assert found.open("cost") == open_
    assert found.total("cost", found.likely)[1] == 300
    # Of a vendor with no other price none is known.
    alone = in_region("DE", usage(fixed=0.3, region="US"), volumes={"orders": 0})
    assert alone.open("cost") == ("no price on record",)
