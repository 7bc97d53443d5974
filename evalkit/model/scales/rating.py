"""Ratings: scales of numbers, each with a text, that many measures share."""

import re
from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, ConfigDict, Field, PrivateAttr, WithJsonSchema
from pydantic_core import PydanticCustomError

from evalkit.model.base import MeasureId, Number, Record, Text

GRADE_PATTERN = r"^-?[0-9]{1,9}(\.[0-9]{1,6})?$"
_GRADE = re.compile(GRADE_PATTERN)


def _grade(given: Any) -> Any:
    if not isinstance(given, str) or not _GRADE.fullmatch(given):
        raise PydanticCustomError("grade", "a level of a rating is a number")
    return given


Grade = Annotated[
    str,
    BeforeValidator(_grade),
    WithJsonSchema({"type": "string", "pattern": GRADE_PATTERN}),
]
Grades = Annotated[dict[Grade, Text], Field(min_length=2, max_length=100)]
"""The levels of a rating, each with what it means."""


class Rating(Record):
    """For numbers: a rating that the file defines once, under `ratings`."""

    # In a file the keys are `worst` and `best`, which a rating knows by itself.
    model_config = ConfigDict(populate_by_name=False)

    kind: Literal["rating"]
    """For numbers: a rating that is defined under `ratings`."""
    of: MeasureId
    """The name of the rating, under `ratings`.
    Examples: "fit"
    """
    given_worst: Annotated[Number | None, Field(default=None, alias="worst")]
    """The level that gives 0: the lowest, unless the highest is named here."""
    given_best: Annotated[Number | None, Field(default=None, alias="best")]
    """The level that gives 100: the highest, unless the lowest is named here."""
    between: bool = False
    """Whether a fact may lie between two levels, as an average of several people's ratings."""
    because: Text | None = None
    """The reason for these levels."""
    _texts: dict[float, str] = PrivateAttr(default_factory=dict)

    def define(self, grades: Mapping[str, str]) -> None:
        """Take the levels over from the rating that it names."""
        self._texts = {float(grade): text for grade, text in sorted(grades.items(), key=_number)}

    @property
    def strict(self) -> bool:
        """Whether a fact beyond the ends is an error."""
        return True

    @property
    def texts(self) -> Mapping[float, str]:
        """What each level means, by rising level; empty if there is no such rating."""
        return self._texts

    @property
    def worst(self) -> float:
        """The level that gives 0."""
        return max(self._texts) if self._is_turned else min(self._texts)

    @property
    def best(self) -> float:
        """The level that gives 100."""
        return min(self._texts) if self._is_turned else max(self._texts)

    def is_within(self, number: float) -> bool:
        """Whether a number lies between the lowest and the highest level, or on one of them."""
        return min(self._texts) <= number <= max(self._texts)

    @property
    def _is_turned(self) -> bool:
        return self.given_best == min(self._texts) or self.given_worst == max(self._texts)


def _number(entry: tuple[str, str]) -> float:
    return float(entry[0])
