"""Mistakes in prices, each at its place."""

from tests.rules.made import placed
from tests.rules.money import VOLUMES, money

MISTAKES = """\
charges:
  - {kind: one_off, title: Setup, amount: 500, currency: USD, SOURCED}
  - {kind: usage, per: odrer, fixed: 0.3, currency: EUR, region: EU, source: s, checked: 2026-06-20}
  - kind: tiered
    title: Overlap
    per: orders
    every: month
    tiers: [{from: 0, to: 1000, price: 0.02}, {from: 900, price: 0.01}]
    currency: EUR
    source: s
    checked: 2026-06-20
    region: EU
  - kind: tiered
    title: Gap
    per: orders
    every: month
    tiers: [{from: 0, to: 1000, price: 0.02}, {from: 1001, price: 0.01}]
    currency: EUR
    source: s
    checked: 2026-06-20
    region: EU
  - kind: usage
    title: Cards
    per: order
    percent: 1.4
    minimum: 5
    maximum: 2
    currency: EUR
    source: s
    checked: 2026-06-20
    region: EU
  - kind: recurring
    title: Rebate
    amount: -20
    every: month
    currency: EUR
    source: s
    checked: 2026-06-20
    region: EU
  - {kind: one_off, title: Start, amount: 90, currency: EUR, SOURCED}
  - {kind: one_off, title: Begin, amount: 90, currency: EUR, SOURCED}
  - {kind: one_off, title: Entry, amount: 80, currency: EUR, region: EU}
""".replace("SOURCED", "region: EU, source: s, checked: 2026-06-20")


def test_a_vendor_file_with_each_mistake_is_told_each_at_its_place(diagnosed):
    assert placed(diagnosed(MISTAKES, money(VOLUMES))) == [
        ("EK502", "9:58", "the one-off charge `Setup` is in USD, for which the plan "
         "`storefront-payments` gives no rate"),
        ("EK503", "10:24", "the plan `storefront-payments` gives no volume `odrer`"),
        ("EK504", "15:54", "volumes from 900 to 1000 have two prices"),
        ("EK504", "24:54", "there is no price for volumes from 1000 to 1001"),
        ("EK505", "33:14", "`minimum` 5 is above `maximum` 2"),
        ("EK507", "41:13", "`amount` of the recurring charge `Rebate` is -20, below zero"),
        ("EK509", "48:5", "the one-off charge `Begin` costs the same as the one-off charge "
         "`Start`, in the same months"),
        ("EK501", "49:5", "the one-off charge `Entry` has no source"),
    ]  # fmt: skip
