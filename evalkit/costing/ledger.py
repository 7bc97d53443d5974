"""What one vendor costs and brings: every item, with every number behind it.

The ledger knows where each number stands, so that any of them can be varied or drawn, and every
result can be followed back to it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property
from typing import Any, Literal

from evalkit.costing.figures import Figure, exact
from evalkit.costing.kinds import (
    MONEY,
    Key,
    Terms,
    in_year,
    last_priced,
    period_volume,
    tier_key,
)
from evalkit.model.amount import Amount
from evalkit.model.charge import Internal, OneOff, Repeating, Tier, Tiered
from evalkit.model.entries import (
    Entry,
    amounts,
    bought,
    is_bought,
    is_generated,
    volume_named,
    volumes_of,
)
from evalkit.model.money import ALL, HoursSaved, Money
from evalkit.model.vendor import Vendor

NO_EDITION = "no edition chosen in the plan"
NO_PRICES = "no price on record"

Side = Literal["cost", "benefit"]
Values = Mapping[Key, Figure]


@dataclass(frozen=True, slots=True)
class Assumption:
    """A number that results rest on; `low` to `high`, or all the same."""

    key: Key
    low: Decimal
    likely: Decimal
    high: Decimal
    is_chance: bool = False
    """Whether it is the probability that something comes at all: 0 or 1 in a draw."""

    @property
    def is_range(self) -> bool:
        """Whether it may lie anywhere between two ends."""
        return self.low < self.high


@dataclass(frozen=True, slots=True)
class Item:
    """One charge or benefit of a vendor."""

    key: Key
    entry: Entry
    side: Side
    open: tuple[str, ...]
    """What is not known about it; it comes to more than what is worked out then."""


@dataclass(frozen=True)
class Ledger:
    """All items of one vendor under one plan."""

    vendor: str
    money: Money
    items: tuple[Item, ...]
    assumptions: Mapping[Key, Assumption]
    constants: Mapping[Key, Decimal]
    """Numbers that are not varied: the bounds of tiers, and how far a benefit has ramped up."""

    @cached_property
    def likely(self) -> dict[Key, Decimal]:
        """The scenario in which every number is the likely one."""
        return self.scenario({})

    def scenario(self, instead: Values) -> dict[Key, Any]:
        """Every number, exact, the likely one where nothing else is given."""
        base = {key: each.likely for key, each in self.assumptions.items()}
        return {**self.constants, **base, **instead}

    def drawn(self, arrays: Values) -> dict[Key, Any]:
        """Every number as a float, or as an array of draws where one is given."""
        base = {key: float(number) for key, number in self.scenario({}).items()}
        return {**base, **{key: array for key, array in arrays.items() if key in base}}

    @property
    def years(self) -> range:
        """The signing, year 0, and the years of use."""
        return range(self.money.years + 1)

    def flows(self, item: Item, values: Values) -> list[Figure]:
        """What an item comes to in each year, in the plan's currency."""
        terms = Terms(self.money, item.key, values)
        return [in_year(item.entry, terms, year) for year in self.years]

    def total(self, side: Side, values: Values, *, running: bool = False) -> list[Figure]:
        """What all items of a side come to in each year.

        With `running`, only what the vendor charges for use: no one-off, and nothing internal.
        """
        sums: list[Figure] = [0 for _ in self.years]
        for item in self._of(side, running=running):
            sums = [s + f for s, f in zip(sums, self.flows(item, values), strict=True)]
        return sums

    def open(self, side: Side, *, running: bool = False) -> tuple[str, ...]:
        """What is not known about a side, each once; `running` as for totals."""
        found = [reason for item in self._of(side, running=running) for reason in item.open]
        return tuple(dict.fromkeys([*found, *(self._no_prices() if side == "cost" else ())]))

    def has_known(self, side: Side, *, running: bool = False) -> bool:
        """Whether anything at all is known about a side."""
        return any(not item.open for item in self._of(side, running=running))

    def _of(self, side: Side, *, running: bool) -> list[Item]:
        return [
            item
            for item in self.items
            if item.side == side and (self._is_running(item) or not running)
        ]

    @staticmethod
    def _is_running(item: Item) -> bool:
        """Whether the vendor charges it for use: neither once, nor own work, nor for others."""
        is_own = item.key[:4] == (*MONEY, "charges", ALL)
        return not (is_own or isinstance(item.entry, (OneOff, Internal)))

    def _no_prices(self) -> Iterator[str]:
        own = (item for item in self.items if item.side == "cost" and item.key[0] == self.vendor)
        offered = (item for item in self.items if item.key[:4] == (*MONEY, "charges", self.vendor))
        if not any(own) and not any(offered):
            yield NO_PRICES


