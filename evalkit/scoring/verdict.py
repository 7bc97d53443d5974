"""How far a leader can be named.

clear: the first by points is also first in nearly every draw of weights and unsettled facts.
likely: it is in two of three. close: less than that, so nothing separates the first ones. single,
none: one or no vendor is left.
"""

import math
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


ERRORS = 2.0
"""Standard errors that a share must be sure by."""
SAME = 1e-9
"""Scores that are closer than this are equal."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Who is first, as far as weights and facts allow; vendors by their number."""

    outcome: Outcome
    first: tuple[int, ...]
    """The leader, or everyone between whom nothing can be told apart, best first."""
    rival: int | None
    """Who else is first most often."""
    rival_leads: bool = False
    """Whether the rival is first more often than the leader by points."""


def standing(
    points: Sequence[float], shares: Sequence[float], draws: int, unseen: int = 0
) -> Standing:
    """Who is first.

    `points` are scores from the highest down, `shares` in how many of `draws` each is first. A
    leader is named only if even the low end of what its share may really be reaches what is asked
    for, and if nobody was left out of the draws (`unseen`) who could be first.
    """
    if not points:
        return Standing("none", (), None)
    if len(points) == 1:
        return Standing("single", (0,), None)
    rival = max(range(1, len(points)), key=lambda number: (shares[number], -number))
    sure = low_end(shares[0], draws)
    if points[0] - points[1] > SAME and sure >= LIKELY and not unseen:
        return Standing("clear" if sure >= CLEAR else "likely", (0,), rival)
    level = [number for number, score in enumerate(points) if points[0] - score <= SAME]
    contenders = [number for number, share in enumerate(shares) if share >= CONTENDER]
    first = tuple(sorted({0, rival, *level, *contenders}))
    return Standing("close", first, rival, shares[rival] > shares[0])


def low_end(share: float, draws: int) -> float:
    """The low end of what a share counted over some draws may really be, at two standard errors.

    The Wilson score interval: unlike share − 2 errors it does not take 25 of 25 for certainty.
    """
    z = ERRORS**2 / draws
    spread = ERRORS * math.sqrt(share * (1 - share) / draws + z / (4 * draws))
    return (share + z / 2 - spread) / (1 + z)
