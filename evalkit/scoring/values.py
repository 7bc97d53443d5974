"""Levels converted by scales to values from 0 to 100.

A numeric scale is piecewise linear between fixed points; a scale in words is a table. Its ends are
fixed in advance and never taken from the vendors present, so a vendor's value depends only on its
own facts (on the alternative, see Bergman & Lundberg 2013).
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
import numpy.typing as npt
import pandas as pd

from evalkit.model.scale import Checklist, Levels, Linear, Points, Scale, Target

Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]
Indices = npt.NDArray[np.intp]
Unknown = Literal["worst", "middle"]

KNOWN, RANGE, UNKNOWN, NOT_APPLICABLE = "known", "range", "unknown", "not_applicable"


@dataclass(frozen=True, slots=True)
class Values:
    """The values of all vendors on one measure, 0 to 100, as arrays of shape (vendors,).

    `low` and `high` are the same object as `likely` if no vendor has a range.
    """

    low: Floats
    likely: Floats
    high: Floats
    unknown: Flags
    ranged: Flags
    applies: Flags | None
    """None if the measure applies to all vendors."""

    @property
    def is_plain(self) -> bool:
        """Whether every value is a single number."""
        return self.low is self.likely and self.high is self.likely

    def of(self, rows: Indices) -> "Values":
        """The values of some vendors, by row."""
        likely = self.likely[rows]
        return Values(
            low=likely if self.low is self.likely else self.low[rows],
            likely=likely,
            high=likely if self.high is self.likely else self.high[rows],
            unknown=self.unknown[rows],
            ranged=self.ranged[rows],
            applies=None if self.applies is None else self.applies[rows],
        )

    def statuses(self) -> npt.NDArray[np.str_]:
        """`known`, `range`, `unknown` or `not_applicable` for each vendor."""
        status = np.where(self.unknown, UNKNOWN, np.where(self.ranged, RANGE, KNOWN))
        return status if self.applies is None else np.where(self.applies, status, NOT_APPLICABLE)


def knots(scale: Linear | Points | Target) -> tuple[Floats, Floats]:
    """The fixed points of a numeric scale: ascending levels and their values."""
    if isinstance(scale, Points):
        pairs = list(scale.points)
    elif isinstance(scale, Target):
        pairs = [(scale.worst_below, 0.0), (scale.best, 100.0), (scale.worst_above, 0.0)]
    else:
        pairs = sorted([(scale.worst, 0.0), (scale.best, 100.0)])
    levels, values = np.array(pairs, dtype=float).T
    return levels, values


def value_at(scale: Linear | Points | Target, level: npt.ArrayLike) -> Floats:
    """The value of a level, constant beyond the scale's ends; missing for a missing level."""
    return np.asarray(np.interp(np.asarray(level), *knots(scale)), dtype=np.float64)


def value_of_names(scale: Levels | Checklist, names: tuple[str, ...]) -> float:
    """The value of a list of names: that of its best level, or the share of the checklist."""
    if isinstance(scale, Levels):
        return max(scale.levels[name] for name in names)
    total = sum(scale.items.values())
    return 100.0 * sum(scale.items[name] for name in set(names)) / total


def ends(scale: Scale) -> tuple[float, float]:
    """The lowest and highest value that any level on this scale can have."""
    if isinstance(scale, Levels):
        return min(scale.levels.values()), max(scale.levels.values())
    if isinstance(scale, Checklist):
        return 0.0, 100.0
    _, values = knots(scale)
    return float(values.min()), float(values.max())


def values(levels: pd.DataFrame, measure_id: str, scale: Scale, unknown: Unknown) -> Values:
    """The values of all vendors on one measure.

    `levels` is a frame from `evalkit.scoring.levels`. An unknown spans its whole scale; its
    `likely` is the scale's worst or middle value, depending on `unknown`.
    """
    parts = {part: levels[measure_id, part] for part in _parts(levels, measure_id)}
    convert = _CONVERSIONS[type(scale)]
    low, likely, high = convert(scale, parts)
    missing = np.isnan(likely)
    ranged = np.zeros(len(likely), dtype=bool) if low is likely else _ranged(parts) & ~missing
    if missing.any():
        bottom, top = ends(scale)
        point = bottom if unknown == "worst" else (bottom + top) / 2
        low = np.where(missing, bottom, low)
        high = np.where(missing, top, high)
        likely = np.where(missing, point, likely)
    applies = parts["applies"].to_numpy(dtype=bool) if "applies" in parts else None
    return Values(low, likely, high, missing, ranged, applies)


def _parts(levels: pd.DataFrame, measure_id: str) -> list[str]:
    return [part for part in _ALL_PARTS if (measure_id, part) in levels.columns]


_ALL_PARTS = ("likely", "low", "high", "others", "applies")
Triple = tuple[Floats, Floats, Floats]


def _ranged(parts: dict[str, Any]) -> Flags:
    if "others" in parts:
        return np.array([bool(other) for other in parts["others"]], dtype=bool)
    return np.asarray(parts["low"].to_numpy() < parts["high"].to_numpy(), dtype=bool)


def _numbers(scale: Linear | Points | Target, parts: dict[str, Any]) -> Triple:
    at = _line(scale) if isinstance(scale, Linear) else lambda level: value_at(scale, level)
    likely = at(parts["likely"].to_numpy(dtype=float))
    if "low" not in parts:
        return likely, likely, likely
    from_level = parts["low"].to_numpy(dtype=float)
    to_level = parts["high"].to_numpy(dtype=float)
    one, other = at(from_level), at(to_level)
    low, high = np.minimum(one, other), np.maximum(one, other)
    # A scale may peak or dip inside a range, so its ends alone could understate the spread.
    for level, value in zip(*knots(scale), strict=True):
        inside = (from_level < level) & (level < to_level)
        low = np.where(inside, np.minimum(low, value), low)
        high = np.where(inside, np.maximum(high, value), high)
    return np.minimum(low, likely), likely, np.maximum(high, likely)


def _line(scale: Linear) -> Callable[[Floats], Floats]:
    """A linear scale as a function, faster on long columns than interpolation."""

    def at(level: Floats) -> Floats:
        share = (level - scale.worst) / (scale.best - scale.worst)
        np.clip(share, 0.0, 1.0, out=share)
        share *= 100.0
        # Turn −0 into 0.
        share += 0.0
        return share

    return at


def _words(scale: Levels | Checklist, parts: dict[str, Any]) -> Triple:
    likely = _looked_up(scale, parts["likely"].to_numpy())
    if "others" not in parts:
        return likely, likely, likely
    low, high = likely.copy(), likely.copy()
    depth = max(len(other) for other in parts["others"])
    for place in range(depth):
        said = [other[place] if place < len(other) else None for other in parts["others"]]
        column = np.empty(len(said), dtype=object)
        column[:] = said
        further = _looked_up(scale, column)
        low, high = np.fmin(low, further), np.fmax(high, further)
    return low, likely, high


def _looked_up(scale: Levels | Checklist, column: Any) -> Floats:
    """The values of a column in words; each distinct entry is evaluated once."""
    codes, said = pd.factorize(column)
    table = [value_of_names(scale, (one,) if isinstance(one, str) else one) for one in said]
    # Code −1, for a missing entry, selects the last element.
    return np.array([*table, np.nan], dtype=float)[codes]


_CONVERSIONS: dict[type, Callable[[Any, dict[str, Any]], Triple]] = {
    Linear: _numbers,
    Points: _numbers,
    Target: _numbers,
    Levels: _words,
    Checklist: _words,
}
