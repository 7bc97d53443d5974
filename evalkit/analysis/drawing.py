"""Draws of the scores of a case's vendors, in chunks of one size.

Every fact has a random stream of its own, named by its vendor and measure, and sums are made in the
order of these names: nothing else in the case changes a bit of a vendor's score.
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


def weighted(weights: Sampler, draws: int, seed: int) -> Iterator[Floats]:
    """Draws of weights in chunks, each of shape (patterns, measures, draws)."""
    rng = stream(seed, "weights")
    for start in range(0, draws, CHUNK):
        drawn = weights(rng, min(CHUNK, draws - start))
        yield drawn[None] if drawn.ndim == 2 else drawn  # noqa: PLR2004


class Drawing:
    """The scores of a case's vendors, drawn chunk by chunk with the weights."""

    def __init__(self, case: Case, seed: int) -> None:
        self.case, self.settled, self.patterns = case, case.settled, case.patterns
        self.together = case.together() if case.together is not None else None
        facts = case.unsettled
        self.streams = {n: stream(seed, "fact", *case.name(facts[n])) for n in case.moving}
        self.moving = [n for n in case.moving if facts[n].is_open or self.together is not None]
        self.steady = [n for n in case.moving if n not in set(self.moving)]
        rows = range(len(case.values)) if self.together is not None else self._open_rows()
        self.uniforms = {row: stream(seed, "alike", case.vendor(row)) for row in rows}

    def _open_rows(self) -> list[int]:
        return sorted({self.case.unsettled[number].vendor for number in self.moving})

    def scores(self, weights: Floats) -> tuple[Floats, Floats]:
        """The scores in both kinds of draws, each of shape (vendors, draws)."""
        count = weights.shape[2]
        alone = self._settled(weights)
        for number in self.steady:
            self._add(alone, weights, number, self._own(number, count))
        if not self.moving:
            return alone, alone
        alike = alone.copy()
        uniforms: dict[int, Floats] = {row: rng.random(count) for row, rng in self.uniforms.items()}
        joint, bound = self.together(count, list(uniforms.values())) if self.together else ({}, {})
        for number in self.moving:
            fact = self.case.unsettled[number]
            one = joint[number] if number in joint else self._own(number, count)
            other = bound.get(number, one)
            if number not in bound and fact.is_open:
                other = fact.spread.at(uniforms[fact.vendor])
            self._add(alone, weights, number, one)
            self._add(alike, weights, number, other)
        return alone, alike

    def _uniforms(self, count: int) -> dict[int, Floats]:
        return {row: rng.random(size=count) for row, rng in self.uniforms.items()}

    def _settled(self, weights: Floats) -> Floats:
        """Scores from settled facts alone, shape (vendors, draws)."""
        scores = np.zeros((len(self.settled), weights.shape[2]))
        for measure in range(weights.shape[1]):
            scores += self.settled[:, measure, None] * weights[self.patterns, measure]
        return scores

    def _own(self, number: int, count: int) -> Floats:
        return self.case.unsettled[number].spread.at(self.streams[number].random(count))

    def _add(self, scores: Floats, weights: Floats, number: int, drawn: Floats) -> None:
        fact = self.case.unsettled[number]
        scores[fact.vendor] += weights[self.patterns[fact.vendor], fact.measure] * drawn