def ledger(vendor: Vendor, money: Money) -> Ledger:
    """Everything that a vendor costs and brings under a plan's assumptions."""
    items = tuple(_items(vendor, money))
    assumptions = {each.key: each for each in _assumptions(items, money)}
    highest = {key: each.high for key, each in assumptions.items()}
    checked = tuple(_with_ends(item, money, highest) for item in items)
    return Ledger(vendor.id, money, checked, assumptions, dict(_constants(items)))


def _with_ends(item: Item, money: Money, highest: Values) -> Item:
    """An item that says so where more may be used than its price list has prices for."""
    if not isinstance(item.entry, Tiered):
        return item
    ends = last_priced(item.entry).to
    terms = Terms(money, item.key, highest)
    most = max(period_volume(item.entry, terms, year) for year in range(1, money.years + 1))
    if ends is None or most <= exact(ends):
        return item
    beyond = f"the price list ends at {ends:,.15g}"
    return replace(item, open=(*item.open, beyond))


def _items(vendor: Vendor, money: Money) -> Iterator[Item]:
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
    if is_generated(entry):
        yield "made up by a text generator, so it does not count"
        return
    priced = last_priced(entry) if isinstance(entry, Tiered) else None
    for key, amount in amounts(entry):
        is_beyond = key[0] == "tiers" and _is_beyond(entry, key, priced)
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


def _is_beyond(entry: Entry, key: Key, priced: Tier | None) -> bool:
    """Whether a tier lies after the last one that has a price: open only if it is reached."""
    steps = entry.steps if isinstance(entry, Tiered) else ()
    return priced is not None and int(key[1]) > steps.index(priced)


_CALLED = {
    "amount": "price",
    "percent": "percentage",
    "fixed": "fixed amount",
    "minimum_monthly": "monthly minimum",
    "overage": "price of overage",
    "yearly_increase": "yearly increase",
}


def _called(key: Key) -> str:
    """What a key's number is called in a sentence."""
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


def _assumptions(items: Sequence[Item], money: Money) -> Iterator[Assumption]:
    yield _assumption((*MONEY, "discount_rate"), money.discount_rate)
    for item in items:
        # What cannot be counted for want of a price, a rate or an edition counts as nothing.
        if is_generated(item.entry) or NO_EDITION in item.open:
            continue
        for key, amount in amounts(item.entry):
            if not amount.is_unknown:
                further = tuple(_conflicting(item.entry, key))
                yield _assumption((*item.key, *key), amount, further)
        yield from _promotion(item)
        if getattr(item.entry, "probability", 1.0) < 1:
            chance = exact(item.entry.probability)  # type: ignore[union-attr]
            yield Assumption(
                (*item.key, "probability"), Decimal(0), chance, Decimal(1), is_chance=True
            )
        currency = getattr(item.entry, "currency", None)
        if currency in money.rates and currency != money.currency:
            yield _assumption((*MONEY, "rates", currency), money.rates[currency])
        if isinstance(item.entry, (Internal, HoursSaved)) and money.hourly_rate is not None:
            yield _assumption((*MONEY, "hourly_rate"), money.hourly_rate)
        for _, name in volumes_of(item.entry):
            yield from _volume(money, volume_named(money, name))
    for name in ("orders", "average_order_value"):
        yield from _volume(money, name if name in money.volumes else None)


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
        if amount is not None and not amount.is_unknown and not is_generated(other):
            yield amount


def _assumption(key: Key, amount: Amount, further: Sequence[Amount] = ()) -> Assumption:
    """A number, widened by what other sources say."""
    numbers = [number for each in (amount, *further) for number in each.numbers]
    low, high = exact(min(numbers)), exact(max(numbers))
    likely = amount.value if amount.value is not None else amount.likely
    if likely is None:
        ends = [exact(number) for number in amount.numbers]
        return Assumption(key, low, (ends[0] + ends[-1]) / 2, high)
    return Assumption(key, low, exact(likely), high)


def _constants(items: Sequence[Item]) -> Iterator[tuple[Key, Decimal]]:
    for item in items:
        if isinstance(item.entry, Tiered):
            for place, step in enumerate(item.entry.steps):
                for name, bound in (("from", step.from_), ("to", step.to)):
                    if bound is not None:
                        yield (*item.key, *tier_key(item.entry, place, name)), exact(bound)
        for place, share in enumerate(getattr(item.entry, "ramp_up", ())):
            yield (*item.key, "ramp_up", place), exact(share)
