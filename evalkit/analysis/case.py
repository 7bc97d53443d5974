"""The input of the simulation: values of each vendor, and its uncertain facts."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from evalkit.analysis.distribution import Distribution
from evalkit.analysis.sampling import Floats

Indices = npt.NDArray[np.intp]
Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Unsettled:
    """A fact that is unknown or a range, with the distribution of its value."""

    vendor: int
    measure: int
    spread: Distribution
    is_open: bool = False
    """Whether it is unknown or open-ended, and moves with the vendor's other open facts in the
    second kind of draws."""


Together = Callable[[int, Sequence[Floats]], tuple[Mapping[int, Floats], Mapping[int, Floats]]]
"""Function that draws correlated facts, by index, from a number of draws and a uniform for each
vendor: on their own, and with the vendor's open parts following its uniform."""


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
    vendors: Sequence[str] = ()
    """The names of the vendors' random streams; "0", "1" and so on if there are none."""
    measures: Sequence[str] = ()
    """The names of the measures' random streams, likewise."""

    together: Callable[[], Together] | None = None
    """Starts a joint draw of facts correlated by common assumptions, whose own distributions are
    ignored."""

    @property
    def moving(self) -> list[int]:
        """The indices of facts that can move, by their vendors and measures; a fact whose lowest
        and highest value are equal is settled."""
        facts = self.unsettled
        able = (n for n, fact in enumerate(facts) if fact.spread.low < fact.spread.high)
        return sorted(able, key=lambda n: self.name(facts[n]))

    def name(self, fact: Unsettled) -> tuple[str, str]:
        """The vendor and the measure that name the random stream of a fact."""
        return self.vendor(fact.vendor), self.measure(fact.measure)

    def vendor(self, row: int) -> str:
        """The name of a vendor's random stream."""
        return self.vendors[row] if self.vendors else str(row)

    def measure(self, column: int) -> str:
        """The name of a measure in the random streams of facts."""
        return self.measures[column] if self.measures else str(column)

    @property
    def settled(self) -> Floats:
        """The values, with 0 for facts that can move."""
        settled = self.values.copy()
        for fact in self.unsettled:
            low, high = fact.spread.low, fact.spread.high
            settled[fact.vendor, fact.measure] = low if low == high else 0.0
        return settled

    @property
    def patterns(self) -> Indices:
        """The pattern of each vendor, all 0 if there is only one."""
        return np.zeros(len(self.values), dtype=np.intp) if self.pattern is None else self.pattern
