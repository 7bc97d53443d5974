"""Stochastic multicriteria acceptability analysis, SMAA-2: how often each vendor is first.

Weights and unsettled facts are drawn many times; every draw ranks the vendors. Draws are processed
in blocks, so memory use does not grow with their number.

Source: Lahdelma & Salminen (2001), SMAA-2: Stochastic multicriteria acceptability analysis for
group decision making, Operations Research 49(3), 444–454.
"""

import math
from collections.abc import Callable

import numpy as np

from evalkit.analysis.case import SAME, Case
from evalkit.analysis.sampling import Floats
from evalkit.analysis.tally import Acceptability, Tally

Sampler = Callable[[np.random.Generator, int], Floats]
"""Function that draws weights of shape (measures, draws) or (patterns, measures, draws)."""

BLOCK = 16_384
LEAST = 1_024
ROOM = 40_000_000
"""Maximum count of numbers in a block of draws, of 8 bytes each."""


def draws_for(precision: float) -> int:
    """The number of draws that keeps the standard error of every share within `precision`, 0 to 1.

    A share p has the error √(p (1 − p) / n), at most √(1 / (4 n)).
    """
    return math.ceil(0.25 / precision**2 - 1e-9)


def standard_error(share: Floats | float, draws: int) -> Floats:
    """The standard error of shares counted over a number of draws."""
    return np.sqrt(np.asarray(share) * (1.0 - np.asarray(share)) / draws)


def smaa(
    case: Case,
    weights: Sampler,
    draws: int,
    seed: int,
    advance: Callable[[int], None] | None = None,
) -> Acceptability:
    """Rank the vendors of a case in every draw of weights and facts.

    A seed reproduces the result to the last bit. `advance` is called with the number of draws done.
    Raises ValueError if there are no vendors or no draws.
    """
    if draws < 1 or not len(case.values):
        raise ValueError("at least one draw of at least one vendor")
    of_weights, of_facts = (np.random.default_rng(s) for s in np.random.SeedSequence(seed).spawn(2))
    tally = Tally(case)
    for block in _blocks(draws, case, int(case.patterns.max()) + 1):
        tally.add(_by_pattern(weights(of_weights, block)), of_facts, block)
        if advance is not None:
            advance(block)
    return tally.result(draws)


def confidence_factors(case: Case, central: Floats, draws: int, seed: int) -> Floats:
    """Share of draws in which each vendor is first at its own central weights, shape (vendors,).

    Only facts are drawn: it says whether they are known well enough to call the vendor the best for
    those whose weights favour it. Missing if a vendor has no central weights.
    """
    rng = np.random.default_rng(np.random.SeedSequence(seed).spawn(3)[2])
    vendors = np.flatnonzero(~np.isnan(central[0]).any(axis=1))
    found = np.full(len(case.values), np.nan)
    firsts = np.zeros(len(vendors))
    settled, patterns, drawing = case.settled, case.patterns, case.drawing()
    for block in _blocks(draws, case):
        facts = list(drawing(rng, block))
        for place, vendor in enumerate(vendors):
            weights = central[patterns, vendor]
            scores = np.repeat((settled * weights).sum(axis=1)[:, None], block, axis=1)
            for fact, drawn in zip(case.unsettled, facts, strict=True):
                scores[fact.vendor] += weights[fact.vendor, fact.measure] * drawn
            firsts[place] += _share_of_first(scores, int(vendor))
    found[vendors] = firsts / draws
    return found


def _share_of_first(scores: Floats, vendor: int) -> float:
    """The number of draws in which a vendor is first; ties for first place are divided."""
    best = scores.max(axis=0) - SAME
    is_first = scores[vendor] >= best
    return float((is_first / np.maximum((scores >= best).sum(axis=0), 1)).sum())


def _blocks(draws: int, case: Case, patterns: int = 1) -> list[int]:
    """The sizes of the blocks of draws, smaller if each draw has several sets of weights.

    Each draw needs a few numbers for every vendor, fact and set of weights, held in memory for a
    whole block.
    """
    vendors, measures = case.values.shape
    numbers = 4 * vendors + len(case.unsettled) + case.behind + 2 * patterns * measures
    size = min(max(BLOCK // patterns, LEAST), max(ROOM // numbers, 1))
    whole, rest = divmod(draws, size)
    return [size] * whole + ([rest] if rest else [])


def _by_pattern(weights: Floats) -> Floats:
    return weights[None] if weights.ndim == 2 else weights  # noqa: PLR2004
