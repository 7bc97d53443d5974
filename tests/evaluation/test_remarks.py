"""What must be known before costs are compared: what prices are stated for, and how old they are."""

import pytest

from evalkit.evaluation.costs.books import books
from evalkit.evaluation.costs.remarks import remarks
from tests.costing.given import money, one_off, recurring, vendor

DATED = {"checked": "2026-06-20"}


@pytest.mark.parametrize(
    ("charges", "said"),
    [
        ([one_off(30), recurring(5)], "none has a date"),
        ([one_off(30, **DATED), recurring(5)], "1 of 2 has no date"),
        ([one_off(30, **DATED), recurring(5), recurring(9)], "2 of 3 have no date"),
    ],
)
def test_how_many_prices_have_no_date_is_told(charges, said):
    shop = vendor(*charges)
    found = list(remarks(books(money(), 0, [shop]), [shop], {"examplepay": "Pay"}))
    assert f"Of Pay's prices {said}: check them before relying on them." in found


def test_all_that_prices_are_stated_for_is_told_once():
    scopes = ["EU cards", "UK cards", "EU cards"]
    shop = vendor(*(one_off(30, scope=scope, **DATED) for scope in scopes))
    found = list(remarks(books(money(), 0, [shop]), [shop], {"examplepay": "Pay"}))
    assert found == ["Pay's prices are stated for: EU cards; UK cards."]
