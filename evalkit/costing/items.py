"""The charges and benefits of one vendor under one plan, with their unknowns."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from evalkit.costing.calendar import MONTHS
from evalkit.costing.kinds import MONEY, Key
from evalkit.model.entries import (
    Entry,
    counted,
    is_bought,
    volume_named,
    volumes_of,
)
from evalkit.model.money import ALL, HoursSaved, Money
from evalkit.model.prices.amount import Amount
from evalkit.model.prices.charge import Charge, Internal, Usage
from evalkit.model.vendor import Vendor
from evalkit.regions import holds
from evalkit.wording.messages.catalogue import say
from evalkit.wording.messages.record import terms as words
from evalkit.wording.words import listed

Side = Literal["cost", "benefit"]


@dataclass(frozen=True, slots=True)
class Item:
    """One charge or benefit of a vendor."""

    key: Key
    entry: Entry
    side: Side
    open: tuple[str, ...]
    """Its unknowns, as phrases; if there are any, the calculated amount is a lower bound."""
    elsewhere: bool = False
    """Whether its price holds only in other regions than the plan's, so that it counts as zero."""
    is_rivals: bool = False
    """Whether it is an item of the vendor that another is held against, on the opposite side."""


def items_of(vendor: Vendor, money: Money, region: str | None) -> Iterator[Item]:
    """Every charge from the vendor or the plan, and every benefit."""
    chosen = money.editions.get(vendor.id)

    def item(key: Key, entry: Entry, side: Side) -> Item:
        where = getattr(entry, "region", None)
        if not holds(where, region):
            return Item(key, entry, side, (only(where),), elsewhere=True)
        return Item(key, entry, side, tuple(_open(entry, money, chosen)))

    for place, charge in counted(vendor, money, region):
        # Of nothing, any price is nothing, also one that was read for elsewhere.
        if holds(charge.region, region) or not _is_of_nothing(charge, money):
            yield item((vendor.id, "charges", place), charge, "cost")
    for who in dict.fromkeys((vendor.id, ALL)):
        for place, charge in enumerate(money.charges.get(who, ())):
            if is_bought(charge, vendor.id, money):
                yield item((*MONEY, "charges", who, place), charge, "cost")
    for place, benefit in enumerate(money.benefits):
        if benefit.vendors is None or vendor.id in benefit.vendors:
            yield item((*MONEY, "benefits", place), benefit, "benefit")


def _is_of_nothing(charge: Charge, money: Money) -> bool:
    """Whether the plan says that there is none of what is paid for."""
    if not isinstance(charge, Usage) or charge.minimum_monthly is not None:
        return False
    per = volume_named(money, charge.per)
    base = _base(money, per) if per else None
    return base is not None and _is_zero(base)


def _is_zero(amount: Amount) -> bool:
    return not (amount.is_unknown or amount.is_open_ended or any(amount.numbers))


def only(*regions: str | None) -> str:
    """What is said of prices for some regions where none holds in the plan's."""
    return say(words.PRICE_ELSEWHERE, regions=listed([*filter(None, dict.fromkeys(regions))]))


def _open(entry: Entry, money: Money, chosen: str | None) -> Iterator[str]:
    if entry.is_generated:
        yield say(words.GENERATED)
        return
    if entry.start > MONTHS * money.years:
        return
    for _, name in volumes_of(entry):
        yield from _open_volume(name, money)
    currency = getattr(entry, "currency", None)
    if currency not in {None, money.currency} and currency not in money.rates:
        yield say(words.NO_RATE, currency=currency)
    if isinstance(entry, (Internal, HoursSaved)) and money.hourly_rate is None:
        yield say(words.NO_HOURLY_RATE)
    edition = getattr(entry, "edition", None)
    if edition is not None and chosen is None:
        yield say(words.NO_EDITION)


def _open_volume(name: str, money: Money) -> Iterator[str]:
    found = volume_named(money, name)
    base = _base(money, found) if found else None
    if found is None:
        yield say(words.NO_VOLUME, volume=name)
    elif base is None or base.is_unknown:
        yield say(words.VOLUME_UNKNOWN, volume=found)
    elif base.is_open_ended:
        yield say(words.VOLUME_AT_LEAST, volume=found)


def volume_known(money: Money, name: str) -> bool:
    """Whether a volume leads to a number, by its shares of others."""
    base = _base(money, name)
    return base is not None and not base.is_unknown


def _base(money: Money, name: str, above: tuple[str, ...] = ()) -> Amount | None:
    """The number that a volume leads to by its shares; None if they lead nowhere."""
    record = money.volumes[name]
    if record.of is None:
        return record
    whole = volume_named(money, record.of)
    return None if whole is None or whole in above else _base(money, whole, (*above, name))
