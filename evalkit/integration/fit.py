"""Integration fit: a plan's flows matched to the routes of one vendor."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from evalkit.integration.capacity import LimitCheck
from evalkit.integration.losses import CARRIED, Feasibility
from evalkit.integration.routes import Client, Option, Route, routes
from evalkit.integration.shared import SharedLoad, best, together
from evalkit.model.criteria import in_words
from evalkit.model.flow import ROUTES, DataObject, Flow, flow_id
from evalkit.model.integration import Integration, Interface, Plugin
from evalkit.model.plan import Plan
from evalkit.model.platform import Platform
from evalkit.model.scale import Derived
from evalkit.model.vendor import Vendor
from evalkit.wording.messages.catalogue import say
from evalkit.wording.messages.fit import ROUTES as ROUTE_WORDS
from evalkit.wording.messages.record import routes as words


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
    shared: tuple[SharedLoad, ...] = ()
    """The loads on limits that several flows share."""

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

    def headroom(self) -> tuple[float, float]:
        """How many times the peak the tightest limit allows at least and at most.

        Without an end that is infinite, and at least 0 where no limit is known of a flow's route.
        """
        sure = [each.check for each in self.shared if not each.is_peak]
        found = [_headroom(cell.route.limits if cell.route else ()) for cell in self.cells]
        found += [_headroom([each]) for each in sure]
        lows, highs = zip(*found, strict=True)
        return min(lows), min(highs)


def _headroom(checks: Sequence[LimitCheck]) -> tuple[float, float]:
    if not checks:
        return 0.0, math.inf
    lows = [math.inf if each.ratio is None else each.ratio for each in checks]
    highs = [math.inf if each.most is None else each.most / each.needed for each in checks]
    return min(lows), min(highs)


def _is_open(cell: Cell, what: Derived) -> bool:
    if what == "peak_headroom":
        low, high = _headroom(cell.route.limits if cell.route else ())
        return low != high
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
    options: dict[str, Sequence[Option]] = {
        flow_id(flow): _options(flow, vendor, plan, client, objects) for flow in plan.flows
    }
    titles = {flow_id(flow): flow_title(flow, objects) for flow in plan.flows}
    found = together(options, titles)
    cells = (_cell(flow, vendor, found.options[flow_id(flow)]) for flow in plan.flows)
    return Fit(vendor.id, tuple(cells), found.loads)


def flow_title(flow: Flow, objects: Mapping[str, DataObject]) -> str:
    """A flow in words: `Refund to the vendor`."""
    known = objects.get(flow.data)
    return say(words.FLOWS[flow.direction], data=known.title if known else in_words(flow.data))


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


def _options(
    flow: Flow,
    vendor: Vendor,
    plan: Plan,
    client: Client,
    objects: Mapping[str, DataObject],
) -> Sequence[Option]:
    if vendor.integration is None:
        return ()
    payment_data = holds_payment_data(flow, objects)
    order = plan.routes or ROUTES
    return routes(flow, vendor.integration, client, order, payment_data=payment_data)


def _cell(flow: Flow, vendor: Vendor, options: Sequence[Option]) -> Cell:
    name = flow_id(flow)
    if vendor.integration is None:
        return Cell(name, "unknown", None, (), say(words.NOBODY_LOOKED))
    if not options:
        outcome, text = _without_route(flow, vendor.integration)
        return Cell(name, outcome, None, (), text)
    chosen = best(options)
    others = tuple(option.route for option in options if option is not chosen)
    return Cell(name, chosen.route.outcome, chosen.route, others, _text(chosen.route))


def _without_route(flow: Flow, integration: Integration) -> tuple[Feasibility, str]:
    if flow.data in integration.lacks:
        return "not_possible", say(words.NOT_OFFERED_BY, source=integration.lacks[flow.data])
    held: list[Interface | Plugin] = [*integration.interfaces, *integration.plugins]
    elsewhere = [each for each in held if flow.data in each.data]
    if elsewhere:
        other = "from_vendor" if flow.direction == "to_vendor" else "to_vendor"
        carries = any(flow.direction in each.data[flow.data].directions for each in elsewhere)
        if not carries:
            return "not_possible", say(words.ONLY[other])
        return "not_possible", say(words.OTHER_ROUTES)
    return "unknown", say(words.NO_ROUTE)


def _text(route: Route) -> str:
    told = f"{say(ROUTE_WORDS[route.kind])}: {route.title}"
    hard = [loss.text for loss in route.losses if loss.weight == "hard"]
    rest = [
        loss.text
        for weight in ("doubt", "soft", "open")
        for loss in route.losses
        if loss.weight == weight
    ]
    return "; ".join([told, *(hard or rest)])
