"""Second opinions: other methods applied to the same values and weights.

They never replace the answer; they show where it depends on the method. `values` always have shape
(vendors, measures), more being better, and `weights` shape (measures,), ≥ 0, summing to 1. TOPSIS
and VIKOR judge vendors relative to each other, so unlike the additive score, their figures change
when a vendor is added or removed.

A `…_reason` explains a disagreement: it returns the measure that favours vendor `j` most where a
method puts `j` ahead of vendor `i`, and raises ValueError if none favours `j`.
"""

from dataclasses import dataclass

import numpy as np

from evalkit.analysis.sampling import Floats
from evalkit.level import SAME


@dataclass(frozen=True, slots=True)
class Vikor:
    """VIKOR's regret at being behind the best vendor; arrays of shape (vendors,), less is better.

    All figures run from 0 to 1.
    """

    s: Floats
    """The sum of a vendor's weighted regrets."""
    r: Floats
    """The largest weighted regret of a vendor."""
    q: Floats
    """Both combined: 0 for the best in both, 1 for the worst in both."""


def weighted_geometric(values: Floats, weights: Floats) -> Floats:
    """Weighted geometric means, in which a strong point cannot make up for a very weak one.

    The product of value to the power of weight, shape (vendors,), in the unit of the values. Raises
    ValueError if a value is not above 0.

    Also called the weighted product model.
    """
    product: Floats = np.exp((weights * _logarithms(values)).sum(axis=1))
    return product


def geometric_reason(values: Floats, weights: Floats, i: int, j: int) -> int:
    """The measure on which `j` gains most over `i`: the largest w (ln v_j − ln v_i)."""
    logarithms = _logarithms(values)
    return _strongest(weights * (logarithms[j] - logarithms[i]), i, j)


def topsis_vector(values: Floats, weights: Floats) -> Floats:
    """Closeness to an ideal of the best values present, relative to the worst.

    Closeness from 0 to 1, shape (vendors,): d⁻ / (d⁺ + d⁻), from the distances to the ideal (d⁺)
    and to the anti-ideal (d⁻), with every measure divided by its Euclidean norm. A measure that
    is 0 for all stays 0. Closeness is 1 if nothing is better, as for a single vendor or for
    equal ones.

    Source: Tzeng & Huang (2011), Multiple Attribute Decision Making, CRC Press.
    """
    from_worst, to_best = _distances(*_squares(values, weights))
    both = from_worst + to_best
    return np.divide(from_worst, both, out=np.ones(len(both)), where=both > 0)


def topsis_reason(values: Floats, weights: Floats, i: int, j: int) -> int:
    """The measure that contributes most to the lead in closeness of `j` over `i`.

    The difference in closeness is d⁻_j d⁺_i − d⁻_i d⁺_j over a positive number, and

    d⁻_j d⁺_i − d⁻_i d⁺_j = (d⁻_j − d⁻_i) (d⁺_i + d⁺_j) / 2 + (d⁺_i − d⁺_j) (d⁻_i + d⁻_j) / 2.

    A difference of two distances is that of their squares over their sum, and squares are sums over
    measures, so the difference is exactly a sum of one part for each measure.
    """
    away, near = _squares(values, weights)
    from_worst, to_best = _distances(away, near)
    leaving, missing = from_worst[i] + from_worst[j], to_best[i] + to_best[j]
    gains = np.zeros(len(weights))
    if leaving > 0:
        gains += (away[j] - away[i]) * missing / leaving
    if missing > 0:
        gains += (near[i] - near[j]) * leaving / missing
    return _strongest(gains, i, j)


def vikor(values: Floats, weights: Floats, v: float = 0.5) -> Vikor:
    """Regret of each vendor, in total and at its worst measure.

    Regret on a measure is its weight × the distance from the best to this vendor, as a share of the
    distance from the best to the worst vendor present. A measure on which all are equal adds
    nothing, nor does S or R to Q if it is equal for all. `v` is the share of S in Q. Raises
    ValueError unless 0 ≤ v ≤ 1.

    Source: Opricovic & Tzeng (2004), European Journal of Operational Research 156(2), 445–455.
    """
    if not 0.0 <= v <= 1.0:
        raise ValueError(f"v is {v}; it is a share from 0 to 1")
    regrets = _regrets(values, weights)
    s, r = regrets.sum(axis=1), regrets.max(axis=1)
    return Vikor(s, r, v * _stretched(s) + (1.0 - v) * _stretched(r))


