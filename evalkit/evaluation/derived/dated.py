"""The date of a figure of money, which is that of the oldest number behind it."""

import datetime
from collections.abc import Iterator

from evalkit.costing.items import Item
from evalkit.costing.ledger import Ledger
from evalkit.model.entries import volume_named, volumes_of
from evalkit.model.money import HoursSaved, Money
from evalkit.model.prices.charge import Internal
from evalkit.model.scale import Derived
from evalkit.model.source import Sourced

TURNOVER = ("orders", "average_order_value")
WITH_BENEFITS = ("return_on_investment", "payback_months")


def oldest(ledger: Ledger, what: Derived) -> datetime.date | None:
    """The date of the oldest price, rate or volume behind a figure; None if one is undated.

    What is not known is no part of the figure.
    """
    days = [record.checked for record in _behind(ledger, what)]
    return min((day for day in days if day), default=None) if all(days) else None


def _behind(ledger: Ledger, what: Derived) -> Iterator[Sourced]:
    money = ledger.money
    is_rate = what == "effective_rate"
    if is_rate:
        for name in TURNOVER:
            yield from _volume(money, name)
    if what == "return_on_investment":
        yield money.discount_rate
    for item in ledger.items:
        is_counted = item.side == "cost" or what in WITH_BENEFITS
        if is_counted and not item.open and (ledger.is_running(item) or not is_rate):
            yield item.entry
            yield from _assumed(item, money)


def _assumed(item: Item, money: Money) -> Iterator[Sourced]:
    """The plan's own numbers that an item is multiplied by."""
    currency = getattr(item.entry, "currency", None)
    if currency in money.rates and currency != money.currency:
        yield money.rates[currency]
    if isinstance(item.entry, (Internal, HoursSaved)) and money.hourly_rate is not None:
        yield money.hourly_rate
    for _, name in volumes_of(item.entry):
        yield from _volume(money, name)


def _volume(money: Money, name: str, above: tuple[str, ...] = ()) -> Iterator[Sourced]:
    found = volume_named(money, name)
    if found is None or found in above:
        return
    volume = money.volumes[found]
    yield volume
    if volume.of is not None:
        yield from _volume(money, volume.of, (*above, found))
