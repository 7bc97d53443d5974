"""The assumptions and constants behind the items of a ledger."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from evalkit.costing.figures import exact
from evalkit.costing.items import Item
from evalkit.costing.kinds import MONEY, Key
from evalkit.costing.tiers import tier_key
from evalkit.model.entries import amounts, volume_named, volumes_of
from evalkit.model.money import HoursSaved, Money
from evalkit.model.prices.amount import Amount
from evalkit.model.prices.charge import Internal, Repeating, Tiered
from evalkit.wording.messages.catalogue import say
from evalkit.wording.messages.record.terms import NO_EDITION


@dataclass(frozen=True, slots=True)
class Assumption:
    """A number that results depend on: a range, or a single value if all three are equal."""

    key: Key
    low: Decimal
    likely: Decimal
    high: Decimal
    is_chance: bool = False
    """Whether it is the probability of an event, which is 0 or 1 in a draw."""

    @property
    def at_likely(self) -> "Assumption":
        """The assumption as a single value, its likely one."""
        return Assumption(self.key, self.likely, self.likely, self.likely)

    @property
    def is_range(self) -> bool:
        """Whether the number is a range."""
        return self.low < self.high


def assumptions_behind(items: Sequence[Item], money: Money) -> Iterator[Assumption]:
    """Every assumption behind the items and the plan, some more than once."""
    yield _assumption((*MONEY, "discount_rate"), money.discount_rate)
    for item in items:
        yield from assumptions_of(item, money)
    for name in ("orders", "average_order_value"):
        yield from _volume(money, name if name in money.volumes else None)


def assumptions_of(item: Item, money: Money) -> Iterator[Assumption]:
    """Every assumption behind an item, some more than once.

    Entries that are generated, for another region, or of an edition that was not chosen, count as
    zero.
    """
    if item.entry.is_generated or item.elsewhere or say(NO_EDITION) in item.open:
        return
    for key, amount in amounts(item.entry):
        if not amount.is_unknown:
            yield _assumption((*item.key, *key), amount, tuple(_conflicting(item.entry, key)))
    yield from _promotion(item)
    if getattr(item.entry, "probability", 1.0) < 1:
        chance = exact(item.entry.probability)  # type: ignore[union-attr]
        yield Assumption((*item.key, "probability"), Decimal(0), chance, Decimal(1), is_chance=True)
    currency = getattr(item.entry, "currency", None)
    if currency in money.rates and currency != money.currency:
        yield _assumption((*MONEY, "rates", currency), money.rates[currency])
    if isinstance(item.entry, (Internal, HoursSaved)) and money.hourly_rate is not None:
        yield _assumption((*MONEY, "hourly_rate"), money.hourly_rate)
    for _, name in volumes_of(item.entry):
        yield from _volume(money, volume_named(money, name))


def _promotion(item: Item) -> Iterator[Assumption]:
    promotion = item.entry.promotion if isinstance(item.entry, Repeating) else None
    for name in ("percent_off", "amount"):
        number = getattr(promotion, name, None)
        if number is not None:
            yield _assumption((*item.key, "promotion", name), Amount(value=number))


def _volume(money: Money, name: str | None, above: tuple[str, ...] = ()) -> Iterator[Assumption]:
    if name is None or name in above:
        return
    record, key = money.volumes[name], (*MONEY, "volumes", name)
    if record.share is not None and record.of is not None:
        yield _assumption((*key, "share"), record.share)
        yield from _volume(money, volume_named(money, record.of), (*above, name))
    elif not record.is_unknown:
        yield _assumption(key, record)
    if record.growth is not None:
        yield _assumption((*key, "growth"), record.growth)


def _conflicting(entry: Any, key: Key) -> Iterator[Amount]:
    for other in getattr(entry, "conflicts", ()):
        amount = getattr(other, str(key[0]), None) if len(key) == 1 else None
        if amount is not None and not amount.is_unknown and not other.is_generated:
            yield amount


def _assumption(key: Key, amount: Amount, further: Sequence[Amount] = ()) -> Assumption:
    """An assumption whose range covers the conflicting sources."""
    numbers = [number for each in (amount, *further) for number in each.numbers]
    low, high = exact(min(numbers)), exact(max(numbers))
    likely = amount.value if amount.value is not None else amount.likely
    if likely is None:
        ends = [exact(number) for number in amount.numbers]
        return Assumption(key, low, (ends[0] + ends[-1]) / 2, high)
    return Assumption(key, low, exact(likely), high)


def constants_behind(items: Sequence[Item]) -> Iterator[tuple[Key, Decimal]]:
    """The numbers that are never varied: bounds of tiers, and ramp-up shares of benefits."""
    for item in items:
        if isinstance(item.entry, Tiered):
            for place, step in enumerate(item.entry.steps):
                for name, bound in (("from", step.from_), ("to", step.to)):
                    if bound is not None:
                        yield (*item.key, *tier_key(item.entry, place, name)), exact(bound)
        for place, share in enumerate(getattr(item.entry, "ramp_up", ())):
            yield (*item.key, "ramp_up", place), exact(share)
