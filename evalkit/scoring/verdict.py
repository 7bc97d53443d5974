"""How far a leader can be named.

clear: the first by points is also first in nearly every draw of weights and unsettled facts.
likely: it is in two of three. close: less than that, so nothing separates the first ones. single,
none: one or no vendor is left.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

Outcome = Literal["clear", "likely", "close", "single", "none"]

CLEAR = 0.95
"""Share of draws in which a clear leader is first."""
LIKELY = 2 / 3
"""Share of draws in which a likely leader is first."""
CONTENDER = 0.1
"""Share of draws from which a vendor counts among those that nothing separates."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Who is first, as far as weights and facts allow; vendors by their number."""

    outcome: Outcome
    first: tuple[int, ...]
    """The leader, or everyone between whom nothing can be told apart, best first."""
    rival: int | None
    """Who else is first most often."""


def standing(
    points: Sequence[float], shares: Sequence[float], error: float, same: float = 1e-9
) -> Standing:
    """Who is first.

    `points` are scores from the highest down, `shares` in how many draws each is first, and
    `error` the standard error of a share: a leader is named only if its share is two errors above
    what is asked for.
    """
    if not points:
        return Standing("none", (), None)
    if len(points) == 1:
        return Standing("single", (0,), None)
    rival = max(range(1, len(points)), key=lambda number: (shares[number], -number))
    sure = shares[0] - 2 * error
    if points[0] - points[1] > same and sure >= LIKELY:
        return Standing("clear" if sure >= CLEAR else "likely", (0,), rival)
    level = [number for number, score in enumerate(points) if points[0] - score <= same]
    contenders = [number for number, share in enumerate(shares) if share >= CONTENDER]
    first = tuple(sorted({0, rival, *level, *contenders}))
    return Standing("close", first, rival)
