"""How far the figures allow a leader to be named.

clear: its low end is above every other's high end. leader: ahead by a point or more at the point
scores, though ranges overlap. close: less than that. single, none: one or no vendor is left.
"""

from dataclasses import dataclass
from typing import Literal

import numpy as np
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
    ranked = places.dropna().sort_values(kind="stable").index
    if len(ranked) == 0:
        return Standing("none", (), None, 0.0)
    first = str(ranked[0])
    if len(ranked) == 1:
        return Standing("single", (first,), None, 0.0)
    rest = table.loc[ranked[1:]]
    lead = float(table.loc[first, "score"] - rest["score"].iloc[0])
    runner_up = str(ranked[1])
    overlaps = np.asarray(rest["high"] >= table.loc[first, "low"])
    if not overlaps.any():
        return Standing("clear", (first,), runner_up, lead)
    near = np.asarray(table.loc[first, "score"] - rest["score"] < CLOSE) & overlaps
    if near.any():
        tied = tuple(str(name) for name in rest.index[near])
        return Standing("close", (first, *tied), runner_up, lead)
    return Standing("leader", (first,), runner_up, lead)
