"""Stochastic multicriteria acceptability analysis, SMAA-2: how often each vendor is first.

Weights and unsettled facts are drawn many times; every draw ranks the vendors. Facts are drawn in
two ways with the same weights: *alone*, each by itself, and *alike*, all open facts of a vendor
good or bad together. Draws are processed in chunks, so memory use does not grow with their number.

Source: Lahdelma & Salminen (2001), SMAA-2: Stochastic multicriteria acceptability analysis for
group decision making, Operations Research 49(3), 444–454.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from evalkit.analysis.case import Case
from evalkit.analysis.drawing import Drawing, Sampler, chunks, weighted
from evalkit.analysis.sampling import Floats
from evalkit.analysis.tally import Acceptability, Firsts, Tally
from evalkit.level import SAME

Advance = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class Simulation:
    """The results of both kinds of draws."""

    alone: Acceptability
    """Every fact drawn by itself."""
    alike: Acceptability
    """A vendor's open facts drawn together."""
    challenges: Floats
    """The share of the second kind of draws in which each rival alone would be first, shape
    (rivals,); a tie counts half."""


def draws_for(precision: float) -> int:
    """The number of draws that keeps the standard error of every share within `precision`, 0 to 1.

    A share p has the error √(p (1 − p) / n), at most √(1 / (4 n)).
    """
    return math.ceil(0.25 / precision**2 - 1e-9)


def standard_error(share: Floats | float, draws: int) -> Floats:
    """The standard error of shares counted over a number of draws."""
    return np.sqrt(np.asarray(share) * (1.0 - np.asarray(share)) / draws)


def simulate(
    case: Case,
    weights: Sampler,
    draws: int,
    seed: int,
    advance: Advance | None = None,
    rivals: Case | None = None,
) -> Simulation:
    """Rank the vendors of a case in both kinds of draws, and hold each rival against them.

    Rivals are vendors that are not ranked; their patterns index the same weights. A seed reproduces
    the result to the last bit. `advance` is called with the number of draws done. Raises ValueError
    if there are no vendors or no draws.
    """
    _refuse_nothing(case, draws)
    drawing, alone = Drawing(case, seed), Tally(case)
    alike = Tally(case) if drawing.differs else alone
    others = Drawing(rivals, seed, only_alike=True) if rivals is not None else None
    challenges = np.zeros(0 if rivals is None else len(rivals.values))
    for leaves in weighted(weights, draws, seed):
        one, other = drawing.scores(leaves)
        alone.add(one, leaves)
        if alike is not alone:
            alike.add(other, leaves)
        if others is not None:
            challenges += _challenges(others.scores(leaves)[0] - other.max(axis=0))
        if advance is not None:
            advance(leaves.shape[2])
    return Simulation(alone.result(draws), alike.result(draws), challenges / draws)


def _challenges(leads: Floats) -> Floats:
    """The number of draws in which each lead over the best is one; ties count half."""
    firsts: Floats = (leads > SAME).sum(axis=1) + (np.abs(leads) <= SAME).sum(axis=1) / 2.0
    return firsts


def first_shares(
    case: Case, weights: Sequence[Sampler], draws: int, seed: int
) -> list[tuple[Floats, Floats]]:
    """The shares of first place in both kinds of draws, and nothing else, each of shape (vendors,).

    One pair for each way to draw weights; facts are drawn once for all of them.
    """
    _refuse_nothing(case, draws)
    drawing = Drawing(case, seed)
    counted = [(Firsts(case), Firsts(case)) for _ in weights]
    for leaves in zip(*(weighted(each, draws, seed) for each in weights), strict=True):
        for firsts, scores in zip(counted, drawing.scores_by(leaves), strict=True):
            for first, one in zip(firsts, scores, strict=True):
                first.add(one)
    return [(alone.counts / draws, alike.counts / draws) for alone, alike in counted]


def confidence_factors(case: Case, central: Floats, draws: int, seed: int) -> Floats:
    """Share of draws in which each vendor is first at its own central weights, shape (vendors,).

    Only facts are drawn, each by itself: it says whether they are known well enough to call the
    vendor the best for those whose weights favour it. Missing if a vendor has no central weights.
    """
    vendors = np.flatnonzero(~np.isnan(central[0]).any(axis=1))
    found = np.full(len(case.values), np.nan)
    firsts = np.zeros(len(vendors))
    settled, patterns, drawing = case.settled, case.patterns, Drawing(case, seed)
    for count in chunks(draws):
        facts = [(fact, one) for fact, one, _ in drawing.values(count)]
        for place, vendor in enumerate(vendors):
            weights = central[patterns, vendor]
            scores = np.repeat((settled * weights).sum(axis=1)[:, None], count, axis=1)
            for fact, drawn in facts:
                scores[fact.vendor] += weights[fact.vendor, fact.measure] * drawn
            firsts[place] += _share_of_first(scores, int(vendor))
    found[vendors] = firsts / draws
    return found


def _share_of_first(scores: Floats, vendor: int) -> float:
    """The number of draws in which a vendor is first; ties for first place are divided."""
    best = scores.max(axis=0) - SAME
    is_first = scores[vendor] >= best
    return float((is_first / np.maximum((scores >= best).sum(axis=0), 1)).sum())


def _refuse_nothing(case: Case, draws: int) -> None:
    if draws < 1 or not len(case.values):
        raise ValueError("at least one draw of at least one vendor")
