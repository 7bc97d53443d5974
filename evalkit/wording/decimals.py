"""How many decimals make printed scores agree with their printed differences."""

from collections.abc import Iterable
from itertools import pairwise

from evalkit.level import is_level
from evalkit.wording.numbers import fixed

MOST = 9
"""Maximum number of decimals: those of the smallest difference of scores that are not level."""
EQUAL = 1e-12
"""Points below which a part of a score is rounding error."""


def digits_apart(numbers: Iterable[float], least: int) -> int:
    """The fewest decimals, from `least` to nine, at which numbers that are not level differ."""
    pairs = [(one, other) for one, other in pairwise(sorted(numbers)) if not is_level(one, other)]
    digits = (n for n in range(least, MOST) if all(fixed(a, n) != fixed(b, n) for a, b in pairs))
    return next(digits, MOST)


def decimals(first: float, second: float) -> int:
    """The fewest decimals, one to nine, at which printed scores and their difference agree.

    73.34 and 70.46 would be printed as 73.3 and 70.5, and their difference of 2.88 as 2.9: a reader
    who subtracts finds 2.8. With two decimals all three agree. A real difference is not printed as
    zero either.
    """
    return next((digits for digits in range(1, MOST) if _agree(first, second, digits)), MOST)


def difference(first: float, second: float, digits: int) -> float:
    """The first score minus the second, both as printed."""
    return round(round(first, digits) - round(second, digits), digits)


def _agree(first: float, second: float, digits: int) -> bool:
    shown = difference(first, second, digits)
    exact = 0.0 if is_level(first, second) else round(first - second, MOST)
    return shown == round(exact, digits) and (shown != 0) == (exact != 0)
