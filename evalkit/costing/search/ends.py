"""The lowest and highest value of a figure, each with the scenario that reaches it.

Price lists are piecewise linear: a figure is extreme at the ends of ranges, or at an edge of a
price list. From the ends and from points in between, the best are moved along one axis after the
other, to its ends and to the edges, until nothing improves; and where a curve turns or two axes
meet in an edge, by ever smaller steps.
"""

from collections.abc import Iterable, Iterator, Sequence
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
from evalkit.level import SAME

WIDTH = 24
"""Points kept in each round."""
ROUNDS = 100
SLIDING = 2
"""The best points, from which steps of all sizes are tried once no corner is best."""
STEPS = tuple(4.0**-n for n in range(1, 14))
"""Sizes of steps, as shares of a range."""
CURVED = ("growth", "yearly_increase", "discount_rate")
"""Numbers of which figures hold powers; of the others they are products and sums."""
DIGITS = 12
"""Digits up to which figures are the same."""


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
            # In proportion, as floats differ from Decimals. An edge in floats may lie beyond it in
            # Decimals, where costs jump.
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
        for _ in range(ROUNDS):
            before = scores[0]
            moved = list(self._to_edges(points))
            if self._is_inside(points[0]):
                stepped = self._stepped(points[:SLIDING], range(len(self.axes)))
                moved += [stepped, *self._to_edges(stepped)]
            points, scores = self._kept(np.concatenate([points, *moved]))
            if not scores[0] > before:
                # Beside the best corner a curve may turn once more.
                stepped = self._stepped(points[:SLIDING], self._curved)
                points, scores = self._kept(np.concatenate([points, stepped]))
            if not scores[0] > before:
                break
        return points

    @property
    def _curved(self) -> list[int]:
        """The places of the axes along which a figure is no straight line, edges aside."""
        return [at for at, axis in enumerate(self.axes) if axis.first.key[-1] in CURVED]

    def _is_inside(self, point: Floats) -> bool:
        """Whether a point is not a corner: a better one may be anywhere along its edge."""
        return any(place not in axis.ends for axis, place in zip(self.axes, point, strict=True))

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

    def _stepped(self, points: Floats, places: Iterable[int]) -> Floats:
        """The points moved along some axes by steps of all sizes, down and up."""
        steps = [way * share for share in STEPS for way in (-1, 1)]
        found = [points[:0]]
        for at in places:
            low, high = self.axes[at].ends
            for step in () if self.axes[at].is_group else steps:
                column = np.clip(points[:, at] + step * (high - low), low, high)
                found.append(_moved(points, at, column))
        return np.concatenate(found)


def _moved(points: Floats, place: int, column: Any) -> Floats:
    """The points at other places of one axis, without those that have none."""
    moved = points.copy()
    moved[:, place] = column
    return moved[~np.isnan(moved[:, place])]
