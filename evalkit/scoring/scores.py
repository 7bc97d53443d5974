"""Weights → contributions, scores, ranges, ranks.

score = Σ weight × value. Every step runs down whole columns, and a vendor's row is added up in the
same order whoever else is there: so scores are the same to the last bit when vendors come or go.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from evalkit.model.criteria import Criteria, Criterion
from evalkit.scoring.values import Flags, Floats, Indices, Unknown, Values, values

Factor = Any
"""A share of the whole: one float for all, or an array of shape (vendors,) or (draws,)."""

DECIMALS = 9
"""Scores that agree to this many decimals are equal: the rest is noise of the arithmetic."""


@dataclass(frozen=True)
class Scores:
    """What a set of criteria says about a frame of levels."""

    table: pd.DataFrame
    """A row for each vendor; columns `score`, `low`, `high` (0 to 100, missing where no measure
    applies) and `coverage` (0 to 1)."""
    contributions: pd.DataFrame
    """A row for each vendor, a column for each top-level criterion; rows sum to the score."""
    values: Mapping[str, Values]
    """By measure."""
    weights: Mapping[str, Factor]
    """By measure: its share of the whole, after what does not apply was left out."""

    def of(self, rows: Indices) -> "Scores":
        """Those of some of the vendors."""
        return Scores(
            self.table.iloc[rows],
            self.contributions.iloc[rows],
            {name: value.of(rows) for name, value in self.values.items()},
            {
                name: share[rows] if np.ndim(share) else share
                for name, share in self.weights.items()
            },
        )


def score(
    levels: pd.DataFrame,
    criteria: Criteria,
    weights: Mapping[str, float] | None = None,
    unknown: Unknown = "worst",
) -> Scores:
    """Judge every row of `levels` by fixed criteria.

    `weights` replace those of the criteria, by id of criterion or measure.
    """
    return weigh(levels.index, criteria, valued(levels, criteria, unknown), weights)


def valued(
    levels: pd.DataFrame, criteria: Criteria, unknown: Unknown = "worst"
) -> dict[str, Values]:
    """How good every row of `levels` is on each measure, whatever the weights."""
    return {
        name: values(levels, name, leaf.measure.scale, unknown)
        for name, leaf in criteria.leaves.items()
    }


def weigh(
    index: "pd.Index[Any]",
    criteria: Criteria,
    known: Mapping[str, Values],
    weights: Mapping[str, float] | None = None,
) -> Scores:
    """Add values up by weights; `index` names the rows. Values may be weighed many times over."""
    applies = {name: _flag(value.applies) for name, value in known.items()}
    shares = dict(measure_shares(criteria, weights or {}, applies))
    likely, low, high = (_contributions(criteria, known, shares, end) for end in _ENDS)
    judged = np.zeros(len(index)) + _total(shares.values()) > 0
    table = pd.DataFrame(
        {
            "score": np.where(judged, _total(likely.values()), np.nan),
            "low": np.where(judged, _total(low.values()), np.nan),
            "high": np.where(judged, _total(high.values()), np.nan),
            "coverage": _coverage(known, shares),
        },
        index=index,
    )
    contributions = pd.DataFrame(likely, index=index)
    return Scores(table, contributions, known, shares)


_ENDS = ("likely", "low", "high")


def _flag(applies: Flags | None) -> Factor:
    return 1.0 if applies is None else applies.astype(float)


def measure_shares(
    criteria: Criteria, weights: Mapping[str, Factor], applies: Mapping[str, Factor]
) -> Iterator[tuple[str, Factor]]:
    """Each measure's share of the whole.

    Weight is divided among siblings, level by level. What does not apply to a vendor leaves its
    share to its siblings, for that vendor only; a criterion of which nothing applies leaves its
    own. `applies` holds 1 or 0 by measure, `weights` replace those of the criteria, by id; either
    may be an array of shape (vendors,) or (draws,), of one shape throughout.
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
    """1 where a measure applies, or anything below a criterion that weighs something; else 0.

    What weighs nothing cannot carry the weight of its criterion.
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
    """Added up one after the other, so that a row's sum does not depend on other rows."""
    total: Factor = 0.0
    for part in parts:
        total = total + part
    return total


def _contributions(
    criteria: Criteria, known: Mapping[str, Values], shares: Mapping[str, Factor], end: str
) -> dict[str, Floats]:
    """Points per top-level criterion at one end of the ranges."""
    points: dict[str, Floats] = {}
    for name, leaf in criteria.leaves.items():
        part = getattr(known[name], end) * shares[name]
        if leaf.top in points:
            points[leaf.top] += part
        else:
            points[leaf.top] = part
    return points


def _coverage(known: Mapping[str, Values], shares: Mapping[str, Factor]) -> Floats:
    rest: Factor = 0.0
    for name, value in known.items():
        rest = rest + np.where(value.unknown, 0.0, shares[name])
    return np.asarray(np.minimum(rest, 1.0), dtype=np.float64)


def ranks(scores: pd.Series, passed: Flags) -> "pd.Series[int]":
    """Places from 1, for vendors that pass the gates and can be judged; missing for the others.

    Equal scores share the better rank: a tie must not hide a possible winner.
    """
    eligible = scores.where(passed).round(DECIMALS)
    return eligible.rank(ascending=False, method="min").astype("Int64")
