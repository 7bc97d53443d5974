"""The ledgers of a plan's vendors, and random draws of their assumptions."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from evalkit.analysis.sampling import Floats, triangular
from evalkit.analysis.streams import stream
from evalkit.costing.assumptions import Assumption
from evalkit.costing.kinds import Key
from evalkit.costing.ledger import Ledger, ledger
from evalkit.model.money import Money
from evalkit.model.vendor import Vendor

Stream = Callable[[int], dict[Key, Floats]]
"""Draws the given number of values for every assumption that is a range, by key."""


@dataclass(frozen=True)
class Books:
    """The costs and benefits of every vendor in a plan."""

    money: Money
    seed: int
    ledgers: Mapping[str, Ledger]
    """By vendor."""
    region: str | None = None
    """The region whose prices count; None if the plan names none."""

    def regions(self, vendors: Iterable[str]) -> tuple[str, ...]:
        """The regions that the price lists of some vendors name."""
        found = {
            getattr(item.entry, "region", None)
            for vendor in vendors
            for item in self.ledgers[vendor].items
            if item.key[0] == vendor
        }
        return tuple(sorted(filter(None, found)))

    def are_of_one_region(self, vendors: Iterable[str]) -> bool:
        """Whether no two price lists are for different regions, of which the plan names none."""
        return self.region is not None or len(self.regions(vendors)) < 2  # noqa: PLR2004

    def ranged(self, vendors: Iterable[str]) -> dict[Key, Assumption]:
        """The distinct assumptions of some vendors that are ranges."""
        return {
            key: each
            for vendor in dict.fromkeys(vendors)
            for key, each in self.ledgers[vendor].assumptions.items()
            if each.is_range
        }

    def start(self, ranged: Mapping[Key, Assumption]) -> Stream:
        """Start to draw ranges; the draws are the same each time.

        Each assumption has its own random stream, named by its key, so its draws depend neither on
        the other vendors nor on how many are made at a time.
        """
        streams = {key: self.stream(key) for key in ranged}
        quantiles = {key: _quantile(each) for key, each in ranged.items()}

        def draw(count: int) -> dict[Key, Floats]:
            return {key: quantiles[key](streams[key].random(count)) for key in ranged}

        return draw

    def stream(self, key: Key) -> np.random.Generator:
        """The random numbers of one key."""
        return stream(self.seed, *key)


def _quantile(assumption: Assumption) -> Callable[[Floats], Floats]:
    if assumption.is_chance:
        chance = float(assumption.likely)
        return lambda share: (share < chance).astype(np.float64)
    low, likely, high = map(float, (assumption.low, assumption.likely, assumption.high))
    return triangular(low, likely, high)


def books(
    money: Money,
    seed: int,
    vendors: Sequence[Vendor],
    region: str | None = None,
    *,
    client_at_likely: bool = False,
) -> Books:
    """The ledgers of all vendors under a plan's assumptions, by the prices of a region.

    With `client_at_likely`, the client's own assumptions are at their likely values.
    """
    ledgers = {
        vendor.id: ledger(vendor, money, region, client_at_likely=client_at_likely)
        for vendor in vendors
    }
    return Books(money, seed, ledgers, region)
