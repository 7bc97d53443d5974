"""The effect of assumptions on a figure: one at a time, and all together."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import numpy as np
import numpy.typing as npt

from evalkit.costing.assumptions import Assumption
from evalkit.costing.kinds import Key
from evalkit.costing.ledger import Ledger
from evalkit.costing.outcomes import Calculation
from evalkit.costing.search.ends import ends

TENTH = Decimal("0.1")
"""The share by which a single number is varied, up and down."""


@dataclass(frozen=True, slots=True)
class TornadoBar:
    """The effect of one assumption on a figure, all others at their likely values."""

    assumption: Assumption
    low_end: Decimal
    high_end: Decimal
    at_low: float
    """The figure with the assumption at its low end."""
    at_high: float

    @property
    def size(self) -> float:
        """The difference between the figures at both ends."""
        return abs(self.at_high - self.at_low)


def tornado(ledger: Ledger, outcome: Calculation) -> list[TornadoBar]:
    """The effect of every assumption of a ledger on a figure, in the order of the ledger.

    A range is varied from end to end, a single number by ±10%.
    """
    given = list(ledger.assumptions.values())
    spans = [_span(each) for each in given]
    places = {each.key: (each.likely, *span) for each, span in zip(given, spans, strict=True)}
    found = _each_alone(ledger, outcome, places)
    return [
        TornadoBar(each, *span, float(found[2 * place]), float(found[2 * place + 1]))
        for place, (each, span) in enumerate(zip(given, spans, strict=True))
    ]


def _span(assumption: Assumption) -> tuple[Decimal, Decimal]:
    if assumption.is_range:
        return assumption.low, assumption.high
    ends = (assumption.likely * (1 - TENTH), assumption.likely * (1 + TENTH))
    is_part = assumption.key[-1] == "share" and assumption.likely <= 1
    return min(ends), min(max(ends), Decimal(1)) if is_part else max(ends)


def _batch(
    ledger: Ledger, outcome: Calculation, arrays: Mapping[Key, Any], count: int
) -> npt.NDArray[np.float64]:
    found = outcome(ledger, ledger.drawn(arrays))
    missing = np.nan if found is None else found
    return np.broadcast_to(np.asarray(missing, dtype=np.float64), (count,))


def extremes(ledger: Ledger, outcome: Calculation) -> tuple[Any, Any]:
    """The lowest and highest possible value of a figure, each None if missing."""
    low, high = ends(ledger, outcome)
    return low.value, high.value


AT_ONCE = 250
"""Number of assumptions varied at once; memory grows with its square."""


def _each_alone(
    ledger: Ledger, outcome: Calculation, ends: Mapping[Key, tuple[Decimal, Decimal, Decimal]]
) -> npt.NDArray[np.float64]:
    """The figure with each assumption in turn at its low and high end, the others in between."""
    keys, parts = list(ends), []
    for start in range(0, len(keys), AT_ONCE):
        moved = keys[start : start + AT_ONCE]
        arrays: dict[Key, Any] = {}
        for place, key in enumerate(moved):
            middle, low, high = map(float, ends[key])
            column = np.full(2 * len(moved), middle)
            column[2 * place], column[2 * place + 1] = low, high
            arrays[key] = column
        parts.append(_batch(ledger, outcome, arrays, 2 * len(moved)))
    return np.concatenate(parts) if parts else np.zeros(0)
