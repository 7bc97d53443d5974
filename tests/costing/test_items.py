"""Which charges and benefits count."""

from evalkit.costing.items import NO_EDITION
from tests.costing.given import MONEY, OWN, book, costs, ended, internal, one_off, recurring


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
    assert found.open("cost") == (NO_EDITION,)


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
