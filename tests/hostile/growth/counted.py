"""Counts what a program does, where a clock would only say how busy the machine is."""

import sys
from collections.abc import Callable


def calls(action: Callable[[], object]) -> int:
    """How many functions, of Python and of C, an action calls."""
    count = 0

    def seen(_frame, event, _arg):
        nonlocal count
        count += event in {"call", "c_call"}

    sys.setprofile(seen)
    try:
        action()
    finally:
        sys.setprofile(None)
    return count


def growth(make: Callable[[int], Callable[[], object]], size: int) -> float:
    """How many times more is called for ten times as much; `make` builds the action for a size."""
    make(1)()  # What is imported and built once is no part of it.
    return calls(make(10 * size)) / calls(make(size))
