"""Integration fit: a plan's flows matched to the routes of one vendor."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from evalkit.integration.routes import Client, Feasibility, Route, routes
from evalkit.model.criteria import in_words
from evalkit.model.flow import ROUTES, DataObject, Flow
from evalkit.model.integration import Interface, Plugin
from evalkit.model.plan import Plan
from evalkit.model.platform import Platform
from evalkit.model.scale import Derived
from evalkit.model.vendor import Vendor

CARRIED = ("possible", "with_work")
FLOW_DIRECTIONS = {"to_vendor": "to the vendor", "from_vendor": "from the vendor"}


@dataclass(frozen=True, slots=True)
class Cell:
    """The outcome of one flow with one vendor."""

    flow: str
    outcome: Feasibility
    route: Route | None
    """The best route; None if none is known."""
    others: tuple[Route, ...]
    text: str


@dataclass(frozen=True)
class Fit:
    """The outcomes of all flows of a plan with one vendor."""

    vendor: str
    cells: tuple[Cell, ...]

    def coverage(self) -> tuple[float, float]:
        """The lowest and highest percentage of flows that can be carried."""
        return _share(self.cells, CARRIED)

    def by_plugin(self) -> tuple[float, float]:
        """The lowest and highest percentage of flows that a plug-in carries."""
        outcomes = [_of_plugins(cell) for cell in self.cells]
        known = sum(each in CARRIED for each in outcomes)
        open_ = sum(each == "unknown" for each in outcomes)
        return 100 * known / len(outcomes), 100 * (known + open_) / len(outcomes)

    @property
    def is_looked_for(self) -> bool:
        """Whether anything is known about the ways to reach the vendor."""
        return any(cell.route is not None or cell.outcome != "unknown" for cell in self.cells)

    def open_flows(self, what: Derived) -> tuple[str, ...]:
        """The flows whose routes or limits leave a derived figure open, by id."""
        return tuple(cell.flow for cell in self.cells if _is_open(cell, what))

    def headroom(self) -> tuple[float | None, bool]:
        """The lowest known spare capacity of the best routes, and whether others are unknown."""
        ratios = [cell.route.headroom for cell in self.cells if cell.route is not None]
        known = [ratio for ratio in ratios if ratio is not None]
        return min(known, default=None), len(known) < len(self.cells)


def _is_open(cell: Cell, what: Derived) -> bool:
    if what == "peak_headroom":
        return cell.route is None or cell.route.headroom is None
    outcome = cell.outcome if what == "flow_coverage" else _of_plugins(cell)
    return outcome == "unknown"


def _share(cells: Sequence[Cell], wanted: Sequence[str]) -> tuple[float, float]:
    known = sum(cell.outcome in wanted for cell in cells)
    open_ = sum(cell.outcome == "unknown" for cell in cells)
    return 100 * known / len(cells), 100 * (known + open_) / len(cells)


def _of_plugins(cell: Cell) -> Feasibility:
    """The outcome of a flow by plug-ins alone."""
    found = [cell.route, *cell.others]
    outcomes = {route.outcome for route in found if route is not None and route.kind == "plugin"}
    for outcome in (*CARRIED, "unknown"):
        if outcome in outcomes:
            return outcome
    return "unknown" if cell.outcome == "unknown" and not outcomes else "not_possible"


def fit(
    vendor: Vendor,
    plan: Plan,
    platform: Platform | None,
    objects: Mapping[str, DataObject],
) -> Fit:
    """Match every flow of a plan to a vendor's known routes."""
    client = Client(plan.platform, platform)
    return Fit(vendor.id, tuple(_cell(flow, vendor, plan, client, objects) for flow in plan.flows))


def flow_id(flow: Flow) -> str:
    """The id of a flow in results."""
    return flow.id or f"{flow.data}-{flow.direction}".replace("_", "-")


def gate_of(flow: str) -> str:
    """The key of a flow's gate among the gates of measures, by flow id."""
    return f"flow:{flow}"


def flow_title(flow: Flow, objects: Mapping[str, DataObject]) -> str:
    """A flow in words: `Refund to the vendor`."""
    known = objects.get(flow.data)
    return f"{known.title if known else in_words(flow.data)} {FLOW_DIRECTIONS[flow.direction]}"


def holds_payment_data(flow: Flow, objects: Mapping[str, DataObject]) -> bool:
    """Whether a flow may hold payment data, as the flow or its data object says."""
    if flow.payment_data is not None:
        return flow.payment_data
    return flow.data in objects and objects[flow.data].payment_data


def holds_personal_data(flow: Flow, objects: Mapping[str, DataObject]) -> bool:
    """Whether a flow holds personal data, as the flow or its data object says."""
    if flow.personal_data is not None:
        return flow.personal_data
    return flow.data in objects and objects[flow.data].personal_data


def _cell(
    flow: Flow,
    vendor: Vendor,
    plan: Plan,
    client: Client,
    objects: Mapping[str, DataObject],
) -> Cell:
    name = flow_id(flow)
    integration = vendor.integration
    if integration is None:
        return Cell(name, "unknown", None, (), "nobody has looked how it can be reached")
    payment_data = holds_payment_data(flow, objects)
    found = routes(flow, integration, client, plan.routes or ROUTES, payment_data=payment_data)
    if not found:
        return Cell(name, *_without_route(flow, vendor))
    best = _best(found)
    return Cell(
        name,
        best.outcome,
        best,
        tuple(route for route in found if route is not best),
        _text(best),
    )


def _best(found: Sequence[Route]) -> Route:
    """The first route that carries the flow, else the first that may, else the first of all."""
    order = {**dict.fromkeys(CARRIED, 0), "unknown": 1, "not_possible": 2}
    return min(found, key=lambda route: order[route.outcome])


def _without_route(
    flow: Flow, vendor: Vendor
) -> tuple[Feasibility, Route | None, tuple[Route, ...], str]:
    integration = vendor.integration
    assert integration is not None  # noqa: S101  # checked by the caller
    if flow.data in integration.lacks:
        return "not_possible", None, (), f"not offered: {integration.lacks[flow.data]}"
    held: list[Interface | Plugin] = [*integration.interfaces, *integration.plugins]
    elsewhere = [each for each in held if flow.data in each.data]
    if elsewhere:
        other = FLOW_DIRECTIONS["from_vendor" if flow.direction == "to_vendor" else "to_vendor"]
        carries = any(flow.direction in each.data[flow.data].directions for each in elsewhere)
        if not carries:
            return "not_possible", None, (), f"direction missing: it is carried {other} only"
        return "not_possible", None, (), "carried only by routes that the plan does not consider"
    return "unknown", None, (), "no route is on record"


ROUTE_WORDS = {
    "plugin": "plug-in",
    "webhooks": "events and API",
    "api": "direct API",
    "file": "file",
    "middleware": "own middleware",
}


def _text(route: Route) -> str:
    words = f"{ROUTE_WORDS[route.kind]}: {route.title}"
    hard = [loss.text for loss in route.losses if loss.weight == "hard"]
    soft = [loss.text for loss in route.losses if loss.weight == "soft"]
    open_ = [loss.text for loss in route.losses if loss.weight == "open"]
    if hard:
        return f"{words}; {'; '.join(hard)}"
    return "; ".join([words, *soft, *open_])
