"""What it is worth to find out a fact, or all about a vendor, before choosing.

The choice is the vendor with the highest expected score; of several within `SAME`, the first in
the array. Knowing something is worth the chance that it changes that choice, and the points gained
by then choosing better: the expected value of partial perfect information. Scores are linear in
facts and facts are independent, so both are integrals over one variable, in closed form. `expected`
always has shape (vendors,) and holds all vendors that are not ruled out.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from evalkit.analysis.case import Unsettled
from evalkit.analysis.distribution import Distribution
from evalkit.analysis.sampling import Floats


@dataclass(frozen=True, slots=True)
class Worth:
    """What knowing something is worth to a choice."""

    probability: float
    """The chance that it changes who has the highest expected score."""
    points: float
    """The expected gain in points from choosing after it is known."""
    error: float = 0.0
    """The standard error of the points, if they were counted over draws."""
    probability_error: float = 0.0
    """The standard error of the probability, likewise."""


NOTHING = Worth(0.0, 0.0)

Weighed = tuple[float, Distribution]
"""A fact's share of the whole weight, and its distribution."""


def of_fact(expected: Floats, vendor: int, weight: float, spread: Distribution) -> Worth:
    """What it is worth to know one fact of a vendor."""
    return of_vendor(expected, vendor, [(weight, spread)])


def of_vendor(expected: Floats, vendor: int, facts: Sequence[Weighed]) -> Worth:
    """What it is worth to know several facts of a vendor, all good or bad together."""
    raise NotImplementedError


def fewest(expected: Floats, vendor: int, facts: Sequence[Weighed]) -> int | None:
    """The smallest number of a vendor's facts that can change who is first; None if all cannot."""
    raise NotImplementedError


def turning_value(
    expected: Floats, vendor: int, weight: float, spread: Distribution
) -> float | None:
    """The value of a fact, 0 to 100, at which who is first changes; None if it cannot."""
    raise NotImplementedError


@dataclass(frozen=True, slots=True)
class Worths:
    """What every fact and every vendor is worth to know."""

    of_facts: Sequence[Worth]
    """In the order of the facts."""
    of_vendors: Sequence[Worth]
    """Of all of a vendor's facts together, in the order of the vendors."""


def worths(expected: Floats, facts: Sequence[Unsettled], weights: Floats) -> Worths:
    """What every fact and every vendor is worth to know, for many vendors at once.

    `weights` holds each fact's share of the whole weight, shape (facts,).
    """
    raise NotImplementedError


def regressed(outcome: Floats, driver: Floats) -> Floats:
    """The expected outcome given the driver in each draw: a cubic fitted by least squares."""
    raise NotImplementedError


def of_sample(expected: Floats, vendor: int, scores: Floats) -> Worth:
    """What it is worth to know what a vendor's expected score depends on, from draws of it."""
    raise NotImplementedError
