"""Scales that turn levels into values, from 0 for the worst foreseen level to 100 for the best."""

from typing import Annotated, Literal, NamedTuple

from pydantic import Field, StringConstraints

from evalkit.model.base import Lenient, Number, Positive, Record, Text, Value100

LevelName = Annotated[str, StringConstraints(min_length=1, max_length=64)]
Point = Annotated[tuple[Number, Value100], Lenient]


class Linear(Record):
    """Value rises in a straight line from `worst` to `best`; `worst` may be the larger number."""

    kind: Literal["linear"]
    """For numbers: a straight line."""
    worst: Number
    """The number that gives 0."""
    best: Number
    """The number that gives 100."""
    strict: bool = False
    """Whether a fact beyond the ends is an error, as for ratings from 1 to 5."""
    because: Text | None = None
    """The reason for the ends."""


class Points(Record):
    """Value runs in straight lines through `[level, value]` points, and is flat outside them."""

    kind: Literal["points"]
    """For numbers: straight lines through points."""
    points: Annotated[tuple[Point, ...], Lenient, Field(min_length=2, max_length=100)]
    """The points, each as [level, value from 0 to 100], by rising level.
    Examples: [[1, 0], [25, 60], [100, 100]]
    """
    strict: bool = False
    """Whether a fact beyond the first or the last point is an error."""
    because: Text | None = None
    """The reason for the ends."""


class Levels(Record):
    """Each named level has its value; a list of levels counts as its best."""

    kind: Literal["levels"]
    """For words: a value for each level."""
    levels: Annotated[dict[LevelName, Value100], Field(min_length=2, max_length=100)]
    """The value of each level, from 0 to 100.
    Examples: {"rest": 100, "none": 0}
    """
    because: Text | None = None
    """The reason for the ends."""


class Checklist(Record):
    """Value is the weighted share of the listed items that are present."""

    kind: Literal["checklist"]
    """For words: a checklist of items."""
    items: Annotated[dict[LevelName, Positive], Field(min_length=1, max_length=100)]
    """The worth of each item, relative to the others.
    Examples: {"refunds": 2, "webhooks": 1}
    """
    because: Text | None = None
    """The reason for these items."""


class Target(Record):
    """Best at a value, falling in straight lines to 0 at either side."""

    kind: Literal["target"]
    """For numbers: the nearer to a target, the better."""
    worst_below: Number
    """The number below `best` that gives 0."""
    best: Number
    """The number that gives 100."""
    worst_above: Number
    """The number above `best` that gives 0."""
    strict: bool = False
    """Whether a fact beyond the ends is an error."""
    because: Text | None = None
    """The reason for the ends."""


Scale = Annotated[Linear | Points | Levels | Checklist | Target, Field(discriminator="kind")]
NumberScale = Linear | Points | Target
NAMED = (Levels, Checklist)
"""Kinds whose facts are words; the others take numbers."""


def names_of(scale: Levels | Checklist) -> tuple[str, ...]:
    """The words that a fact on this scale may use."""
    return tuple(scale.levels if isinstance(scale, Levels) else scale.items)


class End(NamedTuple):
    """An end of a numeric scale."""

    level: float
    """The number at the end."""
    is_worst: bool
    """Whether numbers beyond it are worse than any that were foreseen."""


def end_before(scale: NumberScale, number: float) -> End | None:
    """The end of a scale beyond which a number lies; None if it lies within."""
    (low, value_low), (high, value_high) = _ends(scale)
    if number < low:
        return End(low, value_low == 0 or value_low < value_high)
    if number > high:
        return End(high, value_high == 0 or value_high < value_low)
    return None


def _ends(scale: NumberScale) -> tuple[Point, Point]:
    if isinstance(scale, Linear):
        worst, best = (scale.worst, 0.0), (scale.best, 100.0)
        return (worst, best) if scale.worst < scale.best else (best, worst)
    if isinstance(scale, Target):
        return (scale.worst_below, 0.0), (scale.worst_above, 0.0)
    return scale.points[0], scale.points[-1]
