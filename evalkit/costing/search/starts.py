"""The points at which a search for the extremes of a figure starts."""

import itertools
from collections.abc import Iterator, Sequence

import numpy as np

from evalkit.costing.search.axes import Axis, Floats

MOST_AXES = 8
"""Axes of which every corner is a start; of more, the corners of those that meet in one charge."""
MEETING = 3
"""The most axes of one charge that are moved together."""
MOST_MEETINGS = 60
SAMPLES = 64
"""Starts between the corners, always the same."""


def starts(axes: Sequence[Axis]) -> Floats:
    """Points on all axes: corners, the likely numbers, and a sample of what lies between."""
    points = np.array([*_corners(axes), *_likely(axes)])
    low, high = np.array([axis.ends for axis in axes]).T
    return np.concatenate([points, _sample(axes, low, high)])


def _corners(axes: Sequence[Axis]) -> Iterator[tuple[float, ...]]:
    ends = [axis.ends for axis in axes]
    if len(axes) <= MOST_AXES:
        yield from itertools.product(*ends)
        return
    groups = tuple(place for place, axis in enumerate(axes) if axis.is_group)
    for base in zip(*ends, strict=True):
        for together in itertools.islice(_meetings(axes), MOST_MEETINGS):
            moved = (*groups, *together)
            for corner in itertools.product(*(ends[place] for place in moved)):
                point = list(base)
                for place, end in zip(moved, corner, strict=True):
                    point[place] = end
                yield tuple(point)


def _meetings(axes: Sequence[Axis]) -> Iterator[tuple[int, ...]]:
    """The axes that meet in one charge, up to three at a time, each combination once."""
    users: dict[object, list[int]] = {}
    for place, axis in enumerate(axes):
        for item in axis.users:
            users.setdefault(item.key, []).append(place)
    most = (itertools.combinations(each, min(len(each), MEETING)) for each in users.values())
    return iter(dict.fromkeys([(), *itertools.chain.from_iterable(most)]))


def _likely(axes: Sequence[Axis]) -> Iterator[tuple[float, ...]]:
    places = (axis.ends if axis.is_group else (float(axis.ranged[0].likely),) for axis in axes)
    return itertools.product(*places)


def _sample(axes: Sequence[Axis], low: Floats, high: Floats) -> Floats:
    shares = np.random.default_rng(0).random((SAMPLES, len(axes)))
    is_group = np.array([axis.is_group for axis in axes])
    return low + np.where(is_group, np.round(shares), shares) * (high - low)
