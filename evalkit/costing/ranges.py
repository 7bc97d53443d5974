"""The effect of assumptions on a figure.

Assumptions are varied one at a time, and all together to find the lowest and highest figure.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from operator import itemgetter
from typing import Any

import numpy as np
import numpy.typing as npt

from evalkit.costing.assumptions import Assumption
from evalkit.costing.kinds import Key
from evalkit.costing.ledger import Ledger
from evalkit.costing.outcomes import Calculation, net_present_value, number

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
    ends = {each.key: (each.likely, *span) for each, span in zip(given, spans, strict=True)}
    found = _each_alone(ledger, outcome, ends, {})
    return [
        TornadoBar(each, *span, float(found[2 * place]), float(found[2 * place + 1]))
        for place, (each, span) in enumerate(zip(given, spans, strict=True))
    ]


def _span(assumption: Assumption) -> tuple[Decimal, Decimal]:
    if assumption.is_range:
        return assumption.low, assumption.high
    ends = (assumption.likely * (1 - TENTH), assumption.likely * (1 + TENTH))
    # A share cannot exceed 1.
    most = max(Decimal(1), assumption.likely) if assumption.key[-1] == "share" else max(ends)
    return min(ends), min(max(ends), most)


def _batch(
    ledger: Ledger, outcome: Calculation, arrays: Mapping[Key, Any], count: int
) -> npt.NDArray[np.float64]:
    found = outcome(ledger, ledger.drawn(arrays))
    missing = np.nan if found is None else found
    return np.broadcast_to(np.asarray(missing, dtype=np.float64), (count,))


def extremes(ledger: Ledger, outcome: Calculation) -> tuple[Any, Any]:
    """The lowest and highest possible value of a figure, each None if missing.

    Financial figures are linear in each assumption or nearly so, with extremes at ends of ranges.
    From several starts, every assumption moves to its better end until nothing improves; the best
    result counts. Several starts are needed: below a minimum charge, no single price has an effect.
    """
    ranged = [each for each in ledger.assumptions.values() if each.is_range]
    if not ranged:
        found = number(outcome(ledger, ledger.likely))
        return found, found
    starts = [
        {each.key: getattr(each, end) for each in ranged} for end in ("likely", "low", "high")
    ]
    if number(outcome(ledger, ledger.likely)) is None:
        # Without payback no single step helps, but starting at the highest net present value may.
        starts.append(_corner(ledger, net_present_value, ranged, starts[0], 1)[1])
    corners = (
        max((_corner(ledger, outcome, ranged, start, sign) for start in starts), key=itemgetter(0))
        for sign in (-1, 1)
    )
    low, high = (number(outcome(ledger, ledger.scenario(corner))) for _, corner in corners)
    return low, high


def _corner(
    ledger: Ledger,
    outcome: Calculation,
    ranged: Sequence[Assumption],
    at: dict[Key, Decimal],
    sign: int,
) -> tuple[float, dict[Key, Decimal]]:
    """A local maximum of `sign` × figure, and the ends of ranges that reach it from a start."""
    best = sign * _at(ledger, outcome, at)
    # The loop ends: every round improves, and the number of corners is finite.
    while True:
        tried = _beyond(_neighbours(ledger, outcome, ranged, at))
        ends = {}
        for place, each in enumerate(ranged):
            lower, higher = sign * tried[2 * place], sign * tried[2 * place + 1]
            if lower != higher:
                ends[each.key] = each.low if lower > higher else each.high
        moved = {**at, **ends}
        reached = sign * _at(ledger, outcome, moved)
        if not reached > best:
            return best, at
        at, best = moved, reached


def _at(ledger: Ledger, outcome: Calculation, scenario: Mapping[Key, Decimal]) -> float:
    floats = {key: float(end) for key, end in scenario.items()}
    return float(_beyond(_batch(ledger, outcome, floats, 1))[0])


def _beyond(found: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Figures with infinity for missing ones, such as payback if there is none."""
    return np.where(np.isnan(found), np.inf, found)


def _neighbours(
    ledger: Ledger, outcome: Calculation, ranged: Sequence[Assumption], at: Mapping[Key, Decimal]
) -> npt.NDArray[np.float64]:
    """The figure with each assumption in turn at its low and high end."""
    ends = {each.key: (at[each.key], each.low, each.high) for each in ranged}
    return _each_alone(ledger, outcome, ends, at)


AT_ONCE = 250
"""Number of assumptions varied at once; memory grows with its square."""


def _each_alone(
    ledger: Ledger,
    outcome: Calculation,
    ends: Mapping[Key, tuple[Decimal, Decimal, Decimal]],
    at: Mapping[Key, Decimal],
) -> npt.NDArray[np.float64]:
    """The figure with each assumption in turn at its low and high end.

    `ends` holds the current value and both ends of each; `at` holds the current values of others.
    """
    stand = {key: float(number) for key, number in at.items()}
    keys, parts = list(ends), []
    for start in range(0, len(keys), AT_ONCE):
        moved = keys[start : start + AT_ONCE]
        arrays: dict[Key, Any] = dict(stand)
        for place, key in enumerate(moved):
            middle, low, high = map(float, ends[key])
            column = np.full(2 * len(moved), middle)
            column[2 * place], column[2 * place + 1] = low, high
            arrays[key] = column
        parts.append(_batch(ledger, outcome, arrays, 2 * len(moved)))
    return np.concatenate(parts) if parts else np.zeros(0)
