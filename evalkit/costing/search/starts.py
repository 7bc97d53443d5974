"""The points at which a search for the extremes of a figure starts."""

import itertools
from collections.abc import Iterator, Sequence

import numpy as np

from evalkit.costing.search.axes import Axis, Floats

MOST_AXES = 8
"""Axes of which every corner is a start; of more, those with all at the same end."""
SAMPLES = 64
"""Starts between the corners, always the same."""


def starts(axes: Sequence[Axis]) -> Floats:
    """Points on all axes: corners, the likely numbers, and a sample of what lies between."""
    points = np.array([*_corners(axes), *_likely(axes)])
    low, high = np.array([axis.ends for axis in axes]).T
    return np.concatenate([points, _sample(axes, low, high)])


def _corners(axes: Sequence[Axis]) -> Iterator[tuple[float, ...]]:
    together = len(axes) > MOST_AXES
    ways = zip(*(axis.ends for axis in axes), strict=True)
    return iter(ways) if together else itertools.product(*(axis.ends for axis in axes))


def _likely(axes: Sequence[Axis]) -> Iterator[tuple[float, ...]]:
    places = (axis.ends if axis.is_group else (float(axis.ranged[0].likely),) for axis in axes)
    return itertools.product(*places)


def _sample(axes: Sequence[Axis], low: Floats, high: Floats) -> Floats:
    shares = np.random.default_rng(0).random((SAMPLES, len(axes)))
    is_group = np.array([axis.is_group for axis in axes])
    return low + np.where(is_group, np.round(shares), shares) * (high - low)
