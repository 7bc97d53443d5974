"""A vendor's interfaces, and its plug-ins for platforms."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from evalkit.model.base import Id, InReach, Lenient, MeasureId, Record, Text, WebLink
from evalkit.model.platform import PackageName, VersionText
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
InterfaceType = Literal["rest", "graphql", "soap", "webhooks", "file", "sdk", "message_queue"]
Rate = Annotated[float, Field(gt=0, le=1e12, allow_inf_nan=False), InReach]
Count = Annotated[int, Field(ge=1, le=10**9)]


class Limits(Record):
    """The limits of an interface, in requests; omitted ones are unknown."""

    per_second: Rate | None = None
    """Requests allowed per second."""
    per_minute: Rate | None = None
    """Requests allowed per minute."""
    per_hour: Rate | None = None
    """Requests allowed per hour."""
    per_day: Rate | None = None
    """Requests allowed per day."""
    burst: Count | None = None
    """Extra requests allowed at once, until the rate has caught up."""
    concurrency: Count | None = None
    """Requests allowed at the same time."""
    page_size: Count | None = None
    """Records in one response."""
    note: Text | None = None
    """Anything else that a reader should know."""


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
    """Limits that differ from those of the whole interface."""
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


class Limitation(Sourced):
    """A known limitation of a plug-in."""

    severity: Literal["minor", "restrictive", "blocking"]
    """The severity; `blocking` rules the plug-in out."""
    text: Text
    """What the plug-in does not do."""


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
