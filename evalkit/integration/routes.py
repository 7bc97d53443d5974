"""The routes by which a vendor can carry a flow, and the drawbacks of each."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from evalkit.integration.capacity import SLOW, LimitCheck, checks, need
from evalkit.integration.compatibility import Compatibility, compatibility
from evalkit.model.flow import ClientPlatform, Flow, RouteKind
from evalkit.model.integration import (
    TIMINGS,
    Carried,
    Integration,
    Interface,
    Limits,
    Plugin,
    Timing,
)
from evalkit.model.platform import Platform
from evalkit.model.saved import Many

Feasibility = Literal["possible", "with_work", "not_possible", "unknown"]
Weight = Literal["hard", "soft", "open"]
"""Effect of a drawback: it rules the route out, it leaves work or a risk, or it is unknown."""

APIS = ("rest", "graphql", "soap", "sdk")
EVENTS = ("webhooks", "message_queue")
NO_TIMING = "how fast it carries this is not on record"
OPEN_TO_OTHERS = ("rest", "graphql", "soap", "webhooks", "message_queue")
"""Interfaces of a platform that outside systems can call."""


@dataclass(frozen=True, slots=True)
class Loss:
    """A drawback of a route."""

    what: str
    weight: Weight
    text: str


@dataclass(frozen=True, slots=True)
class Route:
    """A way to carry a flow, with its advantages and drawbacks."""

    kind: RouteKind
    through: str
    """The id of the plug-in or interface."""
    title: str
    outcome: Feasibility
    timing: Timing
    losses: Many[Loss]
    compatibility: Many[Compatibility]
    limits: Many[LimitCheck]
    key: str
    """Its place in the vendor's file."""

    @property
    def headroom(self) -> float | None:
        """The tightest limit ÷ the peak load; None if no limit is known."""
        return min((check.ratio for check in self.limits), default=None)


@dataclass(frozen=True)
class Client:
    """The shop's side of all flows."""

    plan: ClientPlatform | None
    platform: Platform | None

    @property
    def interfaces(self) -> tuple[str, ...]:
        """The interfaces open to other systems in this shop."""
        own = self.plan.interfaces if self.plan else None
        return own if own is not None else self.platform.interfaces if self.platform else ()


def routes(
    flow: Flow,
    integration: Integration,
    client: Client,
    order: Sequence[RouteKind],
    *,
    payment_data: bool,
) -> list[Route]:
    """Every known route for a flow, in order of preference."""
    finder = _Finder(flow, integration, client, payment_data=payment_data)
    return [route for kind in order for route in finder.of_kind(kind)]


