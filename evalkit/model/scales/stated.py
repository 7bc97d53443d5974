"""Values that sources state, and the names of levels and items."""

import datetime
from typing import Annotated, Any

from pydantic import (
    BeforeValidator,
    ConfigDict,
    Field,
    PlainValidator,
    StringConstraints,
    TypeAdapter,
    WithJsonSchema,
)
from pydantic_core import PydanticCustomError

from evalkit.model.base import (
    DAY_SCHEMA,
    LARGEST,
    NUMBER_SCHEMA,
    SMALLEST,
    Day,
    Lenient,
    Number,
)

LevelName = Annotated[str, StringConstraints(min_length=1, max_length=64)]
Value = bool | float | str | tuple[str, ...]
"""A number, a level, true or false, or a list of levels or items."""
PERHAPS = "\0"
"""Stands before the name of an item that may be in a list or not; no file can hold it."""

VALUE_SCHEMA = {
    "anyOf": [
        NUMBER_SCHEMA,
        {"type": "boolean"},
        {"type": "string", "minLength": 1},
        {
            "type": "array",
            "items": {"type": ["string", "number", "boolean"], "minLength": 1},
            "minItems": 1,
        },
    ]
}

ON_USE = ConfigDict(defer_build=True)
"""For adapters: few files need one, and making each takes milliseconds."""
_NUMBER: TypeAdapter[float] = TypeAdapter(Number, config=ON_USE)


def _value(given: Any) -> Value:
    if isinstance(given, bool) or (isinstance(given, str) and given):
        return given
    if isinstance(given, (int, float)):
        # The adapter takes long, and is needed to say what is wrong with a number.
        is_fine = given == 0 or SMALLEST <= abs(given) <= LARGEST
        return float(given) if is_fine else _NUMBER.validate_python(given)
    if isinstance(given, (list, tuple)) and given:
        names = tuple(level_name(part) for part in given)
        if all(names):
            return names
    raise PydanticCustomError(
        "fact_value", "a value is a number, a word, true or false, or a list of words"
    )


def level_name(part: Any) -> str:
    """A value as the name of a level; empty if it cannot be one."""
    if isinstance(part, bool):
        return "true" if part else "false"
    if isinstance(part, float):
        return f"{part:.15g}"
    return str(part) if isinstance(part, (str, int)) else ""


def _names(given: Any) -> Any:
    if isinstance(given, list):
        return tuple(level_name(part) or part for part in given)
    return given


NAME_SCHEMA: dict[str, Any] = {
    "type": ["string", "number", "boolean"],
    "minLength": 1,
    "maxLength": 64,
}
Names = Annotated[
    tuple[LevelName, ...],
    Lenient,
    BeforeValidator(_names),
    Field(min_length=1),
    WithJsonSchema({"type": "array", "items": NAME_SCHEMA, "minItems": 1}),
]
"""Names of levels or items, of which `true` and 24 need no quotes."""

_NAMES: TypeAdapter[tuple[str, ...]] = TypeAdapter(Names, config=ON_USE)


def _at_least(given: Any) -> tuple[str, ...] | float | None:
    if given is None or isinstance(given, (list, tuple)):
        return given if given is None else _NAMES.validate_python(given)
    if isinstance(given, (int, float)) and not isinstance(given, bool):
        return _NUMBER.validate_python(given)
    raise PydanticCustomError("at_least", "a number, or a list of words")


_NOTHING: dict[str, Any] = {"type": "null"}
_AT_LEAST_SCHEMA: dict[str, Any] = {
    "anyOf": [NUMBER_SCHEMA, {"type": "array", "items": NAME_SCHEMA, "minItems": 1}, _NOTHING]
}

Stated = Annotated[Value | None, PlainValidator(_value), WithJsonSchema(VALUE_SCHEMA)]
"""What a source states, if it states a value."""
AtLeast = Annotated[
    tuple[str, ...] | float | None,
    PlainValidator(_at_least),
    WithJsonSchema(_AT_LEAST_SCHEMA),
]
"""What is certain at the least, if a source states that."""


_DAY: TypeAdapter[datetime.date] = TypeAdapter(Day, config=ON_USE)
_DAYS: TypeAdapter[dict[str, datetime.date]] = TypeAdapter(
    Annotated[dict[LevelName, Day], Field(min_length=1)], config=ON_USE
)


def _until(given: Any) -> datetime.date | dict[str, datetime.date] | None:
    if isinstance(given, dict):
        named = {level_name(name) or name: day for name, day in given.items()}
        return _DAYS.validate_python(named)
    return given if given is None else _DAY.validate_python(given)


Until = Annotated[
    datetime.date | dict[str, datetime.date] | None,
    PlainValidator(_until),
    WithJsonSchema(
        {
            "anyOf": [
                DAY_SCHEMA,
                {"type": "object", "additionalProperties": DAY_SCHEMA, "minProperties": 1},
                _NOTHING,
            ]
        }
    ),
]
"""The last day on which something holds, or that of each item of a checklist."""
