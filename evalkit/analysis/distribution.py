"""Distributions of the value of a fact that is not settled, from 0 to 100."""

from collections.abc import Sequence

import numpy as np

from evalkit.analysis.sampling import Floats

LEAST = np.finfo(np.float64).tiny


class Distribution:
    """A distribution of values, made of pieces in ascending order of value.

    A piece is a value or an interval of values with a linear density, and holds a share of the
    whole. From its low end to its high end, its density is proportional to 1 − skew to 1 + skew.
    """

    def __init__(self, lows: Floats, highs: Floats, masses: Floats, skews: Floats) -> None:
        held = masses > 0.0
        self._lows, self._highs, self._skews = lows[held], highs[held], skews[held]
        self._masses = masses[held] / masses[held].sum()
        ends = np.cumsum(self._masses)
        ends[-1] = 1.0
        self._starts = np.append(0.0, ends[:-1])
        means = self._lows + (self._highs - self._lows) * (0.5 + self._skews / 6.0)
        self._before = np.append(0.0, np.cumsum(self._masses * means))
        self.low = float(self._lows[0])
        self.high = float(self._highs[-1])
        self.mean = min(max(float(self._before[-1]), self.low), self.high)

    def at(self, share: Floats) -> Floats:
        """The values below which the given shares of the whole lie, in ascending order of share."""
        piece, _, way = self._place(share)
        found = self._lows[piece] + (self._highs[piece] - self._lows[piece]) * way
        least: Floats = np.minimum(found, self._highs[piece])
        return least

    def partial(self, share: Floats | float) -> Floats:
        """The integral of the values from the lowest up to a share of the whole."""
        piece, part, way = self._place(share)
        skew, width = self._skews[piece], self._highs[piece] - self._lows[piece]
        inside = (1.0 - skew) * way**2 / 2.0 + 2.0 * skew * way**3 / 3.0
        total: Floats = self._before[piece] + self._masses[piece] * (
            self._lows[piece] * part + width * inside
        )
        return total

    def below(self, value: Floats | float) -> Floats:
        """The probability of less than a value."""
        return self._up_to(value, np.searchsorted(self._highs, value, side="left"))

    def above(self, value: Floats | float) -> Floats:
        """The probability of more than a value."""
        return 1.0 - self._up_to(value, np.searchsorted(self._highs, value, side="right"))

    def excess(self, value: Floats | float) -> Floats:
        """The mean of what exceeds a value, E[max(X − value, 0)]."""
        share = self.below(value)
        over = self._before[-1] - self.partial(share) - np.asarray(value) * (1.0 - share)
        positive: Floats = np.maximum(over, np.maximum(self.mean - np.asarray(value), 0.0))
        return positive

    def _place(self, share: Floats | float) -> tuple[np.typing.NDArray[np.intp], Floats, Floats]:
        """The piece in which a share ends, the part of its mass, and of its width, up to there."""
        piece = np.searchsorted(self._starts, share, side="right") - 1
        piece = np.maximum(piece, 0)
        part = np.clip((share - self._starts[piece]) / self._masses[piece], 0.0, 1.0)
        skew = self._skews[piece]
        root = np.sqrt(np.maximum((1.0 - skew) ** 2 + 4.0 * skew * part, 0.0))
        way = np.minimum(2.0 * part / np.maximum(1.0 - skew + root, LEAST), 1.0)
        return piece, part, way

    def _up_to(self, value: Floats | float, piece: np.typing.NDArray[np.intp]) -> Floats:
        inside = np.minimum(piece, len(self._lows) - 1)
        width = self._highs[inside] - self._lows[inside]
        way = np.clip((value - self._lows[inside]) / np.where(width > 0, width, 1.0), 0.0, 1.0)
        way = np.where(width > 0, way, 0.0)
        skew = self._skews[inside]
        share = self._starts[inside] + self._masses[inside] * ((1.0 - skew) * way + skew * way**2)
        found: Floats = np.where(piece > inside, 1.0, np.minimum(share, 1.0))
        return found


class Even(Distribution):
    """All values between two are equally likely."""

    def __init__(self, low: float, high: float) -> None:
        super().__init__(np.array([low]), np.array([high]), np.ones(1), np.zeros(1))

    def at(self, share: Floats) -> Floats:
        """The values below which the given shares of the whole lie."""
        return np.minimum(self.low + (self.high - self.low) * share, self.high)


class OneOf(Distribution):
    """Some values, all equally likely."""

    def __init__(self, values: Sequence[float] | Floats) -> None:
        table = np.sort(np.asarray(values, dtype=np.float64))
        super().__init__(table, table, np.full(len(table), 1.0 / len(table)), np.zeros(len(table)))

    def at(self, share: Floats) -> Floats:
        """The values below which the given shares of the whole lie."""
        table = self._lows
        found: Floats = table[np.minimum((share * len(table)).astype(np.intp), len(table) - 1)]
        return found


class Sample(OneOf):
    """Values that were drawn, standing for a distribution that is not known in closed form."""

    def error(self, value: float) -> float:
        """The standard error of the excess over a value."""
        over = np.maximum(self._lows - value, 0.0)
        return float(over.std() / np.sqrt(len(over)))


class Triangle(Distribution):
    """A triangular distribution over levels, turned into values by a piecewise linear scale."""

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
        inner = [level for level in levels if low < level < high]
        cuts = np.unique([low, likely, high, *inner])
        worth = np.interp(cuts, levels, values)
        rising = cuts[1:] <= likely
        left, right = max(likely - low, LEAST), max(high - likely, LEAST)

        def height(level: Floats) -> Floats:
            return np.where(rising, (level - low) / left, (high - level) / right)

        first, last = height(cuts[:-1]), height(cuts[1:])
        masses = np.diff(cuts) * (first + last) / 2.0
        super().__init__(*_in_order(worth[:-1], worth[1:], masses, (last - first) / (first + last)))


def _in_order(
    start: Floats, end: Floats, masses: Floats, skews: Floats
) -> tuple[Floats, Floats, Floats, Floats]:
    """Pieces that may fall and overlap, as pieces in ascending order that do not."""
    lows, highs = np.minimum(start, end), np.maximum(start, end)
    skews = np.where(end < start, -skews, skews)
    flat = lows == highs
    cuts = np.unique([lows, highs])
    widths = np.where(flat, 1.0, highs - lows)
    inside = (lows <= cuts[:-1, None]) & (highs >= cuts[1:, None]) & ~flat

    def height(at: Floats) -> Floats:
        way = 2.0 * (at[:, None] - lows) / widths - 1.0
        total: Floats = (inside * masses / widths * (1.0 + skews * way)).sum(axis=1)
        return total

    first, last = height(cuts[:-1]), height(cuts[1:])
    between = np.diff(cuts) * (first + last) / 2.0
    skewed = (last - first) / np.maximum(first + last, LEAST)
    all_lows, all_highs = np.append(cuts[:-1], lows[flat]), np.append(cuts[1:], highs[flat])
    order = np.lexsort((all_highs, all_lows))
    all_masses = np.append(between, masses[flat])
    all_skews = np.append(skewed, np.zeros(flat.sum()))
    return all_lows[order], all_highs[order], all_masses[order], all_skews[order]
