"""How many decimals figures need so that a reader who adds or subtracts finds the same."""

MOST = 6
"""Decimals beyond which nobody reads on: two scores that agree so far are level."""
EQUAL = 1e-12
"""Points below which a part of a score is the noise of the arithmetic."""


def decimals(first: float, second: float) -> int:
    """The fewest decimals, one to six, at which two scores as shown differ by their difference.

    73.34 and 70.46 would be shown as 73.3 and 70.5, and their difference of 2.88 as 2.9: a reader
    who subtracts finds 2.8. With two decimals all three agree. A difference that exists is not
    shown as nothing either.
    """
    return next((digits for digits in range(1, MOST) if _agree(first, second, digits)), MOST)


def difference(first: float, second: float, digits: int) -> float:
    """What is left when one score as shown is taken from the other as shown."""
    return round(round(first, digits) - round(second, digits), digits)


def is_level(first: float, second: float) -> bool:
    """Whether two scores agree to all decimals that anybody reads."""
    return round(first - second, MOST) == 0


def _agree(first: float, second: float, digits: int) -> bool:
    shown = difference(first, second, digits)
    exact = round(first - second, MOST)
    return shown == round(exact, digits) and (shown != 0) == (exact != 0)
