"""The routes by which a vendor can carry a flow, and the drawbacks of each."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from evalkit.integration.capacity import SLOW, LimitCheck, Need, checks, need
from evalkit.integration.compatibility import Compatibility, compatibility
from evalkit.integration.losses import (
    CARRIED,
    Feasibility,
    Loss,
    card_data_at,
    limit_losses,
    limitations,
    outcome_of,
    requirements,
    timing_losses,
)
from evalkit.integration.pools import APIS, Pool, terms_of_interface, terms_of_plugin, title_of
from evalkit.model.flow import ClientPlatform, Flow, RouteKind
from evalkit.model.integration import (
    Carried,
    Integration,
    Interface,
    Plugin,
    Timing,
)
from evalkit.model.platform import Platform
from evalkit.model.saved import Many
from evalkit.wording.messages.catalogue import say
from evalkit.wording.messages.record import routes as words

EVENTS = ("webhooks", "message_queue")
OPEN_TO_OTHERS = ("rest", "graphql", "soap", "webhooks", "message_queue")
"""Interfaces of a platform that outside systems can call."""


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
    timing_is_assumed: bool = False
    """Whether the timing stands in for one that is not on record."""


@dataclass(frozen=True, slots=True)
class Option:
    """A route, and what it takes of the limits that it shares with other flows."""

    route: Route
    pools: tuple[Pool, ...]
    need: Need


@dataclass(frozen=True)
class Client:
    """The shop's side of all flows."""

    plan: ClientPlatform | None
    platform: Platform | None

    @property
    def interfaces(self) -> tuple[str, ...]:
        """The interfaces open to other systems in this shop; empty also if none is on record."""
        own = self.plan.interfaces if self.plan else None
        return own if own is not None else self.platform.interfaces if self.platform else ()

    @property
    def is_known(self) -> bool:
        """Whether the shop's interfaces are on record."""
        return bool(self.interfaces) or (self.plan is not None and self.plan.interfaces is not None)


def routes(
    flow: Flow,
    integration: Integration,
    client: Client,
    order: Sequence[RouteKind],
    *,
    payment_data: bool,
) -> list[Option]:
    """Every known route for a flow, in order of preference; of one kind, the best first."""
    finder = _Finder(flow, integration, client, payment_data=payment_data)
    return [each for kind in order for each in sorted(finder.of_kind(kind), key=_rank)]


def _rank(option: Option) -> tuple[int, str]:
    """The place among routes of one kind, which does not depend on that in the file."""
    return _RANKS.index(option.route.outcome), option.route.through


_RANKS: tuple[Feasibility, ...] = (*CARRIED, "unknown", "not_possible")


class _Finder:
    """Finder of routes for one flow of one vendor."""

    def __init__(
        self, flow: Flow, integration: Integration, client: Client, *, payment_data: bool
    ) -> None:
        self.flow = flow
        self.integration = integration
        self.client = client
        self.payment_data = payment_data

    def of_kind(self, kind: RouteKind) -> Iterator[Option]:
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

    def _plugin(self, plugin: Plugin, carried: Carried, key: str) -> Option:
        found = compatibility(plugin, self.client.plan, self.client.platform)
        terms = terms_of_plugin(plugin, self.integration, self.flow.data)
        wanted = need(self.flow, carried)
        limits = tuple(checks(terms.bounds(), wanted))
        timing: Timing = carried.timing or self.flow.timing
        slow = () if carried.timing else (Loss("timing", "open", say(words.NO_TIMING)),)
        losses = [
            *requirements(found),
            *limitations(plugin),
            *slow,
            *self._common(timing, limits, plugin.card_data),
        ]
        outcome = outcome_of(losses, ready=True)
        is_known = any(each.answer in {"yes", "some"} for each in found)
        if outcome in {"possible", "with_work"} and not is_known:
            outcome = "unknown"
        route = Route(
            "plugin", plugin.id, title_of(plugin), outcome, timing, tuple(losses), tuple(found),
            limits, key, timing_is_assumed=carried.timing is None,
        )  # fmt: skip
        return Option(route, terms.pools, wanted)

    def _interface(
        self, kind: RouteKind, interface: Interface, carried: Carried, key: str
    ) -> Option:
        terms = terms_of_interface(interface, self.flow.data)
        evened_out = kind == "middleware" and self.flow.timing in SLOW
        wanted = need(self.flow, carried, evened_out=evened_out)
        limits = tuple(checks(terms.bounds(), wanted))
        timing = carried.timing or _usual(interface, self.flow)
        losses = (
            *self._reach(kind),
            *self._common(timing, limits, interface.card_data, is_assumed=carried.timing is None),
        )
        route = Route(
            kind, interface.id, title_of(interface), outcome_of(losses, ready=False), timing,
            losses, (), limits, key, timing_is_assumed=carried.timing is None,
        )  # fmt: skip
        return Option(route, terms.pools, wanted)

    def _reach(self, kind: RouteKind) -> Iterator[Loss]:
        """Drawbacks of a route for which the shop lacks an interface."""
        open_ = self.client.interfaces
        lacks = {
            "file": (words.NO_FILES, ("file",)),
            "webhooks": (words.NO_EVENTS, OPEN_TO_OTHERS),
            "middleware": (words.NO_MIDDLEWARE, OPEN_TO_OTHERS),
        }
        if kind not in lacks:
            return
        lacking, wanted = lacks[kind]
        if not self.client.is_known:
            yield Loss("platform", "doubt", say(words.NO_INTERFACES))
        elif not set(wanted) & set(open_):
            yield Loss("platform", "hard", say(lacking))

    def _common(
        self,
        timing: Timing,
        limits: Sequence[LimitCheck],
        card_data: str | None,
        *,
        is_assumed: bool = False,
    ) -> Iterator[Loss]:
        yield from timing_losses(timing, self.flow.timing, is_assumed=is_assumed)
        yield from limit_losses(self.flow, limits)
        if self.payment_data:
            yield from card_data_at(card_data)


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
