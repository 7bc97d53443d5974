"""The part of an evaluation that says what is technically possible."""

import datetime
from dataclasses import dataclass
from typing import Literal

from evalkit.evaluation.record.source import Reference
from evalkit.integration.routes import Feasibility, Route
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
    """What the client's shop runs on."""

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
    """The same in a sentence."""
    reference: Reference | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FlowResult:
    """What must pass between the shop and the vendor."""

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
    """What is on record about an interface or a plug-in, as a specification needs it."""

    id: Id
    kind: InterfaceType | Literal["plugin"]
    title: str
    base: Website
    package: str
    version: str
    authentication: Many[str]
    limits: LimitValues
    """Requests, by period; also burst, concurrency and page_size."""
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
    """One data object on an interface or a plug-in."""

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
    """What becomes of one flow with one vendor."""

    flow: FlowId
    outcome: Feasibility
    route: Route | None
    others: Many[Route]
    reference: Reference | None
    """Where the best route is written, with its source."""
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VendorFit:
    """All flows with one vendor."""

    id: Id
    cells: Many[CellResult]
    """In the order of the flows."""
    interfaces: Many[InterfaceResult]
    plugins: Many[InterfaceResult]
    coverage: tuple[OutOf100, OutOf100]
    """The lowest and the highest percentage of flows that can be carried."""
    by_plugin: tuple[OutOf100, OutOf100]
    headroom: Size | None
    """How many times the peak the tightest known limit allows."""
    headroom_is_open: bool
    """Whether some flow has no limit on record: the headroom is that much at most."""
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FitResult:
    """Flows against vendors."""

    platform: PlatformResult | None
    flows: Some[FlowResult]
    order: Many[RouteKind]
    """Routes from the most to the least preferred."""
    vendors: Many[VendorFit]
    """In the order of the ranking."""
    text: str
    sentences: Many[str]
    """The same, sentence by sentence."""
