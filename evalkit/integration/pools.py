"""The limits that a route is held against, and what it shares them with."""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from evalkit.integration.capacity import PERIODS, Bound, Period, bound, either
from evalkit.model.integration import (
    RATES,
    Allowed,
    Integration,
    Interface,
    Limits,
    Plugin,
)
from evalkit.wording.messages.catalogue import say
from evalkit.wording.messages.record.routes import INTERFACE, STANDS_IN
from evalkit.wording.words import listed

Left = TypeVar("Left")
APIS = ("rest", "graphql", "odata", "json-rpc", "soap", "sdk")


@dataclass(frozen=True, slots=True)
class Pool:
    """Limits that all flows over one interface share, or all of one data object there."""

    key: tuple[str, str]
    """The interface, and the data object if the limits are its own."""
    title: str
    limits: Mapping[str, Allowed]


@dataclass(frozen=True, slots=True)
class Terms:
    """The limits of a route."""

    ways: tuple[tuple[Pool, ...], ...]
    """The limits of each interface that it may use; several if it is not known which."""
    stand_in: str = ""
    """For a plug-in without limits of its own, in words whose limits stand in for them."""
    may_differ: bool = False
    """Whether these may not be its limits at all."""

    @property
    def pools(self) -> tuple[Pool, ...]:
        """The limits that it is known to share with other flows."""
        return self.ways[0] if len(self.ways) == 1 and not self.may_differ else ()

    def bounds(self) -> dict[Period, Bound]:
        """How many requests are allowed by period, as far as limits are on record."""
        return {period: found for period in PERIODS if (found := self._bound(period))}

    def _bound(self, period: Period) -> Bound | None:
        each = (bound(_all(pools), period) for pools in self.ways)
        found = either([one for one in each if one is not None])
        if found is None or not self.stand_in:
            return found
        how = "; ".join(filter(None, (found.how, self.stand_in)))
        return replace(found, how=how, most=math.inf if self.may_differ else found.most)


def _all(pools: Sequence[Pool]) -> dict[str, Allowed]:
    return {name: allowed for pool in pools for name, allowed in pool.limits.items()}


def terms_of_interface(interface: Interface, data: str) -> Terms:
    """The limits of a data object on an interface: its own, and what these leave of the whole."""
    pools = tuple(_pools(interface, data, interface.limits))
    return Terms((pools,) if _is_bound(pools) else ())


def terms_of_plugin(plugin: Plugin, integration: Integration, data: str) -> Terms:
    """The limits of a data object on a plug-in: its own, or those of the API that it may use."""
    own = tuple(_pools(plugin, data, None))
    if _is_bound(own):
        return Terms((own,))
    apis = sorted(integration.interfaces, key=lambda each: each.id)
    limited = [
        (each, terms.ways[0])
        for each in apis
        if each.kind in APIS and (terms := terms_of_interface(each, data)).ways
    ]
    same = [(each, pools) for each, pools in limited if data in each.data]
    used = same or limited
    if not used:
        return Terms(())
    names = listed(list(dict.fromkeys(title_of(each) for each, _ in used)))
    said = say(STANDS_IN, interfaces=names)
    return Terms(tuple(pools for _, pools in used), said, may_differ=not same)


def _is_bound(pools: Sequence[Pool]) -> bool:
    """Whether there is more than a burst, which comes on top of a rate."""
    return bool(_all(pools).keys() - {"burst"})


def _pools(route: Interface | Plugin, data: str, whole: Limits | None) -> Iterator[Pool]:
    """The limits of one data object, then what they leave of those of the whole route."""
    limits = route.data[data].limits if data in route.data else None
    own = _numbers(limits)
    left = beside(own, _numbers(whole))
    if own:
        yield Pool((route.id, data), title_of(route), own)
    if left:
        yield Pool((route.id, ""), title_of(route), left)


def beside(own: Mapping[str, Any], whole: Mapping[str, Left]) -> dict[str, Left]:
    """What the limits of one data object leave of those of the whole; a rate replaces its rates."""
    replaced = {*own, *((*RATES, "burst") if own.keys() & set(RATES) else ())}
    return {name: each for name, each in whole.items() if name not in replaced}


def _numbers(limits: Limits | None) -> dict[str, Allowed]:
    """The limits that bound a load."""
    given = limits.given if limits else {}
    return {name: each for name, each in given.items() if name in (*RATES, "burst", "per_day")}


def title_of(route: Interface | Plugin) -> str:
    """A plug-in or an interface in words."""
    if isinstance(route, Plugin):
        return route.title or route.package or route.id
    return route.title or say(INTERFACE, kind=route.kind)
