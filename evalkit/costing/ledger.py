"""The costs and benefits of one vendor, with every number behind them.

The ledger knows the key of each number, so that any can be varied or drawn, and every result can
be traced back to its source.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property
from typing import Any

from evalkit.costing.assumptions import Assumption, assumptions_behind, constants_behind
from evalkit.costing.figures import Amounts
from evalkit.costing.items import Item, Side, items_of
from evalkit.costing.kinds import (
    MONEY,
    Key,
    Terms,
    cost_ended,
    extra_margin,
    hours_saved,
    internal,
    one_off,
    recurring,
    usage,
)
from evalkit.costing.reach import Reach
from evalkit.costing.tiers import tiered
from evalkit.model.money import ALL, CostEnded, ExtraMargin, HoursSaved, Money
from evalkit.model.prices.charge import Internal, OneOff, Recurring, Tiered, Usage
from evalkit.model.vendor import Candidate, Vendor
from evalkit.wording.messages.catalogue import say
from evalkit.wording.messages.record.terms import NO_PRICES

Values = Mapping[Key, Amounts]

KINDS: Mapping[type, Callable[[Any, Terms, int], Amounts]] = {
    OneOff: one_off,
    Recurring: recurring,
    Usage: usage,
    Tiered: tiered,
    Internal: internal,
    HoursSaved: hours_saved,
    ExtraMargin: extra_margin,
    CostEnded: cost_ended,
}
"""The yearly amount of each kind of entry, in the plan's currency."""


@dataclass(frozen=True)
class Ledger:
    """All cost and benefit items of one vendor under one plan."""

    vendor: str
    money: Money
    items: tuple[Item, ...]
    assumptions: Mapping[Key, Assumption]
    constants: Mapping[Key, Decimal]
    """Numbers that are never varied: bounds of tiers, and ramp-up shares of benefits."""
    candidate: Candidate | None = None
    """What it is, if not a vendor."""

    @cached_property
    def likely(self) -> dict[Key, Decimal]:
        """The scenario in which every number is at its likely value."""
        return self.scenario({})

    def scenario(self, instead: Values) -> dict[Key, Any]:
        """Every number as a Decimal, replaced by `instead` where given, else the likely one."""
        base = {key: each.likely for key, each in self.assumptions.items()}
        return {**self.constants, **base, **instead}

    def drawn(self, arrays: Values) -> dict[Key, Any]:
        """Every number as a float, or as an array of draws where given."""
        return {key: arrays.get(key, number) for key, number in self._floats.items()}

    @cached_property
    def _floats(self) -> dict[Key, float]:
        return {key: float(number) for key, number in self.likely.items()}

    @property
    def years(self) -> range:
        """The years, from 0 (signing) to the last year of use."""
        return range(self.money.years + 1)

    def flows(self, item: Item, values: Values) -> list[Amounts]:
        """The amount of an item in each year, in the plan's currency."""
        return self._flows(item, Terms(self.money, item.key, values))

    def _flows(self, item: Item, terms: Terms) -> list[Amounts]:
        return [KINDS[type(item.entry)](item.entry, terms, year) for year in self.years]

    def total(self, side: Side, values: Values, *, running: bool = False) -> list[Amounts]:
        """The total of all items of a side in each year.

        With `running`, only the vendor's running charges: neither one-off nor internal costs.
        """
        sums: list[Amounts] = [0 for _ in self.years]
        plain = Terms(self.money, (), values)
        for item in self._of(side, running=running):
            flows = self._flows(item, replace(plain, key=item.key))
            sums = [s + f for s, f in zip(sums, flows, strict=True)]
        return sums

    def open(self, side: Side, *, running: bool = False) -> tuple[str, ...]:
        """The unknowns of a side, without duplicates; `running` as in `total`."""
        found = [reason for item in self._of(side, running=running) for reason in item.open]
        return tuple(dict.fromkeys([*found, *(self._no_prices() if side == "cost" else ())]))

    def has_known(self, side: Side, *, running: bool = False) -> bool:
        """Whether any item of a side is fully known."""
        return any(not item.open for item in self._of(side, running=running))

    def _of(self, side: Side, *, running: bool) -> list[Item]:
        return [
            item
            for item in self.items
            if item.side == side and (self.is_running(item) or not running)
        ]

    @staticmethod
    def is_running(item: Item) -> bool:
        """Whether an item is a running charge: not one-off, internal, or common to all vendors."""
        is_own = item.key[:4] == (*MONEY, "charges", ALL)
        return not (is_own or isinstance(item.entry, (OneOff, Internal)))

    @property
    def has_charges(self) -> bool:
        """Whether the vendor's file or the plan lists any charge of this vendor.

        Own work that the plan lists is no price of a vendor, but it is one of what the client does
        without a vendor.
        """
        return any(
            item.key[0] == self.vendor
            or (
                is_offered(item.key, self.vendor)
                and (self.candidate is not None or not isinstance(item.entry, Internal))
            )
            for item in self.items
        )

    def _no_prices(self) -> Iterator[str]:
        if not self.has_charges:
            yield say(NO_PRICES)


def is_offered(key: Key, vendor: str) -> bool:
    """Whether a key of the plan belongs to what a vendor offers this client."""
    return key[:4] == (*MONEY, "charges", vendor)


def ledger(
    vendor: Vendor, money: Money, region: str | None = None, *, client_at_likely: bool = False
) -> Ledger:
    """The ledger of a vendor under a plan's assumptions, by the prices of a region.

    With `client_at_likely`, the client's own assumptions, such as volumes, are not varied.
    """
    items = tuple(items_of(vendor, money, region))
    assumptions = {each.key: each for each in assumptions_behind(items, money)}
    if client_at_likely:
        assumptions = {
            key: each if key[0] == vendor.id or is_offered(key, vendor.id) else each.at_likely
            for key, each in assumptions.items()
        }
    spans = ({key: getattr(each, end) for key, each in assumptions.items()} for end in _ENDS)
    lowest, highest = spans
    checked = [
        replace(item, open=(*Reach(item, money, lowest, highest).unknowns(), *item.open))
        for item in items
    ]
    constants = dict(constants_behind(items))
    return Ledger(vendor.id, money, tuple(checked), assumptions, constants, vendor.candidate)


_ENDS = ("low", "high")
