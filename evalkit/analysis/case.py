"""What is drawn over: vendors on measures, and the facts that are not settled."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from evalkit.analysis.sampling import Floats, Quantile

SAME = 1e-9
"""What differs by no more is equal: the rest is noise of the arithmetic."""

Indices = npt.NDArray[np.intp]
Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Unsettled:
    """One fact that is unknown or a range: whose it is, and how its value is drawn."""

    vendor: int
    measure: int
    point: float
    """Its value in the point score."""
    quantile: Quantile


Together = Callable[[int], Mapping[int, Floats]]
"""Draws the values of some unsettled facts, by their number, for the next so many draws."""


@dataclass(frozen=True, slots=True)
class Case:
    """What is drawn over: vendors on measures, what is settled, and what is not."""

    values: Floats
    """Shape (vendors, measures), 0 to 100; entries of unsettled facts are not looked at."""
    unsettled: Sequence[Unsettled] = ()
    pattern: Indices | None = None
    """Which weights apply to each vendor, shape (vendors,), where the sampler gives several."""
    dominates: Flags | None = None
    """Which vendor beats which whatever the draw, shape (vendors, vendors): it then comes first
    even where the weights drawn see no difference."""

    together: Callable[[], Together] | None = None
    """Begins to draw facts that rest on common assumptions, and so move together; their own
    quantiles are not looked at."""

    behind: int = 0
    """How many such assumptions there are."""

    def drawing(self) -> Callable[[np.random.Generator, int], Iterator[Floats]]:
        """Begin to draw: block by block, the values of all unsettled facts in their order."""
        draw_together = self.together() if self.together is not None else None

        def drawn(rng: np.random.Generator, block: int) -> Iterator[Floats]:
            joint = draw_together(block) if draw_together is not None else {}
            for number, fact in enumerate(self.unsettled):
                yield joint[number] if number in joint else fact.quantile(rng.random(block))

        return drawn

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
