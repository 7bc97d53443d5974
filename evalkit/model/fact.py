"""Facts about vendors, with their sources."""

from typing import Annotated, Any

from pydantic import (
    BeforeValidator,
    ConfigDict,
    Field,
    GetJsonSchemaHandler,
    TypeAdapter,
    WithJsonSchema,
    model_validator,
)
from pydantic_core import CoreSchema, PydanticCustomError

from evalkit.model.base import NUMBER_SCHEMA, Lenient, Number, Text
from evalkit.model.forms import Formed, OneOf
from evalkit.model.source import Kind, Sourced

UNKNOWN = "unknown"
"""The word for a value that was looked for and not found."""

Value = bool | float | str | tuple[str, ...]

_VALUE_SCHEMA = {
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

_NUMBER: TypeAdapter[float] = TypeAdapter(Number)


def _value(given: Any) -> Value:
    if isinstance(given, bool) or (isinstance(given, str) and given):
        return given
    if isinstance(given, (int, float)):
        return _NUMBER.validate_python(given)
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


RANGE = "low high likely?"
HALF_A_RANGE = "a range needs both `low` and `high`"
_ONE_FORM = "needs exactly one of: `value`, `low` with `high`, `not_applicable`"


class Reading(Formed, Sourced):
    """What one source states: a value, or a range from `low` to `high`."""

    # In a file the key is `kind`, which means something else in a charge.
    model_config = ConfigDict(populate_by_name=False)
    go_together = (OneOf("value", RANGE, words=_ONE_FORM, part=HALF_A_RANGE),)

    value: Annotated[
        Value | None, BeforeValidator(_value), WithJsonSchema(_VALUE_SCHEMA), Field(default=None)
    ]
    """A number in the measure's unit, a level, true or false, a list of levels or items; or
    `unknown`.
    Examples: 100, true, "rest", ["rest", "graphql"], "unknown"
    """
    low: Number | None = None
    """The lowest value in the source; goes with `high`."""
    likely: Number | None = None
    """The most likely value of a range; its middle if omitted."""
    high: Number | None = None
    """The highest value in the source; goes with `low`."""
    unit: Text | None = None
    """The measure's unit; write it if a reader might be unsure."""
    source_kind: Annotated[Kind | None, Lenient, Field(default=None, alias="kind")]
    """How good the source is."""

    @property
    def is_range(self) -> bool:
        """Whether it is a range from `low` to `high`."""
        return self.low is not None

    @property
    def is_unknown(self) -> bool:
        """Whether it was looked for and not found."""
        return self.value == UNKNOWN

    @property
    def is_evidence(self) -> bool:
        """Whether it may score: known, and not made up by a text generator."""
        return not self.is_unknown and not self.is_generated


class Fact(Reading):
    """A vendor's value on one measure, with any conflicting sources."""

    go_together = (OneOf("value", RANGE, "not_applicable", words=_ONE_FORM, part=HALF_A_RANGE),)

    not_applicable: Text | None = None
    """The reason that the measure does not apply; it is then ignored for this vendor only.
    Examples: "It sells no such thing."
    """
    conflicts: Annotated[tuple[Reading, ...], Lenient, Field(max_length=50)] = ()
    """What other sources state instead; it widens the range."""

    @property
    def readings(self) -> tuple[Reading, ...]:
        """Every reading that may score, the main one first."""
        return tuple(reading for reading in (self, *self.conflicts) if reading.is_evidence)

    @property
    def is_known(self) -> bool:
        """Whether it states a value."""
        return not self.is_unknown

    @model_validator(mode="before")
    @classmethod
    def _bare_value(cls, given: Any) -> Any:
        return given if isinstance(given, dict) else {"value": given}

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core_schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        mapping = handler.resolve_ref_schema(handler(core_schema))
        return {"title": "Fact", "anyOf": [_VALUE_SCHEMA, mapping]}
