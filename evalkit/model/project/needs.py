"""What a client needs, and how the parts of a plan refer to it."""

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, WithJsonSchema

from evalkit.model.base import ID_PATTERN, Id, Lenient, Record, Text

Priority = Literal["must", "should"]

_ID_SCHEMA: dict[str, Any] = {"type": "string", "pattern": ID_PATTERN}


def _several(given: Any) -> Any:
    return (given,) if isinstance(given, str) else given


Serves = Annotated[
    tuple[Id, ...],
    Lenient,
    BeforeValidator(_several),
    Field(min_length=1, max_length=100),
    WithJsonSchema(
        {
            "anyOf": [
                _ID_SCHEMA,
                {"type": "array", "items": _ID_SCHEMA, "minItems": 1, "maxItems": 100},
            ]
        }
    ),
]
"""Ids of needs; one alone needs no list."""


class Need(Record):
    """Something that the client needs, in its own words."""

    id: Id
    """The name by which flows, gates, weights and questions refer to it.
    Examples: "refunds-same-day"
    """
    text: Text
    """The need, in a sentence.
    Examples: "A refund reaches the shopper the same day."
    """
    who: Text | None = None
    """Whose need it is: a stakeholder's id, or a name.
    Examples: "operations"
    """
    priority: Priority = "must"
    """`must`: the client cannot do without it. `should`: it is worth having."""
