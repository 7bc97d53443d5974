"""Vendors with prices, and plans with money."""

from tests.conftest import CRITERIA, PLAN
from tests.rules.made import SOURCED

SECOND = "plans/marketplace.yaml"
MONEY = "money: {currency: EUR, years: 3, discount_rate: 0.08}\n"
VOLUMES = "volumes: {orders: 20000, average_order_value: 50}"
HERE = "region: world"
FEE = f"{{kind: recurring, amount: 9, every: month, currency: EUR, {HERE}, {SOURCED}}}"
SETUP = "kind: one_off, amount: 500, currency: USD"


def charge(text, sourced=SOURCED):
    return f"charges:\n  - {{{text}, {HERE}, {sourced}}}\n"


def charges(*entries):
    return "charges:\n" + "".join(f"  - {entry}\n" for entry in entries)


def money(text):
    return f"money: {{currency: EUR, years: 3, discount_rate: 0.08, {text}}}\n"


def second(text):
    """A second plan of the category, with costs."""
    return {SECOND: PLAN.replace("storefront-payments", "marketplace") + text}


COST = """\
  cost:
    title: Cost
    weight: 20
    measures:
      total_cost:
        unit: EUR
        weight: 1
        derived: total_cost
        scale: {kind: linear, worst: 90000, best: 0, because: "-"}
"""
COSTLY = CRITERIA.replace("background:", COST + "background:")
OWN_WEIGHTS = PLAN.replace("weights: {api: 25, scalability: 75}\n", "")
FRONTIER = PLAN + MONEY + "cost: frontier\n"
