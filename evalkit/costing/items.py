"""The charges and benefits of one vendor under one plan, with their unknowns."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from evalkit.costing.kinds import MONEY, Key
from evalkit.costing.tiers import last_priced
from evalkit.model.entries import (
    Entry,
    amounts,
    bought,
    is_bought,
    volume_named,
    volumes_of,
)
from evalkit.model.money import ALL, HoursSaved, Money
from evalkit.model.prices.charge import Internal, Tiered
from evalkit.model.vendor import Vendor

NO_EDITION = "no edition chosen in the plan"

Side = Literal["cost", "benefit"]


@dataclass(frozen=True, slots=True)
class Item:
    """One charge or benefit of a vendor."""

    key: Key
    entry: Entry
    side: Side
    open: tuple[str, ...]
    """Its unknowns, as phrases; if there are any, the calculated amount is a lower bound."""


def items_of(vendor: Vendor, money: Money) -> Iterator[Item]:
    """Every charge from the vendor or the plan, and every benefit."""
    chosen = money.editions.get(vendor.id)
    for place, charge in bought(vendor, money):
        yield _item((vendor.id, "charges", place), charge, "cost", money, chosen)
    for who in dict.fromkeys((vendor.id, ALL)):
        for place, charge in enumerate(money.charges.get(who, ())):
            if is_bought(charge, vendor.id, money):
                yield _item((*MONEY, "charges", who, place), charge, "cost", money, chosen)
    for place, benefit in enumerate(money.benefits):
        if benefit.vendors is None or vendor.id in benefit.vendors:
            yield _item((*MONEY, "benefits", place), benefit, "benefit", money, chosen)


def _item(key: Key, entry: Entry, side: Side, money: Money, chosen: str | None) -> Item:
    return Item(key, entry, side, tuple(_open(entry, money, chosen)))


def _open(entry: Entry, money: Money, chosen: str | None) -> Iterator[str]:
    if entry.is_generated:
        yield "made up by a text generator, so it does not count"
        return
    # Tiers after the last priced one count as unknown only if they are reached.
    priced = last_priced(entry) if isinstance(entry, Tiered) else 0
    for key, amount in amounts(entry):
        is_beyond = key[0] == "tiers" and int(key[1]) > priced
        if amount.is_unknown and not is_beyond:
            yield f"{_called(key)} not known"
    for _, name in volumes_of(entry):
        found = volume_named(money, name)
        if found is None:
            yield f"no volume `{name}` in the plan"
        elif _volume_unknown(money, found):
            yield f"volume `{found}` not known"
    currency = getattr(entry, "currency", None)
    if currency not in {None, money.currency} and currency not in money.rates:
        yield f"no rate for {currency} in the plan"
    if isinstance(entry, (Internal, HoursSaved)) and money.hourly_rate is None:
        yield "no hourly rate in the plan"
    edition = getattr(entry, "edition", None)
    if edition is not None and chosen is None:
        yield NO_EDITION


_CALLED = {
    "amount": "price",
    "percent": "percentage",
    "fixed": "fixed amount",
    "minimum_monthly": "monthly minimum",
    "overage": "price of overage",
    "yearly_increase": "yearly increase",
}


def _called(key: Key) -> str:
    """The name of a key's number in a sentence."""
    name = str(key[-1])
    if key[0] == "tiers":
        return f"{name} of tier {int(key[1]) + 1}"
    return _CALLED.get(name, name)


def _volume_unknown(money: Money, name: str, above: tuple[str, ...] = ()) -> bool:
    record = money.volumes[name]
    if record.of is None:
        return record.is_unknown
    whole = volume_named(money, record.of)
    return whole is None or whole in above or _volume_unknown(money, whole, (*above, name))
