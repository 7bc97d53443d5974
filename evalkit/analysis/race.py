"""How unsettled facts can change who has the highest expected score, for many vendors at once."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from evalkit.analysis.case import Flags, Indices, Unsettled
from evalkit.analysis.distribution import Distribution, Even
from evalkit.analysis.pieces import Joined
from evalkit.analysis.sampling import Floats
from evalkit.level import SAME

HALVINGS = 42
"""How often the range of shares is halved to find where a vendor is level with another."""


@dataclass(frozen=True, slots=True)
class Changes:
    """The chances that knowing something changes who is first, and the points gained by it."""

    of: Indices
    """The facts or the vendors that can change it; all others cannot."""
    chances: Floats
    points: Floats
    errors: Floats
    """The standard errors of the points, 0 where they are exact."""
    draws: Indices
    """The least number of draws by which something of it is known, 0 where it is exact."""


class Race:
    """Facts of vendors, and how far each vendor is from changing who is first."""

    def __init__(self, expected: Floats, facts: Sequence[Unsettled], weights: Floats) -> None:
        self.leader = int(np.argmax(expected >= expected.max() - SAME))
        self.gaps = _best_others(expected) - expected
        """What each vendor lacks to the best of the others; not positive for the leader."""
        is_leader = np.arange(len(expected)) == self.leader
        self.needs = np.where(is_leader, -self.gaps, self.gaps) + SAME
        """How far each vendor must move, down if it leads and else up, to change who is first."""
        self.weights = weights
        self.spreads = [fact.spread for fact in facts]
        self.owners = np.array([fact.vendor for fact in facts], dtype=np.intp)
        means = np.array([spread.mean for spread in self.spreads])
        down = means - np.array([spread.low for spread in self.spreads])
        up = np.array([spread.high for spread in self.spreads]) - means
        self.reaches = weights * np.where(self.owners == self.leader, down, up)
        """How far each fact can move its vendor in that direction."""

    def by_fact(self) -> Iterator[Changes]:
        """What each fact alone can change, all facts of one distribution at a time."""
        able: dict[Distribution, list[int]] = {}
        for fact in np.flatnonzero(self.reaches > self.needs[self.owners]).tolist():
            able.setdefault(self.spreads[fact], []).append(fact)
        for spread, facts in able.items():
            yield self._alone(spread, np.array(facts))

    def _alone(self, spread: Distribution, facts: Indices) -> Changes:
        weights, owners = self.weights[facts], self.owners[facts]
        gaps, leads = self.gaps[owners], owners == self.leader
        turns, same = spread.mean + gaps / weights, SAME / weights
        chances = np.where(leads, spread.below(turns - same), spread.above(turns + same))
        # What is lacking to a value, on average, is what exceeds it plus the value less the mean.
        points = weights * spread.excess(turns) + np.where(leads, gaps, 0.0)
        errors = weights * [
            spread.error(turn, above=not lead) for turn, lead in zip(turns, leads, strict=True)
        ]
        return Changes(facts, chances, points, errors, np.full(len(facts), spread.draws))

    def by_vendor(self) -> Changes:
        """What all facts of each vendor together can change, all of them good or bad at once."""
        reaches = np.bincount(self.owners, self.reaches, len(self.gaps))
        vendors = np.flatnonzero(reaches > self.needs)
        place = np.full(len(self.gaps), -1)
        place[vendors] = np.arange(len(vendors))
        facts = np.flatnonzero(place[self.owners] >= 0)
        leads = vendors == self.leader
        sums = Sums(
            place[self.owners[facts]],
            self.weights[facts],
            [self.spreads[fact] for fact in facts],
            -self.gaps[vendors],
        )
        shares = sums.first_above(np.where(leads, -SAME, SAME))
        below = sums.integrals(shares)
        points = np.where(leads, -below, sums.means - below)
        errors, draws = sums.errors(shares, leads)
        chances = np.where(leads, shares, 1.0 - shares)
        return Changes(vendors, chances, np.maximum(points, 0.0), errors, draws)


def _best_others(expected: Floats) -> Floats:
    """The highest of the others' expected scores, for each vendor; −∞ if there are none."""
    best = int(np.argmax(expected))
    others = np.full(len(expected), expected[best])
    others[best] = np.delete(expected, best).max(initial=-np.inf)
    return others


class Sums:
    """Sums of weighted facts that are all good or bad together, as functions of one share."""

    def __init__(
        self, owners: Indices, weights: Floats, spreads: Sequence[Distribution], means: Floats
    ) -> None:
        self.means = means
        self._owners, self._weights, self._spreads = owners, weights, spreads
        ends = np.array([(s.low, s.high, s.mean) for s in spreads]).reshape(-1, 3).T
        even = np.array([isinstance(spread, Even) for spread in spreads], dtype=bool)
        # Sums of even distributions are even, and need no looking up.
        self._level = means - self._summed(weights * np.where(even, ends[2] - ends[0], ends[2]))
        self._slope = self._summed(np.where(even, weights * (ends[1] - ends[0]), 0.0))
        self._rest = np.flatnonzero(~even)
        self._joined = Joined([spreads[fact].pieces for fact in self._rest.tolist()])

    def _summed(self, amounts: Floats, of: Indices | slice = slice(None)) -> Floats:
        return np.bincount(self._owners[of], amounts, len(self.means)).astype(np.float64)

    def values(self, shares: Floats) -> Floats:
        """The sums at a share for each."""
        found = self._joined.values(shares[self._owners[self._rest]])
        rest = self._summed(self._weights[self._rest] * found, self._rest)
        total: Floats = self._level + self._slope * shares + rest
        return total

    def integrals(self, shares: Floats) -> Floats:
        """The integrals of the sums from 0 to a share for each."""
        found = self._joined.integrals(shares[self._owners[self._rest]])
        rest = self._summed(self._weights[self._rest] * found, self._rest)
        total: Floats = self._level * shares + self._slope * shares**2 / 2.0 + rest
        return total

    def first_above(self, limits: Floats) -> Floats:
        """The shares from which each sum is above its limit, 1 where it never is."""
        low, high = np.zeros(len(limits)), np.ones(len(limits))
        for _ in range(HALVINGS):
            middle = (low + high) / 2.0
            above = self.values(middle) > limits
            low, high = np.where(above, low, middle), np.where(above, middle, high)
        return high

    def errors(self, shares: Floats, down: Flags) -> tuple[Floats, Indices]:
        """The standard errors of the integrals of each sum beyond a share, or down from it, and the
        least number of draws by which a fact in it is known; 0 where all are known exactly."""
        errors, draws = np.zeros(len(shares)), np.zeros(len(shares), dtype=np.intp)
        # Where a value jumps at a share, its larger side counts.
        sides = np.where(down, shares, np.maximum(shares - 2.0 * 0.5**HALVINGS, 0.0))
        for owner, weight, spread in zip(self._owners, self._weights, self._spreads, strict=True):
            if spread.draws:
                value = float(spread.at(sides[owner]))
                error = spread.error(value, above=not down[owner])
                errors[owner] += (weight * error) ** 2
                fewer = min(draws[owner], spread.draws) if draws[owner] else spread.draws
                draws[owner] = fewer
        return np.sqrt(errors), draws
