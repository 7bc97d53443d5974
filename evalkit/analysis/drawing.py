"""Draws of the scores of a case's vendors, in chunks of one size.

Every fact has a random stream of its own, named by its vendor and measure, and each vendor's score
is summed by itself in the order of these names: nothing else in a case changes a bit of it.
"""

from collections.abc import Callable, Iterator

import numpy as np

from evalkit.analysis.case import Case
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
    """The scores of a case's vendors, drawn chunk by chunk with the weights."""

    def __init__(self, case: Case, seed: int) -> None:
        self.facts, self.settled, self.patterns = case.unsettled, case.settled, case.patterns
        self.together = case.together() if case.together is not None else None
        moving = case.moving
        self.streams = {n: stream(seed, "fact", *case.name(self.facts[n])) for n in moving}
        self.steady = [n for n in moving if not (self.together or self.facts[n].is_open)]
        """The facts whose draws are the same in both kinds."""
        self.bound = [n for n in moving if n not in set(self.steady)]
        open_rows = {self.facts[n].vendor for n in moving if self.facts[n].is_open}
        rows = range(len(case.values)) if self.together else sorted(open_rows)
        self.alike = {row: stream(seed, "alike", case.vendor(row)) for row in rows}

    def scores(self, weights: Floats) -> tuple[Floats, Floats]:
        """The scores in both kinds of draws, each of shape (vendors, draws)."""
        count = weights.shape[2]
        alone = self._settled(weights)
        for number in self.steady:
            self._add(alone, weights, number, self._own(number, count))
        if not self.bound:
            return alone, alone
        alike = alone.copy()
        uniforms = {row: _uniform(rng, count) for row, rng in self.alike.items()}
        joint, bound = self.together(count, list(uniforms.values())) if self.together else ({}, {})
        for number in self.bound:
            fact = self.facts[number]
            one = joint[number] if number in joint else self._own(number, count)
            other = bound.get(number, one)
            if fact.is_open and number not in bound:
                other = fact.spread.at(uniforms[fact.vendor])
            self._add(alone, weights, number, one)
            self._add(alike, weights, number, other)
        return alone, alike

    def _settled(self, weights: Floats) -> Floats:
        """Scores from settled facts alone, shape (vendors, draws)."""
        scores = np.empty((len(self.settled), weights.shape[2]))
        # Each vendor by itself, so that no sum depends on who the others are.
        for row, values, pattern in zip(scores, self.settled, self.patterns, strict=True):
            np.einsum("m,md->d", values, weights[pattern], out=row)
        return scores

    def _own(self, number: int, count: int) -> Floats:
        return self.facts[number].spread.at(_uniform(self.streams[number], count))

    def _add(self, scores: Floats, weights: Floats, number: int, drawn: Floats) -> None:
        fact = self.facts[number]
        scores[fact.vendor] += weights[self.patterns[fact.vendor], fact.measure] * drawn


def _uniform(rng: np.random.Generator, count: int) -> Floats:
    return rng.random(size=count, dtype=np.float64)
