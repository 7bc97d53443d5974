"""Results that hold for all weights and all values of unknown facts.

`low` and `high` are the ends of the range of each value, equal if it is settled; more is better.
"""

from dataclasses import dataclass

import numpy as np

from evalkit.analysis.case import Flags
from evalkit.analysis.sampling import Floats
from evalkit.level import SAME
from evalkit.weighting.linear_program import Rows, minimised


@dataclass(frozen=True, slots=True)
class Region:
    """The permitted weights: all w ≥ 0 that sum to 1, within bounds and in an order."""

    lows: Floats
    """The minimum weight of each criterion, shape (criteria,), 0 to 1."""
    highs: Floats
    """The maximum weight of each criterion, shape (criteria,), 0 to 1."""
    order: tuple[tuple[int, ...], ...] = ()
    """Groups of criteria of equal weight, most important first. Criteria in no group may have any
    weight within their bounds."""


def dominated_by(low: Floats, high: Floats, comparable: Flags) -> list[tuple[int, ...]]:
    """For each vendor, the vendors that dominate it under all weights and unknowns.

    One dominates another if even its low end is at least as good as the other's high end on every
    measure, and better on one. `low` and `high` have shape (vendors, measures); measures that do
    not apply are missing and ignored. Only pairs in `comparable`, shape (vendors, vendors), are
    compared: those to which the same measures apply.
    """
    leads = low[:, None, :] - high[None, :, :]
    dominates = ~(leads < -SAME).any(axis=2) & (leads > SAME).any(axis=2) & comparable
    return [tuple(np.flatnonzero(column).tolist()) for column in dominates.T]


def potentially_optimal(
    low: Floats,
    high: Floats,
    region: Region,
    witnessed: Flags | None = None,
    parts: Floats | None = None,
) -> Flags:
    """Whether each vendor can come or tie for first under some permitted weights and facts.

    Shape (vendors,). `low` and `high` have shape (vendors, criteria). A vendor can if, for some
    weights in the region, its high end scores at least as much as every other's low end: a linear
    program for each vendor not decided otherwise. `witnessed` vendors are known to come first
    somewhere and are skipped. If weight within criteria is free, `low` and `high` have a column for
    each part, and `parts`, shape (criteria, parts), is 1 where a part belongs to a criterion, else
    0. Raises ValueError if the region is empty and a program was needed.

    Source: Hazen (1986), Partial information, dominance, and potential optimality in multiattribute
    utility theory, Operations Research 34(2), 296–310.
    """
    possible = np.full(len(low), len(low) == 1)
    if witnessed is not None:
        possible |= witnessed
    if parts is None:
        possible |= _first_at_a_corner(low, high, region)
        parts = np.eye(len(region.lows))
    beaten = (low[:, None, :] - high[None, :, :] > SAME).all(axis=2).any(axis=0)
    for vendor in np.flatnonzero(~possible & ~beaten):
        leads = high[vendor] - np.delete(low, vendor, axis=0)
        possible[vendor] = _largest_lead(leads, region, parts) >= -SAME
    return possible


def _first_at_a_corner(low: Floats, high: Floats, region: Region) -> Flags:
    """Vendors that come first at a corner of the order within the bounds.

    They need no linear program, nor the slow import of its solver if no others are left.
    """
    corners = _corners(region)
    inside = ((corners >= region.lows) & (corners <= region.highs)).all(axis=1)
    at_best, at_worst = high @ corners[inside].T, low @ corners[inside].T
    first: Flags = (at_best >= at_worst.max(axis=0, initial=-np.inf) - SAME).any(axis=1)
    return first


def _corners(region: Region) -> Floats:
    """Weights at the corners: all on one criterion or, with an order, spread evenly over the first
    groups."""
    count = len(region.lows)
    if not region.order:
        return np.eye(count)
    corners = np.zeros((len(region.order), count))
    for place in range(len(region.order)):
        leading = [member for group in region.order[: place + 1] for member in group]
        corners[place, leading] = 1.0 / len(leading)
    return corners


def _largest_lead(leads: Floats, region: Region, parts: Floats) -> float:
    """The largest possible lead of a vendor over all others; `leads` has shape (others, parts).

    The variables are (w, t): weights of parts in the region, and t, the smallest lead.
    """
    falls, ties = _order(region)
    count = parts.shape[1]
    rows = [
        Rows(np.column_stack([leads, -np.ones(len(leads))]), 0.0, np.inf),
        Rows(_with_zero(parts), region.lows, region.highs),
        Rows(_with_zero(falls @ parts), -np.inf, 0.0),
        Rows(_with_zero(ties @ parts), 0.0, 0.0),
        Rows(_with_zero(np.ones((1, count))), 1.0, 1.0),
    ]
    ends = (np.append(np.full(count, end), other) for end, other in ((0.0, -np.inf), (1.0, np.inf)))
    try:
        found = minimised(-np.eye(1, count + 1, k=count)[0], rows, *ends)
    except ValueError as error:
        raise ValueError(f"no weights lie in the region: {error}") from error
    return float(found[-1])


def _order(region: Region) -> tuple[Floats, Floats]:
    """The order as constraints on weights: rows that must be at most 0, and rows that must be 0."""
    units = np.eye(len(region.lows))
    leaders = [group[0] for group in region.order]
    falls = units[leaders[1:]] - units[leaders[:-1]]
    firsts = [group[0] for group in region.order for _ in group[1:]]
    others = [member for group in region.order for member in group[1:]]
    return falls, units[firsts] - units[others]


def _with_zero(rows: Floats) -> Floats:
    return np.column_stack([rows, np.zeros(len(rows))])
