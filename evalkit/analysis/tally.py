"""Counts over blocks of draws: ranks, wins, favourable weights and decisive facts."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from evalkit.analysis.case import SAME, Case
from evalkit.analysis.sampling import Floats

SLICE = 512
_BYTE = 128


@dataclass(frozen=True, slots=True)
class Acceptability:
    """The result of the simulation; shares from 0 to 1."""

    draws: int
    ranks: Floats
    """Rank acceptability: share of draws in which vendor i takes rank r, shape (vendors, vendors).
    Rows and columns sum to 1: tied vendors divide their ranks evenly."""
    wins: Floats
    """Pairwise winning: share of draws in which vendor i beats vendor j, ties counting half."""
    central: Floats
    """Central weights: the mean of the weights that make vendor i first, shape (patterns, vendors,
    measures); missing if it never is."""
    changes: Floats
    """Share of draws in which settling fact k alone changes the winner."""

    @property
    def first(self) -> Floats:
        """Share of draws in which each vendor is first."""
        first: Floats = self.ranks[:, 0]
        return first


def _slices(draws: int) -> list[slice]:
    """Slices of draws, small enough for matrix products to stay on one thread.

    For larger products the linear algebra library starts threads that busy-wait afterwards, which
    doubles the time of all other work on two cores.
    """
    return [slice(start, start + SLICE) for start in range(0, draws, SLICE)]


def _summed_over_draws(first: Floats, weights: Floats) -> Floats:
    """The sum of the weights that put each vendor first, shape (vendors, measures)."""
    total = np.zeros((len(first), len(weights)))
    for draws in _slices(weights.shape[1]):
        total += first[:, draws] @ weights[:, draws].T
    return total


def _side(lead: Floats) -> npt.NDArray[np.int8]:
    """The sign of a lead: 1 ahead, 0 level, −1 behind."""
    return (lead > SAME).astype(np.int8) - (lead < -SAME).astype(np.int8)


class Tally:
    """Running counts over blocks of draws."""

    def __init__(self, case: Case) -> None:
        self.case = case
        self.settled = case.settled
        self.patterns = case.patterns
        vendors = len(case.values)
        nobody = np.zeros((vendors, vendors), dtype=bool)
        self.dominates = nobody if case.dominates is None else case.dominates
        self.ranks = np.zeros((vendors, vendors))
        self.wins = np.zeros((vendors, vendors))
        self.changes = np.zeros(len(case.unsettled))
        self.favourable: Floats | None = None
        self.rooms: dict[str, Any] = {}
        self.drawing = case.drawing()

    def _room(self, name: str, shape: tuple[int, ...], dtype: Any = np.float64) -> Any:
        """A work array, reused between blocks because allocation costs more than sums."""
        room = self.rooms.get(name)
        if room is None or room.shape != shape:
            room = self.rooms[name] = np.empty(shape, dtype=dtype)
        return room

    def add(self, weights: Floats, of_facts: np.random.Generator, block: int) -> None:
        """Add a block of draws; weights have shape (patterns, measures, draws)."""
        scores = self._settled_scores(weights)
        moves = []
        values = self.drawing(of_facts, block)
        for fact, drawn in zip(self.case.unsettled, values, strict=True):
            share = weights[self.patterns[fact.vendor], fact.measure]
            scores[fact.vendor] += share * drawn
            moves.append(share * (fact.point - drawn))
        first = self._rank(scores)
        self._settle(scores, moves)
        weighed = np.stack([_summed_over_draws(first, leaves) for leaves in weights])
        self.favourable = weighed if self.favourable is None else self.favourable + weighed

    def _settled_scores(self, weights: Floats) -> Floats:
        """Scores from settled facts alone, shape (vendors, draws)."""
        scores: Floats = self._room("scores", (len(self.settled), weights.shape[2]))
        for pattern, leaves in enumerate(weights):
            rows = self.patterns == pattern
            for draws in _slices(leaves.shape[1]):
                scores[rows, draws] = self.settled[rows] @ leaves[:, draws]
        return scores

    def _rank(self, scores: Floats) -> Floats:
        """Count ranks and wins of a block; return shares of first place, shape (vendors, draws)."""
        if self._has_ties(scores):
            return self._rank_with_ties(scores)
        vendors, block = scores.shape
        # A byte counts up to 127; more vendors need two.
        above = self._room("above", scores.shape, np.int8 if vendors < _BYTE else np.int16)
        above[:] = np.arange(vendors)[:, None]
        for one in range(vendors):
            for two in range(one):
                ahead = scores[one] > scores[two]
                above[two] += ahead
                above[one] -= ahead.view(np.int8)
                won = np.count_nonzero(ahead)
                self.wins[one, two] += won
                self.wins[two, one] += block - won
        for vendor in range(vendors):
            self.ranks[vendor] += np.bincount(above[vendor], minlength=vendors)
        first: Floats = self._room("first", scores.shape)
        np.equal(above, 0, out=first)
        return first

    def _has_ties(self, scores: Floats) -> bool:
        """Whether any two vendors are level in any draw of a block."""
        ordered = self._room("ordered", scores.T.shape)
        ordered[:] = scores.T
        ordered.sort(axis=1)
        gaps = self._room("gaps", (len(ordered), max(len(scores) - 1, 0)))
        np.subtract(ordered[:, 1:], ordered[:, :-1], out=gaps)
        return bool(gaps.min(initial=np.inf) <= SAME)

    def _rank_with_ties(self, scores: Floats) -> Floats:
        """Count the ranks and wins of a block with ties, which divide ranks."""
        vendors, block = scores.shape
        above = np.zeros((vendors, block), dtype=np.int16)
        level = np.zeros((vendors, block), dtype=np.int16)
        for one in range(vendors):
            for two in range(one):
                gap = scores[one] - scores[two]
                ahead, behind = gap > SAME, gap < -SAME
                if self.dominates[one, two]:
                    ahead = ~behind
                elif self.dominates[two, one]:
                    behind = ~ahead
                same = ~(ahead | behind)
                above[two] += ahead
                above[one] += behind
                level[one] += same
                level[two] += same
                half = np.count_nonzero(same) / 2
                self.wins[one, two] += np.count_nonzero(ahead) + half
                self.wins[two, one] += np.count_nonzero(behind) + half
        self._share_ranks(above, level)
        first: Floats = (above == 0) / (1.0 + level)
        return first

    def _share_ranks(self, above: npt.NDArray[np.int16], level: npt.NDArray[np.int16]) -> None:
        vendors = len(above)
        for vendor in range(vendors):
            for others in range(int(level[vendor].max()) + 1):
                places = np.bincount(above[vendor][level[vendor] == others], minlength=vendors) / (
                    others + 1
                )
                for shift in range(others + 1):
                    self.ranks[vendor, shift:] += places[: vendors - shift]

    def _settle(self, scores: Floats, moves: list[Floats]) -> None:
        """Count the draws in which each fact's drawn value changes who wins at its point value."""
        if not moves or len(scores) == 1:
            return
        best = scores.argmax(axis=0)
        top = scores.max(axis=0)
        second = np.partition(scores, -2, axis=0)[-2]
        for number, (fact, move) in enumerate(zip(self.case.unsettled, moves, strict=True)):
            others = np.where(best == fact.vendor, second, top)
            lead = scores[fact.vendor] - others
            # A lone first place that becomes a shared one is a change too.
            changed = _side(lead) != _side(lead + move)
            self.changes[number] += np.count_nonzero(changed)

    def result(self, draws: int) -> Acceptability:
        """The counts as shares."""
        assert self.favourable is not None  # noqa: S101  # at least one block was added
        firsts = self.ranks[:, 0]
        central = np.full_like(self.favourable, np.nan)
        np.divide(
            self.favourable,
            firsts[:, None],
            out=central,
            where=np.broadcast_to(firsts[:, None] > 0, central.shape),
        )
        return Acceptability(
            draws, self.ranks / draws, self.wins / draws, central, self.changes / draws
        )
