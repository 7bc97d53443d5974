"""Concise plans, vendors and charges for tests of costs."""

from evalkit.costing.ledger import ledger
from evalkit.model.money import Money
from evalkit.model.vendor import Vendor

MONEY = ("plan:", "money")
OWN = ("examplepay", "charges")
ORDERS = {"orders": 1200, "average_order_value": 70}


def vendor(*charges, name="examplepay", **more):
    return Vendor.model_validate(
        {"id": name, "name": name.title(), "category": "c", "charges": charges, **more}
    )


def money(**plan):
    """A plan's costing: three years in euros at 8% by default."""
    return Money.model_validate({"currency": "EUR", "years": 3, "discount_rate": 0.08, **plan})


def book(*charges, name="examplepay", **plan):
    """The ledger of a vendor with some charges under a plan."""
    return ledger(vendor(*charges, name=name), money(**plan))


def costs(*charges, **plan):
    """The costs of a vendor in each year from signing."""
    found = book(*charges, **plan)
    return found.total("cost", found.likely)


def benefits(*brought, **plan):
    """The benefits of a vendor in each year from signing."""
    found = book(benefits=brought, **plan)
    return found.total("benefit", found.likely)


def one_off(amount, **more):
    return {"kind": "one_off", "amount": amount, "currency": "EUR", **more}


def recurring(amount, every="month", **more):
    return {"kind": "recurring", "amount": amount, "every": every, "currency": "EUR", **more}


def usage(per="order", **more):
    return {"kind": "usage", "per": per, "currency": "EUR", **more}


def tiered(per="api_call", every="month", **more):
    return {"kind": "tiered", "per": per, "every": every, "currency": "EUR", **more}


def internal(hours, **more):
    return {"kind": "internal", "hours": hours, **more}


def saved(hours, **more):
    return {"kind": "hours_saved", "title": "Less work", "hours": hours, **more}


def margin(**more):
    return {"kind": "extra_margin", "title": "More sold", **more}


def ended(amount, every="month", **more):
    return {"kind": "cost_ended", "title": "No more", "amount": amount, "every": every, **more}
