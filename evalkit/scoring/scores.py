"""Contributions, scores, ranges and ranks from values and weights.

score = Σ weight × value. Every step works on whole columns, and each vendor's row is summed in the
same order whichever other vendors are present, so scores are identical to the last bit when vendors
are added or removed.
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np

from evalkit.level import SAME
from evalkit.model.criteria import Criteria, Criterion
from evalkit.scoring.levels import Frame, Known, by_measure
from evalkit.scoring.values import Flags, Floats, Indices, Unknown, Values, values

if TYPE_CHECKING:
    import pandas as pd

Factor = Any
"""A share of the total weight: one float for all, or an array of shape (vendors,) or (draws,)."""


@dataclass(frozen=True)
class Scores:
    """The result of applying criteria to a frame of levels; arrays have the shape (vendors,)."""

    index: Any
    """The ids of the vendors, or whatever names the rows."""
    score: Floats
    """From 0 to 100, as are `low` and `high`; missing if no measure applies."""
    low: Floats
    high: Floats
    settled: Floats
    """1 less the range's width; 0 if no measure applies."""
    excluded: Floats
    """The share of the weight that the vendor's own file takes out."""
    points: Mapping[str, Floats]
    """What each top-level criterion contributes; together they are the score."""
    values: Mapping[str, Values]
    """Values by measure."""
    weights: Mapping[str, Factor]
    """Each measure's share of the total weight, with what does not apply left out."""

    def of(self, rows: Indices) -> "Scores":
        """The scores of some vendors, by row."""
        return Scores(
            [self.index[row] for row in rows],
            self.score[rows],
            self.low[rows],
            self.high[rows],
            self.settled[rows],
            self.excluded[rows],
            {name: points[rows] for name, points in self.points.items()},
            {name: value.of(rows) for name, value in self.values.items()},
            {
                name: share[rows] if np.ndim(share) else share
                for name, share in self.weights.items()
            },
        )

    @cached_property
    def table(self) -> "pd.DataFrame":
        """The arrays as a data frame: a row for each vendor."""
        import pandas as pd  # noqa: PLC0415  # slow to import

        return pd.DataFrame({name: getattr(self, name) for name in COLUMNS}, index=self.index)

    @cached_property
    def contributions(self) -> "pd.DataFrame":
        """The points as a data frame: a column for each top-level criterion."""
        import pandas as pd  # noqa: PLC0415  # slow to import

        return pd.DataFrame(dict(self.points), index=self.index)


COLUMNS = ("score", "low", "high", "settled", "excluded")


def score(
    levels: "Frame | pd.DataFrame",
    criteria: Criteria,
    weights: Mapping[str, float] | None = None,
    unknown: Unknown = "middle",
) -> Scores:
    """Score every row of `levels`.

    `weights` replace those of the criteria, by id of criterion or measure.
    """
    return Engine(criteria, weights or {}, unknown).score(by_measure(levels), levels.index)


def weigh(
    index: Any,
    criteria: Criteria,
    known: Mapping[str, Values],
    weights: Mapping[str, float] | None = None,
) -> Scores:
    """Scores from values and weights; `index` names the rows."""
    return Engine(criteria, weights or {}).weigh(known, index)


@dataclass(frozen=True)
class Engine:
    """Criteria and weights for any number of frames, with what follows from them alone."""

    criteria: Criteria
    weights: Mapping[str, float]
    """Weights that replace those of the criteria, by id of criterion or measure."""
    unknown: Unknown = "middle"
    _shares: dict[frozenset[str], dict[str, Factor]] = field(
        default_factory=dict, repr=False, compare=False
    )

    def score(self, known: Known, index: Any) -> Scores:
        """Score every row of what is known; `index` names the rows."""
        found = {
            name: values(known[name], leaf.measure.scale, self.unknown)
            for name, leaf in self.criteria.leaves.items()
        }
        return self.weigh(found, index)

    def weigh(self, known: Mapping[str, Values], index: Any) -> Scores:
        """Scores from the values of rows."""
        left_out = frozenset(name for name, value in known.items() if value.left_out)
        whole = self._shares_without(left_out)
        exempt = {
            name: value.applies.astype(float)
            for name, value in known.items()
            if value.applies is not None and not value.left_out
        }
        shares = dict(self._divided(left_out, exempt)) if exempt else whole
        likely, low, high = (_contributions(self.criteria, known, shares, end) for end in _ENDS)
        judged = np.zeros(len(index)) + _total(shares.values()) > 0
        lowest, highest = _total(low.values()), _total(high.values())
        settled = np.clip(1.0 - (highest - lowest) / 100.0, 0.0, 1.0)
        excluded = _total(whole[name] * (1.0 - applies) for name, applies in exempt.items())
        return Scores(
            index,
            score=np.where(judged, _total(likely.values()), np.nan),
            low=np.where(judged, lowest, np.nan),
            high=np.where(judged, highest, np.nan),
            settled=np.where(judged, settled, 0.0),
            excluded=np.zeros(len(index)) + np.minimum(excluded, 1.0),
            points=likely,
            values=known,
            weights=shares,
        )

    def _shares_without(self, left_out: frozenset[str]) -> dict[str, Factor]:
        """The shares of measures where only those apply to nobody that are left out."""
        if left_out not in self._shares:
            self._shares[left_out] = dict(self._divided(left_out, {}))
        return self._shares[left_out]

    def _divided(
        self, left_out: frozenset[str], exempt: Mapping[str, Floats]
    ) -> Iterator[tuple[str, Factor]]:
        applies = {name: float(name not in left_out) for name in self.criteria.leaves}
        return measure_shares(self.criteria, self.weights, {**applies, **exempt})


