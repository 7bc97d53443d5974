"""Levels converted by scales to values from 0 to 100.

A numeric scale is piecewise linear between fixed points; a scale in words is a table. Its ends are
fixed in advance and never taken from the vendors present, so a vendor's value depends only on its
own facts (on the alternative, see Bergman & Lundberg 2013).
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
import numpy.typing as npt

from evalkit.model.scale import (
    Checklist,
    Levels,
    Linear,
    NumberScale,
    Points,
    Scale,
    Target,
)
from evalkit.model.scales.rating import Rating
from evalkit.scoring.levels import AND_MORE, Coded, Parts, certain, coded, column_of, possible

Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]
Indices = npt.NDArray[np.intp]
Unknown = Literal["worst", "middle"]

WORST, BEST = 0.0, 100.0
KNOWN, RANGE, NOT_APPLICABLE = "known", "range", "not_applicable"
NOT_LOOKED_FOR, NOT_FOUND = "not_looked_for", "not_found"


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
    open_ended: Flags | None = None
    """Where what is known is only a bound; None if it is so for no vendor."""
    looked: Flags | None = None
    """Where an unknown was looked for and not found; None if it is so for no vendor."""
    left_out: bool = False
    """Whether the measure is left out for every vendor, as the plan gives nothing for it."""
    by_rule: Flags | None = None
    """Where `likely` is set by the plan's rule for what is open; None if it is so for no vendor."""

    @property
    def is_plain(self) -> bool:
        """Whether every value is a single number."""
        return self.low is self.likely and self.high is self.likely

    @property
    def moves_together(self) -> Flags:
        """Where a fact is unknown or open-ended, so that one vendor's may all turn out alike."""
        return self.unknown if self.open_ended is None else self.unknown | self.open_ended

    def of(self, rows: Indices) -> "Values":
        """The values of some vendors, by row."""
        likely = self.likely[rows]
        return Values(
            low=likely if self.low is self.likely else self.low[rows],
            likely=likely,
            high=likely if self.high is self.likely else self.high[rows],
            unknown=self.unknown[rows],
            ranged=self.ranged[rows],
            applies=_rows(self.applies, rows),
            open_ended=_rows(self.open_ended, rows),
            looked=_rows(self.looked, rows),
            left_out=self.left_out,
            by_rule=_rows(self.by_rule, rows),
        )

    def statuses(self) -> npt.NDArray[np.str_]:
        """`known`, `range`, `not_looked_for`, `not_found` or `not_applicable` for each vendor."""
        looked = np.zeros(len(self.unknown), dtype=bool) if self.looked is None else self.looked
        missing = np.where(looked, NOT_FOUND, NOT_LOOKED_FOR)
        status = np.where(self.unknown, missing, np.where(self.ranged, RANGE, KNOWN))
        return status if self.applies is None else np.where(self.applies, status, NOT_APPLICABLE)


def _rows(flags: Flags | None, rows: Indices) -> Flags | None:
    return None if flags is None else flags[rows]


def knots(scale: NumberScale) -> tuple[Floats, Floats]:
    """The fixed points of a numeric scale: ascending levels and their values."""
    if isinstance(scale, Points):
        pairs = list(scale.points)
    elif isinstance(scale, Target):
        pairs = [(scale.worst_below, 0.0), (scale.best, 100.0), (scale.worst_above, 0.0)]
    else:
        pairs = sorted([(scale.worst, 0.0), (scale.best, 100.0)])
    levels, values = np.array(pairs, dtype=float).T
    return levels, values


def value_at(scale: NumberScale, level: npt.ArrayLike) -> Floats:
    """The value of a level, constant beyond the scale's ends; missing for a missing level."""
    return np.asarray(np.interp(np.asarray(level), *knots(scale)), dtype=np.float64)


def value_of_names(scale: Levels | Checklist, names: tuple[str, ...]) -> float:
    """The value of a list of names: that of its best level, or the share of the checklist.

    Of a list that may be longer, it is the lowest possible value.
    """
    named = certain(names)
    if isinstance(scale, Levels):
        return max(scale.levels[name] for name in named)
    # Summed in the order of the scale, so that the order of a list changes no bit.
    return (
        BEST
        * sum(w for name, w in scale.items.items() if name in named)
        / sum(scale.items.values())
    )


def beyond(parts: Parts, scale: Scale) -> npt.NDArray[np.str_]:
    """The ends of a scale beyond which each vendor's fact lies: `worst`, `best`, `both` or none."""
    if not isinstance(scale, NumberScale):
        return np.full(len(parts["likely"]), "", dtype="<U5")
    fixed, worth = knots(scale)
    low, high = (np.asarray(parts.get(end, parts["likely"]), float) for end in ("low", "high"))
    if "open" in parts:
        # Nobody states the end that is open.
        is_open = parts["open"]
        high = np.where(np.isinf(high) & is_open, low, high)
        low = np.where(np.isinf(low) & is_open, high, low)
    outside = {True: np.zeros(len(low), dtype=bool), False: np.zeros(len(low), dtype=bool)}
    for is_outside, end in ((low < fixed[0], worth[0]), (high > fixed[-1], worth[-1])):
        outside[end >= BEST] = outside[end >= BEST] | is_outside
    best, worst = outside[True], outside[False]
    return np.where(best & worst, "both", np.where(best, "best", np.where(worst, "worst", "")))