class _Finder:
    """Finder of routes for one flow of one vendor."""

    def __init__(
        self, flow: Flow, integration: Integration, client: Client, *, payment_data: bool
    ) -> None:
        self.flow = flow
        self.integration = integration
        self.client = client
        self.payment_data = payment_data

    def of_kind(self, kind: RouteKind) -> Iterator[Route]:
        """Every route of one kind."""
        if kind == "plugin":
            for place, plugin in enumerate(self.integration.plugins):
                carried = self._carried(plugin)
                if carried is not None:
                    yield self._plugin(plugin, carried, f"integration.plugins.{place}")
            return
        for place, interface in enumerate(self.integration.interfaces):
            carried = self._carried(interface)
            if carried is not None and _leads(kind, interface, self.flow):
                key = f"integration.interfaces.{place}"
                yield self._interface(kind, interface, carried, key)

    def _carried(self, route: Plugin | Interface) -> Carried | None:
        carried = route.data.get(self.flow.data)
        return carried if carried and self.flow.direction in carried.directions else None

    def _plugin(self, plugin: Plugin, carried: Carried, key: str) -> Route:
        found = compatibility(plugin, self.client.plan, self.client.platform)
        limits = self._limits(carried.limits or self._limits_of_api(), carried)
        timing: Timing = carried.timing or self.flow.timing
        slow = () if carried.timing else (Loss("timing", "open", NO_TIMING),)
        losses = [
            *(Loss(each.what, "hard", each.text) for each in found if each.answer == "no"),
            *(Loss(each.what, "soft", each.text) for each in found if each.answer == "some"),
            *(Loss(each.what, "open", each.text) for each in found if each.answer == "unknown"),
            *_limitations(plugin),
            *slow,
            *self._common(timing, limits, plugin.card_data),
        ]
        title = plugin.title or plugin.package or plugin.id
        outcome = _outcome(losses, ready=True)
        is_known = any(each.answer in {"yes", "some"} for each in found)
        if outcome in {"possible", "with_work"} and not is_known:
            outcome = "unknown"
        return Route(
            "plugin", plugin.id, title, outcome, timing, tuple(losses), tuple(found), limits, key
        )

    def _interface(
        self, kind: RouteKind, interface: Interface, carried: Carried, key: str
    ) -> Route:
        evened_out = kind == "middleware" and self.flow.timing in SLOW
        known = carried.limits or interface.limits
        limits = self._limits(known, carried, evened_out=evened_out)
        timing = carried.timing or _usual(interface, self.flow)
        losses = [
            *self._reach(kind),
            *self._common(timing, limits, interface.card_data),
        ]
        title = interface.title or f"{interface.kind} interface"
        outcome = _outcome(losses, ready=False)
        return Route(kind, interface.id, title, outcome, timing, tuple(losses), (), limits, key)

    def _reach(self, kind: RouteKind) -> Iterator[Loss]:
        """Drawbacks of a route for which the shop lacks an interface."""
        open_ = self.client.interfaces
        if kind == "file" and "file" not in open_:
            yield Loss("platform", "hard", "the shop takes and gives no files")
        if kind == "webhooks" and not set(OPEN_TO_OTHERS) & set(open_):
            yield Loss("platform", "hard", "the shop has no interface that events could reach")
        if kind == "middleware" and not set(OPEN_TO_OTHERS) & set(open_):
            yield Loss("platform", "hard", "the shop has no interface that a middleware could use")

    def _limits(
        self, limits: Limits | None, carried: Carried, *, evened_out: bool = False
    ) -> tuple[LimitCheck, ...]:
        if limits is None:
            return ()
        return tuple(checks(limits, need(self.flow, carried, evened_out=evened_out)))

    def _limits_of_api(self) -> Limits | None:
        """The limits of the API behind a plug-in, preferably one that carries the flow's data."""
        apis = [each for each in self.integration.interfaces if each.kind in APIS]
        same = [each for each in apis if self.flow.data in each.data]
        for each in (*same, *apis):
            carried = each.data.get(self.flow.data)
            limits = (carried.limits if carried else None) or each.limits
            if limits is not None:
                return limits
        return None

    def _common(
        self,
        timing: Timing,
        limits: Sequence[LimitCheck],
        card_data: str | None,
    ) -> Iterator[Loss]:
        if TIMINGS.index(timing) > TIMINGS.index(self.flow.timing):
            wanted, given = (TIMES[each] for each in (self.flow.timing, timing))
            yield Loss("timing", "hard", f"it arrives {given}, not {wanted}")
        for check in limits:
            if check.ratio < 1:
                yield Loss("limit", "hard", check.text)
        has_peak = self.flow.peak_per_hour or self.flow.peak_per_second or self.flow.per_day
        if has_peak and not limits:
            yield Loss("limit", "open", "no limit is on record that the peak could be held against")
        if self.payment_data:
            yield from _card_data(card_data)


def _leads(kind: RouteKind, interface: Interface, flow: Flow) -> bool:
    """Whether an interface offers a kind of route in the direction of a flow."""
    if kind == "webhooks":
        return interface.kind in EVENTS and flow.direction == "from_vendor"
    if kind == "api":
        return interface.kind in APIS
    if kind == "file":
        return interface.kind == "file"
    # Middleware between the two can use any interface of the vendor.
    return interface.kind in (*APIS, *EVENTS)


def _usual(interface: Interface, flow: Flow) -> Timing:
    """The default timing of an interface."""
    if interface.kind == "file":
        return "daily"
    if interface.kind in APIS and flow.direction == "from_vendor":
        # The shop has to poll.
        return "minutes"
    return "real_time"


TIMES: dict[Timing, str] = {
    "real_time": "in real time",
    "minutes": "within minutes",
    "hourly": "within the hour",
    "daily": "within the day",
}


def _limitations(plugin: Plugin) -> Iterator[Loss]:
    for each in plugin.limitations:
        weight: Weight = "hard" if each.severity == "blocking" else "soft"
        # A minor limitation is reported, but needs no work.
        what = "minor limitation" if each.severity == "minor" else "limitation"
        yield Loss(what, weight, each.text)


def _card_data(card_data: str | None) -> Iterator[Loss]:
    if card_data == "stored":
        yield Loss("card_data", "hard", "card data would be stored in the shop")
    elif card_data == "passes_shop":
        yield Loss("card_data", "hard", "card data would pass through the shop")
    elif card_data is None:
        yield Loss("card_data", "open", "whether card data touch the shop is not on record")


def _outcome(losses: Sequence[Loss], *, ready: bool) -> Feasibility:
    if any(loss.weight == "hard" for loss in losses):
        return "not_possible"
    if ready and not any(loss.what == "limitation" for loss in losses):
        return "possible"
    return "with_work"
