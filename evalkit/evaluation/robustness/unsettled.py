"""Probability distributions of unknown and uncertain facts."""

from collections.abc import Iterator

import numpy as np
import pandas as pd

from evalkit.analysis.case import Case, Indices, Unsettled
from evalkit.analysis.sampling import Quantile, evenly, one_of, triangular
from evalkit.model.criteria import Criteria
from evalkit.model.scale import NAMED, Checklist, Levels, Scale
from evalkit.scoring.scores import Scores
from evalkit.scoring.values import Floats, ends, value_at, value_of_names


def case(levels: pd.DataFrame, criteria: Criteria, scores: Scores, pattern: Indices) -> Case:
    """The input of the draws from a frame of levels; rows and columns keep its order."""
    values = np.column_stack([scores.values[name].likely for name in criteria.leaves])
    return Case(values, tuple(_unsettled(levels, criteria, scores)), pattern)


def patterns(
    criteria: Criteria, scores: Scores, count: int
) -> tuple[list[dict[str, float]], Indices]:
    """The distinct sets of applicable measures, and which of them each vendor has.

    A set holds 1 or 0 by measure; the last has every measure, whether or not a vendor does.
    """
    flags = _flags(criteria, scores, count)
    everything = np.ones((1, flags.shape[1]))
    distinct, which = np.unique(np.vstack([everything, flags]), axis=0, return_inverse=True)
    sets = [dict(zip(criteria.leaves, map(float, row), strict=True)) for row in distinct]
    return sets, which.reshape(-1)[1:]


def _flags(criteria: Criteria, scores: Scores, count: int) -> Floats:
    """1 where a measure applies, shape (vendors, measures)."""
    everybody = np.ones(count)
    columns = (scores.values[name].applies for name in criteria.leaves)
    return np.column_stack(
        [everybody if applies is None else applies.astype(float) for applies in columns]
    )


def _unsettled(levels: pd.DataFrame, criteria: Criteria, scores: Scores) -> Iterator[Unsettled]:
    """Every unknown or uncertain fact with its distribution.

    An unknown is uniform over the values of its scale. A range is triangular over its levels, and
    the scale turns each level drawn into a value. If sources disagree in words, all readings are
    equally likely.
    """
    for place, (name, leaf) in enumerate(criteria.leaves.items()):
        value = scores.values[name]
        open_rows = value.low < value.high
        if value.applies is not None:
            open_rows = open_rows & value.applies
        for row in np.flatnonzero(open_rows):
            scale = leaf.measure.scale
            unknown = bool(value.unknown[row])
            quantile = over_scale(scale) if unknown else _over_range(levels, name, scale, int(row))
            yield Unsettled(int(row), place, float(value.likely[row]), quantile)


MOST_ITEMS = 12
"""Items of a checklist whose sums are listed; longer lists count as continuous."""


def shares_of_checklist(scale: Checklist) -> list[float]:
    """The values that a checklist can take, in ascending order."""
    sums = {0.0}
    for worth in scale.items.values():
        sums |= {total + worth for total in sums}
    whole = sum(scale.items.values())
    return sorted({round(100 * total / whole, 9) for total in sums})


def over_scale(scale: Scale) -> Quantile:
    """A uniform distribution over a scale's values, discrete for levels and short checklists."""
    if isinstance(scale, Levels):
        return one_of(sorted(set(scale.levels.values())))
    if isinstance(scale, Checklist) and len(scale.items) <= MOST_ITEMS:
        return one_of(shares_of_checklist(scale))
    return evenly(*ends(scale))


def _over_range(levels: pd.DataFrame, name: str, scale: Scale, row: int) -> Quantile:
    likely = levels[name, "likely"].iloc[row]
    if isinstance(scale, NAMED):
        readings = [likely, *levels[name, "others"].iloc[row]]
        return one_of([value_of_names(scale, said) for said in readings])
    low, high = (float(levels[name, end].iloc[row]) for end in ("low", "high"))
    drawn = triangular(low, float(likely), high)
    return lambda share: value_at(scale, drawn(share))
