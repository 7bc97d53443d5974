"""Amounts of charges and benefits, and the volumes that multiply them."""

from collections.abc import Iterator

from evalkit.model.money import AnyBenefit, ExtraMargin, Money, names_of_volume, worth_of
from evalkit.model.prices.amount import Amount
from evalkit.model.prices.charge import Charge, Tiered, Usage
from evalkit.model.vendor import Vendor
from evalkit.regions import holds

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


def bought(vendor: Vendor, money: Money, region: str | None) -> Iterator[tuple[int, Charge]]:
    """The charges of a price list that a plan pays, with their places: no other editions, none
    that the plan replaces, and none for another region."""
    return (
        (place, charge)
        for place, charge in counted(vendor, money, region)
        if holds(charge.region, region)
    )


def counted(vendor: Vendor, money: Money, region: str | None) -> Iterator[tuple[int, Charge]]:
    """The charges of a price list that bear on a plan, with their places.

    One for another region shows that something is charged, though not how much; it is left out if
    the list has prices for the same in the plan's region, or if the vendor offers one. A percentage
    of an order is not the same as a fixed fee for it, of which lists may name one only.
    """
    replaced = {charge.replaces for charge in money.charges.get(vendor.id, ())} - {None}
    listed = [
        (place, charge)
        for place, charge in enumerate(vendor.charges)
        if is_bought(charge, vendor.id, money) and charge.id not in replaced
    ]
    offered = {_unit(charge) for charge in money.charges.get(vendor.id, ())}
    here: set[tuple[str, str]] | None = None
    for place, charge in listed:
        if holds(charge.region, region):
            yield place, charge
            continue
        if here is None:
            local = (each for _, each in listed if each.region and holds(each.region, region))
            here = {part for each in local for part in _parts(each)}
        if _unit(charge) not in offered and not _parts(charge) <= here:
            yield place, charge


def _parts(charge: Charge) -> set[tuple[str, str]]:
    """What a charge is paid for, with a share of its value, a fixed amount, or both."""
    return {(_unit(charge), key) for key in asked_by(charge)}


def asked_by(entry: Entry) -> set[str]:
    """Whether an entry asks for a share of a value, `percent`, a fixed amount, or both."""
    return {str(way[0]) for way, _ in amounts(entry)} & {"percent", "fixed"} or {"fixed"}


def _unit(charge: Charge) -> str:
    """What a charge is paid for: a unit, or else by its kind."""
    return getattr(charge, "per", None) or charge.kind


def is_bought(charge: Charge, vendor: str, money: Money) -> bool:
    """Whether a plan pays a charge; without a chosen edition, any edition counts."""
    return None in {charge.edition, money.editions.get(vendor)} or (
        charge.edition == money.editions[vendor]
    )
