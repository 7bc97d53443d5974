"""Counts over chunks of draws: ranks, wins and favourable weights."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from evalkit.analysis.case import SAME, Case
from evalkit.analysis.sampling import Floats


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
        first = self._rank(scores)
        weighed = np.stack([[leaves @ row for row in first] for leaves in weights])
        self.favourable = weighed if self.favourable is None else self.favourable + weighed

    def _rank(self, scores: Floats) -> Floats:
        """Count ranks and wins; return shares of first place, shape (vendors, draws)."""
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
