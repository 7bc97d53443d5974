"""Draws of the scores of a case's vendors, in chunks of one size.

Every fact has a random stream of its own, named by its vendor and measure, and each vendor's score
is summed by itself in the order of these names: nothing else in a case changes a bit of it.
"""

from collections.abc import Callable, Iterator, Sequence

import numpy as np

from evalkit.analysis.case import Case, Unsettled
from evalkit.analysis.sampling import Floats
from evalkit.analysis.streams import stream

CHUNK = 1_024
"""Draws made at a time: a fixed number, so that the size of a case changes no draw."""

Sampler = Callable[[np.random.Generator, int], Floats]
"""Function that draws weights of shape (measures, draws) or (patterns, measures, draws)."""


def chunks(draws: int) -> Iterator[int]:
    """The sizes of the chunks of a number of draws."""
    for start in range(0, draws, CHUNK):
        yield min(CHUNK, draws - start)


def weighted(weights: Sampler, draws: int, seed: int) -> Iterator[Floats]:
    """Draws of weights in chunks, each of shape (patterns, measures, draws)."""
    rng = stream(seed, "weights")
    for count in chunks(draws):
        drawn = weights(rng, count)
        yield drawn[None] if drawn.ndim == 2 else drawn  # noqa: PLR2004


class Drawing:
    """The scores of a case's vendors, drawn chunk by chunk with the weights.

    If only draws of the second kind are wanted, they are returned as the first kind too.
    """

    def __init__(self, case: Case, seed: int, *, only_alike: bool = False) -> None:
        self.facts, self.patterns = case.unsettled, case.patterns.tolist()
        distinct = sorted(set(self.patterns))
        self.rows = {each: np.flatnonzero(case.patterns == each).tolist() for each in distinct}
        self.columns = sorted(range(case.values.shape[1]), key=case.measure)
        # Rows in one piece: products of others are summed in another order.
        self.settled = case.settled.take(self.columns, axis=1)
        self.only_alike = only_alike
        self.together = case.together() if case.together is not None else None
        moving = case.moving
        # Facts that draw the same in both kinds come first, so that their sums are shared.
        self.order = sorted(moving, key=lambda number: self.facts[number].is_open)
        self.streams = {n: stream(seed, "fact", *case.name(self.facts[n])) for n in moving}
        is_open = {self.facts[number].vendor for number in moving if self.facts[number].is_open}
        rows = range(len(case.values)) if self.together is not None else sorted(is_open)
        self.alike = {row: stream(seed, "alike", case.vendor(row)) for row in rows}

    @property
    def differs(self) -> bool:
        """Whether the two kinds of draws can differ."""
        return bool(self.alike) and not self.only_alike

    def scores(self, weights: Floats) -> tuple[Floats, Floats]:
        """The scores in both kinds of draws, each of shape (vendors, draws)."""
        return self.scores_by([weights])[0]

    def scores_by(self, several: Sequence[Floats]) -> list[tuple[Floats, Floats]]:
        """The scores of the same draws of facts by each of several weights."""
        found = [(settled, settled) for settled in map(self._settled, several)]
        for fact, one, other in self.values(several[0].shape[2]):
            for place, weights in enumerate(several):
                alone, alike = found[place]
                share = weights[self.patterns[fact.vendor], fact.measure]
                if alike is alone and other is not one:
                    alike = alone.copy()
                    found[place] = (alone, alike)
                _add(alone[fact.vendor], share * one)
                if alike is not alone:
                    _add(alike[fact.vendor], share * other)
        return found

    def values(self, count: int) -> Iterator[tuple[Unsettled, Floats, Floats]]:
        """The values of each fact that can move, in both kinds of draws."""
        uniforms = {row: _uniform(rng, count) for row, rng in self.alike.items()}
        joint, bound = (
            ({}, {}) if self.together is None else self.together(count, list(uniforms.values()))
        )
        for number in self.order:
            fact = self.facts[number]
            other = bound.get(number)
            if other is None and fact.is_open:
                other = fact.spread.at(uniforms[fact.vendor])
            if other is not None and self.only_alike:
                one = other
            elif number in joint:
                one = joint[number]
            else:
                one = fact.spread.at(_uniform(self.streams[number], count))
            yield fact, one, one if other is None else other

    def _settled(self, weights: Floats) -> Floats:
        """Scores from settled facts alone, shape (vendors, draws)."""
        scores = np.empty((len(self.settled), weights.shape[2]))
        for pattern, rows in self.rows.items():
            leaves = weights[pattern].take(self.columns, axis=0)
            # Each row is a product of its own, so that no sum depends on who the others are.
            for row in rows:
                np.matmul(self.settled[row], leaves, out=scores[row])
        return scores


def _add(row: Floats, points: Floats) -> None:
    row += points


def _uniform(rng: np.random.Generator, count: int) -> Floats:
    drawn: Floats = rng.random(count)
    return drawn
