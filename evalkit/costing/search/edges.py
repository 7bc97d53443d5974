"""Where a price list bends or jumps: the bounds of tiers, and where a minimum or maximum binds."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import numpy as np

from evalkit.costing.calendar import payments
from evalkit.costing.figures import between
from evalkit.costing.items import Item
from evalkit.costing.kinds import Key, Terms, unit_fee, usage_limits
from evalkit.costing.ledger import Ledger
from evalkit.costing.search.axes import Axis, Floats
from evalkit.costing.tiers import period_volume
from evalkit.model.prices.charge import Tiered, Usage

MOST_BOUNDS = 40
"""Bounds of tiers tried at once: with more of them, those that matter most by their price."""
STEPS = 60
"""The most steps to find an edge; one is enough where a volume rises evenly."""
NEAR = (0, 1, 2, 4, 32, -1, -4, -32)
"""Distances from an edge to try, in smallest steps of a number: costs may jump just beyond it."""


def edges(ledger: Ledger, axis: Axis, numbers: Mapping[Key, Floats]) -> Iterator[Floats]:
    """Places on an axis at and beside each edge, one for each point; NaN where there is none."""
    base = ledger.drawn(numbers)
    key, (low, high) = axis.first.key, axis.ends
    for item in axis.users:
        for year in _billed(item.entry, ledger):

            def gaps(places: Any, item: Item = item, year: int = year) -> Floats:
                terms = Terms(ledger.money, item.key, {**base, key: places})
                return _gaps(item.entry, terms, year)

            roots = _roots(gaps, low, high)
            for root in roots:
                for distance in NEAR:
                    yield np.clip(root + distance * np.spacing(np.abs(root)), low, high)


def _billed(entry: Any, ledger: Ledger) -> list[int]:
    if not isinstance(entry, (Tiered, Usage)):
        return []
    every = entry.every if isinstance(entry, Tiered) else "month"
    return [year for year in ledger.years if payments(year, every, entry.start, entry.end)]


def _gaps(entry: Any, terms: Terms, year: int) -> Floats:
    """How far a charge is beyond each of its edges: shape (edges, points).

    Numbers of this shape are the place of each edge.
    """
    if isinstance(entry, Tiered):
        volume = np.atleast_2d(np.asarray(period_volume(entry, terms, year), dtype=np.float64))
        beyond: Floats = volume - np.array(_bounds(entry))[:, np.newaxis]
        return beyond
    one, twelve = usage_limits(entry, terms)
    fee = unit_fee(entry, terms, year)
    bill = between(fee, *one) * terms.volume(entry.per, year)
    found = [fee - limit for limit in one if limit is not None]
    found += [bill - limit for limit in twelve if limit is not None]
    rows = [np.atleast_2d(np.asarray(gap, dtype=np.float64)) for gap in found]
    each = [row[min(place, len(row) - 1)] for place, row in enumerate(rows)]
    return np.stack(np.broadcast_arrays(*each)) if each else np.zeros((0, 1))


def _bounds(charge: Tiered) -> list[float]:
    """The bounds between tiers; of many, those with the highest costs before, and lowest after."""
    steps = charge.steps
    bounds = [step.to for step in steps if step.to is not None]
    if len(bounds) <= MOST_BOUNDS:
        return bounds

    def cost(place: int, bound: float) -> float:
        step = steps[min(place, len(steps) - 1)]
        price, fixed = (max(each.numbers, default=0.0) for each in (step.price, step.fixed))
        return bound * price + fixed

    before = sorted(range(len(bounds)), key=lambda at: -cost(at, bounds[at]))
    after = sorted(range(len(bounds)), key=lambda at: cost(at + 1, bounds[at]))
    kept = {*before[: MOST_BOUNDS // 2], *after[: MOST_BOUNDS // 2]}
    return [bounds[at] for at in sorted(kept)]


def _roots(gaps: Callable[[Any], Floats], low: float, high: float) -> Floats:
    """Where each gap is closed between two ends, by the Illinois method: one row for each edge."""
    at_low, at_high = np.broadcast_arrays(gaps(low), gaps(high))
    crosses = (np.minimum(at_low, at_high) <= 0) & (np.maximum(at_low, at_high) > 0)
    if not crosses.any():
        return np.zeros((0, 1))
    left, right = np.full(at_low.shape, low), np.full(at_low.shape, high)
    before, after = (np.where(crosses, each, end) for each, end in ((at_low, -1.0), (at_high, 1.0)))
    small = 1e-15 * np.maximum(np.abs(at_low), np.abs(at_high))
    for _ in range(STEPS):
        place = left - before * (right - left) / (after - before)
        gap = np.where(crosses, gaps(place), 0.0)
        if (np.abs(gap) <= small).all():
            break
        is_left = np.sign(gap) == np.sign(before)
        # Halving the other end's gap keeps the steps from creeping up on one side.
        before, after = (
            np.where(is_left, gap, before / 2), np.where(is_left, after / 2, gap)
        )  # fmt: skip
        left, right = np.where(is_left, place, left), np.where(is_left, right, place)
    found: Floats = np.where(crosses, place, np.nan)[crosses.any(axis=1)]
    return found
