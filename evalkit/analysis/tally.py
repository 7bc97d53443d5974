"""Counts over chunks of draws: ranks, wins and favourable weights."""

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from evalkit.analysis.case import Case, Flags
from evalkit.analysis.drawing import CHUNK
from evalkit.analysis.sampling import Floats
from evalkit.level import SAME

Counts = npt.NDArray[np.signedinteger]
_BYTE = 128
_ROOM = 262_144
"""Comparisons made at a time: few enough to stay close to the processor."""


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
        self.dominates = _dominates(case)
        self.ranks = np.zeros((vendors, vendors))
        self.ahead = np.zeros((vendors, vendors), dtype=np.intp)
        self.favourable: Floats | None = None

    def add(self, scores: Floats, weights: Floats) -> None:
        """Add draws of scores, shape (vendors, draws), and of weights, with patterns first."""
        before = self.ahead.sum()
        above = self._compare(scores)
        first: Floats | Flags = above == 0
        pairs = math.comb(len(scores), 2)
        if self.ahead.sum() - before < pairs * scores.shape[1]:
            tied = above.sum(axis=0, dtype=np.intp) < pairs
            above, first = above[:, ~tied], first.astype(np.float64)
            first[:, tied] = self._share_ranks(scores[:, tied])
        self._count_ranks(above)
        weighed = np.stack([_summed(first, leaves) for leaves in weights])
        self.favourable = weighed if self.favourable is None else self.favourable + weighed

    def _compare(self, scores: Floats) -> Counts:
        """Count who is ahead of whom; return how many are ahead of each vendor in each draw."""
        vendors, draws = scores.shape
        # A byte counts up to 127; more vendors need two.
        above = np.zeros(scores.shape, dtype=np.int8 if vendors < _BYTE else np.int16)
        beyond = scores + SAME
        some = max(_ROOM // (vendors * CHUNK), 1)
        ahead = np.zeros((min(some, vendors), vendors, CHUNK), dtype=bool)
        for start in range(0, vendors, some):
            rows = ahead[: vendors - start]
            np.greater(scores[start : start + some, None], beyond, out=rows[..., :draws])
            above += np.add.reduce(rows[..., :draws].view(np.int8), axis=0, dtype=above.dtype)
            self.ahead[start : start + some] += _counted(rows)
        return above

    def _count_ranks(self, above: Counts) -> None:
        """Count the places of draws without ties."""
        vendors = len(above)
        cells = above + vendors * np.arange(vendors)[:, None]
        self.ranks += np.bincount(cells.ravel(), minlength=vendors**2).reshape(vendors, vendors)

    def _share_ranks(self, scores: Floats) -> Floats:
        """Count the places of draws with ties; return shares of first places."""
        above, level, led = places(scores, self.dominates)
        self.ahead += led
        for vendor, others in enumerate(level):
            for shared in range(int(others.max()) + 1):
                counts = np.bincount(above[vendor, others == shared], minlength=len(above))
                for shift in range(shared + 1):
                    self.ranks[vendor, shift:] += counts[: len(above) - shift] / (shared + 1)
        return _firsts(above, level)

    def result(self, draws: int) -> Acceptability:
        """The counts as shares."""
        assert self.favourable is not None  # noqa: S101  # at least one chunk was added
        wins = self.ahead + (draws - self.ahead - self.ahead.T) / 2.0
        np.fill_diagonal(wins, 0.0)
        firsts = self.ranks[:, 0, None]
        central = np.full_like(self.favourable, np.nan)
        possible = np.broadcast_to(firsts > 0, central.shape)
        np.divide(self.favourable, firsts, out=central, where=possible)
        return Acceptability(draws, self.ranks / draws, wins / draws, central)


class Firsts:
    """Running counts of first places, and of nothing else."""

    def __init__(self, case: Case) -> None:
        self.dominates = _dominates(case)
        self.counts = np.zeros(len(case.values))

    def add(self, scores: Floats) -> None:
        """Add draws of scores, shape (vendors, draws)."""
        first = scores >= scores.max(axis=0) - SAME
        tied = np.count_nonzero(first, axis=0) > 1
        if tied.any():
            self.counts += _firsts(*places(scores[:, tied], self.dominates)[:2]).sum(axis=1)
            first[:, tied] = False
        self.counts += np.count_nonzero(first, axis=1)


def places(scores: Floats, dominates: Flags) -> tuple[Counts, Counts, Counts]:
    """How many are above each vendor in each draw, and how many level with it, where who dominates
    is above; and how often each is above each other for that reason alone."""
    above, level = (np.zeros(scores.shape, dtype=np.intp) for _ in range(2))
    led = np.zeros(dominates.shape, dtype=np.intp)
    beyond = scores + SAME
    for one, dominated in enumerate(dominates):
        ahead = scores[one] > beyond
        same = ~ahead & (scores <= beyond[one])
        leads = same & dominated[:, None]
        above += ahead | leads
        led[one] = np.count_nonzero(leads, axis=1)
        level[one] = (same & ~(dominated | dominates[:, one])[:, None]).sum(axis=0) - 1
    return above, level, led


def _dominates(case: Case) -> Flags:
    vendors = len(case.values)
    return np.zeros((vendors, vendors), dtype=bool) if case.dominates is None else case.dominates


def _firsts(above: Counts, level: Counts) -> Floats:
    """Shares of first place, divided among those who are level."""
    first: Floats = (above == 0) / (1.0 + level)
    return first


def _counted(flags: Flags) -> Counts:
    """How many of the last axis are true, which has CHUNK entries."""
    # Eight bytes are added at once; CHUNK / 8 ones are too few to make a byte overflow.
    lanes = np.add.reduce(flags.view(np.uint64), axis=-1)
    total: Counts = lanes[..., None].view(np.uint8).sum(axis=-1, dtype=np.intp)
    return total


def _summed(first: Floats | Flags, weights: Floats) -> Floats:
    """The sum of the weights that put each vendor first, shape (vendors, measures).

    Each vendor's draws are summed by themselves, so that no sum depends on who the others are.
    """
    vendors, draws = first.shape
    cells = np.flatnonzero(first > 0)
    shares = weights.take(cells % draws, axis=1)
    if first.dtype != bool:
        shares *= first.ravel()[cells]
    starts = cells.searchsorted(draws * np.arange(vendors + 1))
    won = np.flatnonzero(np.diff(starts))
    total = np.zeros((vendors, len(weights)))
    total[won] = np.add.reduceat(shares, starts[won], axis=1).T
    return total
