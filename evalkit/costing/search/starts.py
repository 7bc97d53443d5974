"""The points at which a search for the extremes of a figure starts."""

import itertools
from collections.abc import Sequence

import numpy as np

from evalkit.costing.search.axes import Axis, Floats

MOST_AXES = 10
"""Axes of which every corner is a start; of more, as many corners at random."""
SAMPLES = 64
"""Starts between the corners."""


def starts(axes: Sequence[Axis]) -> Floats:
    """Points on all axes, always the same: corners, what lies between, and the likely numbers."""
    count = len(axes)
    stream = np.random.default_rng(0)
    corners = (
        np.array(list(itertools.product((0.0, 1.0), repeat=count)))
        if count <= MOST_AXES
        else stream.integers(0, 2, (2**MOST_AXES, count))
    )
    between = stream.random((SAMPLES, count))
    is_group = [axis.is_group for axis in axes]
    shares = np.concatenate([corners, np.where(is_group, np.round(between), between)])
    low, high = np.array([axis.ends for axis in axes]).T
    points = np.where(shares == 1, high, low + shares * (high - low))
    likely = (axis.ends if axis.is_group else (float(axis.first.likely),) for axis in axes)
    return np.concatenate([points, list(itertools.product(*likely))])
