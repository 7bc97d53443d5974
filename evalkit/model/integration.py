"""A vendor's interfaces, and its plug-ins for platforms."""

import math
from typing import Annotated, Any, ClassVar, Literal, Self

from pydantic import Field, GetJsonSchemaHandler, StringConstraints, model_validator
from pydantic_core import CoreSchema, PydanticCustomError

from evalkit.model.base import Id, InReach, Lenient, MeasureId, Record, Text, WebLink
from evalkit.model.fact import HALF_A_RANGE
from evalkit.model.forms import UNLIMITED, Condition, Formed, OneOf, unfolded
from evalkit.model.platform import PackageName, VersionText
from evalkit.model.scale import InterfaceKey
from evalkit.model.source import Sourced

Direction = Literal["to_vendor", "from_vendor"]
"""Directions seen from the shop: data that it sends, and data that it receives."""
Timing = Literal["real_time", "minutes", "hourly", "daily"]
TIMINGS: tuple[Timing, ...] = ("real_time", "minutes", "hourly", "daily")
"""From the fastest to the slowest."""
Operation = Literal["create", "read", "update", "delete", "list", "search", "notify"]
CardData = Literal["none", "hosted", "tokenised", "passes_shop", "stored"]
"""Where card numbers go: nowhere; into a form hosted by the vendor; as a token only; through the
shop; into its database."""
InterfaceType = Literal[
    "rest", "graphql", "odata", "json-rpc", "soap", "webhooks", "file", "sdk", "message_queue"
]
Rate = Annotated[float, Field(gt=0, le=1e12, allow_inf_nan=False), InReach]
Count = Annotated[int, Field(ge=1, le=10**9)]


class Allowed(Formed):
    """A number, a range from `low` to `high`, one without an upper end, or `unlimited`."""

    go_together: ClassVar[tuple[Condition, ...]] = (
        OneOf(
            "value", "low high", "at_least",
            words="is either `value`, or `low` with `high`, or `at_least`",
            part=HALF_A_RANGE, or_none=True,
        ),
    )  # fmt: skip

    value: Rate | None = None
    """The number itself."""
    low: Rate | None = None
    """The lowest possible number; goes with `high`."""
    high: Rate | None = None
    """The highest possible number, or `unlimited` where it has no end; goes with `low`."""
    at_least: Rate | None = None
    """The lowest possible number where the highest is not stated, as in "from 620 a minute"."""

    @property
    def least(self) -> float:
        """The number that is certainly allowed; infinite if it is known to be unlimited."""
        given = (self.value, self.low, self.at_least)
        return next((number for number in given if number is not None), math.inf)

    @property
    def most(self) -> float:
        """The highest number that may be allowed; infinite if none is known."""
        given = (self.value, self.high)
        return next((number for number in given if number is not None), math.inf)

    @model_validator(mode="before")
    @classmethod
    def _bare(cls, given: Any) -> Any:
        if given == UNLIMITED:
            return {}
        if isinstance(given, (int, float)) and not isinstance(given, bool):
            return {"value": given}
        if isinstance(given, cls):
            return given
        if not isinstance(given, dict):
            words = "a number, a range, or `unlimited`"
            raise PydanticCustomError("amount", "{words}", {"words": words})
        if not given or None in given.values():
            raise PydanticCustomError("form", "needs `value`, `low` with `high`, or `at_least`")
        return unfolded(given)

    @model_validator(mode="after")
    def _rises(self) -> Self:
        if self.low is not None and self.high is not None and self.low > self.high:
            raise PydanticCustomError("form", "`low` is above `high`")
        return self

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core_schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        mapping = handler.resolve_ref_schema(handler(core_schema))
        number = mapping["properties"]["value"]["anyOf"][0]
        # An empty number would look like an omitted one.
        mapping["properties"] |= dict.fromkeys(("value", "low", "high", "at_least"), number)
        mapping["properties"]["high"] = {"anyOf": [number, {"const": UNLIMITED}]}
        return {"anyOf": [number, {"const": UNLIMITED}, mapping]}


class AllowedCount(Allowed):
    """A whole number, a range from `low` to `high`, one without an upper end, or `unlimited`."""

    value: Count | None = None
    """The number itself."""
    low: Count | None = None
    """The lowest possible number; goes with `high`."""
    high: Count | None = None
    """The highest possible number, or `unlimited` where it has no end; goes with `low`."""
    at_least: Count | None = None
    """The lowest possible number where the highest is not stated."""


RATES = ("per_second", "per_minute", "per_hour")


class Limits(Record):
    """The limits of an interface, in requests; omitted ones are unknown."""

    per_second: Allowed | None = None
    """Requests allowed per second."""
    per_minute: Allowed | None = None
    """Requests allowed per minute."""
    per_hour: Allowed | None = None
    """Requests allowed per hour."""
    per_day: Allowed | None = None
    """Requests allowed per day."""
    burst: AllowedCount | None = None
    """Extra requests allowed at once, until the rate has caught up."""
    concurrency: AllowedCount | None = None
    """Requests allowed at the same time."""
    page_size: AllowedCount | None = None
    """Records in one response."""
    note: Text | None = None
    """Anything else that a reader should know."""

    @property
    def given(self) -> dict[str, Allowed]:
        """The limits that are stated, by name."""
        found = {name: getattr(self, name) for name in type(self).model_fields if name != "note"}
        return {name: allowed for name, allowed in found.items() if allowed is not None}


