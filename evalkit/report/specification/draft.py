"""The input of a specification, with its numbered open points and sources."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from evalkit.errors import EvalkitError
from evalkit.evaluation.record.costs import VendorCosts
from evalkit.evaluation.record.evaluation import Evaluation, VendorResult
from evalkit.evaluation.record.fit import (
    CarriedResult,
    CellResult,
    FitResult,
    FlowResult,
    InterfaceResult,
    VendorFit,
)
from evalkit.evaluation.record.source import Source
from evalkit.integration.pools import APIS
from evalkit.integration.routes import EVENTS
from evalkit.model.criteria import in_lower_case
from evalkit.model.integration import Direction
from evalkit.templates.escape import web_link
from evalkit.templates.view import View

WHEN = {
    "real_time": "in real time",
    "minutes": "within minutes",
    "hourly": "within the hour",
    "daily": "within the day",
}
LOOK_FOR = "look for"
"""What to do about a fact that nobody has looked for yet."""
GROUPS = (
    "Systems",
    "Flows",
    "All flows",
    "Cut-over",
    "Facts",
    "Costs",
    "Assumptions",
)
"""Groups of open points, in numbering order."""


@dataclass
class OpenPoint:
    """A question to settle before or during implementation."""

    number: str
    text: str
    action: str
    group: str
    where: list[str] = field(default_factory=list)


class OpenPoints:
    """The open points, without duplicates, numbered as they are found."""

    def __init__(self) -> None:
        self.all: dict[str, OpenPoint] = {}

    def add(self, group: str, text: str, action: str, where: str = "") -> str:
        """Add an open point unless it exists already; return its number."""
        point = self.all.setdefault(text, OpenPoint(f"O{len(self.all) + 1}", text, action, group))
        if where and where not in point.where:
            point.where.append(where)
        return point.number

    def grouped(self) -> list[View]:
        """The open points by group, for a template."""
        return [
            {"title": group, "points": points}
            for group in GROUPS
            if (points := [_point(each) for each in self.all.values() if each.group == group])
        ]


def _point(point: OpenPoint) -> View:
    return {
        "number": point.number,
        "text": point.text,
        "action": point.action,
        "where": ", ".join(point.where),
    }


class Sources:
    """The sources, without duplicates, numbered as they are cited, with what each supports."""

    def __init__(self) -> None:
        self.all: dict[tuple[str, str], View] = {}

    def cite(self, origin: Source, backs: str) -> str:
        """The number of a source; empty if none is given."""
        if not origin.source:
            return ""
        row = self.all.setdefault(
            (origin.source, origin.via),
            {
                "number": f"S{len(self.all) + 1}",
                "source": origin.source,
                "link": web_link(origin.source),
                "via": origin.via,
                "via_link": web_link(origin.via),
                "kind": in_lower_case(origin.kind),
                "checked": [],
                "backs": [],
            },
        )
        checked = origin.checked.isoformat() if origin.checked else "undated"
        for key, given in (("checked", checked), ("backs", backs)):
            if given not in row[key]:
                row[key].append(given)
        return str(row["number"])


@dataclass(frozen=True)
class Held:
    """A flow with the plug-in or interface that carries it."""

    number: str
    """F1, F2 …"""
    flow: FlowResult
    cell: CellResult
    record: InterfaceResult | None
    """The plug-in or interface of its route; None if there is no route."""
    api: InterfaceResult | None
    """The interface behind a plug-in that carries the same data."""

    @property
    def carried(self) -> CarriedResult | None:
        """What is known about the data object on its route."""
        return self.record.data.get(self.flow.data) if self.record else None

    @property
    def name(self) -> str:
        """The flow's number and title."""
        return f"{self.number} {self.flow.title}"


