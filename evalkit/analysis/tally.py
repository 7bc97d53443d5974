"""Counts over chunks of draws: ranks, wins and favourable weights."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from evalkit.analysis.case import SAME, Case, Flags
from evalkit.analysis.sampling import Floats

Counts = npt.NDArray[np.signedinteger]
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

    @property
    def first(self) -> Floats:
        """Share of draws in which each vendor is first."""
        first: Floats = self.ranks[:, 0]
        return first


class Tally:
    """Running counts over chunks of draws."""

    def __init__(self, case: Case) -> None:
        vendors = len(case.values)
        nobody = np.zeros((vendors, vendors), dtype=bool)
        self.dominates = nobody if case.dominates is None else case.dominates
        self.ranks = np.zeros((vendors, vendors))
        self.wins = np.zeros((vendors, vendors))
        self.favourable: Floats | None = None

    def add(self, scores: Floats, weights: Floats) -> None:
        """Add draws of scores, shape (vendors, draws), and of weights, with patterns first."""
        above, level = self._compare(scores)
        first = (above == 0) * 1.0 if level is None else (above == 0) / (1.0 + level)
        if level is None:
            self._count_ranks(above)
        else:
            self._share_ranks(above, level)
        weighed = np.stack([_summed(first, leaves) for leaves in weights])
        self.favourable = weighed if self.favourable is None else self.favourable + weighed

    def _compare(self, scores: Floats) -> tuple[Counts, Counts | None]:
        """Count who beats whom; return how many are above each vendor, and level if any is."""
        vendors, draws = scores.shape
        # A byte counts up to 127; more vendors need two.
        above = np.zeros(scores.shape, dtype=np.int8 if vendors < _BYTE else np.int16)
        level = None
        beyond = scores + SAME
        for one in range(1, vendors):
            ahead, behind = scores[one] > beyond[:one], scores[:one] > beyond[one]
            same = self._break_ties(one, ahead, behind)
            if same is not None:
                level = np.zeros_like(above) if level is None else level
                level[:one] += same
                level[one] = same.sum(axis=0)
            above[:one] += ahead.view(np.int8)
            above[one] = np.add.reduce(behind.view(np.int8), axis=0, dtype=above.dtype)
            won = _counts(ahead)
            lost = draws - won if same is None else _counts(behind)
            half = (draws - won - lost) / 2
            self.wins[one, :one] += won + half
            self.wins[:one, one] += lost + half
        return above, level

    def _break_ties(self, one: int, ahead: Flags, behind: Flags) -> Flags | None:
        """Let those that dominate be ahead where a vendor ties with those before it; what is left
        of the ties."""
        if np.count_nonzero(ahead) + np.count_nonzero(behind) == ahead.size:
            return None
        same = ~(ahead | behind)
        leads, trails = self.dominates[one, :one, None], self.dominates[:one, one, None]
        ahead |= same & leads
        behind |= same & trails
        return same & ~(leads | trails)

    def _count_ranks(self, above: Counts) -> None:
        vendors = len(above)
        cells = above + vendors * np.arange(vendors)[:, None]
        self.ranks += np.bincount(cells.ravel(), minlength=vendors**2).reshape(vendors, vendors)

    def _share_ranks(self, above: Counts, level: Counts) -> None:
        vendors = len(above)
        for vendor in range(vendors):
            for others in range(int(level[vendor].max()) + 1):
                counts = np.bincount(above[vendor][level[vendor] == others], minlength=vendors)
                for shift in range(others + 1):
                    self.ranks[vendor, shift:] += counts[: vendors - shift] / (others + 1)

    def result(self, draws: int) -> Acceptability:
        """The counts as shares."""
        assert self.favourable is not None  # noqa: S101  # at least one chunk was added
        firsts = self.ranks[:, 0]
        central = np.full_like(self.favourable, np.nan)
        np.divide(
            self.favourable,
            firsts[:, None],
            out=central,
            where=np.broadcast_to(firsts[:, None] > 0, central.shape),
        )
        return Acceptability(draws, self.ranks / draws, self.wins / draws, central)


def _counts(rows: Flags) -> npt.NDArray[np.intp]:
    return np.array([np.count_nonzero(row) for row in rows])


def _summed(first: Floats, weights: Floats) -> Floats:
    """The sum of the weights that put each vendor first, shape (vendors, measures)."""
    total = np.zeros((len(first), len(weights)))
    # Each vendor by itself, so that no sum depends on who the others are.
    for row, shares in zip(total, first, strict=True):
        won = np.flatnonzero(shares)
        if len(won):
            row[:] = (weights.take(won, axis=1) * shares[won]).sum(axis=1)
    return total