def vikor_reason(values: Floats, weights: Floats, i: int, j: int) -> int:
    """The measure of the largest weighted regret of `i` where that of `j` is smaller.

    If `j` leads by largest regret, this is the overall largest regret of `i`.
    """
    regrets = _regrets(values, weights)
    smaller = regrets[i] - regrets[j] > SAME
    return _strongest(np.where(smaller, regrets[i], 0.0), i, j)


def promethee2_linear(
    values: Floats, weights: Floats, indifference: float, preference: float
) -> Floats:
    """Net preference for a vendor over the others.

    Net flow from −1 to 1, shape (vendors,), summing to 0; 0 for a single vendor. Preference on a
    measure rises linearly from 0 at a lead of `indifference` to 1 at a lead of `preference`, both
    in the unit of the values. Raises ValueError unless 0 ≤ indifference < preference.

    Source: Papathanasiou & Ploskas (2018), chapter PROMETHEE, doi 10.1007/978-3-319-91648-4_3.
    """
    flows: Floats = (weights * _flows(values, indifference, preference)).sum(axis=1)
    return flows


def promethee_reason(
    values: Floats, weights: Floats, i: int, j: int, indifference: float, preference: float
) -> int:
    """The measure that contributes most to the lead in net flow of `j` over `i`.

    A net flow is the weighted sum of the net flows on each measure, so the difference is exactly a
    sum of one part for each measure.
    """
    flows = _flows(values, indifference, preference)
    return _strongest(weights * (flows[j] - flows[i]), i, j)


def _strongest(gains: Floats, i: int, j: int) -> int:
    strongest = int(gains.argmax())
    if not gains[strongest] > 0:
        raise ValueError(f"nothing speaks for vendor {j} against vendor {i}")
    return strongest


def _logarithms(values: Floats) -> Floats:
    if not (values > 0).all():
        raise ValueError("a geometric mean needs values above 0")
    logarithms: Floats = np.log(values)
    return logarithms


def _squares(values: Floats, weights: Floats) -> tuple[Floats, Floats]:
    """Squared distances from the anti-ideal and to the ideal, for each measure."""
    norms = np.sqrt((values**2).sum(axis=0))
    weighted = weights * np.divide(values, norms, out=np.zeros(values.shape), where=norms > 0)
    return (weighted - weighted.min(axis=0)) ** 2, (weighted.max(axis=0) - weighted) ** 2


def _distances(away: Floats, near: Floats) -> tuple[Floats, Floats]:
    return np.sqrt(away.sum(axis=1)), np.sqrt(near.sum(axis=1))


def _regrets(values: Floats, weights: Floats) -> Floats:
    return weights * _shares_of_span(values.max(axis=0) - values)


def _stretched(figures: Floats) -> Floats:
    """Figures rescaled from 0 for the least to 1 for the most; all 0 if they are equal."""
    return _shares_of_span(figures - figures.min())


def _shares_of_span(gaps: Floats) -> Floats:
    """Each gap as a share of the largest in its column."""
    spans: Floats = np.asarray(gaps.max(axis=0))
    return np.divide(gaps, spans, out=np.zeros(gaps.shape), where=spans > SAME)


def _flows(values: Floats, indifference: float, preference: float) -> Floats:
    """Net flow on each measure alone, shape (vendors, measures)."""
    if not 0.0 <= indifference < preference:
        raise ValueError(f"not 0 ≤ indifference ({indifference}) < preference ({preference})")
    leads = values[:, None, :] - values[None, :, :]
    preferred = np.clip((leads - indifference) / (preference - indifference), 0.0, 1.0)
    others = max(len(values) - 1, 1)
    flows: Floats = (preferred.sum(axis=1) - preferred.sum(axis=0)) / others
    return flows
