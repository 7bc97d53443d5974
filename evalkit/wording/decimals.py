"""How many decimals make printed scores agree with their printed differences."""

MOST = 6
"""Maximum number of decimals: two scores that agree up to here are level."""
EQUAL = 1e-12
"""Points below which a part of a score is rounding error."""


def decimals(first: float, second: float) -> int:
    """The fewest decimals, one to six, at which printed scores and their difference agree.

    73.34 and 70.46 would be printed as 73.3 and 70.5, and their difference of 2.88 as 2.9: a reader
    who subtracts finds 2.8. With two decimals all three agree. A real difference is not printed as
    zero either.
    """
    return next((digits for digits in range(1, MOST) if _agree(first, second, digits)), MOST)


def difference(first: float, second: float, digits: int) -> float:
    """The first score minus the second, both as printed."""
    return round(round(first, digits) - round(second, digits), digits)


def is_level(first: float, second: float) -> bool:
    """Whether two scores agree to the maximum number of decimals."""
    return round(first - second, MOST) == 0


def _agree(first: float, second: float, digits: int) -> bool:
    shown = difference(first, second, digits)
    exact = round(first - second, MOST)
    return shown == round(exact, digits) and (shown != 0) == (exact != 0)
