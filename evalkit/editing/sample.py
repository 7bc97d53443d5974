"""A made-up fact on a measure, for a new workspace."""

import datetime

from evalkit.model.scale import Checklist, Levels, Linear, Measure, NumberScale, Points, Target
from evalkit.model.scales.rating import Rating

_WORDS = {"true": True, "false": False}
_MONTH = 30


def sample(measure: Measure, good: float, day: datetime.date) -> object:
    """A value of a fact that is about as good as a share of the way from worst to best."""
    scale = measure.scale
    if isinstance(scale, Levels):
        name = min(scale.levels, key=lambda each: abs(scale.levels[each] - 100 * good))
        return _WORDS.get(name, name)
    if isinstance(scale, Checklist):
        names = tuple(scale.items)
        return list(names[: max(1, round(good * len(names)))])
    number = _number(scale, good)
    if measure.age:
        return day - datetime.timedelta(days=number * (_MONTH if measure.age == "months" else 1))
    return number


def _number(scale: NumberScale, good: float) -> float:
    if isinstance(scale, Points):
        return min(scale.points, key=lambda point: abs(point[1] - 100 * good))[0]
    if isinstance(scale, Target):
        return _rounded(scale.worst_below, scale.best, good)
    if isinstance(scale, Rating):
        wanted = scale.worst + good * (scale.best - scale.worst)
        return min(scale.texts, key=lambda level: abs(level - wanted))
    return _rounded(scale.worst, scale.best, good) if isinstance(scale, Linear) else 0.0


def _rounded(worst: float, best: float, good: float) -> float:
    """A number on the way from worst to best: a whole one if both ends are."""
    number = worst + good * (best - worst)
    whole = worst.is_integer() and best.is_integer()
    return float(round(number)) if whole else float(f"{number:.3g}")
