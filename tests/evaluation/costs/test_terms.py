"""Charges in words: what each limit, tier and date of a price list says."""

from decimal import Decimal

import pytest

from evalkit.costing.assumptions import Assumption
from evalkit.evaluation.costs.terms import ends_of, terms_of
from evalkit.wording.money import printer_for
from tests.costing.given import internal, one_off, recurring, tiered, usage, vendor

TIERS = [{"from": 0, "to": 100, "price": 0.1}, {"from": 100, "price": 0.05}]


@pytest.mark.parametrize(
    ("charge", "terms"),
    [
        (usage(percent=2, fixed=0.25, minimum=0.5, maximum=9),
         "2% + €0.25 for each order, at least €0.50, at most €9"),
        (usage(fixed=0.1, minimum_monthly=20, maximum_monthly=500),
         "€0.10 for each order, at least €20 a month, at most €500 a month"),
        (usage(percent={"low": 1, "likely": 2, "high": 3}),
         "1% to 3%, most likely 2% for each order"),
        (usage(fixed={"low": 0.1, "high": 0.2}), "€0.10 to €0.20 for each order"),
        (tiered(tiers=TIERS), "a month by api call, each at its tier's price: "
         "up to 100: €0.10 each; above 100: €0.05 each"),
        (tiered(tiers=TIERS, mode="volume", every="year"),
         "a year by api call, all at the price reached: up to 100: €0.10 each; above 100: €0.05 each"),
        (recurring(30), "€30 a month"),
        (recurring(30, every="quarter", start=2, end=14),
         "€30 a quarter, from month 2, until month 14"),
        (recurring(30, promotion={"months": 3, "percent_off": 50}),
         "€30 a month, 50% less in the first 3 months"),
        (recurring("unknown"), "not known a month"),
        (one_off(30), "€30 once, at signing"),
        (one_off(30, start=1), "€30 once, in month 1"),
        (one_off({"at_least": 620}), "at least €620 once, at signing"),
        (internal(10), "10 hours once, at signing"),
        (internal(10, start=5), "10 hours once, in month 5"),
        (internal(10, start=5, every="month"), "10 hours a month, from month 5"),
    ],
)  # fmt: skip
def test_terms_say_each_limit_on_its_own_side(charge, terms):
    assert terms_of(vendor(charge).charges[0], printer_for("EUR", "en")) == terms


@pytest.mark.parametrize(
    ("ends", "told"), [((0.18, 0.22), ("18%", "22%")), ((18, 22), ("18", "22"))]
)
def test_a_share_is_tested_in_percent_and_a_factor_as_a_number(ends, told):
    key = ("plan:", "money", "volumes", "tiles", "share")
    assumption = Assumption(key, Decimal(1), Decimal(1), Decimal(1))
    assert ends_of(assumption, ends, printer_for("EUR", "en")) == told
