"""Probability distributions of unknown and uncertain facts."""

from collections.abc import Iterator, Sequence
from functools import cache

import numpy as np

from evalkit.analysis.case import Indices, Unsettled
from evalkit.analysis.distribution import Distribution, Even, OneOf, Triangle
from evalkit.evaluation.ranking import Ranking
from evalkit.model.criteria import Criteria
from evalkit.model.scale import NAMED, Checklist, Levels, Scale
from evalkit.model.scales.rating import Rating
from evalkit.scoring.levels import Frame, Parts
from evalkit.scoring.scores import Scores
from evalkit.scoring.values import BEST, WORST, Floats, Values, knots, value_at, value_of_names


def patterns(
    criteria: Criteria, rankings: Sequence[Ranking]
) -> tuple[list[dict[str, float]], Indices]:
    """The distinct sets of applicable measures, and which of them each vendor has, one by one.

    A set holds 1 or 0 by measure; the last has every measure, whether or not a vendor does.
    """
    flags = np.vstack([_flags(criteria, each.scores, len(each.vendors)) for each in rankings])
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


def unsettled(levels: Frame, criteria: Criteria, scores: Scores) -> Iterator[Unsettled]:
    """Every unknown or uncertain fact with the distribution of its value.

    Rows and columns keep the order of `levels` and of the criteria's measures.
    """
    for place, (name, leaf) in enumerate(criteria.leaves.items()):
        value = scores.values[name]
        rows = value.low < value.high
        if value.applies is not None:
            rows = rows & value.applies
        moves_together, unknown = value.moves_together, over_scale(leaf.measure.scale)
        for row in np.flatnonzero(rows):
            spread = (
                unknown
                if value.unknown[row]
                else _over_range(levels.known[name], leaf.measure.scale, int(row), value)
            )
            yield Unsettled(int(row), place, spread, bool(moves_together[row]))


MOST_ITEMS = 12
"""Items of a checklist whose sums are listed; longer lists count as continuous."""


def over_scale(scale: Scale, least: float = WORST, most: float = BEST) -> Distribution:
    """A uniform distribution over the values of a scale from `least` to `most`.

    It is discrete for levels, short checklists, and ratings without anything between their levels.
    """
    if isinstance(scale, Levels):
        return OneOf([value for value in sorted(set(scale.levels.values())) if value >= least])
    if isinstance(scale, Checklist) and len(scale.items) <= MOST_ITEMS:
        return OneOf([value for value in shares_of_checklist(scale) if value >= least])
    if isinstance(scale, Rating) and not scale.between:
        values = sorted(value_at(scale, list(scale.texts)).tolist())
        return OneOf([value for value in values if least <= value <= most])
    return Even(least, most)


def shares_of_checklist(scale: Checklist) -> tuple[float, ...]:
    """The values that a checklist can take, in ascending order."""
    return _sums(tuple(scale.items.values()))


@cache
def _sums(worths: tuple[float, ...]) -> tuple[float, ...]:
    sums = {0.0}
    for worth in worths:
        sums |= {total + worth for total in sums}
    whole = sum(worths)
    return tuple(sorted({round(BEST * total / whole, 9) for total in sums}))


def _over_range(parts: Parts, scale: Scale, row: int, value: Values) -> Distribution:
    """A triangle over levels, or all values of those without an end; in words, all readings, or all
    that a list may still become."""
    if isinstance(scale, NAMED):
        if "open" in parts and parts["open"][row]:
            return over_scale(scale, round(float(value.low[row]), 9))
        readings = [parts["likely"].names(row), *parts["others"][row]]
        return OneOf([value_of_names(scale, said) for said in readings])
    low, likely, high = (float(parts[end][row]) for end in ("low", "likely", "high"))
    if np.isinf(low) or np.isinf(high):
        return over_scale(scale, float(value.low[row]), float(value.high[row]))
    return Triangle(low, likely, high, *knots(scale))
