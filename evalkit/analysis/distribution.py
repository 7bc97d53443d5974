"""Distributions of the value of a fact that is not settled, from 0 to 100."""

from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import pairwise

import numpy as np

from evalkit.analysis.pieces import Pieces, Places, pieces, untangled
from evalkit.analysis.sampling import Floats


class Distribution(ABC):
    """What is believed of a value: what it can be, and how likely."""

    low: float
    """The lowest value that it can have."""
    high: float
    """The highest value that it can have."""
    mean: float
    draws: int = 0
    """The number of draws by which it is known, 0 if it is known exactly."""

    @cached_property
    @abstractmethod
    def pieces(self) -> Pieces:
        """The pieces of which it is made."""

    def at(self, share: Floats) -> Floats:
        """The values below which some shares of the whole lie: higher for higher shares."""
        return self.pieces.values(self.pieces.starts.searchsorted(share, "right") - 1, share)

    def below(self, value: Floats | float) -> Floats:
        """The probability of less than some values."""
        return self._up_to(value, self.pieces.highs.searchsorted(value, "left"))

    def above(self, value: Floats | float) -> Floats:
        """The probability of more than some values."""
        return 1.0 - self._up_to(value, self.pieces.highs.searchsorted(value, "right"))

    def excess(self, value: Floats | float) -> Floats:
        """The mean by which it exceeds some values, being 0 where it is lower."""
        share = self.below(value)
        over = self.mean - self.partial(share) - value * (1.0 - share)
        least: Floats = np.maximum(over, np.maximum(self.mean - value, 0.0))
        return least

    def partial(self, share: Floats | float) -> Floats:
        """The integral of the values from the lowest to some shares of the whole."""
        piece = self.pieces.starts.searchsorted(share, "right") - 1
        total: Floats = self.pieces.before[piece] + self.pieces.integrals(piece, share)
        return total

    def error(self, value: float, *, above: bool) -> float:  # noqa: ARG002
        """The standard error of the mean by which it exceeds a value, or else falls short of it."""
        return 0.0

    def _up_to(self, value: Floats | float, piece: Places) -> Floats:
        last = len(self.pieces.lows) - 1
        within = self.pieces.shares(np.minimum(piece, last), value)
        return np.where(piece > last, 1.0, np.minimum(within, 1.0))


class Even(Distribution):
    """All values between two are equally likely."""

    def __init__(self, low: float, high: float) -> None:
        self.low, self.high, self.mean = low, high, (low + high) / 2.0

    @cached_property
    def pieces(self) -> Pieces:
        """The single piece of which it is made."""
        return pieces(np.array([self.low]), np.array([self.high]), np.ones(1), np.zeros(1))

    def at(self, share: Floats) -> Floats:
        """The values below which some shares of the whole lie."""
        return self.low + (self.high - self.low) * share


class OneOf(Distribution):
    """Some values are equally likely, and no others possible."""

    def __init__(self, values: Sequence[float] | Floats) -> None:
        self.values = np.sort(np.asarray(values, dtype=np.float64))
        self.low, self.high = float(self.values[0]), float(self.values[-1])
        self.mean = min(max(float(self.values.mean()), self.low), self.high)

    @cached_property
    def pieces(self) -> Pieces:
        """A piece for each value."""
        count = len(self.values)
        return pieces(self.values, self.values, np.ones(count), np.zeros(count))

    def at(self, share: Floats) -> Floats:
        """The values below which some shares of the whole lie."""
        count = len(self.values)
        found: Floats = self.values.take((share * count).astype(np.intp), mode="clip")
        return found


class Sample(OneOf):
    """Values that were drawn and stand for a distribution that is not known exactly."""

    def __init__(self, values: Sequence[float] | Floats) -> None:
        super().__init__(values)
        self.draws = len(self.values)

    def error(self, value: float, *, above: bool) -> float:
        """The standard error of the mean by which it exceeds a value, or else falls short of it."""
        beyond = np.maximum((self.values - value) * (1.0 if above else -1.0), 0.0)
        return float(beyond.std() / np.sqrt(self.draws))


class Triangle(Distribution):
    """A triangular distribution over levels, turned into values by a piecewise linear scale.

    `levels` and `values` are the points of the scale, levels ascending; beyond them it is flat.
    Raises ValueError unless low ≤ likely ≤ high and low < high.
    """

    def __init__(
        self,
        low: float,
        likely: float,
        high: float,
        levels: Sequence[float] | Floats,
        values: Sequence[float] | Floats,
    ) -> None:
        if not (low <= likely <= high and low < high):
            raise ValueError(f"no triangle from {low} over {likely} to {high}")
        knots = {low, likely, high, *(float(level) for level in levels if low < level < high)}
        cuts = sorted(knots)
        worth = np.interp(cuts, levels, values).tolist()
        self.low, self.high = min(worth), max(worth)
        self._stretches = list(_stretches(cuts, likely, worth))
        mean = sum(m * (v + (w - v) * (0.5 + k / 6.0)) for v, w, m, k in self._stretches)
        self.mean = min(max(mean, self.low), self.high)

    @cached_property
    def pieces(self) -> Pieces:
        """The pieces between the points of the scale, in ascending order of value."""
        return untangled(*np.array(self._stretches).T)


Stretch = tuple[float, float, float, float]
"""The values at the ends of a range of levels, its share of the whole, and the skew along it."""


def _stretches(cuts: Sequence[float], likely: float, worth: Sequence[float]) -> Iterator[Stretch]:
    low, high = cuts[0], cuts[-1]
    heights = [
        (cut - low) / (likely - low)
        if cut < likely
        else (high - cut) / (high - likely)
        if cut > likely
        else 1.0
        for cut in cuts
    ]
    for (one, two), (start, end), (before, after) in zip(
        pairwise(cuts), pairwise(worth), pairwise(heights), strict=True
    ):
        both = before + after
        yield start, end, (two - one) * both / (high - low), (after - before) / both
