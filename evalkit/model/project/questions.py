"""Tests of facts: questions, which rule nobody out, and gates."""

from typing import Annotated, Any

from pydantic import BeforeValidator, WithJsonSchema

from evalkit.model.base import MeasureId, Number, Text
from evalkit.model.forms import Formed, OneOf
from evalkit.model.project.needs import Serves
from evalkit.model.scales.stated import NAME_SCHEMA, LevelName, Names, level_name

TESTS = ("any_of", "all_of", "none_of", "at_least", "at_most", "equals")


def _name(given: Any) -> Any:
    return level_name(given) or given


_EQUALS = {"anyOf": [NAME_SCHEMA, {"type": "null"}]}


class Question(Formed):
    """A test of a fact that tells whether a need is met, and rules nobody out."""

    go_together = (OneOf(*TESTS, words=f"a question makes exactly one test: {', '.join(TESTS)}"),)

    measure: MeasureId
    """The measure whose facts are tested.
    Examples: "rate_limit"
    """
    any_of: Names | None = None
    """At least one of these levels must be in the fact.
    Examples: ["rest", "graphql"]
    """
    all_of: Names | None = None
    """All of these levels must be in the fact."""
    none_of: Names | None = None
    """None of these levels may be in the fact."""
    at_least: Number | None = None
    """The fact must be at least this number, in the measure's unit.
    Examples: 10
    """
    at_most: Number | None = None
    """The fact must be at most this number, in the measure's unit."""
    equals: Annotated[LevelName | None, BeforeValidator(_name), WithJsonSchema(_EQUALS)] = None
    """The fact must be this level."""
    because: Text | None = None
    """The reason for asking it."""
    serves: Serves
    """The needs that depend on the answer, by id.
    Examples: ["refunds-same-day"]
    """

    @property
    def test(self) -> str:
        """The name of the test that it makes."""
        return next(name for name in TESTS if getattr(self, name) is not None)

    @property
    def names(self) -> tuple[str, ...]:
        """The level names in the test; none for a number."""
        if self.equals is not None:
            return (self.equals,)
        return self.any_of or self.all_of or self.none_of or ()

    @property
    def bound(self) -> float | None:
        """The number in the test."""
        return self.at_least if self.at_least is not None else self.at_most


class Gate(Question):
    """A requirement that must be met before any points are counted."""

    go_together = (OneOf(*TESTS, words=f"a gate makes exactly one test: {', '.join(TESTS)}"),)

    because: Text
    """The reason that this client cannot do without it."""
    serves: Serves = ()
    """The needs that it serves, by id.
    Examples: ["refunds-same-day"]
    """
