"""Amounts of charges and benefits, and the volumes that multiply them."""

from collections.abc import Iterator

from evalkit.model.money import AnyBenefit, ExtraMargin, Money, names_of_volume, worth_of
from evalkit.model.prices.amount import Amount
from evalkit.model.prices.charge import Charge, Tiered, Usage
from evalkit.model.vendor import Vendor

Entry = Charge | AnyBenefit
Way = tuple[str | int, ...]
"""A route from an entry to one of its keys."""

NUMBERS = (
    "amount", "percent", "fixed", "hours", "minimum", "maximum", "minimum_monthly",
    "maximum_monthly", "overage", "yearly_increase",
)  # fmt: skip
"""The keys of an entry that hold amounts."""


def amounts(entry: Entry) -> Iterator[tuple[Way, Amount]]:
    """Every amount that is given in an entry, with its route."""
    for name in NUMBERS:
        amount = getattr(entry, name, None)
        if isinstance(amount, Amount):
            yield (name,), amount
    if isinstance(entry, Tiered) and entry.tiers is not None:
        for place, tier in enumerate(entry.tiers):
            yield ("tiers", place, "price"), tier.price
            yield ("tiers", place, "fixed"), tier.fixed


def volumes_of(entry: Entry) -> Iterator[tuple[str, str]]:
    """The volumes that multiply an entry, each with the key that names it."""
    per = getattr(entry, "per", None)
    if per is None:
        return
    yield "per", per
    if isinstance(entry, (Usage, ExtraMargin)) and entry.percent is not None:
        yield ("of", entry.of) if entry.of else ("per", worth_of(per))


def volume_named(money: Money, name: str) -> str | None:
    """The volume of a plan that a name means, if there is one."""
    return next((each for each in names_of_volume(name) if each in money.volumes), None)


def bought(vendor: Vendor, money: Money) -> Iterator[tuple[int, Charge]]:
    """The charges of a price list that a plan pays, with their places: no other editions, and
    none that the plan replaces."""
    replaced = {charge.replaces for charge in money.charges.get(vendor.id, ())} - {None}
    for place, charge in enumerate(vendor.charges):
        if is_bought(charge, vendor.id, money) and charge.id not in replaced:
            yield place, charge


def is_bought(charge: Charge, vendor: str, money: Money) -> bool:
    """Whether a plan pays a charge; without a chosen edition, any edition counts."""
    return None in {charge.edition, money.editions.get(vendor)} or (
        charge.edition == money.editions[vendor]
    )
