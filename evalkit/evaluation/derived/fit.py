"""Facts derived from the data flows that a vendor supports."""

from evalkit.evaluation.derived.fact import worked_out
from evalkit.integration.fit import Fit
from evalkit.model.criteria import Derived
from evalkit.model.fact import UNKNOWN, Fact
from evalkit.model.scale import NumberScale
from evalkit.scoring.values import Unknown, knots, value_at
from evalkit.wording.numbers import up_to_two_decimals, whole_range

SOURCE = "worked out from the plan's flows and the routes on record; see Fit"
NO_LIMIT = "no limit is on record that a peak could be held against"


def fit_fact(found: Fit, what: Derived, scale: NumberScale, unknown: Unknown, unit: str) -> Fact:
    """A measure of one vendor that is derived from the plan's flows, as a fact."""
    if what == "peak_headroom":
        known, is_open = found.headroom()
        if known is None:
            return worked_out(value=UNKNOWN, note=NO_LIMIT, words="cannot be worked out")
        low = min(float(knots(scale)[0][0]), known) if is_open else known
        words = f"at most {up_to_two_decimals(known)}" if is_open else up_to_two_decimals(known)
        return _span(low, known, known, scale, unknown, f"{words} {unit}".rstrip())
    low, high = found.coverage() if what == "flow_coverage" else found.by_plugin()
    words = f"{whole_range(low, high)} {unit}".rstrip()
    return _span(low, high, low, scale, unknown, words)


def _span(
    low: float, high: float, known: float, scale: NumberScale, unknown: Unknown, words: str
) -> Fact:
    """A fact that ranges from the lowest to the highest possible value."""
    if low == high:
        return worked_out(value=known, source=SOURCE, words=words)
    one, other = value_at(scale, [low, high])
    worse = low if one <= other else high
    point = worse if unknown == "worst" else (low + high) / 2
    return worked_out(low=low, likely=point, high=high, source=SOURCE, words=words)
