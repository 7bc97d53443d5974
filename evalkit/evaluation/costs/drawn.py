"""How often each vendor pays off, and how often it is the cheapest, across the draws."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from evalkit.analysis.sampling import Floats
from evalkit.costing.ledger import Ledger, Values
from evalkit.costing.outcomes import (
    net_present_value,
    present_benefits,
    present_costs,
    total_cost,
)
from evalkit.evaluation.costs.books import Books
from evalkit.level import SAME

BLOCK, ROOM = 16_384, 40_000_000
"""Maximum draws made at once, and maximum count of numbers of 8 bytes held for them."""
NOBODY: Mapping[str, Ledger] = {}


@dataclass(frozen=True)
class Shares:
    """Shares of draws, by vendor."""

    pays: Mapping[str, float]
    """Where the net present value is positive."""
    cheapest: Mapping[str, float]
    """Where no compared vendor costs less in all; a tie splits the draw."""
    ahead: Mapping[str, float]
    """Where it is worth more than what the client can do without a vendor."""


def shares(
    books: Books, compared: Sequence[str], draws: int, beyond: Mapping[str, Ledger] = NOBODY
) -> Shares:
    """Count outcomes across the draws; `compared` are the vendors whose costs are known.

    `beyond` are the ledgers of vendors beyond what the client can do without them.
    """
    pays = dict.fromkeys(books.ledgers, 0.0)
    cheapest = dict.fromkeys(compared, 0.0)
    ahead = dict.fromkeys(beyond, 0.0)
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
        for name, ledger in beyond.items():
            ahead[name] += _count_ahead(ledger, ledger.drawn(arrays), count)
    return Shares(
        {name: found / draws for name, found in pays.items()},
        {name: found / draws for name, found in cheapest.items()},
        {name: found / draws for name, found in ahead.items()},
    )


def _count_ahead(beyond: Ledger, values: Values, count: int) -> float:
    """In how many scenarios a vendor brings more than it costs, by more than a rounding error."""
    more = present_benefits(beyond, values) > present_costs(beyond, values) * (1 + SAME)
    return float(np.count_nonzero(np.broadcast_to(more, (count,))))


def _count_cheapest(costs: list[tuple[str, Floats]], cheapest: dict[str, float]) -> None:
    if not costs:
        return
    table = np.stack([each for _, each in costs])
    least = table.min(axis=0)
    is_least = table <= least + np.abs(least) * SAME
    parts = is_least / is_least.sum(axis=0)
    for (name, _), row in zip(costs, parts, strict=True):
        cheapest[name] += float(row.sum())
