"""Data flows between the shop and the vendor."""

from typing import Annotated, Literal, Self

from pydantic import BeforeValidator, Field, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError

from evalkit.model.base import Id, InReach, Lenient, MeasureId, Record, Text
from evalkit.model.integration import Timing
from evalkit.model.platform import InterfaceKind, VersionText
from evalkit.model.project.needs import Serves

RouteKind = Literal["plugin", "webhooks", "api", "file", "middleware"]
ROUTES: tuple[RouteKind, ...] = ("plugin", "webhooks", "api", "file", "middleware")
"""The default order of preference, from the most to the least preferred."""

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
    """The release in use, in quotes, such as "2.4.8-p5"."""
    php: Version | None = None
    """The line of PHP, such as "8.4"."""
    storefront: Id | None = None
    """The kind of storefront, by its name in the platform's file."""
    interfaces: Annotated[tuple[InterfaceKind, ...], Lenient] | None = None
    """The interfaces that this shop offers; all of the platform's if omitted."""


class DataObject(Record):
    """A kind of data that flows."""

    title: Text
    """A name for reports."""
    about: Text | None = None
    """The content of the data."""
    personal_data: bool = False
    """Whether it contains personal data."""
    payment_data: bool = False
    """Whether it may contain card numbers or other payment details."""


class Flow(Record):
    """One kind of data that must pass in one direction."""

    id: Id | None = None
    """A name for the flow, if reports must distinguish two similar ones."""
    data: MeasureId
    """The kind of data, by its id in the criteria or in `data_objects`.
    Examples: "order"
    """
    direction: Literal["to_vendor", "from_vendor"]
    """Whether the shop sends or receives it."""
    timing: Timing
    """How soon it must arrive."""
    per_day: Records | None = None
    """Records on an average day."""
    peak_per_hour: Records | None = None
    """Records in the busiest hour."""
    peak_per_second: Records | None = None
    """Records in the busiest second, if the hour is not precise enough."""
    master: Text | None = None
    """The system of record: commerce, vendor, or another by name.
    Examples: "commerce"
    """
    trigger: Text | None = None
    """The trigger, such as a placed order."""
    personal_data: bool | None = None
    """Whether it contains personal data; as stated for the data object if omitted."""
    payment_data: bool | None = None
    """Whether it may contain card numbers; as stated for the data object if omitted."""
    need: Literal["must", "wish"] = "must"
    """`must`: a vendor without it is ruled out. `wish`: it is welcome."""
    because: Text | None = None
    """The client's reason for it."""
    serves: Serves = ()
    """The needs that it serves, by id.
    Examples: ["refunds-same-day"]
    """

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


def flow_id(flow: Flow) -> str:
    """The id of a flow in results."""
    return flow.id or f"{flow.data}-{flow.direction}".replace("_", "-")


def gate_of(flow: str) -> str:
    """The key of a flow's gate among the gates of measures, by flow id."""
    return f"flow:{flow}"