class Carried(Record):
    """One data object on one route."""

    directions: Annotated[tuple[Direction, ...], Lenient, Field(min_length=1)]
    """The directions, seen from the shop."""
    timing: Timing | None = None
    """The fastest timing for the object; by the kind of the route if omitted."""
    operations: Annotated[tuple[Operation, ...], Lenient] = ()
    """The operations on it."""
    endpoints: Annotated[tuple[Text, ...], Lenient] = ()
    """Endpoints, such as POST /v1/refunds.
    Examples: ["POST /v1/refunds"]
    """
    fields: Annotated[tuple[Text, ...], Lenient] = ()
    """Names of its most important fields, as in the interface's documentation."""
    batch: Count | None = None
    """Records allowed in one request."""
    calls: Annotated[float, Field(gt=0, le=1000, allow_inf_nan=False), InReach] = 1.0
    """Requests that one record needs."""
    limits: Limits | None = None
    """Limits that differ from those of the whole interface: a rate replaces its rates, a quota for
    a day its quota."""
    note: Text | None = None
    """Anything else that a reader should know."""


class Interface(Sourced):
    """One interface of a vendor's system."""

    id: Id
    """A name for the interface, unique in this file."""
    kind: InterfaceType
    """The kind of interface."""
    title: Text | None = None
    """A name for reports."""
    base: WebLink | None = None
    """The base URL.
    Examples: "https://api.examplepay.test/v1"
    """
    authentication: Annotated[tuple[Text, ...], Lenient] = ()
    """The methods of authentication, such as OAuth 2.0.
    Examples: ["OAuth 2.0"]
    """
    data: dict[MeasureId, Carried] = Field(default={})
    """The data that it carries, by data object."""
    limits: Limits | None = None
    """Its limits, in requests."""
    sandbox: bool | None = None
    """Whether there is a test environment; omitted if unknown."""
    versioning: Text | None = None
    """How versions and breaking changes are handled."""
    idempotency: Text | None = None
    """How a request that is sent twice is prevented from counting twice."""
    retries: Text | None = None
    """How often and for how long the vendor resends an event."""
    card_data: CardData | None = None
    """Where card numbers go on this route."""

    def words(self, stated: InterfaceKey) -> tuple[str, ...]:
        """The words by which it answers a measure; none if it says nothing."""
        if stated == "webhooks":
            return ("true",) if self.kind == "webhooks" else ()
        given: str | tuple[str, ...] | None = getattr(self, stated)
        return given if isinstance(given, tuple) else (given,) if given else ()


class Limitation(Sourced):
    """A known limitation of a plug-in."""

    severity: Literal["minor", "restrictive", "blocking"]
    """The severity; `blocking` rules the plug-in out."""
    text: Text
    """What the plug-in does not do."""


class StatedLine(Sourced):
    """A line of a platform for which somebody states that a plug-in works."""

    line: VersionText
    """The line, by its name in the platform's file.
    Examples: "2.4.9"
    """


Constraint = Annotated[str, StringConstraints(min_length=1, max_length=300)]


class Plugin(Sourced):
    """A ready-made module for a platform."""

    id: Id
    """A name for the plug-in, unique in this file."""
    title: Text | None = None
    """A name for reports."""
    package: PackageName | None = None
    """The name of its Composer package.
    Examples: "examplepay/magento2"
    """
    version: VersionText | None = None
    """The version that was checked."""
    official: bool | None = None
    """Whether the vendor makes or supports it."""
    platform: Id | None = None
    """The id of the platform's file."""
    php: Constraint | None = None
    """The PHP versions that it supports, in Composer's syntax.
    Examples: "~8.2.0||~8.3.0||~8.4.0"
    """
    requires: dict[PackageName, Constraint] = Field(default={})
    """The versions of the platform's packages that it supports, in Composer's syntax.
    Examples: {"magento/framework": "^103.0"}
    """
    platform_versions: Constraint | None = None
    """The versions of the platform that its documentation names, in Composer's syntax."""
    stated: Annotated[tuple[StatedLine, ...], Lenient, Field(max_length=20)] = ()
    """Lines of the platform for which support is stated in words, such as in a changelog."""
    data: dict[MeasureId, Carried] = Field(default={})
    """The data that it carries, by data object."""
    storefronts: Annotated[tuple[Id, ...], Lenient] = ()
    """The kinds of storefront that it supports; all of the platform's if omitted."""
    limitations: Annotated[tuple[Limitation, ...], Lenient] = ()
    """Its known limitations."""
    card_data: CardData | None = None
    """Where card numbers go on this route."""


class Integration(Record):
    """The known interfaces and plug-ins of a vendor."""

    interfaces: Annotated[tuple[Interface, ...], Lenient, Field(max_length=20)] = ()
    """The interfaces of the vendor's system."""
    plugins: Annotated[tuple[Plugin, ...], Lenient, Field(max_length=20)] = ()
    """Ready-made modules for platforms."""
    lacks: dict[MeasureId, Text] = Field(default={})
    """Data objects that were looked for and are not offered, with the source."""
