"""What it is worth to find out a fact, or all about a vendor, before choosing.

The choice is the vendor with the highest expected score; of several within `SAME`, the first in
the array. Knowing something is worth the chance that another vendor is then ahead, and the points
gained by choosing that one: the expected value of partial perfect information. Scores are linear in
facts and facts are independent, so both are integrals over one variable, in closed form. `expected`
has shape (vendors,) and holds the expected scores of all vendors that are not ruled out.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from evalkit.analysis.case import Unsettled
from evalkit.analysis.distribution import Distribution
from evalkit.analysis.race import Changes, Race
from evalkit.analysis.sampling import Floats


@dataclass(frozen=True, slots=True)
class Worth:
    """What knowing something is worth to a choice."""

    probability: float
    """The chance that it changes who has the highest expected score."""
    points: float
    """The expected gain in points from choosing after it is known."""
    error: float = 0.0
    """The standard error of the points, 0 if they are exact."""
    probability_error: float = 0.0
    """The standard error of the probability, likewise."""


NOTHING = Worth(0.0, 0.0)

Weighed = tuple[float, Distribution]
"""A fact's share of the whole weight, and the distribution of its value."""


@dataclass(frozen=True, slots=True)
class Worths:
    """What knowing each fact alone, and each vendor's facts together, is worth."""

    of_facts: Sequence[Worth]
    of_vendors: Sequence[Worth]


def worths(expected: Floats, facts: Sequence[Unsettled], weights: Floats) -> Worths:
    """What knowing each fact alone, and each vendor's facts together, is worth, for many vendors.

    `weights` holds each fact's share of the whole weight, shape (facts,). Facts that have the same
    distribution are quickest if they share one object.
    """
    race = Race(expected, facts, weights)
    alone, together = dict(_worths(race.by_fact())), dict(_worths([race.by_vendor()]))
    return Worths(
        [alone.get(fact, NOTHING) for fact in range(len(facts))],
        [together.get(vendor, NOTHING) for vendor in range(len(expected))],
    )


def fewest(expected: Floats, vendor: int, facts: Sequence[Weighed]) -> int | None:
    """The smallest number of a vendor's facts that can change who is first; None if all cannot."""
    race = _of_one(expected, vendor, facts)
    reached = np.cumsum(np.sort(race.reaches)[::-1])
    enough = np.flatnonzero(reached > race.needs[vendor])
    return int(enough[0]) + 1 if len(enough) else None


def turning_value(
    expected: Floats, vendor: int, weight: float, spread: Distribution
) -> float | None:
    """The value of a fact, 0 to 100, beyond which somebody else is first; None if there is none."""
    race = _of_one(expected, vendor, [(weight, spread)])
    if race.reaches[0] <= race.needs[vendor]:
        return None
    return float(spread.mean + race.gaps[vendor] / weight)


def _of_one(expected: Floats, vendor: int, facts: Sequence[Weighed]) -> Race:
    known = [Unsettled(vendor, 0, spread) for _, spread in facts]
    return Race(expected, known, np.array([weight for weight, _ in facts], dtype=np.float64))


def _worths(changes: Iterable[Changes]) -> Iterator[tuple[int, Worth]]:
    for each in changes:
        doubt = each.chances * (1.0 - each.chances) / np.maximum(each.draws, 1)
        errors = np.where(each.draws > 0, np.sqrt(np.maximum(doubt, 0.0)), 0.0)
        figures = (each.chances, each.points, each.errors, errors)
        yield from zip(each.of.tolist(), map(Worth, *(f.tolist() for f in figures)), strict=True)