_ENDS = ("likely", "low", "high")


def measure_shares(
    criteria: Criteria, weights: Mapping[str, Factor], applies: Mapping[str, Factor]
) -> Iterator[tuple[str, Factor]]:
    """Each measure's share of the total weight.

    Weight is divided among siblings, level by level. A measure that does not apply to a vendor
    leaves its share to its siblings, for that vendor only, as does a criterion in which nothing
    applies. `applies` holds 1 or 0 by measure; `weights` replace those of the criteria, by id.
    Either may hold arrays of shape (vendors,) or (draws,), all of one shape.
    """
    yield from _divide(criteria.criteria, 1.0, weights, applies)


def _divide(
    siblings: Mapping[str, Any],
    whole: Factor,
    weights: Mapping[str, Factor],
    applies: Mapping[str, Factor],
) -> Iterator[tuple[str, Factor]]:
    parts = {
        name: weights.get(name, sibling.weight) * _applies(name, sibling, weights, applies)
        for name, sibling in siblings.items()
    }
    total = _total(parts.values())
    for name, sibling in siblings.items():
        share = whole * _ratio(parts[name], total)
        if isinstance(sibling, Criterion):
            below = sibling.measures or sibling.criteria or {}
            yield from _divide(below, share, weights, applies)
        else:
            yield name, share


def _applies(
    name: str, sibling: Any, weights: Mapping[str, Factor], applies: Mapping[str, Factor]
) -> Factor:
    """1 if a measure applies, or anything with a weight below a criterion does; else 0.

    A measure of weight 0 cannot carry the weight of its criterion.
    """
    if not isinstance(sibling, Criterion):
        return applies[name]
    below = sibling.measures or sibling.criteria or {}
    any_applies: Factor = 0.0
    for inner, child in below.items():
        carries = np.greater(weights.get(inner, child.weight), 0.0)
        here = carries * _applies(inner, child, weights, applies)
        any_applies = np.maximum(any_applies, here)
    return any_applies if np.ndim(any_applies) else float(any_applies)


def _ratio(part: Factor, total: Factor) -> Factor:
    if np.ndim(total) == 0:
        return part / total if total else 0.0
    return np.divide(part, total, out=np.zeros_like(total), where=total > 0)


def _total(parts: Any) -> Factor:
    """The sum, added in a fixed order so that a row's sum does not depend on other rows."""
    total: Factor = 0.0
    for part in parts:
        total = total + part
    return total


def _contributions(
    criteria: Criteria, known: Mapping[str, Values], shares: Mapping[str, Factor], end: str
) -> dict[str, Floats]:
    """Points by top-level criterion at one end of the ranges."""
    points: dict[str, Floats] = {}
    for name, leaf in criteria.leaves.items():
        part = getattr(known[name], end) * shares[name]
        if leaf.top in points:
            points[leaf.top] += part
        else:
            points[leaf.top] = part
    return points


def ranks(scores: Floats, passed: Flags) -> Indices:
    """Ranks from 1 for vendors that pass the gates and have a score; 0 for the others.

    Level scores share the better rank: a tie must not hide a possible winner.
    """
    eligible = passed & ~np.isnan(scores)
    found = np.zeros(len(scores), dtype=np.intp)
    found[eligible] = places(scores[eligible])
    return found


def places(points: Floats) -> Indices:
    """The rank of each number of points from 1, the highest first; level points share a rank."""
    if not len(points):
        return np.empty(0, dtype=np.intp)
    order = np.argsort(-points, kind="stable")
    ordered = points[order]
    leads = np.ones(len(points), dtype=bool)
    leads[1:] = ordered[:-1] - ordered[1:] > SAME
    starts = np.flatnonzero(leads)
    # Each is level with its neighbour, but not the last with the first: a few have to be divided.
    ends = np.append(starts[1:], len(points))
    for start in np.flatnonzero(ordered[starts] - ordered[ends - 1] > SAME):
        _divide_chain(ordered, leads, int(starts[start]), int(ends[start]))
    found = np.empty(len(points), dtype=np.intp)
    found[order] = np.maximum.accumulate(np.where(leads, np.arange(1, len(points) + 1), 0))
    return found


def _divide_chain(ordered: Floats, leads: Flags, start: int, end: int) -> None:
    """Mark each that is not level with the last one marked before it."""
    at = start
    while at < end:
        leads[at] = True
        lead = ordered[at]
        at = bisect_left(range(end), True, at, key=lambda place: lead - ordered[place] > SAME)