def values(parts: Parts, scale: Scale, unknown: Unknown) -> Values:
    """The values of all vendors on one measure.

    An unknown spans the whole scale. Its `likely` is the worst or the middle of what is possible,
    depending on `unknown`, as is that of an open-ended fact and of one on which sources differ.
    """
    low, likely, high = _CONVERSIONS[type(scale)](scale, parts)
    missing = np.isnan(likely)
    ranged = np.zeros(len(likely), dtype=bool) if low is high else _ranged(parts) & ~missing
    flags = {part: parts[part] for part in _FLAGS if part in parts}
    by_rule = _by_rule(missing, flags)
    if by_rule is missing and low is high:
        # Whatever is open is so from end to end of the scale, which long lists need not work out.
        rule = WORST if unknown == "worst" else WORST + (BEST - WORST) / 2
        low, likely, high = (np.where(missing, end, likely) for end in (WORST, rule, BEST))
    elif by_rule is not None:
        low = np.where(missing, WORST, low)
        high = np.where(missing, BEST, high)
        point = low if unknown == "worst" else low + (high - low) / 2
        likely = np.where(by_rule, point, likely)
    left_out = "left_out" in flags
    exempt = flags.get("not_applicable")
    return Values(
        low=low,
        likely=likely,
        high=high,
        unknown=missing,
        ranged=ranged,
        applies=missing & False if left_out else None if exempt is None else ~exempt,
        open_ended=flags.get("open"),
        looked=flags.get("looked"),
        left_out=left_out,
        by_rule=by_rule,
    )


def _by_rule(missing: Flags, flags: Mapping[str, Flags]) -> Flags | None:
    """Where the plan's rule decides, as a fact is missing, open-ended or disputed."""
    more = [flags[part] for part in ("open", "disputed") if part in flags]
    whole: Flags = np.logical_or.reduce([missing, *more]) if more else missing
    return whole if whole.any() else None


_FLAGS = ("open", "disputed", "looked", "not_applicable", "left_out")
Triple = tuple[Floats, Floats, Floats]


def _ranged(parts: Parts) -> Flags:
    if "low" in parts:
        return np.asarray(parts["low"] < parts["high"], dtype=bool)
    several = np.array([bool(other) for other in parts.get("others", ())], dtype=bool)
    if "open" not in parts:
        return several
    return np.asarray(several | parts["open"] if len(several) else parts["open"], dtype=bool)


def _numbers(scale: NumberScale, parts: Parts) -> Triple:
    at = _line(scale) if isinstance(scale, Linear) else lambda level: value_at(scale, level)
    likely = at(np.asarray(parts["likely"], dtype=float))
    if "low" not in parts:
        return likely, likely, likely
    from_level, to_level = parts["low"], parts["high"]
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


def _words(scale: Levels | Checklist, parts: Parts) -> Triple:
    low = _lowest(scale, parts["likely"])
    if "others" not in parts and "open" not in parts:
        return low, low, low
    high = _highest(scale, parts["likely"])
    for column in map(coded, _columns(parts["others"]) if "others" in parts else ()):
        low, high = np.fmin(low, _lowest(scale, column)), np.fmax(high, _highest(scale, column))
    # The point of what differs or goes on is set by the plan's rule.
    return low, low, high


def _columns(others: Any) -> Iterator[Any]:
    """The second, third … reading of each vendor."""
    for place in range(max(len(other) for other in others)):
        yield column_of([other[place] if place < len(other) else None for other in others])


def _lowest(scale: Levels | Checklist, column: Coded) -> Floats:
    """The lowest values of a column in words; each entry is evaluated once."""
    return _looked_up([value_of_names(scale, each) for each in column.said], column)


def _highest(scale: Levels | Checklist, column: Coded) -> Floats:
    table = [
        BEST if AND_MORE in each else value_of_names(scale, possible(each)) for each in column.said
    ]
    return _looked_up(table, column)


def _looked_up(table: list[float], column: Coded) -> Floats:
    # Code −1, for a missing entry, selects the last element.
    found: Floats = np.array([*table, np.nan], dtype=float)[column.codes]
    return found


_CONVERSIONS: dict[type, Callable[[Any, Parts], Triple]] = {
    Linear: _numbers,
    Points: _numbers,
    Target: _numbers,
    Rating: _numbers,
    Levels: _words,
    Checklist: _words,
}
