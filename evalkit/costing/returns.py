"""Present value, payback and rates of return of yearly cash flows.

Flows are yearly net amounts: the first at signing, undiscounted, then one at the end of each year.
They are Decimals or arrays of shape (draws,), unless a docstring says otherwise.
"""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from evalkit.costing.figures import Amounts, ratio

Floats = npt.NDArray[np.float64]


def discounted(flows: Sequence[Amounts], rate: Amounts) -> list[Amounts]:
    """The value of each flow at signing: flow of year t ÷ (1 + rate)^t."""
    return [flow / (1 + rate) ** year for year, flow in enumerate(flows)]


def present_value(flows: Sequence[Amounts], rate: Amounts) -> Amounts:
    """The value of all flows at signing; for net flows, the net present value."""
    return sum(discounted(flows, rate))


def return_on_investment(benefits: Amounts, costs: Amounts) -> Amounts | None:
    """(benefits − costs) ÷ costs, in present values; None without costs."""
    return ratio(benefits - costs, costs)


def cumulative(flows: Sequence[Amounts]) -> list[Amounts]:
    """The cumulative flow by the end of each year."""
    total = flows[0] * 0
    sums = []
    for flow in flows:
        total = total + flow
        sums.append(total)
    return sums


def payback(flows: Sequence[Amounts]) -> Floats:
    """The payback period: years until the cumulative flow stays at zero or above for good.

    Interpolated within a year, as if flows were even. Missing if it is beyond the years given;
    shape (), or (draws,). Pass discounted flows for the discounted payback period.
    """
    yearly = np.stack(np.broadcast_arrays(*(np.asarray(f, dtype=np.float64) for f in flows)))
    sums = yearly.cumsum(axis=0)
    # Sums this small compared with the flows are rounding noise around zero.
    below = sums < -_NOISE * np.abs(yearly).max(axis=0)
    found = np.zeros(sums.shape[1:])
    for year in range(len(sums) - 1):
        back = below[year] & ~below[year + 1]
        share = -sums[year] / np.where(back, yearly[year + 1], 1.0)
        found = np.where(back, year + share, found)
    return np.where(below[-1], np.nan, found)


_NOISE = 1e-12


def rates_of_return(flows: Sequence[float]) -> tuple[float, ...]:
    """Every rate above −100% at which the flows have a present value of zero, in ascending order.

    A single one is the internal rate of return; with none or several, it is undefined. They are
    the positive real roots of the flows as a polynomial in 1 ÷ (1 + rate).
    """
    given = np.trim_zeros(np.asarray(flows, dtype=float))
    if not (given > 0).any() or not (given < 0).any():
        return ()
    roots = np.roots(given[::-1])
    real = roots.real[(roots.real > 0) & (np.abs(roots.imag) <= _SAME * np.abs(roots))]
    found: list[float] = []
    for rate in np.sort(1 / real - 1):
        if not found or rate - found[-1] > _SAME:
            found.append(round(float(rate), 9))
    return tuple(found)


_SAME = 1e-6
"""Tolerance for duplicate rates, and for the imaginary part of a real root."""


def terminal_value(flows: Sequence[Amounts], rate: Amounts) -> Amounts:
    """The value of incoming flows at the end of the last year, reinvested at a rate."""
    last = len(flows) - 1
    return sum(np.maximum(flow, 0) * (1 + rate) ** (last - year) for year, flow in enumerate(flows))


def modified_rate_of_return(
    flows: Sequence[float], finance_rate: float, reinvestment_rate: float
) -> float | None:
    """The modified internal rate of return, which is always unique.

    Outgoing flows are financed at one rate, incoming flows reinvested at another. None without
    outgoing or without incoming flows.

    Source: OpenStax, Principles of Finance, module m00102.
    """
    out = -float(present_value([min(flow, 0.0) for flow in flows], finance_rate))
    back = float(terminal_value(flows, reinvestment_rate))
    if out <= 0 or back <= 0:
        return None
    return float((back / out) ** (1 / (len(flows) - 1)) - 1)
