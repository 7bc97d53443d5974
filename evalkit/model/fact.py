"""Facts about vendors, with their sources."""

import datetime
from typing import Annotated, Any, ClassVar, Literal

from pydantic import (
    ConfigDict,
    Field,
    GetJsonSchemaHandler,
    WithJsonSchema,
    model_validator,
)
from pydantic_core import CoreSchema

from evalkit.diagnostics.record import Route
from evalkit.model.base import Id, Lenient, Number, Region, Text
from evalkit.model.forms import (
    HIGH_SCHEMA,
    NOT_OPEN_SCHEMA,
    Alone,
    Condition,
    Formed,
    OneOf,
    SomeOf,
    Together,
    unfolded,
)
from evalkit.model.scales.stated import VALUE_SCHEMA, AtLeast, Stated, Until, level_name
from evalkit.model.source import FilePlace, Kind, Look, Sourced, is_past

UNKNOWN = "unknown"
"""The word for a value that is not known."""

RANGE = "low high likely?"
HALF_A_RANGE = "a range needs both `low` and `high`"
_READING = "needs exactly one of: `value`, `low` with `high`, `at_least`"
_FACT = f"{_READING}, `unknown`, `not_applicable`, `by`"
_NOWHERE = "an entry of `by` names a `region`, an `edition` or a `platform`"
_BY = "beside `by` stand only `conflicts` and `note`: each of its entries has its own source"


class Reading(Formed, Sourced):
    """What one source states: a value, a range, or what is certain at the least."""

    # In a file the key is `kind`, which means something else in a charge.
    model_config = ConfigDict(populate_by_name=False)
    go_together: ClassVar[tuple[Condition, ...]] = (
        OneOf("value", RANGE, "at_least", words=_READING, part=HALF_A_RANGE),
    )

    value: Annotated[Stated, Field(default=None)]
    """A number in the measure's unit, or `unlimited`; a level, true or false, a list of levels or
    items; or `unknown`.
    Examples: 100, "unlimited", true, "rest", ["rest", "graphql"], "unknown"
    """
    low: Number | None = None
    """The lowest value in the source; goes with `high`."""
    likely: Number | None = None
    """The most likely value of a range; its middle if omitted."""
    high: Annotated[
        Number | None, WithJsonSchema({"anyOf": [*HIGH_SCHEMA["anyOf"], {"type": "null"}]})
    ] = None
    """The highest value in the source, or `unlimited` where it has no end; goes with `low`."""
    at_least: AtLeast = None
    """The lowest number, as in "from 620", where the source has no highest; or levels or items that
    are certain, where others may be there too. In `value`, a list is complete.
    Examples: 620, ["capture", "refund"]
    """
    unit: Text | None = None
    """The measure's unit; write it if a reader might be unsure."""
    region: Region | None = None
    """The region in which it holds: a country in two letters, `EU`, `EEA` or `world`.
    Examples: "EEA"
    """
    edition: Id | None = None
    """The edition of the product to which it belongs; a plan chooses one.
    Examples: "enterprise"
    """
    until: Until = None
    """The last day on which it holds, or that of each item of a checklist; later it is stale,
    however lately it was checked, and such an item is open.
    Examples: "2027-03-01", {"iso-27001": "2027-03-01"}
    """
    platform: Id | None = None
    """The platform of the plug-in that it is about; that of the file's plug-ins if omitted.
    Examples: "adobe-commerce"
    """
    source_kind: Annotated[Kind | None, Lenient, Field(default=None, alias="kind")]
    """How good the source is."""
    found_in: FilePlace | None = None
    """The document from which it was taken, and where it stands there."""

    @property
    def is_range(self) -> bool:
        """Whether it is a range from `low` to `high`."""
        return self.low is not None

    @property
    def is_open_ended(self) -> bool:
        """Whether more than it states is possible."""
        return self.at_least is not None

    @property
    def is_unknown(self) -> bool:
        """Whether it states no value."""
        return self.value == UNKNOWN

    @property
    def least(self) -> float | None:
        """The number that it is at least, or more; None if it states no such number."""
        return self.at_least if isinstance(self.at_least, float) else None

    @property
    def names(self) -> tuple[str, ...]:
        """The levels or items that it names."""
        if self.value is None:
            return self.at_least if isinstance(self.at_least, tuple) else ()
        return self.value if isinstance(self.value, tuple) else (level_name(self.value),)

    @property
    def ends(self) -> datetime.date | None:
        """The last day on which all of it holds."""
        return None if isinstance(self.until, dict) else self.until

    def ended(self, day: datetime.date) -> dict[str, datetime.date]:
        """The items of a checklist that no longer hold on a day, with the last day of each."""
        days = self.until if isinstance(self.until, dict) else {}
        return {name: days[name] for name in self.names if is_past(days.get(name), day)}

    @property
    def claim(self) -> object:
        """What it says, without its source; a list says the same in any order."""
        return frozenset(self.names), self.low, self.likely, self.high, self.least

    @property
    def is_evidence(self) -> bool:
        """Whether it may score: known, and not made up by a text generator."""
        return not self.is_unknown and not self.is_generated

    @model_validator(mode="before")
    @classmethod
    def _plain(cls, given: Any) -> Any:
        return unfolded(given) if isinstance(given, dict) else given

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core_schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        mapping = handler.resolve_ref_schema(handler(core_schema))
        mapping["not"] = NOT_OPEN_SCHEMA
        return mapping


