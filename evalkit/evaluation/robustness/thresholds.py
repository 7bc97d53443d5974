"""Inverse scales: the facts that reach a given value, in words."""

from collections.abc import Callable, Iterator, Sequence

import numpy as np

from evalkit.model.scale import Checklist, Levels, NumberScale, Scale
from evalkit.model.scales.rating import Rating
from evalkit.scoring.values import BEST, WORST, knots, value_at
from evalkit.wording.messages.catalogue import say
from evalkit.wording.messages.record import deciding as words
from evalkit.wording.messages.words import NO, YES
from evalkit.wording.numbers import number, significant
from evalkit.wording.words import listed, quantity

Interval = tuple[float, float]
NOISE = 1e-6
"""Rounding error, in units of the last digit shown."""
FINER = 8
"""Extra digits allowed if a bound would otherwise round to the end of the possible range."""


def facts_that_reach(
    scale: Scale, unit: str, need: float, within: Interval | None, *, above: bool
) -> str:
    """The facts whose value is above (or below) `need`, such as `is under 6 hours`.

    `within` is the fact's range of levels, infinite on a side without an end, or of values on a
    verbal scale; None if it is unknown.
    Empty if no fact qualifies.
    """
    if isinstance(scale, Levels):
        return _levels(scale, need, within, above=above)
    if isinstance(scale, Checklist):
        return _checklist(need, within, above=above)
    if isinstance(scale, Rating) and not scale.between:
        return _rating(scale, need, within, above=above)
    return _numbers(scale, unit, need, within, above=above)


def _levels(scale: Levels, need: float, within: Interval | None, *, above: bool) -> str:
    low, high = within or (WORST, BEST)
    names = [
        _shown(name)
        for name, value in scale.levels.items()
        if (value > need if above else value < need) and low <= value <= high
    ]
    return _is(names)


def _rating(scale: Rating, need: float, within: Interval | None, *, above: bool) -> str:
    low, high = within or (-np.inf, np.inf)
    values = zip(scale.texts, value_at(scale, list(scale.texts)), strict=True)
    levels = [
        number(level)
        for level, value in values
        if (value > need if above else value < need) and low <= level <= high
    ]
    return _is(levels)


def _is(facts: Sequence[str]) -> str:
    return say(words.IS, facts=listed(facts, "or")) if facts else ""


def _shown(name: str) -> str:
    if name in {"true", "false"}:
        return say(YES if name == "true" else NO)
    return say(words.NAMED, level=name)


def _checklist(need: float, within: Interval | None, *, above: bool) -> str:
    low, high = within or (WORST, BEST)
    if not (high > need if above else low < need):
        return ""
    if above:
        bound = _up(need, 1.0)
        said = words.CHECKLIST_OVER if bound < BEST else words.CHECKLIST_ALL
    else:
        bound = _down(need, 1.0)
        said = words.CHECKLIST_UNDER if bound > 0 else words.CHECKLIST_NOTHING
    return say(said, share=f"{significant(bound, 6)}%")


def _numbers(
    scale: NumberScale, unit: str, need: float, within: Interval | None, *, above: bool
) -> str:
    levels, _ = knots(scale)
    start, stop = within or (float(levels[0]), float(levels[-1]))
    start = float(levels[0]) if np.isinf(start) else start
    stop = float(levels[-1]) if np.isinf(stop) else stop
    spans = list(_spans(scale, need, start, stop, above=above))
    return _is([_span(s, start, stop, unit) for s in spans])


def _spans(
    scale: NumberScale, need: float, start: float, stop: float, *, above: bool
) -> Iterator[Interval]:
    """Intervals of levels from `start` to `stop` whose value lies on the wanted side of `need`."""
    levels, _ = knots(scale)
    stops = [start, *(float(level) for level in levels if start < level < stop), stop]
    gaps = (value_at(scale, stops) - need) * (1.0 if above else -1.0)
    opened: float | None = start if gaps[0] > 0 else None
    for one, two, before, after in zip(stops, stops[1:], gaps, gaps[1:], strict=False):
        if before <= 0 < after:
            opened = one + (two - one) * float(before / (before - after))
        elif before > 0 >= after and opened is not None:
            yield opened, one + (two - one) * float(before / (before - after))
            opened = None
    if opened is not None:
        yield opened, stop


def _span(span: Interval, start: float, stop: float, unit: str) -> str:
    low, high = span
    if low <= start and high >= stop:
        return say(words.ANYTHING)
    if low <= start:
        return say(words.UNDER, level=quantity(_rounded(high, _down, start, stop), unit))
    if high >= stop:
        return say(words.OVER, level=quantity(_rounded(low, _up, start, stop), unit))
    edge = NOISE * (stop - start)
    least = _rounded(low, _up, low - edge, high)
    most = _rounded(high, _down, low, high + edge)
    return say(words.BETWEEN, low=quantity(least, ""), high=quantity(most, unit))


def _rounded(
    value: float, side: Callable[[float, float], float], start: float, stop: float
) -> float:
    """A bound with the fewest digits that keep it inside an interval, and so possible."""
    step = _step(stop - start)
    for _ in range(FINER):
        bound = side(value, step)
        if start < bound < stop:
            return bound
        step /= 10
    return value


def _step(width: float) -> float:
    """The last digit to show: a power of ten of at most a hundredth of the width."""
    return float(10.0 ** (np.floor(np.log10(width)) - 2))


# Rounded to the safe side: the bound must be enough to change who leads.
def _up(value: float, step: float) -> float:
    return float(number(np.ceil(value / step - NOISE) * step)) + 0.0


def _down(value: float, step: float) -> float:
    return float(number(np.floor(value / step + NOISE) * step)) + 0.0
