"""How good a level is: from 0, the worst that was thought of in advance, to 100, the best."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from evalkit.model.base import Lenient, Number, Record, Text, Value100

LevelName = Annotated[str, StringConstraints(min_length=1, max_length=64)]
Point = Annotated[tuple[Number, Value100], Lenient]
Worth = Annotated[float, Field(gt=0, allow_inf_nan=False)]


class Linear(Record):
    """Value rises in a straight line from `worst` to `best`; `worst` may be the larger number."""

    kind: Literal["linear"]
    worst: Number
    best: Number
    because: Text | None = None
    """Why the ends are where they are."""


class Points(Record):
    """Value runs in straight lines through `[level, value]` points, and is flat outside them."""

    kind: Literal["points"]
    points: Annotated[tuple[Point, ...], Lenient, Field(min_length=2)]
    because: Text | None = None
    """Why the ends are where they are."""


class Levels(Record):
    """Each named level has its value; a list of levels counts as its best."""

    kind: Literal["levels"]
    levels: Annotated[dict[LevelName, Value100], Field(min_length=2)]
    because: Text | None = None
    """Why the ends are where they are."""


class Checklist(Record):
    """Value is the share of the listed items that are there, each with its worth."""

    kind: Literal["checklist"]
    items: Annotated[dict[LevelName, Worth], Field(min_length=1)]
    because: Text | None = None
    """Why these items."""


class Target(Record):
    """Best at a value, falling in straight lines to 0 at either side."""

    kind: Literal["target"]
    worst_below: Number
    best: Number
    worst_above: Number
    because: Text | None = None
    """Why the ends are where they are."""


Scale = Annotated[Linear | Points | Levels | Checklist | Target, Field(discriminator="kind")]
NAMED = (Levels, Checklist)
"""Kinds whose facts are words; the others take numbers."""


def names_of(scale: Levels | Checklist) -> tuple[str, ...]:
    """The words that a fact on this scale may use."""
    return tuple(scale.levels if isinstance(scale, Levels) else scale.items)
