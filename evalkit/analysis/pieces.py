"""Distributions as pieces in ascending order: single values, and intervals of linear density."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from evalkit.analysis.sampling import Floats

Places = npt.NDArray[np.intp]

LEAST = float(np.finfo(np.float64).tiny)


@dataclass(frozen=True, eq=False)
class Pieces:
    """The pieces of one distribution or of several, one after the other.

    A piece lies between two values, which may be equal, and holds a share of its distribution. From
    its low to its high end, its density goes in proportion from 1 − skew to 1 + skew.
    """

    lows: Floats
    highs: Floats
    masses: Floats
    """The share of its distribution in each piece."""
    skews: Floats
    starts: Floats
    """The share of its distribution before each piece."""

    @cached_property
    def _table(self) -> Floats:
        # The value at a share x beyond the start of a piece is low + a x / (b + √(b² + c x)).
        a, b = 2.0 * (self.highs - self.lows) / self.masses, np.maximum(1.0 - self.skews, LEAST)
        c = 4.0 * self.skews / self.masses
        return np.array([self.starts, self.lows, self.highs, a, b, b**2, c])

    def values(self, piece: Places, share: Floats | float) -> Floats:
        """The values at some shares of their distributions, each within its piece."""
        start, low, high, a, b, square, c = self._table.take(piece, axis=1)
        inside = share - start
        root = np.sqrt(np.maximum(square + c * inside, 0.0))
        least: Floats = np.minimum(low + a * inside / (b + root), high)
        return least

    def integrals(self, piece: Places, share: Floats | float) -> Floats:
        """The integrals of the values from the start of each piece to some shares within it."""
        low, width, skew = self.lows[piece], self.highs[piece] - self.lows[piece], self.skews[piece]
        way = (self.values(piece, share) - low) / np.where(width > 0.0, width, 1.0)
        inside = (1.0 - skew) * way**2 / 2.0 + 2.0 * skew * way**3 / 3.0
        total: Floats = low * (share - self.starts[piece]) + self.masses[piece] * width * inside
        return total

    def shares(self, piece: Places, value: Floats | float) -> Floats:
        """The shares of their distributions below some values, each within its piece."""
        low, width, skew = self.lows[piece], self.highs[piece] - self.lows[piece], self.skews[piece]
        way = np.clip(value - low, 0.0, width) / np.where(width > 0.0, width, 1.0)
        inside = (1.0 - skew) * way + skew * way**2
        total: Floats = self.starts[piece] + self.masses[piece] * inside
        return total

    @cached_property
    def before(self) -> Floats:
        """The integral of the values of all pieces before each, in a single distribution."""
        means = self.lows + (self.highs - self.lows) * (0.5 + self.skews / 6.0)
        return np.append(0.0, np.cumsum(self.masses * means)[:-1])


def pieces(lows: Floats, highs: Floats, masses: Floats, skews: Floats) -> Pieces:
    """The pieces of one distribution, in ascending order, with masses in proportion."""
    shares = masses / masses.sum()
    return Pieces(lows, highs, shares, skews, np.append(0.0, np.cumsum(shares[:-1])))


def untangled(starts: Floats, ends: Floats, masses: Floats, skews: Floats) -> Pieces:
    """The pieces of one distribution made of some that may fall from their start, and overlap."""
    lows, highs = np.minimum(starts, ends), np.maximum(starts, ends)
    skews = np.where(ends < starts, -skews, skews)
    order = np.lexsort((highs, lows))
    if (highs[order[:-1]] <= lows[order[1:]]).all():
        return pieces(lows[order], highs[order], masses[order], skews[order])
    flat = lows == highs
    cuts = np.unique([lows, highs])
    widths = np.where(flat, 1.0, highs - lows)
    covers = (lows <= cuts[:-1, None]) & (highs >= cuts[1:, None]) & ~flat

    def density(at: Floats) -> Floats:
        way = 2.0 * (at[:, None] - lows) / widths - 1.0
        total: Floats = (covers * masses / widths * (1.0 + skews * way)).sum(axis=1)
        return total

    first, last = density(cuts[:-1]), density(cuts[1:])
    masses = np.append(np.diff(cuts) * (first + last) / 2.0, masses[flat])
    skews = np.append((last - first) / np.maximum(first + last, LEAST), np.zeros(flat.sum()))
    lows, highs = np.append(cuts[:-1], lows[flat]), np.append(cuts[1:], highs[flat])
    order = np.lexsort((highs, lows))
    return pieces(lows[order], highs[order], masses[order], skews[order])


class Joined:
    """The pieces of several distributions, each looked up at a share of its own."""

    def __init__(self, each: Sequence[Pieces]) -> None:
        distinct = list(dict.fromkeys(each))
        places = {one: place for place, one in enumerate(distinct)}
        self._which = np.array([places[one] for one in each], dtype=np.intp)

        def all_of(name: str) -> Floats:
            return np.concatenate([np.zeros(0), *(getattr(one, name) for one in distinct)])

        names = ("lows", "highs", "masses", "skews", "starts")
        self._pieces = Pieces(*(all_of(name) for name in names))
        self._before = all_of("before")
        counts = np.array([len(one.lows) for one in distinct], dtype=np.intp)
        # Complex numbers are in order of their real parts first, then of their imaginary ones.
        self._keys = np.repeat(np.arange(len(distinct)), counts) + 1j * self._pieces.starts

    def _at(self, shares: Floats) -> Places:
        return self._keys.searchsorted(self._which + 1j * shares, "right") - 1

    def values(self, shares: Floats) -> Floats:
        """The value of each distribution at its share."""
        return self._pieces.values(self._at(shares), shares)

    def integrals(self, shares: Floats) -> Floats:
        """The integral of each distribution's values up to its share."""
        piece = self._at(shares)
        return self._before[piece] + self._pieces.integrals(piece, shares)
