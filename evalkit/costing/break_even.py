"""At which volume two price lists cost the same."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from evalkit.costing.kinds import MONEY, Key
from evalkit.costing.ledger import Ledger
from evalkit.costing.outcomes import present_costs

REACH = 100
"""How many times smaller and larger than today's a volume is looked at."""
STEPS = 2001
HALVINGS = 80


@dataclass(frozen=True, slots=True)
class BreakEven:
    """Where two vendors cost the same as one volume changes and all else stays."""

    volume: Key
    today: float
    crossings: tuple[float, ...]
    """Rising: the volumes at which both cost the same, from today's ÷ `REACH` to × `REACH`."""
    cheaper: tuple[int, ...]
    """Who costs less before the first crossing, between each two, and after the last: −1 the
    first vendor, 1 the second, 0 neither."""


def break_even(one: Ledger, two: Ledger, volume: str) -> BreakEven | None:
    """Where what two vendors cost crosses as a volume of the plan changes.

    Costs are present values; what is a share of that volume changes with it. None where neither
    depends on it.
    """
    key = (*MONEY, "volumes", volume)
    known = one.assumptions.get(key) or two.assumptions.get(key)
    if known is None or known.likely <= 0:
        return None
    today = float(known.likely)
    grid = today * np.geomspace(1 / REACH, REACH, STEPS)
    if not any(_depends(each, key, grid) for each in (one, two)):
        return None
    gap = _gap(one, two, key, grid)
    signs = np.sign(np.where(np.abs(gap) < _noise(one, key, grid), 0.0, gap)).astype(int)
    apart = np.flatnonzero(signs)
    if not apart.size:
        return BreakEven(key, today, (), (0,))
    changes = np.flatnonzero(np.diff(signs[apart]))
    crossings = (_refined(one, two, key, *map(float, grid[apart[at : at + 2]])) for at in changes)
    cheaper = (int(signs[apart[at]]) for at in (*changes, -1))
    return BreakEven(key, today, tuple(crossings), tuple(cheaper))


def _costs(ledger: Ledger, key: Key, at: npt.ArrayLike) -> npt.NDArray[np.float64]:
    values = ledger.drawn({key: np.asarray(at, dtype=np.float64)})
    found = np.asarray(present_costs(ledger, values), dtype=np.float64)
    return np.broadcast_to(found, np.shape(at))


def _depends(ledger: Ledger, key: Key, grid: npt.NDArray[np.float64]) -> bool:
    costs = _costs(ledger, key, grid)
    return bool(costs.max() - costs.min() > 0)


def _gap(one: Ledger, two: Ledger, key: Key, at: npt.ArrayLike) -> npt.NDArray[np.float64]:
    return _costs(one, key, at) - _costs(two, key, at)


def _noise(ledger: Ledger, key: Key, grid: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    return np.maximum(np.abs(_costs(ledger, key, grid)), 1.0) * 1e-12


def _refined(one: Ledger, two: Ledger, key: Key, low: float, high: float) -> float:
    """Between two volumes at which different vendors cost less; where both cost the same over a
    stretch of them, a place in it.
    """
    before = float(_gap(one, two, key, low))
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        gap = float(_gap(one, two, key, middle))
        if gap == 0:
            return middle
        if (gap > 0) == (before > 0):
            low = middle
        else:
            high = middle
    return (low + high) / 2
