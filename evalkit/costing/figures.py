"""Amounts of money, either exact or sampled, with common arithmetic.

A figure is a Decimal where people read it, or an array of floats of shape (draws,) in simulations.
Constants are whole numbers, which work with both; Python itself refuses to mix floats and Decimals.
"""

from decimal import Decimal
from typing import Any

import numpy as np

Amounts = Any
"""A Decimal, or an array of floats of shape (draws,)."""

ZERO, ONE = 0, 1
"""Whole numbers, because they work with both kinds of figures."""


def exact(number: float) -> Decimal:
    """A number exactly as written: 0.1 is a tenth, not the nearest double."""
    return Decimal(repr(number))


def between(figure: Amounts, least: Amounts | None, most: Amounts | None) -> Amounts:
    """A figure limited to at least `least` and at most `most`, if given."""
    if least is not None:
        figure = np.maximum(figure, least)
    return figure if most is None else np.minimum(figure, most)


def ratio(part: Amounts, whole: Amounts) -> Amounts | None:
    """`part` ÷ `whole`; None if the whole is not above zero, or missing in such draws."""
    if np.ndim(whole) == 0:
        return None if whole <= 0 else part / whole
    found = np.full(np.shape(whole), np.nan)
    np.divide(part, whole, out=found, where=whole > 0)
    return found
