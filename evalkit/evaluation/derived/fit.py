"""Facts derived from the data flows that a vendor supports."""

import math
from collections.abc import Mapping

from evalkit.evaluation.derived.fact import worked_out
from evalkit.integration.fit import Fit
from evalkit.model.fact import UNKNOWN, Fact
from evalkit.model.scale import Derived, NumberScale
from evalkit.scoring.values import knots
from evalkit.wording.messages.catalogue import say
from evalkit.wording.messages.record import facts as words
from evalkit.wording.messages.words import AT_LEAST, AT_MOST
from evalkit.wording.numbers import between, up_to_two_decimals, whole_range


def fit_fact(
    found: Fit, what: Derived, scale: NumberScale, unit: str, titles: Mapping[str, str]
) -> Fact:
    """A measure of one vendor that is derived from the plan's flows, as a fact.

    `titles` are the flows in words, by id.
    """
    missing = tuple(titles[flow] for flow in found.open_flows(what))
    if what == "peak_headroom":
        least, most = found.headroom()
        if (least, most) == (0, math.inf):
            return worked_out(
                value=UNKNOWN,
                note=say(words.NO_LIMIT),
                words=say(words.CANNOT),
                missing=missing,
                was_looked_for=found.is_looked_for,
            )
        levels = [float(level) for level in knots(scale)[0]]
        high = levels[-1] if most == math.inf else most
        low = min(levels[0], high) if least == 0 else min(least, high)
        return _span(low, high, headroom_in_words(least, most, unit), missing)
    low, high = found.coverage() if what == "flow_coverage" else found.by_plugin()
    return _span(low, high, f"{whole_range(low, high)} {unit}".rstrip(), missing)


def headroom_in_words(least: float, most: float, unit: str) -> str:
    """How many times the peak is allowed; `most` is infinite without a known end."""
    if least == math.inf:
        return say(words.UNLIMITED)
    low, high = (f"{up_to_two_decimals(end)} {unit}".rstrip() for end in (least, most))
    if least == 0:
        return say(AT_MOST, value=high)
    if most == math.inf:
        return say(AT_LEAST, value=low)
    return low if low == high else between(up_to_two_decimals(least), high)


def _span(low: float, high: float, told: str, missing: tuple[str, ...]) -> Fact:
    """A fact that ranges from the lowest to the highest possible value."""
    about = {"source": say(words.FROM_FLOWS), "words": told}
    if low == high:
        return worked_out(value=low, **about)
    return worked_out(low=low, high=high, open_ended=True, missing=missing, **about)
