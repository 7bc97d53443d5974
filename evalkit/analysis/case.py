"""The input of the simulation: values of each vendor, and its uncertain facts."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from evalkit.analysis.sampling import Floats, Quantile

SAME = 1e-9
"""Scores that differ by no more are equal; the rest is rounding noise."""

Indices = npt.NDArray[np.intp]
Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Unsettled:
    """A fact that is unknown or a range, with the distribution of its value."""

    vendor: int
    measure: int
    point: float
    """Its value in the point score."""
    quantile: Quantile


Together = Callable[[int], Mapping[int, Floats]]
"""Function that draws correlated facts, by index, for a number of draws."""


@dataclass(frozen=True, slots=True)
class Case:
    """The input of the simulation: values of each vendor, and its uncertain facts."""

    values: Floats
    """Shape (vendors, measures), 0 to 100; entries of unsettled facts are ignored."""
    unsettled: Sequence[Unsettled] = ()
    pattern: Indices | None = None
    """The index of the weights of each vendor, shape (vendors,), if the sampler gives several."""
    dominates: Flags | None = None
    """Which vendor dominates which, shape (vendors, vendors); the dominating one is ahead even in
    draws where their scores are equal."""

    together: Callable[[], Together] | None = None
    """Starts a joint draw of facts correlated by common assumptions, whose own quantiles are
    ignored."""

    behind: int = 0
    """The number of these assumptions."""

    def drawing(self) -> Callable[[np.random.Generator, int], Iterator[Floats]]:
        """A function that draws the values of all unsettled facts, in order, for a block."""
        draw_together = self.together() if self.together is not None else None

        def drawn(rng: np.random.Generator, block: int) -> Iterator[Floats]:
            joint = draw_together(block) if draw_together is not None else {}
            for number, fact in enumerate(self.unsettled):
                yield joint[number] if number in joint else fact.quantile(rng.random(block))

        return drawn

    @property
    def settled(self) -> Floats:
        """The values, with 0 for unsettled facts."""
        settled = self.values.copy()
        for fact in self.unsettled:
            settled[fact.vendor, fact.measure] = 0.0
        return settled

    @property
    def patterns(self) -> Indices:
        """The pattern of each vendor, all 0 if there is only one."""
        return np.zeros(len(self.values), dtype=np.intp) if self.pattern is None else self.pattern
