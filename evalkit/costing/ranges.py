"""How far a figure moves with what is assumed.

One assumption at a time from its low to its high end, and all together at the ends that make the
figure lowest and highest.
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
"""By which share a number that stands as a single one is varied, up and down."""


@dataclass(frozen=True, slots=True)
class TornadoBar:
    """What one assumption does to a figure, all others being likely."""

    assumption: Assumption
    low_end: Decimal
    high_end: Decimal
    at_low: float
    """The figure where the assumption is at its low end."""
    at_high: float

    @property
    def size(self) -> float:
        """By how much the figure moves."""
        return abs(self.at_high - self.at_low)


def tornado(ledger: Ledger, outcome: Calculation) -> list[TornadoBar]:
    """Every assumption of a ledger with what it does to a figure, in the order of the ledger.

    A range is taken at its two ends, a single number a tenth lower and higher.
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
    # No more than all of something can be a share of it.
    most = max(Decimal(1), assumption.likely) if assumption.key[-1] == "share" else max(ends)
    return min(ends), min(max(ends), most)


def _batch(
    ledger: Ledger, outcome: Calculation, arrays: Mapping[Key, Any], count: int
) -> npt.NDArray[np.float64]:
    found = outcome(ledger, ledger.drawn(arrays))
    missing = np.nan if found is None else found
    return np.broadcast_to(np.asarray(missing, dtype=np.float64), (count,))


def extremes(ledger: Ledger, outcome: Calculation) -> tuple[Any, Any]:
    """The lowest and the highest that a figure can be, each None where there is none.

    Figures of money are straight in each assumption or nearly so, and lowest and highest at the
    ends of ranges. From several scenarios each assumption goes to the end that is better for the
    goal, again and again until no single one can do more; the best of what is reached counts. From
    the likely scenario alone that is not enough: below a minimum no single price changes anything.
    """
    ranged = [each for each in ledger.assumptions.values() if each.is_range]
    if not ranged:
        found = number(outcome(ledger, ledger.likely))
        return found, found
    starts = [
        {each.key: getattr(each, end) for each in ranged} for end in ("likely", "low", "high")
    ]
    if number(outcome(ledger, ledger.likely)) is None:
        # From money that never comes back no single step leads out; from the richest corner it may.
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
    """The ends at which a figure times `sign` is highest, looked for from a start, and that."""
    best = sign * _at(ledger, outcome, at)
    # It ends: every round reaches more than the last, and there are only so many corners.
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
    """What is missing lies beyond all figures: money never back, a share of no orders."""
    return np.where(np.isnan(found), np.inf, found)


def _neighbours(
    ledger: Ledger, outcome: Calculation, ranged: Sequence[Assumption], at: Mapping[Key, Decimal]
) -> npt.NDArray[np.float64]:
    """The figure with each assumption alone moved to its low and its high end."""
    ends = {each.key: (at[each.key], each.low, each.high) for each in ranged}
    return _each_alone(ledger, outcome, ends, at)


AT_ONCE = 250
"""Assumptions that are moved in one go: the numbers that this takes grow with the square."""


def _each_alone(
    ledger: Ledger,
    outcome: Calculation,
    ends: Mapping[Key, tuple[Decimal, Decimal, Decimal]],
    at: Mapping[Key, Decimal],
) -> npt.NDArray[np.float64]:
    """The figure with each assumption alone at its low and its high end, from where all stand.

    `ends` are where each stands, and its two ends; `at` is where others stand, if not as likely.
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
