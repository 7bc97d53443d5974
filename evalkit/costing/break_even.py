"""The volume at which two vendors cost the same."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from evalkit.costing.kinds import MONEY, Key
from evalkit.costing.ledger import Ledger
from evalkit.costing.outcomes import present_costs

REACH = 100
"""Search range: from today's volume ÷ `REACH` to today's volume × `REACH`."""
STEPS = 2001
HALVINGS = 80
SAME = 1e-12
"""Relative difference up to which two costs are equal."""


@dataclass(frozen=True, slots=True)
class BreakEven:
    """Volumes at which two vendors cost the same, all else being equal."""

    volume: Key
    today: float
    crossings: tuple[float, ...]
    """The break-even volumes, in ascending order."""
    cheaper: tuple[int, ...]
    """The cheaper vendor before, between and after the crossings: −1 the first, 1 the second,
    0 where both cost the same."""


def break_even(one: Ledger, two: Ledger, volume: str) -> BreakEven | None:
    """The values of a plan's volume at which two vendors' costs cross, meet or part.

    Costs are present values; volumes defined as a share of that volume change with it. None if
    neither vendor's costs depend on it.
    """
    key = (*MONEY, "volumes", volume)
    known = one.assumptions.get(key) or two.assumptions.get(key)
    if known is None or known.likely <= 0:
        return None
    today = float(known.likely)
    grid = today * np.geomspace(1 / REACH, REACH, STEPS)
    if not any(_depends(each, key, grid) for each in (one, two)):
        return None
    signs = _signs(one, two, key, grid)
    # Two lines that cross or touch at a single volume are not the same over a stretch.
    alone = (signs == 0) & (np.append(signs[1:], 1) != 0) & (np.insert(signs[:-1], 0, 1) != 0)
    kept = np.flatnonzero(~alone)
    changes = np.flatnonzero(np.diff(signs[kept]))
    crossings = (_refined(one, two, key, *map(float, grid[kept[at : at + 2]])) for at in changes)
    cheaper = (int(signs[kept[at]]) for at in (*changes, -1))
    return BreakEven(key, today, tuple(crossings), tuple(cheaper))


def _costs(ledger: Ledger, key: Key, at: npt.ArrayLike) -> npt.NDArray[np.float64]:
    values = ledger.drawn({key: np.asarray(at, dtype=np.float64)})
    found = np.asarray(present_costs(ledger, values), dtype=np.float64)
    return np.broadcast_to(found, np.shape(at))


def _depends(ledger: Ledger, key: Key, grid: npt.NDArray[np.float64]) -> bool:
    costs = _costs(ledger, key, grid)
    return bool(costs.max() - costs.min() > 0)


def _signs(one: Ledger, two: Ledger, key: Key, at: npt.ArrayLike) -> npt.NDArray[np.int_]:
    """Which vendor is cheaper at each volume, as in `BreakEven.cheaper`."""
    first, second = _costs(one, key, at), _costs(two, key, at)
    same = np.maximum(np.abs(first), np.abs(second)) * SAME
    gap = first - second
    found: npt.NDArray[np.int_] = np.sign(np.where(np.abs(gap) <= same, 0.0, gap)).astype(int)
    return found


def _refined(one: Ledger, two: Ledger, key: Key, low: float, high: float) -> float:
    """The volume between two others at which another vendor becomes the cheaper one, or both."""
    before = int(_signs(one, two, key, low))
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        if int(_signs(one, two, key, middle)) == before:
            low = middle
        else:
            high = middle
    return (low + high) / 2
