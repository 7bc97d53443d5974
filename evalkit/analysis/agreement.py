"""Agreement of people or methods on the order of vendors and on weights."""

import numpy as np

from evalkit.analysis.sampling import Floats

DECIMALS = 9
"""Scores that agree to this many decimals are equal; the rest is rounding noise."""


def average_ranks(scores: Floats) -> Floats:
    """Ranks by score, 1 for the best; equal scores share the average of their ranks.

    Shape (items,), like `scores`; the ranks always sum to n (n + 1) / 2, as `kendall_w` needs.
    Raises ValueError if a score is missing or infinite.
    """
    _, place, counts = np.unique(-_settled(scores), return_inverse=True, return_counts=True)
    last = np.cumsum(counts)
    ranks: Floats = (last - (counts - 1) / 2.0)[place]
    return ranks


def kendall_w(ranks: Floats) -> float:
    """Agreement of several judges on a ranking: 1 fully, 0 not at all.

    Kendall's coefficient of concordance, corrected for ties. `ranks` have shape (judges, items),
    tied items sharing the average rank. The textbook form is
    W = 12 S / (m² (n³ − n) − m Σ (t³ − t)), S being the squared deviations of the items' rank sums;
    its denominator is 12 m × the squared deviations within all the judges' own rankings, the form
    used here. W is 1 for a single judge, and if all judges rank all items equal. A judge who alone
    ranks all items equal lowers W.

    Source: Legendre (2005), Journal of Agricultural, Biological, and Environmental Statistics
    10(2), 226–245.
    """
    deviations = ranks - ranks.mean(axis=1, keepdims=True)
    most = len(ranks) * (deviations**2).sum()
    if most == 0:
        return 1.0
    return min(1.0, float((deviations.sum(axis=0) ** 2).sum() / most))


def mean_spearman(ranks: Floats) -> float:
    """Average agreement of two judges: 1 same order, 0 unrelated, −1 reversed.

    The mean of Spearman's rank correlation over all pairs of judges; `ranks` as in `kendall_w`.
    Without ties it is (m W − 1) / (m − 1). A judge who ranks all items equal has
    correlation 0 with others, and 1 with another such judge. Raises ValueError below two judges.
    """
    if len(ranks) < 2:  # noqa: PLR2004
        raise ValueError(f"no pairs among {len(ranks)} judges")
    deviations = ranks - ranks.mean(axis=1, keepdims=True)
    lengths = np.sqrt((deviations**2).sum(axis=1))
    flat = lengths == 0
    units = deviations / np.where(flat, 1.0, lengths)[:, None]
    correlations = units @ units.T + np.outer(flat, flat)
    pairs = len(ranks) * (len(ranks) - 1)
    return float((correlations.sum() - np.trace(correlations)) / pairs)


def kendall_tau_b(one: Floats, other: Floats) -> float:
    """Agreement of two lists of scores on the order of items: 1 same, −1 reversed.

    Kendall's tau-b, which allows for ties; both of shape (items,). It is 0 if only one list has
    all items equal, and 1 if both have, as with a single item. Raises ValueError if a score is
    missing or infinite.
    """
    first, second = _order_of_pairs(one), _order_of_pairs(other)
    untied_first, untied_second = np.count_nonzero(first), np.count_nonzero(second)
    if not untied_first or not untied_second:
        return float(untied_first == untied_second)
    return float((first * second).sum() / np.sqrt(float(untied_first) * float(untied_second)))


def distance(one: Floats, other: Floats) -> float:
    """The share of weight that must move to turn one set of weights into the other, 0 to 1.

    Half the sum of absolute differences; both of shape (criteria,) and summing to 1.
    """
    return float(np.abs(one - other).sum() / 2.0)


def _order_of_pairs(scores: Floats) -> Floats:
    """1, 0 or −1 for every pair of items, in both directions; shape (items, items)."""
    settled = _settled(scores)
    order: Floats = np.sign(settled[:, None] - settled[None, :])
    return order


def _settled(scores: Floats) -> Floats:
    if not np.isfinite(scores).all():
        raise ValueError("a score is missing or infinite, so it has no place in an order")
    settled: Floats = np.round(scores, DECIMALS)
    return settled
