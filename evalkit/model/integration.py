"""How a vendor can be reached: its interfaces, and its plug-ins for platforms."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from evalkit.model.base import Id, InReach, Lenient, MeasureId, Record, Text, WebLink
from evalkit.model.platform import PackageName, VersionText
from evalkit.model.source import Sourced

Direction = Literal["to_vendor", "from_vendor"]
"""Seen from the shop: what it sends, and what it gets."""
Timing = Literal["real_time", "minutes", "hourly", "daily"]
TIMINGS: tuple[Timing, ...] = ("real_time", "minutes", "hourly", "daily")
"""From the fastest to the slowest."""
Operation = Literal["create", "read", "update", "delete", "list", "search", "notify"]
CardData = Literal["none", "hosted", "tokenised", "passes_shop", "stored"]
"""Where card numbers go: nowhere; into a form of the vendor's; as a token only; through the shop;
into its database."""
InterfaceType = Literal["rest", "graphql", "soap", "webhooks", "file", "sdk", "message_queue"]
Rate = Annotated[float, Field(gt=0, le=1e12, allow_inf_nan=False), InReach]
Count = Annotated[int, Field(ge=1, le=10**9)]


class Limits(Record):
    """How much an interface takes, in requests; what is left out is not known."""

    per_second: Rate | None = None
    """Requests that it takes in a second."""
    per_minute: Rate | None = None
    """Requests that it takes in a minute."""
    per_hour: Rate | None = None
    """Requests that it takes in an hour."""
    per_day: Rate | None = None
    """Requests that it takes in a day."""
    burst: Count | None = None
    """Requests that may come at once on top, until the rate has made up for them."""
    concurrency: Count | None = None
    """Requests that may run at the same time."""
    page_size: Count | None = None
    """Records in one answer."""
    note: Text | None = None
    """What else a reader should know."""


class Carried(Record):
    """One data object on one route."""

    directions: Annotated[tuple[Direction, ...], Lenient, Field(min_length=1)]
    """Which ways it passes, seen from the shop."""
    timing: Timing | None = None
    """The fastest that it carries the object; by the kind of the route when left out."""
    operations: Annotated[tuple[Operation, ...], Lenient] = ()
    """What can be done with it."""
    endpoints: Annotated[tuple[Text, ...], Lenient] = ()
    """Families of operations, such as POST /v1/refunds.
    Examples: ["POST /v1/refunds"]
    """
    fields: Annotated[tuple[Text, ...], Lenient] = ()
    """Names of its most important fields, as the description of the interface calls them."""
    batch: Count | None = None
    """Records that one request may hold."""
    calls: Annotated[float, Field(gt=0, le=1000, allow_inf_nan=False), InReach] = 1.0
    """Requests that one record needs."""
    limits: Limits | None = None
    """Where they differ from those of the whole interface."""
    note: Text | None = None
    """What else a reader should know."""


class Interface(Sourced):
    """One way into a vendor's system."""

    id: Id
    """A name for the interface, unique in this file."""
    kind: InterfaceType
    """What it speaks."""
    title: Text | None = None
    """A name for reports."""
    base: WebLink | None = None
    """Where its addresses begin.
    Examples: "https://api.examplepay.test/v1"
    """
    authentication: Annotated[tuple[Text, ...], Lenient] = ()
    """How a client proves who it is, such as OAuth 2.0.
    Examples: ["OAuth 2.0"]
    """
    data: dict[MeasureId, Carried] = Field(default={})
    """What it carries, by data object."""
    limits: Limits | None = None
    """How much it takes, in requests."""
    sandbox: bool | None = None
    """Whether there is one to test against; left out where that is not known."""
    versioning: Text | None = None
    """How clients are kept from breaking."""
    idempotency: Text | None = None
    """How a request that is sent twice is kept from counting twice."""
    retries: Text | None = None
    """How often and how long the vendor sends an event again."""
    card_data: CardData | None = None
    """Where card numbers go that it carries."""


class Limitation(Sourced):
    """Something that a plug-in is known not to do."""

    severity: Literal["minor", "restrictive", "blocking"]
    """How much it gets in the way; `blocking` rules the plug-in out."""
    text: Text
    """What it does not do."""


Constraint = Annotated[str, StringConstraints(min_length=1, max_length=300)]


class Plugin(Sourced):
    """A ready-made module for a platform."""

    id: Id
    """A name for the plug-in, unique in this file."""
    title: Text | None = None
    """A name for reports."""
    package: PackageName | None = None
    """The name of its Composer package, such as mollie/magento2.
    Examples: "examplepay/magento2"
    """
    version: VersionText | None = None
    """The version that was looked at."""
    official: bool | None = None
    """Whether the vendor makes it, or stands behind it."""
    platform: Id | None = None
    """The id of the platform's file."""
    php: Constraint | None = None
    """Which PHP it admits, in Composer's syntax.
    Examples: "~8.2.0||~8.3.0||~8.4.0"
    """
    requires: dict[PackageName, Constraint] = Field(default={})
    """Which packages of the platform it admits, in Composer's syntax.
    Examples: {"magento/framework": "^103.0"}
    """
    platform_versions: Constraint | None = None
    """Which versions of the platform its documentation names, in Composer's syntax."""
    data: dict[MeasureId, Carried] = Field(default={})
    """What it carries, by data object."""
    storefronts: Annotated[tuple[Id, ...], Lenient] = ()
    """Kinds of storefront that it works with; all that the platform has when left out."""
    limitations: Annotated[tuple[Limitation, ...], Lenient] = ()
    """What it is known not to do."""
    card_data: CardData | None = None
    """Where card numbers go that it carries."""


class Integration(Record):
    """Everything on record about reaching a vendor."""

    interfaces: Annotated[tuple[Interface, ...], Lenient, Field(max_length=20)] = ()
    """The ways into the vendor's system."""
    plugins: Annotated[tuple[Plugin, ...], Lenient, Field(max_length=20)] = ()
    """Ready-made modules for platforms."""
    lacks: dict[MeasureId, Text] = Field(default={})
    """Data objects that were looked for and are not offered, with the source of that."""
