"""Hold the totals of a table against the result, on the table's own scale."""

import math
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from evalkit.evidence.importing.matrix import Line, Matrix
from evalkit.evidence.importing.values import Values
from evalkit.tables.cells import Cell
from evalkit.tables.mapping import Mapped, TableMapping, ends_of
from evalkit.tables.numbers import number
from evalkit.wording.numbers import fixed
from evalkit.wording.numbers import number as printed

_NOISE = 1e-9


@dataclass(frozen=True, slots=True)
class Rated:
    """What is needed of a measure to add up totals."""

    weight: float
    worst: float
    best: float

    def share(self, rating: float) -> float:
        """Its weight, as far as a rating is on the way from worst to best."""
        return self.weight * (rating - self.worst) / (self.best - self.worst)


@dataclass(frozen=True, slots=True)
class Way:
    """A way to make a total of ratings, and of the points of an evaluation."""

    words: str
    of: Callable[[Mapping[str, float], Mapping[str, Rated]], float]
    """The total of a vendor's ratings."""

    def from_points(self, points: float, rated: Mapping[str, Rated]) -> float:
        """The total that corresponds to points of 100, where every rating has the same share."""
        share = points / 100
        return self.of({h: s.worst + share * (s.best - s.worst) for h, s in rated.items()}, rated)

    def ends(self, rated: Mapping[str, Rated]) -> tuple[float, float]:
        """The total of a vendor that is worst at everything, and of one that is best."""
        return self.from_points(0, rated), self.from_points(100, rated)


def _weighted(ratings: Mapping[str, float], rated: Mapping[str, Rated]) -> float:
    return sum(rated[head].weight * rating for head, rating in ratings.items())


def _largest(rated: Mapping[str, Rated]) -> float:
    """The weighted sum of the best ratings; 0 where the best rating is 0."""
    return _weighted({head: each.best for head, each in rated.items()}, rated)


def _whole(rated: Mapping[str, Rated]) -> float:
    return sum(each.weight for each in rated.values())


def _above_worst(ratings: Mapping[str, float], rated: Mapping[str, Rated]) -> float:
    return sum(rated[head].share(rating) for head, rating in ratings.items())


WAYS = (
    Way("weights times how far ratings are from worst to best, out of 100",
        lambda r, s: 100 * _above_worst(r, s) / _whole(s)),
    Way("weights times ratings", _weighted),
    Way("weights times ratings, divided by the sum of weights",
        lambda r, s: _weighted(r, s) / _whole(s)),
    Way("weights times ratings, in percent of the largest possible sum",
        lambda r, s: 100 * _weighted(r, s) / (_largest(s) or math.nan)),
    Way("ratings", lambda r, _: sum(r.values())),
)  # fmt: skip
"""How spreadsheets add up, the way that evalkit does it first."""


@dataclass(frozen=True, slots=True)
class Compared:
    """A vendor's total in the table, and what evalkit says."""

    name: str
    total: Cell
    given: float
    points: float | None
    """The vendor's points out of 100."""
    on_its_scale: float | None
    """These points on the table's own scale; None if nobody can tell how it adds up."""
    why: str
    """The reason for a difference; empty if there is none."""


def compared(
    found: Matrix,
    made: Values,
    mapping: TableMapping,
    locale: str,
    points: Mapping[str, float | None],
) -> tuple[Way | None, list[Compared], tuple[float, float] | None]:
    """How a table adds up, every vendor whose total it gives, and the ends of its totals."""
    rated = _rated(found, made, mapping)
    ratings = {line.name.text: _ratings(made, line, found) for line in found.lines}
    totals = dict(_totals(found, mapping, locale))
    way = _way(totals, ratings, rated) if rated is not None else None
    rows = [
        _row(line, totals[line.name.text], points.get(line.name.text), way, rated or {},
             ratings[line.name.text], made.facts[line.name.text])
        for line in found.lines
        if line.name.text in totals
    ]  # fmt: skip
    return way, rows, way.ends(rated) if way and rated else None


def _rated(found: Matrix, made: Values, mapping: TableMapping) -> dict[str, Rated] | None:
    """The measures of a table of ratings; None if some are words or figures."""
    rated = {}
    for head in found.heads:
        mapped = mapping.measures.get(head, Mapped())
        text = mapped.scale or mapping.scale
        if made.levels[head] or mapped.unit or text is None:
            return None
        rated[head] = Rated(made.weights[head], *ends_of(text))
    return rated


def _ratings(made: Values, line: Line, found: Matrix) -> dict[str, float]:
    facts = made.facts[line.name.text]
    return {
        head: facts[head]["value"]
        for head in found.heads
        if isinstance(facts.get(head, {}).get("value"), float)
    }


def _totals(
    found: Matrix, mapping: TableMapping, locale: str
) -> Iterator[tuple[str, tuple[Cell, float]]]:
    """The total of each vendor; of a long table, the sum of its weighted values."""
    for line in found.lines:
        cell = line.cells.get(mapping.total or "")
        given = None if cell is None else number(cell, locale)
        if cell is not None and given is not None:
            yield line.name.text, (cell, given)
        elif line.weighted:
            numbers = {head: number(each, locale) for head, each in line.weighted.items()}
            given = sum(each for each in numbers.values() if each is not None)
            yield line.name.text, (next(iter(line.weighted.values())), given)


def _way(
    totals: Mapping[str, tuple[Cell, float]],
    ratings: Mapping[str, Mapping[str, float]],
    rated: Mapping[str, Rated],
) -> Way | None:
    """The way by which most totals follow from the ratings; None if none does for any."""
    hits = [
        sum(_agrees(totals[name][1], way.of(ratings[name], rated)) for name in totals)
        for way in WAYS
    ]
    return WAYS[hits.index(max(hits))] if max(hits) else None


def _agrees(given: float, made: float) -> bool:
    """Whether a total is the number that it was rounded from."""
    step = 10.0 ** -_decimals(given)
    return abs(given - made) <= step / 2 + _NOISE * max(1, abs(made))


def _decimals(value: float) -> int:
    text = printed(value)
    return len(text) - text.index(".") - 1 if "." in text else 0


def _row(
    line: Line,
    total: tuple[Cell, float],
    points: float | None,
    way: Way | None,
    rated: Mapping[str, Rated],
    ratings: Mapping[str, float],
    facts: Mapping[str, Mapping[str, Any]],
) -> Compared:
    cell, given = total
    own = way.from_points(points, rated) if way and points is not None else None
    why = ""
    if own is None or not _agrees(given, own):
        why = "; ".join(_reasons(given, way, rated, ratings, facts))
    return Compared(line.name.text, cell, given, points, own, why)


def _reasons(
    given: float,
    way: Way | None,
    rated: Mapping[str, Rated],
    ratings: Mapping[str, float],
    facts: Mapping[str, Mapping[str, Any]],
) -> Iterable[str]:
    if way is None:
        yield "nothing tells how your sheet adds up"
        return
    made = way.of(ratings, rated)
    open_heads = [head for head in rated if head not in ratings]
    spread = [head for head in open_heads if "not_applicable" in facts.get(head, {})]
    if spread:
        yield (
            f"{', '.join(spread)} does not apply: your sheet counts it as nothing, evalkit "
            "spreads its weight over the rest"
        )
    if left := [head for head in open_heads if head not in spread]:
        yield (
            f"{', '.join(left)} is open: your sheet counts it as nothing, evalkit anywhere from "
            "worst to best"
        )
    if not _agrees(given, made):
        yield f"the sheet's own ratings and weights make {fixed(made, 2)}"
    elif not open_heads:
        yield "your sheet weighs its ratings otherwise than by their scales"
