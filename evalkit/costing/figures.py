"""Amounts of money, exact or drawn: the same arithmetic serves both.

A figure is a Decimal, for the amounts that people read, or an array of floats of shape (draws,),
for what is worked out many times over. Constants in between are whole numbers, which both take; a
stray float beside a Decimal is refused by Python itself.
"""

from decimal import Decimal
from typing import Any

import numpy as np

Amounts = Any
"""A Decimal, or an array of floats of shape (draws,)."""

ZERO, ONE = 0, 1
"""Whole numbers, so that they go with both."""


def exact(number: float) -> Decimal:
    """A number as it is written: 0.1 is a tenth, not the nearest double."""
    return Decimal(repr(number))


def between(figure: Amounts, least: Amounts | None, most: Amounts | None) -> Amounts:
    """A figure that is neither below `least` nor above `most`, where these are given."""
    if least is not None:
        figure = np.maximum(figure, least)
    return figure if most is None else np.minimum(figure, most)


def ratio(part: Amounts, whole: Amounts) -> Amounts | None:
    """A part of a whole that is above zero; None where it is not, missing in draws."""
    if np.ndim(whole) == 0:
        return None if whole <= 0 else part / whole
    found = np.full(np.shape(whole), np.nan)
    np.divide(part, whole, out=found, where=whole > 0)
    return found
