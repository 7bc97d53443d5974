"""The lowest and highest value of a figure, each with the scenario that reaches it.

Price lists are piecewise linear: a figure is extreme at the ends of ranges, or at an edge of a
price list. From corners and from points in between, the best are moved along one axis after the
other: to its ends, to the edges, and to where a curve turns, until nothing improves.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import numpy as np

from evalkit.costing.figures import exact
from evalkit.costing.kinds import Key
from evalkit.costing.ledger import Ledger
from evalkit.costing.outcomes import Calculation, number
from evalkit.costing.search.axes import Axis, Floats, axes_of, figures, scenario
from evalkit.costing.search.edges import edges
from evalkit.costing.search.starts import starts

WIDTH = 24
"""Points kept in each round."""
SLIDING = 2
SLIDES = 100
STEPS = tuple(4.0**-n for n in range(1, 14))
ROUNDS = 20
SHRINK = 4
"""Each round looks for the turn of a curve in this part of the one before."""
DIGITS = 12
"""Digits up to which figures are the same."""
SAME = 1e-9
"""Relative difference between a figure in floats and in Decimals."""


Three = tuple[Floats, Floats, Floats]


@dataclass(frozen=True, slots=True)
class End:
    """One end of the range of a figure."""

    value: Any
    """A Decimal or a float; None where the figure is missing, as a payback is that never comes."""
    scenario: dict[Key, Decimal]
    """The numbers that reach it: one for each assumption that is a range."""


def ends(ledger: Ledger, outcome: Calculation) -> tuple[End, End]:
    """The lowest and the highest value of a figure."""
    axes = axes_of(ledger)
    if not axes:
        found = End(number(outcome(ledger, ledger.likely)), {})
        return found, found
    low, high = (Search(ledger, outcome, axes, sign).end() for sign in (-1, 1))
    return low, high


@dataclass(frozen=True)
class Search:
    """A search for the highest `sign` × figure, among points with a place on each axis."""

    ledger: Ledger
    outcome: Calculation
    axes: Sequence[Axis]
    sign: int

    def end(self) -> End:
        """The best point, as a scenario that costs as much in Decimals."""
        points = self._best()
        wanted = self._scores(points[:1])[0]
        tried: list[tuple[float, End]] = []
        for point in points:
            numbers = dict(self._exactly(point))
            value = number(self.outcome(self.ledger, self.ledger.scenario(numbers)))
            score = self.sign * (np.inf if value is None else float(value))
            tried.append((score, End(value, numbers)))
            # An edge in floats may lie beyond it in Decimals, where costs jump.
            if score == wanted or abs(score - wanted) <= SAME * abs(wanted):
                break
        return max(tried, key=lambda each: each[0])[1]

    def _exactly(self, point: Floats) -> Iterator[tuple[Key, Decimal]]:
        for axis, place in zip(self.axes, point, strict=True):
            for each in axis.ranged:
                if place in axis.ends:
                    yield each.key, each.low if place == axis.ends[0] else each.high
                else:
                    yield each.key, exact(float(place))

    def _best(self) -> Floats:
        """Points in order, from the best one down."""
        points, scores = self._kept(starts(self.axes))
        still = 0
        for turn in range(1, ROUNDS + 1):
            before = scores[0]
            moved = (*self._to_edges(points), *self._to_turns(points, scores, SHRINK**-turn))
            points, scores = self._kept(np.concatenate([points, *moved]))
            still = 0 if scores[0] > before else still + 1
            if still > 1:
                break
        return self._slid(points, scores)

    def _slid(self, points: Floats, scores: Floats) -> Floats:
        """The points, the best one moved along an edge as long as it improves.

        Where two volumes meet in an edge, the best place on it may be anywhere.
        """
        inside = sum(
            place not in axis.ends for axis, place in zip(self.axes, points[0], strict=True)
        )
        for _ in range(SLIDES if inside else 0):
            beside = [each for share in STEPS for each in self._beside(points[:SLIDING], share)]
            moved = self._to_edges(np.concatenate(beside))
            before = scores[0]
            points, scores = self._kept(np.concatenate([points, *beside, *moved]))
            if not scores[0] > before:
                break
        return points

    def _kept(self, points: Floats) -> tuple[Floats, Floats]:
        """The best points and their scores; of equal ones, those that were found first."""
        scores = self._scores(points)
        size = np.max(np.abs(scores), where=np.isfinite(scores), initial=0.0) or 1.0
        scores = np.round(scores / size, DIGITS) * size
        # Points of the same score mostly differ in what does not matter, so one is kept.
        _, first = np.unique(-scores, return_index=True)
        kept = first[:WIDTH]
        return points[kept], scores[kept]

    def _scores(self, points: Floats) -> Floats:
        numbers = scenario(self.axes, points)
        return self.sign * figures(self.ledger, self.outcome, numbers, len(points))

    def _to_edges(self, points: Floats) -> Iterator[Floats]:
        """The points moved along each axis, to its ends and to the edges of price lists."""
        numbers = scenario(self.axes, points)
        for place, axis in enumerate(self.axes):
            found = () if axis.is_group else edges(self.ledger, axis, numbers)
            for column in (*axis.ends, *found):
                yield _moved(points, place, column)

    def _to_turns(self, points: Floats, here: Floats, share: float) -> Iterator[Floats]:
        """The points moved a step along each axis, and to the vertex of the parabola there."""
        alone = [place for place, axis in enumerate(self.axes) if not axis.is_group]
        sides = list(self._beside(points, share))
        if not sides:
            return
        yield from sides
        heights = self._scores(np.concatenate(sides)).reshape(2, len(alone), -1)
        for nth, at in enumerate(alone):
            left, right = sides[nth][:, at], sides[nth + len(alone)][:, at]
            turn = _vertex((left, points[:, at], right), (heights[0, nth], here, heights[1, nth]))
            yield _moved(points, at, np.clip(turn, *self.axes[at].ends))

    def _beside(self, points: Floats, share: float) -> Iterator[Floats]:
        """The points moved along each single axis by a share of it, down and up."""
        for way in (-share, share):
            for at, axis in enumerate(self.axes):
                if not axis.is_group:
                    low, high = axis.ends
                    yield _moved(points, at, np.clip(points[:, at] + way * (high - low), low, high))


def _moved(points: Floats, place: int, column: Any) -> Floats:
    """The points at other places of one axis, without those that have none."""
    moved = points.copy()
    moved[:, place] = column
    return moved[~np.isnan(moved[:, place])]


def _vertex(places: Three, heights: Three) -> Floats:
    """Where the parabolas through three points each turn; NaN where there is none."""
    (left, middle, right), (before, here, after) = places, heights
    with np.errstate(all="ignore"):
        one = (middle - left) * (here - after)
        two = (middle - right) * (here - before)
        found = middle - ((middle - left) * one - (middle - right) * two) / (one - two) / 2
    return np.where(np.isfinite(found), found, np.nan)