class Variant(Reading):
    """What one source states for one region, edition or platform, or several of these together."""

    go_together: ClassVar[tuple[Condition, ...]] = (
        *Reading.go_together,
        SomeOf("region", "edition", "platform", words=_NOWHERE),
    )


class Fact(Reading):
    """A vendor's value on one measure, with any conflicting sources."""

    go_together: ClassVar[tuple[Condition, ...]] = (
        OneOf(
            "value", RANGE, "at_least", "unknown", "not_applicable", "by",
            words=_FACT, part=HALF_A_RANGE,
        ),
        Alone("by", "conflicts", "note", words=_BY),
        Together("unknown looked?", "`looked` goes with `unknown: true`"),
    )  # fmt: skip

    unknown: Literal[True] | None = None
    """Whether nothing was found; `looked` says where.
    Examples: true
    """
    looked: Annotated[tuple[Look, ...], Lenient, Field(min_length=1, max_length=50)] | None = None
    """Where and when it was looked for, and not found; goes with `unknown`.
    Examples: [{"source": "https://www.examplepay.test/sla", "checked": "2026-05-02"}]
    """

    not_applicable: Text | None = None
    """The reason that the measure does not apply; it is then ignored for this vendor only.
    Examples: "It sells no such thing."
    """
    by: Annotated[tuple[Variant, ...], Lenient, Field(min_length=1, max_length=50)] | None = None
    """What it is in each region or edition where it differs; the nearest to the plan's counts.
    Examples: [{"value": 50, "region": "EEA"}, {"value": 100, "region": "US"}]
    """
    conflicts: Annotated[tuple[Reading, ...], Lenient, Field(max_length=50)] = ()
    """What other sources state instead; it widens the range."""

    @property
    def readings(self) -> tuple[Reading, ...]:
        """Every reading that may score, the main one first."""
        return tuple(reading for reading in self.all_stated if reading.is_evidence)

    @property
    def all_stated(self) -> tuple[Reading, ...]:
        """What it states itself, or in each entry of `by`, and what other sources state."""
        return (*(self.by or (self,)), *self.conflicts)

    @property
    def stated(self) -> tuple[tuple[Route, Reading], ...]:
        """What it states itself, or in each entry of `by`, with the route to it."""
        if self.by is None:
            return (((), self),)
        return tuple((("by", number), each) for number, each in enumerate(self.by))

    @property
    def depends(self) -> bool:
        """Whether it depends on the region, the edition or the platform."""
        return any(each.region or each.edition or each.platform for each in self.all_stated)

    @property
    def is_unknown(self) -> bool:
        """Whether it states no value."""
        return self.value == UNKNOWN or self.unknown is True

    @property
    def looks(self) -> tuple[Sourced, ...]:
        """The places where an unknown fact was looked for; generated text is not one."""
        places = self.looked or ((self,) if self.is_unknown and self.source else ())
        return tuple(place for place in places if not place.is_generated)

    @model_validator(mode="before")
    @classmethod
    def _plain(cls, given: Any) -> Any:
        return unfolded(given) if isinstance(given, dict) else {"value": given}

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core_schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        mapping = super().__get_pydantic_json_schema__(core_schema, handler)
        return {"title": "Fact", "anyOf": [VALUE_SCHEMA, mapping]}
