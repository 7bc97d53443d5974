"""The swings that an interview is about, each from worst to best in words."""

from collections.abc import Iterator
from dataclasses import dataclass

from evalkit.model.criteria import Criteria, Criterion, in_words
from evalkit.model.scale import Checklist, Levels, Linear, Measure, Points, Scale
from evalkit.model.scales.rating import Rating
from evalkit.wording.numbers import number
from evalkit.wording.words import listed, quantity

SHOWN = 3
"""How many measures of a criterion are listed, the heaviest first."""
_WORDS = {"true": "yes", "false": "no"}


@dataclass(frozen=True, slots=True)
class Swing:
    """A criterion or measure to weigh."""

    id: str
    title: str
    means: str
    """The swing from worst to best, in words."""


def swings(criteria: Criteria, under: str | None) -> tuple[Swing, ...]:
    """The criteria or measures directly below a criterion; those at the top for None."""
    above = criteria.nodes[under] if under is not None else None
    inner = criteria.criteria if above is None else above.criteria or above.measures or {}
    return tuple(
        Swing(name, criteria.title_of(name), _criterion(part))
        if isinstance(part, Criterion)
        else Swing(name, criteria.title_of(name), from_worst_to_best(part))
        for name, part in inner.items()
    )


def _criterion(criterion: Criterion) -> str:
    measures = sorted(_measures(criterion, 1.0), key=lambda each: -each[0])
    shown = [
        f"{measure.title or in_words(name)} {from_worst_to_best(measure)}"
        for _, name, measure in measures[:SHOWN]
    ]
    more = len(measures) - len(shown)
    return "; ".join(shown) + (f"; and {more} more" if more else "")


def _measures(criterion: Criterion, share: float) -> Iterator[tuple[float, str, Measure]]:
    """Every measure below a criterion, with its share of the criterion's weight."""
    inner = criterion.criteria or criterion.measures or {}
    total = sum(part.weight for part in inner.values())
    for name, part in inner.items():
        here = share * part.weight / total
        if isinstance(part, Criterion):
            yield from _measures(part, here)
        else:
            yield here, name, part


def from_worst_to_best(measure: Measure) -> str:
    """The ends of a measure's scale as a phrase: `from 48 to 1 hours`."""
    worst, best = _ends(measure.scale, measure.unit or "")
    return f"from {worst} to {best}"


def _ends(scale: Scale, unit: str) -> tuple[str, str]:
    if isinstance(scale, Linear):
        return number(scale.worst), quantity(scale.best, unit)
    if isinstance(scale, Rating):
        worst, best = scale.worst, scale.best
        return f"{number(worst)} ({scale.texts[worst]})", f"{number(best)} ({scale.texts[best]})"
    if isinstance(scale, Points):
        by_value = sorted(scale.points, key=lambda point: point[1])
        return number(by_value[0][0]), quantity(by_value[-1][0], unit)
    if isinstance(scale, Levels):
        values = scale.levels.values()
        return _names(scale, min(values)), _names(scale, max(values))
    if isinstance(scale, Checklist):
        return "nothing", f"all of {listed(list(scale.items))}"
    either = f"{number(scale.worst_below)} or {number(scale.worst_above)}"
    return either, quantity(scale.best, unit)


def _names(scale: Levels, value: float) -> str:
    names = [_WORDS.get(name, name) for name, worth in scale.levels.items() if worth == value]
    return listed(names, "or")
