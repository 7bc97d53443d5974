"""Whether there is a clear leader.

clear: the leader by points is also first in nearly every draw of weights and uncertain facts.
likely: it is first in two of three. close: in fewer, so the leaders are too close to call. single,
none: one or no vendor is left.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

Outcome = Literal["clear", "likely", "close", "single", "none"]

CLEAR = 0.95
"""Minimum share of draws in which a clear leader is first."""
LIKELY = 2 / 3
"""Minimum share of draws in which a likely leader is first."""
CONTENDER = 0.1
"""Minimum share of first places of a contender in a close result."""


ERRORS = 2.0
"""Standard errors of the confidence interval of a share."""
SAME = 1e-9
"""Scores closer than this are equal."""


@dataclass(frozen=True, slots=True)
class Standing:
    """The verdict on first place, with vendors by index."""

    outcome: Outcome
    first: tuple[int, ...]
    """The leader, or all vendors too close to call, best first."""
    rival: int | None
    """The vendor that is first most often, apart from the leader by points."""
    rival_leads: bool = False
    """Whether the rival is first more often than the leader by points."""


def standing(
    points: Sequence[float], shares: Sequence[float], draws: int, unseen: int = 0
) -> Standing:
    """The verdict on first place.

    `points` are scores in descending order, `shares` the share of `draws` in which each is first. A
    leader is named only if the lower confidence limit of its share reaches the threshold, and if no
    vendor that could be first was left out of the draws (`unseen`).
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
    """The lower confidence limit of a share counted over draws, at two standard errors.

    From the Wilson score interval, which unlike share − 2 errors does not take 25 of 25 for
    certainty.
    """
    z = ERRORS**2 / draws
    spread = ERRORS * math.sqrt(share * (1 - share) / draws + z / (4 * draws))
    return (share + z / 2 - spread) / (1 + z)
