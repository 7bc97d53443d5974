"""Weights from an order of importance."""

import itertools
from collections.abc import Sequence

from evalkit.weighting.direct import Weights


def tied_order_centroid(sizes: Sequence[int]) -> Weights:
    """The weight of one member of each tie group, groups listed from most to least important.

    The centre of all weights that respect the order and are equal within each group.
    These weights form a simplex, so the centre is the mean of its corners: corner k spreads 1
    evenly over the members of the first k groups. Falling; times `sizes` they sum to 1.
    Raises ValueError if there is no group, or a size is below 1.

    Source: for groups of one it is the rank-order centroid of Barron & Barrett (1996), Management
    Science 42(11), 1515–1523: the criterion at place i of n gets (1/i + 1/(i+1) + … + 1/n) / n.
    """
    if not sizes or min(sizes) < 1:
        raise ValueError("an order has at least one group, and a group at least one member")
    corners = [1 / members for members in itertools.accumulate(sizes)]
    sums = list(itertools.accumulate(reversed(corners)))
    return tuple(total / len(sizes) for total in reversed(sums))
