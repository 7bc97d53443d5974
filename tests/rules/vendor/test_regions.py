"""A price list says where it holds."""

import pytest

from tests.rules.made import SOURCED
from tests.rules.money import SETUP, charge, charges, money


def test_a_price_without_a_region_is_told_at_its_place(told):
    assert told(charges(f"{{{SETUP.replace('USD', 'EUR')}, {SOURCED}}}")) == [
        (
            "EK545",
            f"{{{SETUP.replace('USD', 'EUR')}, {SOURCED}}}",
            "this one-off charge does not say in which region it holds",
        )
    ]


@pytest.mark.parametrize(
    "text",
    [
        "kind: one_off, amount: unknown, currency: EUR",
        "kind: internal, hours: 9",
    ],
)
def test_what_states_no_price_needs_no_region(codes, text):
    assert codes(charges(f"{{{text}, {SOURCED}}}"), money("hourly_rate: 50")) == []


def test_what_the_client_pays_today_needs_no_region(codes):
    fee = charges(f"{{{SETUP.replace('USD', 'EUR')}, {SOURCED}}}")
    assert codes(fee + "candidate: status_quo\n") == []


@pytest.mark.parametrize(
    ("given", "hint"),
    [
        ("UK", "did you mean `GB`?"),
        ("usa", "did you mean `US`?"),
        ("eea", "did you mean `EEA`?"),
        ("World", "did you mean `world`?"),
        ("Europe", "write a country in two letters, such as DE, or EU, EEA or world"),
    ],
)
def test_a_word_that_is_no_region_is_told_with_the_one_that_was_meant(diagnosed, given, hint):
    (found,) = diagnosed(charge("kind: one_off, amount: 5, currency: EUR").replace("world", given))
    assert (found.code, found.message, found.hint) == (
        "EK114",
        f"`{given}` is not a region",
        hint,
    )
