"""The input of a specification, with its numbered open points and sources."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal, get_args

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
from evalkit.report.specification.anchors import anchor
from evalkit.templates.escape import web_link
from evalkit.templates.view import View
from evalkit.wording.words import listed

WHEN = {
    "real_time": "in real time",
    "minutes": "within minutes",
    "hourly": "within the hour",
    "daily": "within the day",
}
LOOK_FOR = "look for"
"""What to do about a fact that nobody has looked for yet."""
Stage = Literal["signing", "building", "testing", "going live", "nothing"]
STAGES: tuple[Stage, ...] = get_args(Stage)
"""What open points block, the earliest first."""


@dataclass
class OpenPoint:
    """A question to settle before or during implementation."""

    id: str
    stage: Stage
    text: str
    action: str
    number: str = ""
    flows: list[str] = field(default_factory=list)
    about: list[str] = field(default_factory=list)
    """Interfaces and plug-ins that it is asked about, or needs and must-haves that depend on it."""


class OpenPoints:
    """The open points by id, numbered by what they block."""

    def __init__(self) -> None:
        self.all: dict[str, OpenPoint] = {}

    def add(
        self, stage: Stage, name: str, text: str, action: str, flow: str = "", about: str = ""
    ) -> str:
        """Add an open point, or what it concerns if it exists already; return its number."""
        new = OpenPoint(anchor("open", name), stage, text, action)
        point = self.all.setdefault(name, new)
        for known, more in ((point.flows, flow), (point.about, about)):
            if more and more not in known:
                known.append(more)
        return point.number

    def number(self) -> None:
        """Number the points by what they block, those of most flows first."""
        self.all = dict(
            sorted(self.all.items(), key=lambda e: (STAGES.index(e[1].stage), -len(e[1].flows)))
        )
        for place, each in enumerate(self.all.values(), start=1):
            each.number = f"O{place}"

    def views(self) -> list[View]:
        """The points in order, for a template."""
        return [_point(each) for each in self.all.values()]


def _point(point: OpenPoint) -> View:
    about = f" ({listed(point.about)})" if point.about else ""
    # F10 comes after F9.
    flows = sorted(point.flows, key=lambda flow: (len(flow), flow))
    return {
        "id": point.id,
        "number": point.number,
        "text": f"{point.text}{about}",
        "action": point.action,
        "blocks": f"{point.stage} {listed(flows)}" if flows else point.stage,
    }


NO_SOURCE = "no source"
WORKED_OUT = "worked out for the plan"


class Sources:
    """The sources, without duplicates, numbered as they are cited, with what each says."""

    def __init__(self) -> None:
        self.all: dict[tuple[str, str], View] = {}

    def cite(self, origin: Source, says: str) -> str:
        """The number of a source."""
        checked = origin.checked.isoformat() if origin.checked else "undated"
        row = self._row(origin.source or NO_SOURCE, origin.via, in_lower_case(origin.kind))
        return self._said(row, says, checked if origin.source else "")

    def work_out(self, says: str) -> str:
        """The number under which stands what was worked out for the plan."""
        return self._said(self._row(WORKED_OUT, "", ""), says, "")

    def _row(self, source: str, via: str, kind: str) -> View:
        return self.all.setdefault(
            (source, via),
            {
                "id": anchor("source", f"{source}\n{via}"),
                "number": f"S{len(self.all) + 1}",
                "source": source,
                "link": web_link(source),
                "via": via,
                "via_link": web_link(via),
                "kind": kind,
                "checked": [],
                "says": [],
            },
        )

    def _said(self, row: View, says: str, checked: str) -> str:
        for key, given in (("checked", checked), ("says", says)):
            if given and given not in row[key]:
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

    @property
    def fields_by(self) -> InterfaceResult | None:
        """The plug-in or interface whose fields are known."""
        for each in (self.record, self.api):
            if each and self.flow.data in each.data and each.data[self.flow.data].fields:
                return each
        return None

    @property
    def fields(self) -> tuple[str, ...]:
        """The known names of the vendor's fields."""
        by = self.fields_by
        return tuple(dict.fromkeys(by.data[self.flow.data].fields)) if by else ()

    def anchor(self, *names: str) -> str:
        """The id of the flow's page, or of a place on it."""
        return anchor("flow", self.flow.id, *names)


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
