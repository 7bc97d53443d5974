"""How far the figures allow a leader to be named.

clear: its low end is above every other's high end. leader: ahead by a point or more at the point
scores, though ranges overlap. close: less than that. single, none: one or no vendor is left.
"""

from dataclasses import dataclass
from typing import Literal

import pandas as pd

Outcome = Literal["clear", "leader", "close", "single", "none"]

CLOSE = 1.0
"""Points on 0 to 100 below which a lead over an overlapping range decides nothing."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Who is first, as far as the ranges allow."""

    outcome: Outcome
    first: tuple[str, ...]
    """The leader, or everyone between whom nothing can be told apart, best first."""
    runner_up: str | None
    lead: float
    """Points between the first two."""


def standing(table: pd.DataFrame, places: pd.Series) -> Standing:
    """Who is first.

    `table` has columns `score`, `low` and `high`; `places` the ranks, missing for those that do
    not take part; both with a row for each vendor.
    """
    # Vendors in order of rank; equal ones stay in the order given.
    ranked = table.loc[places.dropna().sort_values(kind="stable").index]
    names = [str(name) for name in ranked.index]
    if not names:
        return Standing("none", (), None, 0.0)
    if len(names) == 1:
        return Standing("single", (names[0],), None, 0.0)
    score, low, high = ranked[["score", "low", "high"]].to_numpy(dtype=float).T
    lead = float(score[0] - score[1])
    overlaps = high[1:] >= low[0]
    if not overlaps.any():
        return Standing("clear", (names[0],), names[1], lead)
    near = (score[0] - score[1:] < CLOSE) & overlaps
    if near.any():
        tied = (name for name, is_near in zip(names[1:], near, strict=True) if is_near)
        return Standing("close", (names[0], *tied), names[1], lead)
    return Standing("leader", (names[0],), names[1], lead)
