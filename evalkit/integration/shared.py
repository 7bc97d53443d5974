"""Limits that several flows share: what fits alone need not fit together."""

import math
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from evalkit.integration.capacity import PERIODS, LimitCheck, Period, bound, check
from evalkit.integration.losses import CARRIED, Feasibility, Loss, Weight
from evalkit.integration.pools import Pool
from evalkit.integration.routes import Option
from evalkit.model.saved import Many
from evalkit.wording.messages.catalogue import say
from evalkit.wording.messages.record.routes import IN_PERIOD, TOGETHER, TOGETHER_AT_PEAK
from evalkit.wording.numbers import up_to_two_decimals
from evalkit.wording.words import listed

Options = Mapping[str, Sequence[Option]]
"""The routes of each flow, by its id."""


@dataclass(frozen=True, slots=True)
class SharedLoad:
    """The loads of several flows on limits that they share, added."""

    flows: Many[str]
    """Their ids."""
    title: str
    """The interface or plug-in whose limits they are."""
    check: LimitCheck
    """The sum compared with what is allowed."""
    is_peak: bool
    """Whether so much comes at once only if their busiest times coincide."""


@dataclass(frozen=True, slots=True)
class Together:
    """The routes of all flows, those ruled out that do not fit together, and the shared loads."""

    options: Options
    loads: tuple[SharedLoad, ...]


def best(options: Sequence[Option]) -> Option:
    """The first that carries the flow, else the first that may, else the first of all."""
    order = {**dict.fromkeys(CARRIED, 0), "unknown": 1, "not_possible": 2}
    return min(options, key=lambda option: order[option.route.outcome])


def together(options: Options, titles: Mapping[str, str]) -> Together:
    """Add the loads of flows that fit alone, and rule out what does not fit together.

    Average days always come together; busiest times may, which only leaves a risk. A flow that
    has a route outside the limits that are exceeded takes it. No order of flows matters.
    """
    exceeded: list[SharedLoad] = []
    while over := [each for each in _loads(options) if not each[1].check.is_enough]:
        full = {pool.key for pool, _ in over}
        flows = {flow for _, load in over for flow in load.flows}
        movers = {flow for flow in flows if _has_other(options[flow], full)}
        # Where nobody can move, the load stays as it is: too much.
        exceeded += [load for _, load in over if not movers]
        for pool, load in over:
            weight: Weight = "doubt" if load.check.is_open else "hard"
            hit = movers.intersection(load.flows) if movers else load.flows
            options = _lowered(options, hit, pool, _loss(load, weight, titles))
    peaks = list(_loads(options, peaks=True))
    for pool, load in peaks:
        if not load.check.is_enough:
            options = _lowered(options, load.flows, pool, _loss(load, "soft", titles))
    loads = [load for _, load in (*_loads(options), *peaks)]
    return Together(options, (*exceeded, *loads))


def _loads(options: Options, *, peaks: bool = False) -> Iterator[tuple[Pool, SharedLoad]]:
    """The loads on limits that several flows share by the routes that they take."""
    pools: dict[tuple[str, str], Pool] = {}
    users: dict[tuple[str, str], dict[str, Option]] = defaultdict(dict)
    for flow, each in options.items():
        chosen = best(each) if each else None
        if chosen is not None and chosen.route.outcome in CARRIED:
            for pool in chosen.pools:
                pools[pool.key] = pool
                users[pool.key][flow] = chosen
    for key, pool in pools.items():
        for period in PERIODS if peaks else _DAY:
            load = _load(pool, period, users[key], is_peak=peaks)
            if load is not None:
                yield pool, load


_DAY: tuple[Period, ...] = ("day",)


def _load(
    pool: Pool, period: Period, users: Mapping[str, Option], *, is_peak: bool
) -> SharedLoad | None:
    average = {flow: option.need.per_day for flow, option in users.items()}
    peak = {flow: option.need.peak(period) for flow, option in users.items()}
    if is_peak and period == "day" and peak == average:
        return None
    found = peak if is_peak else average
    loads = {flow: number for flow, number in found.items() if number is not None}
    limit = bound(pool.limits, period)
    if limit is None or len(loads) < 2:  # noqa: PLR2004
        return None
    total = math.fsum(loads.values())
    terms = " + ".join(map(up_to_two_decimals, loads.values()))
    found_check = check(limit, total, period, IN_PERIOD[period])
    found_check = replace(found_check, text=f"{terms} = {found_check.text}")
    return SharedLoad(tuple(loads), pool.title, found_check, is_peak)


def _has_other(options: Sequence[Option], full: set[tuple[str, str]]) -> bool:
    return any(
        option.route.outcome in CARRIED and not full & {pool.key for pool in option.pools}
        for option in options
    )


def _loss(load: SharedLoad, weight: Weight, titles: Mapping[str, str]) -> Loss:
    names = listed([titles[flow] for flow in load.flows])
    said = TOGETHER_AT_PEAK if load.is_peak else TOGETHER
    return Loss("limit", weight, say(said, flows=names, sum=load.check.text))


def _lowered(options: Options, flows: Collection[str], pool: Pool, loss: Loss) -> Options:
    """The options of some flows with a drawback on each that uses certain limits."""
    outcomes: dict[Weight, Feasibility] = {
        "hard": "not_possible", "doubt": "unknown", "soft": "with_work",
    }  # fmt: skip

    def lowered(option: Option) -> Option:
        if pool.key not in {each.key for each in option.pools}:
            return option
        if option.route.outcome not in CARRIED:
            return option
        losses = (*option.route.losses, loss)
        outcome = outcomes[loss.weight]
        return replace(option, route=replace(option.route, losses=losses, outcome=outcome))

    return {
        flow: [lowered(each) for each in found] if flow in flows else found
        for flow, found in options.items()
    }
