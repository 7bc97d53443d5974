"""Who is first how often: stochastic multicriteria acceptability analysis, SMAA-2.

Weights and unsettled facts are drawn again and again; every draw ranks the vendors. Draws go
through in blocks, so memory does not grow with their number.

Source: Lahdelma & Salminen (2001), SMAA-2: Stochastic multicriteria acceptability analysis for
group decision making, Operations Research 49(3), 444–454.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from evalkit.analysis.sampling import Floats, Quantile

Indices = npt.NDArray[np.intp]
Sampler = Callable[[np.random.Generator, int], Floats]
"""Draws weights: of shape (measures, draws), or (patterns, measures, draws)."""

BLOCK = 16_384
SLICE = 512
_BYTE = 128
SAME = 1e-9
"""Scores that are closer than this are equal: the rest is noise of the arithmetic."""


@dataclass(frozen=True, slots=True)
class Unsettled:
    """One fact that is unknown or a range: whose it is, and how its value is drawn."""

    vendor: int
    measure: int
    point: float
    """Its value in the point score."""
    quantile: Quantile


@dataclass(frozen=True, slots=True)
class Case:
    """What is drawn over: vendors on measures, what is settled, and what is not."""

    values: Floats
    """Shape (vendors, measures), 0 to 100; entries of unsettled facts are not looked at."""
    unsettled: Sequence[Unsettled] = ()
    pattern: Indices | None = None
    """Which weights apply to each vendor, shape (vendors,), where the sampler gives several."""

    @property
    def settled(self) -> Floats:
        """The values with 0 in place of unsettled facts."""
        settled = self.values.copy()
        for fact in self.unsettled:
            settled[fact.vendor, fact.measure] = 0.0
        return settled

    @property
    def patterns(self) -> Indices:
        """The pattern of each vendor, all 0 where there is only one."""
        return np.zeros(len(self.values), dtype=np.intp) if self.pattern is None else self.pattern


@dataclass(frozen=True, slots=True)
class Acceptability:
    """What the draws say; shares from 0 to 1."""

    draws: int
    ranks: Floats
    """Rank acceptability: share of draws in which vendor i takes rank r, shape (vendors, vendors).
    Rows and columns sum to 1: vendors that tie divide their ranks evenly."""
    wins: Floats
    """Pairwise winning: share of draws in which vendor i beats vendor j, ties counting half."""
    central: Floats
    """Central weights: the mean of the weights that make vendor i first, shape (patterns, vendors,
    measures); missing for a vendor that never is."""
    changes: Floats
    """Share of draws in which settling fact k, and nothing else, changes who is first."""

    @property
    def first(self) -> Floats:
        """Share of draws in which each vendor is first."""
        first: Floats = self.ranks[:, 0]
        return first


def draws_for(precision: float) -> int:
    """How many draws keep the standard error of every share within `precision`, a share of 1.

    A share p has the error √(p (1 − p) / n), at most √(1 / (4 n)).
    """
    return math.ceil(0.25 / precision**2 - 1e-9)


def standard_error(share: Floats | float, draws: int) -> Floats:
    """The standard error of shares counted over a number of draws."""
    return np.sqrt(np.asarray(share) * (1.0 - np.asarray(share)) / draws)


def smaa(
    case: Case,
    weights: Sampler,
    draws: int,
    seed: int,
    advance: Callable[[int], None] | None = None,
) -> Acceptability:
    """Rank the vendors of a case in every draw of weights and facts.

    The same seed gives the same result to the last bit. `advance` hears how many draws are done.
    Raises ValueError if there are no vendors or no draws.
    """
    if draws < 1 or not len(case.values):
        raise ValueError("at least one draw of at least one vendor")
    of_weights, of_facts = (np.random.default_rng(s) for s in np.random.SeedSequence(seed).spawn(2))
    count = _Count(case)
    for block in _blocks(draws):
        count.add(_by_pattern(weights(of_weights, block)), of_facts, block)
        if advance is not None:
            advance(block)
    return count.result(draws)


def confidence_factors(case: Case, central: Floats, draws: int, seed: int) -> Floats:
    """Share of draws in which each vendor is first at its own central weights, shape (vendors,).

    Only facts are drawn: it says whether they are settled enough to tell that the vendor is the
    best for those whose weights favour it. Missing where a vendor has no central weights.
    """
    rng = np.random.default_rng(np.random.SeedSequence(seed).spawn(3)[2])
    vendors = np.flatnonzero(~np.isnan(central[0]).any(axis=1))
    found = np.full(len(case.values), np.nan)
    firsts = np.zeros(len(vendors))
    settled, patterns = case.settled, case.patterns
    for block in _blocks(draws):
        facts = [fact.quantile(rng.random(block)) for fact in case.unsettled]
        for place, vendor in enumerate(vendors):
            weights = central[patterns, vendor]
            scores = np.repeat((settled * weights).sum(axis=1)[:, None], block, axis=1)
            for fact, drawn in zip(case.unsettled, facts, strict=True):
                scores[fact.vendor] += weights[fact.vendor, fact.measure] * drawn
            firsts[place] += _share_of_first(scores, int(vendor))
    found[vendors] = firsts / draws
    return found


def _share_of_first(scores: Floats, vendor: int) -> float:
    """In how many draws a vendor is first; a shared first place counts as its part."""
    best = scores.max(axis=0) - SAME
    is_first = scores[vendor] >= best
    return float((is_first / np.maximum((scores >= best).sum(axis=0), 1)).sum())


def _blocks(draws: int) -> list[int]:
    whole, rest = divmod(draws, BLOCK)
    return [BLOCK] * whole + ([rest] if rest else [])


def _by_pattern(weights: Floats) -> Floats:
    return weights[None] if weights.ndim == 2 else weights  # noqa: PLR2004


def _slices(draws: int) -> list[slice]:
    """Stretches of draws so short that a product over one starts no second thread.

    A linear algebra library splits larger ones, and its threads then wait busily for the next: on
    two cores that doubles the time of everything between.
    """
    return [slice(start, start + SLICE) for start in range(0, draws, SLICE)]


def _summed_over_draws(first: Floats, weights: Floats) -> Floats:
    """The sum of the weights that put each vendor first, shape (vendors, measures)."""
    total = np.zeros((len(first), len(weights)))
    for draws in _slices(weights.shape[1]):
        total += first[:, draws] @ weights[:, draws].T
    return total


class _Count:
    """Adds up what each block of draws says."""

    def __init__(self, case: Case) -> None:
        self.case = case
        self.settled = case.settled
        self.patterns = case.patterns
        vendors = len(case.values)
        self.ranks = np.zeros((vendors, vendors))
        self.wins = np.zeros((vendors, vendors))
        self.changes = np.zeros(len(case.unsettled))
        self.favourable: Floats | None = None
        self.rooms: dict[str, Any] = {}

    def _room(self, name: str, shape: tuple[int, ...], dtype: Any = np.float64) -> Any:
        """An array to work in, the same from block to block: new memory costs more than sums."""
        room = self.rooms.get(name)
        if room is None or room.shape != shape:
            room = self.rooms[name] = np.empty(shape, dtype=dtype)
        return room

    def add(self, weights: Floats, of_facts: np.random.Generator, block: int) -> None:
        """One block; weights of shape (patterns, measures, draws)."""
        scores = self._settled_scores(weights)
        moves = []
        for fact in self.case.unsettled:
            share = weights[self.patterns[fact.vendor], fact.measure]
            drawn = fact.quantile(of_facts.random(block))
            scores[fact.vendor] += share * drawn
            moves.append(share * (fact.point - drawn))
        first = self._rank(scores)
        self._settle(scores, moves)
        weighed = np.stack([_summed_over_draws(first, leaves) for leaves in weights])
        self.favourable = weighed if self.favourable is None else self.favourable + weighed

    def _settled_scores(self, weights: Floats) -> Floats:
        """Scores from what is settled alone, shape (vendors, draws)."""
        scores: Floats = self._room("scores", (len(self.settled), weights.shape[2]))
        for pattern, leaves in enumerate(weights):
            rows = self.patterns == pattern
            for draws in _slices(leaves.shape[1]):
                scores[rows, draws] = self.settled[rows] @ leaves[:, draws]
        return scores

    def _rank(self, scores: Floats) -> Floats:
        """Count ranks and wins of a block; who is first, as shares, shape (vendors, draws)."""
        if self._has_ties(scores):
            return self._rank_with_ties(scores)
        vendors, block = scores.shape
        # A byte counts up to 127: with more vendors two are taken.
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
        """The same where some vendors are level in some draws: they divide their ranks."""
        vendors, block = scores.shape
        above = np.zeros((vendors, block), dtype=np.int16)
        level = np.zeros((vendors, block), dtype=np.int16)
        for one in range(vendors):
            for two in range(one):
                gap = scores[one] - scores[two]
                ahead, behind = gap > SAME, gap < -SAME
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
        """Count for each fact how often its draw puts somebody else first than its point does."""
        if not moves or len(scores) == 1:
            return
        best = scores.argmax(axis=0)
        top = scores.max(axis=0)
        second = np.partition(scores, -2, axis=0)[-2]
        for number, (fact, move) in enumerate(zip(self.case.unsettled, moves, strict=True)):
            others = np.where(best == fact.vendor, second, top)
            lead = scores[fact.vendor] - others
            changed = (lead > SAME) != (lead + move > SAME)
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
