"""The ledgers of all vendors of a plan, and how their assumptions are drawn."""

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from evalkit.analysis.sampling import Floats, triangular
from evalkit.costing.assumptions import Assumption
from evalkit.costing.kinds import Key
from evalkit.costing.ledger import Ledger, ledger
from evalkit.model.money import Money
from evalkit.model.vendor import Vendor

Stream = Callable[[int], dict[Key, Floats]]
"""Draws every assumption that is a range, by key, for the next so many draws."""


@dataclass(frozen=True)
class Books:
    """What every vendor of a plan costs and brings."""

    money: Money
    seed: int
    ledgers: Mapping[str, Ledger]
    """By vendor."""

    def ranged(self, vendors: Iterable[str]) -> dict[Key, Assumption]:
        """The assumptions behind some vendors that are ranges, each once."""
        return {
            key: each
            for vendor in dict.fromkeys(vendors)
            for key, each in self.ledgers[vendor].assumptions.items()
            if each.is_range
        }

    def start(self, ranged: Mapping[Key, Assumption]) -> Stream:
        """Begin to draw ranges; the same draws each time.

        Each assumption has a stream of its own, named by its place: so it is drawn alike whoever
        else takes part, and however many draws are made at a time.
        """
        streams = {key: self.stream(key) for key in ranged}
        quantiles = {key: _quantile(each) for key, each in ranged.items()}

        def draw(count: int) -> dict[Key, Floats]:
            return {key: quantiles[key](streams[key].random(count)) for key in ranged}

        return draw

    def stream(self, key: Key) -> np.random.Generator:
        """Random numbers that belong to one place."""
        digest = hashlib.sha256("\n".join(map(str, key)).encode()).digest()
        words = np.frombuffer(digest, dtype=np.uint32).tolist()
        return np.random.default_rng(np.random.SeedSequence(self.seed, spawn_key=tuple(words)))


def _quantile(assumption: Assumption) -> Callable[[Floats], Floats]:
    if assumption.is_chance:
        chance = float(assumption.likely)
        return lambda share: (share < chance).astype(np.float64)
    low, likely, high = map(float, (assumption.low, assumption.likely, assumption.high))
    return triangular(low, likely, high)


def books(money: Money, seed: int, vendors: Sequence[Vendor]) -> Books:
    """The ledgers of all vendors under a plan's assumptions."""
    return Books(money, seed, {vendor.id: ledger(vendor, money) for vendor in vendors})
