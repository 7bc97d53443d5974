"""Weights from a lowest and a highest share, 0 to 1, for each criterion."""

import math
from collections.abc import Sequence

from evalkit.weighting.direct import Weights, proportional

TOLERANCE = 1e-9
"""Tolerance for sums of shares: percentages that sum to 100 may miss 1 by rounding."""


def admits_weights(lows: Sequence[float], highs: Sequence[float]) -> bool:
    """Whether there are weights between the bounds that sum to 1."""
    ordered = all(0 <= low <= high for low, high in zip(lows, highs, strict=True))
    return ordered and math.fsum(lows) <= 1 + TOLERANCE and math.fsum(highs) >= 1 - TOLERANCE


def tightened(lows: Sequence[float], highs: Sequence[float]) -> tuple[Weights, Weights]:
    """The attainable lows and highs, each narrowed to what the others leave.

    A share is at most what is left if all others take their low, and at least what is left if all
    others take their high. Raises ValueError if no weights lie between the bounds.
    """
    if not admits_weights(lows, highs):
        raise ValueError("no weights lie between these bounds and sum to 1")
    room, need = 1 - math.fsum(lows), 1 - math.fsum(highs)
    pairs = [
        (max(low, need + high), min(high, room + low))
        for low, high in zip(lows, highs, strict=True)
    ]
    # Sums may miss 1 by the tolerance, in which case the ends may cross by as much.
    tight_lows = tuple(min(low, high) for low, high in pairs)
    return tight_lows, tuple(max(low, high) for low, high in pairs)


def middle(lows: Sequence[float], highs: Sequence[float]) -> Weights:
    """The weights at an equal fraction of the way from each low to each high.

    The lows and highs are the attainable ones. Raises ValueError if no weights lie between
    the bounds.
    """
    tight_lows, tight_highs = tightened(lows, highs)
    low, width = math.fsum(tight_lows), math.fsum(tight_highs) - math.fsum(tight_lows)
    way = min(1.0, max(0.0, (1 - low) / width)) if width > TOLERANCE else 0.0
    return proportional([a + way * (b - a) for a, b in zip(tight_lows, tight_highs, strict=True)])
