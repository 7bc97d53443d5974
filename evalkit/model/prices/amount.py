"""Amounts: a number, a range, or unknown."""

from typing import Any, ClassVar

from pydantic import GetJsonSchemaHandler, model_validator
from pydantic_core import CoreSchema, PydanticCustomError

from evalkit.model.base import NUMBER_SCHEMA, Number
from evalkit.model.fact import HALF_A_RANGE, RANGE, UNKNOWN
from evalkit.model.forms import (
    HIGH_SCHEMA,
    NOT_OPEN_SCHEMA,
    Condition,
    Formed,
    Never,
    OneOf,
    unfolded,
)


class Amount(Formed):
    """A number, a range from `low` to `high`, one without an upper end, or the word `unknown`."""

    may_be_unknown: ClassVar[bool] = True
    go_together: ClassVar[tuple[Condition, ...]] = (
        OneOf(
            "value", RANGE, "at_least",
            words="is either `value`, or `low` with `high`, or `at_least`",
            part=HALF_A_RANGE, or_none=True,
        ),
    )  # fmt: skip

    value: Number | None = None
    """The number itself, without a unit, currency symbol or thousands separators."""
    low: Number | None = None
    """The lowest possible number; goes with `high`."""
    likely: Number | None = None
    """The most likely number of a range; its middle if omitted."""
    high: Number | None = None
    """The highest possible number, or `unlimited` where it has no end; goes with `low`."""
    at_least: Number | None = None
    """The lowest possible number where the highest is not stated, as in "from 620"."""

    @property
    def is_unknown(self) -> bool:
        """Whether it was looked for and not found, such as a price on request."""
        return self.value is None and self.low is None and self.at_least is None

    @property
    def is_open_ended(self) -> bool:
        """Whether it may be any higher than stated; it then counts with its lowest number."""
        return self.at_least is not None

    @property
    def numbers(self) -> tuple[float, ...]:
        """The numbers in the file, from low to high; none for an unknown."""
        given = (self.value, self.low, self.likely, self.high, self.at_least)
        return tuple(number for number in given if number is not None)

    @model_validator(mode="before")
    @classmethod
    def _bare(cls, given: Any) -> Any:
        if given == UNKNOWN and cls.may_be_unknown:
            return {}
        if isinstance(given, dict):
            return cls._unfolded(given)
        if isinstance(given, cls):
            return given
        if isinstance(given, (int, float)) and not isinstance(given, bool):
            return {"value": given}
        words = "a number or a range" + (", or `unknown`" if cls.may_be_unknown else "")
        raise PydanticCustomError("amount", "{words}", {"words": words})

    @classmethod
    def _unfolded(cls, given: dict[str, Any]) -> dict[str, Any]:
        if given.get("value") == UNKNOWN and cls.may_be_unknown:
            if _ENDS & given.keys():
                raise PydanticCustomError("form", "is either `unknown`, or a number or a range")
            return {key: value for key, value in given.items() if key != "value"}
        if cls.may_be_unknown:
            given = unfolded(given)
        nothing = [key for key in ("value", *_ENDS) if given.get(key, 0) is None]
        if nothing or not ({"value"} | _ENDS) & given.keys():
            raise PydanticCustomError("form", "needs `value`, or `low` with `high`")
        return given

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core_schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        mapping = handler.resolve_ref_schema(handler(core_schema))
        bare = [NUMBER_SCHEMA, {"const": UNKNOWN}] if cls.may_be_unknown else [NUMBER_SCHEMA]
        # An empty number would look like an omitted one.
        mapping["properties"] |= dict.fromkeys(("low", "likely", "high"), NUMBER_SCHEMA)
        if cls.may_be_unknown:
            mapping["properties"] |= {"high": HIGH_SCHEMA, "at_least": NUMBER_SCHEMA}
            mapping["not"] = NOT_OPEN_SCHEMA
        mapping["properties"]["value"] = {"anyOf": bare} if cls.may_be_unknown else NUMBER_SCHEMA
        return {"anyOf": [*bare, mapping]}


_ENDS = {"low", "likely", "high", "share", "at_least"}
"""Keys that can replace `value`; a volume may be a share of another."""


class KnownAmount(Amount):
    """A number, or a range from `low` to `high`."""

    may_be_unknown: ClassVar[bool] = False
    go_together = (*Amount.go_together, Never("at_least", "needs an upper end"))
