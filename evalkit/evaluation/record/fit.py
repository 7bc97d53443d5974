"""Records of technical integration."""

import datetime
from dataclasses import dataclass
from typing import Literal

from evalkit.evaluation.record.source import Reference
from evalkit.integration.losses import Feasibility
from evalkit.integration.routes import Route
from evalkit.integration.shared import SharedLoad
from evalkit.model.base import Id, MeasureId
from evalkit.model.flow import RouteKind
from evalkit.model.integration import Direction, InterfaceType, Timing
from evalkit.model.saved import (
    FlowId,
    LimitValues,
    Many,
    OutOf100,
    Size,
    Some,
    Website,
    WholeNumber,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlatformResult:
    """The platform that the client's shop runs on."""

    id: Id
    name: str
    version: str
    php: str
    storefront: str
    interfaces: Many[str]
    released: datetime.date | None
    supported_until: datetime.date | None
    extended_until: datetime.date | None
    text: str
    """The platform in a sentence."""
    reference: Reference | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FlowResult:
    """A data flow between the shop and the vendor."""

    id: FlowId
    title: str
    data: MeasureId
    object: str
    """The title of the data object."""
    about: str
    direction: Direction
    timing: Timing
    per_day: Size | None
    peak_per_hour: Size | None
    peak_per_second: Size | None
    master: str
    trigger: str
    personal_data: bool
    payment_data: bool
    need: Literal["must", "wish"]
    because: str
    path: str
    key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class InterfaceResult:
    """An interface or plug-in, in the detail that a specification needs."""

    id: Id
    kind: InterfaceType | Literal["plugin"]
    title: str
    base: Website
    package: str
    version: str
    authentication: Many[str]
    limits: LimitValues
    """Request limits by period; also burst, concurrency and page_size."""
    limits_note: str
    sandbox: bool | None
    versioning: str
    idempotency: str
    retries: str
    card_data: str
    limitations: Many[str]
    data: dict[MeasureId, "CarriedResult"]
    reference: Reference


@dataclass(frozen=True, slots=True, kw_only=True)
class CarriedResult:
    """Support for one data object by an interface or plug-in."""

    directions: Many[Direction]
    operations: Many[str]
    endpoints: Many[str]
    fields: Many[str]
    batch: WholeNumber | None
    calls: Size
    limits: LimitValues
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CellResult:
    """Whether and how one vendor supports one flow."""

    flow: FlowId
    outcome: Feasibility
    route: Route | None
    others: Many[Route]
    reference: Reference | None
    """Source and location of the best route."""
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VendorFit:
    """One vendor's support for all flows."""

    id: Id
    cells: Many[CellResult]
    """In the order of the flows."""
    interfaces: Many[InterfaceResult]
    plugins: Many[InterfaceResult]
    coverage: tuple[OutOf100, OutOf100]
    """The lowest and highest possible percentage of supported flows."""
    by_plugin: tuple[OutOf100, OutOf100]
    headroom: Size | None
    """The most that the tightest limit may allow, as a multiple of peak load; None if that has no
    known end."""
    headroom_is_open: bool
    """Whether it may be less, as a limit is not known or not exactly; if not, and there is no
    headroom either, the load has no limit."""
    text: str
    headroom_at_least: Size | None = None
    """The multiple that is certainly allowed, if more may be."""
    shared: Many[SharedLoad] = ()
    """The loads of flows on limits that they share."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FitResult:
    """Support for all flows by all vendors."""

    platform: PlatformResult | None
    flows: Some[FlowResult]
    order: Many[RouteKind]
    """Kinds of route, most preferred first."""
    vendors: Many[VendorFit]
    """In the order of the ranking."""
    text: str
    sentences: Many[str]
    """The sentences of the text."""
