"""What must pass between the shop and the vendor."""

from typing import Annotated, Literal, Self

from pydantic import BeforeValidator, Field, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError

from evalkit.model.base import Id, InReach, Lenient, MeasureId, Record, Text
from evalkit.model.integration import Timing
from evalkit.model.platform import InterfaceKind, VersionText

RouteKind = Literal["plugin", "webhooks", "api", "file", "middleware"]
ROUTES: tuple[RouteKind, ...] = ("plugin", "webhooks", "api", "file", "middleware")
"""From the most to the least preferred, where a plan does not say otherwise."""

Records = Annotated[float, Field(gt=0, le=1e12, allow_inf_nan=False), InReach]


def _version(given: object) -> object:
    if isinstance(given, (int, float)) and not isinstance(given, bool):
        raise PydanticCustomError("version", 'a version is text: put it in quotes, such as "8.4"')
    return given


Version = Annotated[
    VersionText,
    BeforeValidator(_version),
    WithJsonSchema(
        {"type": "string", "minLength": 1, "maxLength": 40, "examples": ["2.4.8-p5", "8.4"]}
    ),
]


class ClientPlatform(Record):
    """What the client's shop runs on."""

    name: Id
    """The id of a platform file.
    Examples: "adobe-commerce"
    """
    version: Version
    """The release that is in use, in quotes, such as "2.4.8-p5"."""
    php: Version | None = None
    """The line of PHP, such as "8.4"."""
    storefront: Id | None = None
    """The kind of storefront, by its id in the platform's file."""
    interfaces: Annotated[tuple[InterfaceKind, ...], Lenient] | None = None
    """What is open to others in this shop; all that the platform has when left out."""


class DataObject(Record):
    """A kind of data that flows."""

    title: Text
    """A name for reports."""
    about: Text | None = None
    """What it holds."""
    personal_data: bool = False
    """Whether it says something about people."""
    payment_data: bool = False
    """Whether it may hold card numbers or other means of payment."""


class Flow(Record):
    """One kind of data that must pass in one direction."""

    id: Id | None = None
    """A name for the flow, where reports must tell two alike ones apart."""
    data: MeasureId
    """The kind of data, by its id in the criteria or in `data_objects`.
    Examples: "order"
    """
    direction: Literal["to_vendor", "from_vendor"]
    """Whether the shop sends it or gets it."""
    timing: Timing
    """How fast it has to arrive."""
    per_day: Records | None = None
    """Records on an average day."""
    peak_per_hour: Records | None = None
    """Records in the busiest hour."""
    peak_per_second: Records | None = None
    """Records in the busiest second, where the hour says too little."""
    master: Text | None = None
    """Which system's word counts: commerce, vendor, or another by name.
    Examples: "commerce"
    """
    trigger: Text | None = None
    """What sets it off, such as an order that was placed."""
    personal_data: bool | None = None
    """Whether it says something about people; as the kind of data says when left out."""
    payment_data: bool | None = None
    """Whether it may hold card numbers; as the kind of data says when left out."""
    need: Literal["must", "wish"] = "must"
    """`must`: the vendor is no choice without it. `wish`: it is welcome."""
    because: Text | None = None
    """Why the client needs it."""

    @model_validator(mode="after")
    def _peak_is_no_trough(self) -> Self:
        if (
            self.per_day is not None
            and self.peak_per_hour is not None
            and self.peak_per_hour < self.per_day / 24
        ):
            raise PydanticCustomError(
                "form", "`peak_per_hour` is below the average hour of `per_day`"
            )
        return self
