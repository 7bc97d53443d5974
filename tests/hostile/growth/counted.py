"""Counts of a program's operations, which unlike times do not depend on the machine's load."""

import cProfile
from collections.abc import Callable


def calls(action: Callable[[], object]) -> int:
    """The number of Python and C functions that an action calls."""
    profile = cProfile.Profile(subcalls=False)
    profile.runcall(action)
    return sum(each.callcount for each in profile.getstats())


def growth(make: Callable[[int], Callable[[], object]], size: int) -> float:
    """The growth in calls for ten times the size; `make` builds the action for a size."""
    make(1)()  # What is imported and built once is no part of it.
    return calls(make(10 * size)) / calls(make(size))
