"""How often each vendor pays off, and how often it is the cheapest, across the draws."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from evalkit.analysis.sampling import Floats
from evalkit.costing.outcomes import net_present_value, total_cost
from evalkit.evaluation.costs.books import Books

BLOCK, ROOM = 16_384, 40_000_000
"""Maximum draws made at once, and maximum count of numbers of 8 bytes held for them."""
SAME = 1e-9
"""Relative difference up to which two costs are equal."""


@dataclass(frozen=True)
class Shares:
    """Shares of draws, by vendor."""

    pays: Mapping[str, float]
    """Where the net present value is positive."""
    cheapest: Mapping[str, float]
    """Where no compared vendor costs less in all; a tie splits the draw."""


def shares(books: Books, compared: Sequence[str], draws: int) -> Shares:
    """Count outcomes across the draws; `compared` are the vendors whose costs are known."""
    pays = dict.fromkeys(books.ledgers, 0.0)
    cheapest = dict.fromkeys(compared, 0.0)
    ranged = books.ranged(books.ledgers)
    stream = books.start(ranged)
    block = min(BLOCK, max(ROOM // (len(ranged) + 3 * len(books.ledgers)), 1))
    for start in range(0, draws, block):
        count = min(block, draws - start)
        arrays = stream(count)
        costs = []
        for name, ledger in books.ledgers.items():
            values = ledger.drawn(arrays)
            net = np.broadcast_to(net_present_value(ledger, values), (count,))
            pays[name] += float(np.count_nonzero(net > 0))
            if name in cheapest:
                costs.append((name, np.broadcast_to(total_cost(ledger, values), (count,))))
        _count_cheapest(costs, cheapest)
    return Shares(
        {name: found / draws for name, found in pays.items()},
        {name: found / draws for name, found in cheapest.items()},
    )


def _count_cheapest(costs: list[tuple[str, Floats]], cheapest: dict[str, float]) -> None:
    if not costs:
        return
    table = np.stack([each for _, each in costs])
    least = table.min(axis=0)
    is_least = table <= least + np.abs(least) * SAME
    parts = is_least / is_least.sum(axis=0)
    for (name, _), row in zip(costs, parts, strict=True):
        cheapest[name] += float(row.sum())
