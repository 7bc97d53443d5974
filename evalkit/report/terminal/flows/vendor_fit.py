"""One vendor's routes, with versions, limits and sources, for a terminal."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from rich.text import Text

from evalkit.evaluation.fit.sentences import all_flows
from evalkit.evaluation.record.evaluation import Evaluation, VendorResult
from evalkit.evaluation.record.fit import FitResult, VendorFit
from evalkit.evaluation.record.source import Reference
from evalkit.explanation.lookup import labels
from evalkit.integration.capacity import tightest
from evalkit.integration.losses import CARRIED, Feasibility
from evalkit.integration.routes import Route
from evalkit.integration.shared import SharedLoad
from evalkit.report.terminal.flows.words import (
    WORDS,
    coloured,
    legend,
    mandatory_first,
    short_title,
    title_in_table,
)
from evalkit.report.terminal.parts import caption, section
from evalkit.report.terminal.screen import BOLD, DIM, Screen
from evalkit.report.terminal.table import Row, table, text
from evalkit.wording.messages.catalogue import say
from evalkit.wording.messages.fit import ROUTES, TIMES
from evalkit.wording.messages.record.fit import OUTCOMES
from evalkit.wording.words import capital, listed, on_day, spelled

Place = Callable[[Reference], str]
"""Says in which file, and if possible in which line, a route stands."""
LOSSES = {"hard": "Against", "doubt": "In doubt", "soft": "Work or risk", "open": "Open"}
HEADS = ("Carries", "Versions", "Limit", *LOSSES.values())
"""Headings of what is known of a route, in order."""
REST: Mapping[Feasibility, str] = {"not_possible": "not possible", "unknown": "open"}


@dataclass(frozen=True)
class _Way:
    """A route, as it is judged for some of the flows that it may carry."""

    route: Route
    of_flow: dict[int, Route] = field(default_factory=dict)


def to_vendor_fit(
    evaluation: Evaluation, fit: FitResult, vendor: VendorResult, screen: Screen, place: Place
) -> list[Text]:
    """How many flows a vendor carries, by which route each, and all that is known of the routes."""
    own = next(each for each in fit.vendors if each.id == vendor.id)
    name = labels(evaluation)[vendor.id]
    platform = [f"The shop runs on {fit.platform.text}"] if fit.platform else []
    order = ", ".join(say(ROUTES[kind]) for kind in fit.order)
    others = _ways(own, best=False)
    lines = [*platform, f"Routes are preferred in this order: {order}."]
    return [
        *screen.answer(list(_sentences(own, name))),
        *section(screen.prose(caption(evaluation), DIM)),
        *_table(fit, own, screen),
        *(
            line
            for way in _ways(own, best=True)
            for line in section(_way(fit, own, way, screen, place))
        ),
        *([Text(), *screen.prose("Other routes", BOLD)] if others else ()),
        *_others(fit, others, screen),
        *section(_shared(fit, own, screen)),
        *section(line for each in lines for line in screen.prose(each, DIM)),
    ]


def _sentences(own: VendorFit, name: str) -> Iterator[str]:
    outcomes = [cell.outcome for cell in own.cells]
    carried = sum(outcome in CARRIED for outcome in outcomes)
    if len(outcomes) == 1:
        yield f"{name}: the one data flow is {say(OUTCOMES[outcomes[0]])}."
        return
    count = len(outcomes)
    of = f"{spelled(carried) if carried else 'none'} of {spelled(count)} data flows"
    work = outcomes.count("with_work")
    how = ", with work" if work == carried else f", {spelled(work)} of them with work"
    yield f"{name} carries {all_flows(count) if carried == count else of}{how if work else ''}."
    rest = [(outcomes.count(outcome), words) for outcome, words in REST.items()]
    told = [f"{spelled(n)} {'is' if n == 1 else 'are'} {words}" for n, words in rest if n]
    if told:
        yield f"{capital(listed(told))}."


def _table(fit: FitResult, own: VendorFit, screen: Screen) -> Iterator[Text]:
    rows = []
    for at in mandatory_first(fit.flows):
        flow, cell = fit.flows[at], own.cells[at]
        route = _called(cell.route) if cell.route else cell.text
        rows.append(Row((title_in_table(flow, screen), WORDS[cell.outcome]), route))
    yield from coloured(table(screen, [text("Data flow"), text("Carried")], rows))
    has_work = any(cell.outcome == "with_work" for cell in own.cells)
    yield from legend(fit.flows, screen, "Work" if has_work else "")


def _called(route: Route) -> str:
    return f"{say(ROUTES[route.kind])}: {route.title}"


def _ways(own: VendorFit, *, best: bool) -> list[_Way]:
    """The routes with the flows for which each is the best, or else with the other flows."""
    found: dict[tuple[str, str], _Way] = {}
    for at, cell in enumerate(own.cells):
        first = (cell.route,) if cell.route else ()
        for route in first if best else cell.others:
            way = found.setdefault((route.kind, route.key), _Way(route))
            way.of_flow[at] = route
    return list(found.values())


def _way(fit: FitResult, own: VendorFit, way: _Way, screen: Screen, place: Place) -> Iterator[Text]:
    yield from screen.prose(capital(_called(way.route)), BOLD)
    for head, texts in _by_flows(way).items():
        for places, told in texts.items():
            of = "" if len(places) == len(way.of_flow) else f"{_titles(fit, places)}: "
            yield from screen.prose(f"{head}: {of}{'; '.join(told)}", "", "  ", "    ")
    ways = (*own.interfaces, *own.plugins)
    entries = (each.reference for each in ways if each.reference.key == way.route.key)
    for entry in entries:
        checked = f"checked {on_day(entry.checked)}" if entry.checked else "undated"
        # A path is never broken.
        yield screen.line(f"  {place(entry)}, {checked}", DIM)
        for source in filter(None, (entry.source, entry.via)):
            yield from screen.source(source, DIM, "  ")


def _titles(fit: FitResult, places: Iterable[int]) -> str:
    return listed([short_title(fit.flows[at]) for at in places])


def _by_flows(way: _Way) -> dict[str, dict[tuple[int, ...], list[str]]]:
    """What is said of a route under each heading, by the flows of which it is said."""
    found: dict[tuple[str, str], list[int]] = {}
    for at, route in way.of_flow.items():
        for told in _told(route):
            found.setdefault(told, []).append(at)
    heads: dict[str, dict[tuple[int, ...], list[str]]] = {head: {} for head in HEADS}
    for (head, said), places in found.items():
        heads[head].setdefault(tuple(places), []).append(said)
    return heads


def _told(route: Route) -> Iterator[tuple[str, str]]:
    assumed = " (assumed; not on record)" if route.timing_is_assumed else ""
    yield "Carries", f"{say(OUTCOMES[route.outcome])}, {say(TIMES[route.timing])}{assumed}"
    yield from (("Versions", each.text) for each in route.compatibility if each.answer == "yes")
    limit = tightest(route.limits)
    if limit is not None and limit.is_enough:
        yield "Limit", limit.text
    yield from ((LOSSES[loss.weight], loss.text) for loss in route.losses)


def _others(fit: FitResult, ways: Iterable[_Way], screen: Screen) -> Iterator[Text]:
    """The routes that are best for no flow, each with what becomes of the flows on it."""
    for way in ways:
        outcomes: dict[str, list[int]] = {}
        for at, route in way.of_flow.items():
            hard = [loss.text for loss in route.losses if loss.weight == "hard"]
            why = f" ({'; '.join(hard)})" if hard else ""
            outcomes.setdefault(f"{say(OUTCOMES[route.outcome])}{why}", []).append(at)
        told = [f"{_titles(fit, places)}: {words}" for words, places in outcomes.items()]
        yield from screen.prose(capital(_called(way.route)), "", "  ", "    ")
        for each in told:
            yield from screen.prose(each, "", "    ", "      ")


def _shared(fit: FitResult, own: VendorFit, screen: Screen) -> Iterator[Text]:
    """The tightest of the limits that several flows share, by interface and kind of load."""
    loads: dict[tuple[str, bool], list[SharedLoad]] = {}
    for load in own.shared:
        loads.setdefault((load.title, load.is_peak), []).append(load)
    titles = {flow.id: short_title(flow) for flow in fit.flows}
    for (title, is_peak), found in loads.items():
        limit = tightest([load.check for load in found])
        load = next(each for each in found if each.check is limit)
        when = ", if their busiest times coincide" if is_peak else ""
        flows = listed([titles[flow] for flow in load.flows])
        said = f"Limit of {title}, shared by {flows}{when}: {load.check.text}"
        yield from screen.prose(said, "", "", "  ")
