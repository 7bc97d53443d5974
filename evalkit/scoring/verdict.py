"""Whether there is a leader, and how sure that is.

clear: the leader by points is also first in nearly every draw of weights and uncertain facts, both
where a vendor's open facts are drawn one by one and where they turn out alike. likely: it is first
in two of three. close: in fewer, so the leaders are too close to call. single: one vendor is left.
only_researched: one is known well enough to rank, and another could still win. nobody_ranked, none:
no vendor is known well enough, or none is left.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from evalkit.level import is_level

Outcome = Literal[
    "clear", "likely", "close", "only_researched", "single", "nobody_ranked", "none"
]  # fmt: skip

CLEAR = 0.95
"""Minimum share of draws in which a clear leader is first."""
LIKELY = 2 / 3
"""Minimum share of draws in which a likely leader is first."""
CONTENDER = 0.1
"""Minimum share of first places of a contender in a close result."""
COULD_WIN = 0.01
"""Minimum share of draws in which a vendor that is not ranked comes first if it could still win."""


ERRORS = 2.0
"""Standard errors of the confidence interval of a share."""
WEAKEST_FIRST: tuple[Outcome, ...] = ("close", "likely", "clear")


@dataclass(frozen=True, slots=True)
class Contest:
    """The contest for first place among ranked vendors, by index."""

    outcome: Outcome
    """close, likely or clear."""
    first: tuple[int, ...]
    """The leader, or all vendors too close to call, best first."""
    rival: int
    """The vendor that is first most often, apart from the leader by points."""
    rival_leads: bool = False
    """Whether the rival is first more often than the leader by points."""
    leaders_differ: bool = False
    """Whether another vendor is first most often if a vendor's open facts move together."""


def contest(
    points: Sequence[float],
    alone: Sequence[float],
    alike: Sequence[float],
    draws: int,
    unseen: int = 0,
) -> Contest:
    """The contest between two or more ranked vendors.

    `points` are scores in descending order; `alone` and `alike` are the shares of `draws` in which
    each is first, with open facts moving independently and together. A leader is named only if the
    lower confidence limit of both its shares reaches the threshold, and if no vendor that could be
    first was left out of the draws (`unseen`).
    """
    rival = max(range(1, len(points)), key=lambda number: (alone[number], -number))
    leaders = [_likeliest(shares) for shares in (alone, alike)]
    sure = low_end(min(alone[0], alike[0]), draws)
    named = not is_level(points[0], points[1]) and leaders == [0, 0] and not unseen
    if named and sure >= LIKELY:
        return Contest("clear" if sure >= CLEAR else "likely", (0,), rival)
    level = [number for number, score in enumerate(points) if is_level(points[0], score)]
    contenders = [number for number, share in enumerate(alone) if share >= CONTENDER]
    first = tuple(sorted({0, rival, *level, *contenders, *leaders}))
    differ = leaders[0] != leaders[1]
    return Contest("close", first, rival, leaders[0] != 0, differ)


def _likeliest(shares: Sequence[float]) -> int:
    return max(range(len(shares)), key=lambda number: (shares[number], -number))


def outcome(
    left: int, ranked: int, could_win: int, found: Contest | None, *, is_open: bool
) -> Outcome:
    """The outcome for the vendors that are not ruled out.

    `left` are how many there are, of which some are `ranked` and others `could_win` although they
    are not; `is_open` says that a gate of the leader is open. `found` is None unless two are
    ranked.
    """
    if not left:
        return "none"
    if not ranked:
        return "nobody_ranked"
    if left == 1:
        return "single"
    if found is None and could_win:
        return "only_researched"
    reached = "clear" if found is None else found.outcome
    return "likely" if reached == "clear" and (could_win or is_open) else reached


def weaker(one: Outcome, other: Outcome) -> Outcome:
    """The weaker of two outcomes of a contest."""
    return min(one, other, key=WEAKEST_FIRST.index)


def low_end(share: float, draws: int) -> float:
    """The lower confidence limit of a share counted over draws, at two standard errors.

    From the Wilson score interval, which unlike share − 2 errors does not take 25 of 25 for
    certainty.
    """
    z = ERRORS**2 / draws
    spread = ERRORS * math.sqrt(share * (1 - share) / draws + z / (4 * draws))
    return (share + z / 2 - spread) / (1 + z)