@dataclass(frozen=True)
class Draft:
    """All input of one vendor's specification."""

    evaluation: Evaluation
    vendor: VendorResult
    fit: FitResult
    own: VendorFit
    held: tuple[Held, ...]
    points: OpenPoints = field(default_factory=OpenPoints)
    sources: Sources = field(default_factory=Sources)

    @property
    def shop(self) -> str:
        """The name of the shop system."""
        platform = self.fit.platform
        return f"{platform.name} {platform.version}" if platform else "The shop"

    @property
    def ask(self) -> str:
        """The action for a question that only the vendor can answer."""
        return f"ask {self.vendor.name}"

    @property
    def costs(self) -> VendorCosts | None:
        """The vendor's costs; None if the plan has none."""
        found = self.evaluation.costs
        return next((e for e in found.vendors if e.id == self.vendor.id), None) if found else None

    def master(self, flow: FlowResult) -> str:
        """The name of a flow's master system; empty if the plan does not say."""
        platform = self.fit.platform
        shop = {"commerce", "shop", *((platform.id, platform.name.casefold()) if platform else ())}
        said = flow.master.casefold()
        if said in shop:
            return self.shop
        vendor = {"vendor", self.vendor.id, self.vendor.name.casefold()}
        return self.vendor.name if said in vendor else flow.master

    def used(self) -> list[InterfaceResult]:
        """The plug-ins and interfaces used by any flow, without duplicates."""
        found = [part for each in self.held for part in (each.record, each.api) if part]
        return list({(each.kind, each.id): each for each in found}.values())


def draft(evaluation: Evaluation, vendor: VendorResult) -> Draft:
    """Collect the input of one vendor's specification.

    Raises EvalkitError if the plan has no flows, or a saved evaluation lacks the vendor's.
    """
    fit = evaluation.fit
    if fit is None or not fit.flows:
        raise EvalkitError(
            f"the plan {evaluation.plan.id} names no flows; a specification needs a section "
            "`flows:` with what must pass between the shop and the vendor"
        )
    own = next((each for each in fit.vendors if each.id == vendor.id), None)
    cells = {cell.flow: cell for cell in own.cells} if own else {}
    if own is None or {flow.id for flow in fit.flows} - cells.keys():
        raise EvalkitError(f"the evaluation lacks flows of {vendor.id}; score the plan again")
    ways = _Ways(own)
    held = tuple(
        _held(f"F{place}", flow, cells[flow.id], ways)
        for place, flow in enumerate(fit.flows, start=1)
    )
    return Draft(evaluation, vendor, fit, own, held)


class _Ways:
    """The plug-ins and interfaces of a vendor by id, and the interfaces behind its plug-ins."""

    def __init__(self, own: VendorFit) -> None:
        self.plugins = _by_id(own.plugins)
        self.interfaces = _by_id(own.interfaces)
        self.behind: dict[tuple[str, Direction], InterfaceResult] = {}
        for each in own.interfaces:
            for name, carried in each.data.items():
                for direction in carried.directions:
                    self._may_be_behind((name, direction), each)

    def _may_be_behind(self, key: tuple[str, Direction], each: InterfaceResult) -> None:
        """Register an interface; for data from the vendor, events take precedence."""
        kinds = (*APIS, *(EVENTS if key[1] == "from_vendor" else ()))
        before = self.behind.get(key)
        if each.kind in kinds and (
            before is None or (each.kind in EVENTS and before.kind not in EVENTS)
        ):
            self.behind[key] = each


def _by_id(records: Sequence[InterfaceResult]) -> dict[str, InterfaceResult]:
    """Records by id; the first one counts."""
    return {each.id: each for each in reversed(records)}


def _held(number: str, flow: FlowResult, cell: CellResult, ways: _Ways) -> Held:
    route = cell.route
    if route is None:
        return Held(number, flow, cell, None, None)
    among = ways.plugins if route.kind == "plugin" else ways.interfaces
    api = ways.behind.get((flow.data, flow.direction)) if route.kind == "plugin" else None
    return Held(number, flow, cell, among.get(route.through), api)
