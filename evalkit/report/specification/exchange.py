"""Requirements of one flow, part one: data, route and volume."""

from collections.abc import Iterator

from evalkit.integration.routes import Route
from evalkit.report.specification.draft import WHEN, Held
from evalkit.report.specification.requirements.flow import FlowTopics, Said, sentence
from evalkit.report.specification.requirements.limits import (
    own_limits,
    tightest,
    volumes_in_words,
)
from evalkit.wording.messages.catalogue import say
from evalkit.wording.messages.fit import ROUTES
from evalkit.wording.messages.record.fit import OUTCOMES
from evalkit.wording.numbers import thousands
from evalkit.wording.words import listed


def data(of: FlowTopics, said: Said) -> None:
    """The data, and why it passes."""
    flow = of.flow
    if flow.about:
        said.texts.append(sentence(flow.about))
    if flow.because:
        said.texts.append(sentence(flow.because))
    said.texts.append(f"({flow.path}, {flow.key})")
    if not of.draft.master(flow):
        of.decide(said, "master", "Which system's word counts where the two sides differ")


def timing(of: FlowTopics, said: Said) -> None:
    """The trigger and the required speed."""
    if of.flow.trigger:
        said.texts.append(sentence(f"Trigger: {of.flow.trigger}"))
    else:
        of.decide(said, "trigger", "What sets the flow off")
    if of.route and of.route.timing_is_assumed:
        of.unknown(said, "timing", "How fast it carries the data")
    elif of.route and of.route.timing != of.flow.timing:
        said.texts.append(f"The route carries it {WHEN[of.route.timing]}.")


def way(of: FlowTopics, said: Said) -> None:
    """The route, its limitations and the alternatives."""
    if of.held.cell.outcome in {"not_possible", "unknown"}:
        said.open.append(of.no_route())
    if of.held.api:
        said.texts.append(f"Behind the plug-in: {of.held.api.title}.")
    said.texts += [sentence(f"Limitation: {text}") for text in _lost(of, said)]
    others = [
        f"{say(ROUTES[each.kind])} {each.title} ({say(OUTCOMES[each.outcome])}{_why(each)})"
        for each in of.held.cell.others
    ]
    if others:
        said.texts.append(f"Less preferred: {'; '.join(others)}.")


def route_in_words(held: Held) -> str:
    """The outcome of a flow, with its route or the reason why there is none."""
    outcome, route = say(OUTCOMES[held.cell.outcome]), held.cell.route
    way = f"{say(ROUTES[route.kind])} {route.title}" if route else held.cell.text
    return f"{outcome}: {way}"


def _lost(of: FlowTopics, said: Said) -> Iterator[str]:
    """Limitations of the route; unknowns become open points."""
    for loss in of.route.losses if of.route else ():
        if loss.weight in {"hard", "soft"}:
            yield loss.text
        elif loss.weight == "doubt" or loss.what not in {"limit", "card_data"}:
            title, ask = of.route.title if of.route else "", of.draft.ask
            text = f"Whether it is possible: {loss.text}"
            said.open.append(of.point("signing", f"doubt {title} {loss.what}", text, ask, title))


def endpoints(of: FlowTopics, said: Said) -> None:
    """Endpoints and operations."""
    for record, carried in of.carriers():
        told = [
            ", ".join(carried.endpoints),
            f"operations {', '.join(carried.operations)}" if carried.operations else "",
            f"up to {thousands(carried.batch)} records in a request" if carried.batch else "",
            carried.note,
        ]
        if any(told):
            said.texts.append(sentence(f"{record.title}: {'; '.join(filter(None, told))}"))
    if not of.first("endpoints"):
        of.unknown(said, "endpoints", "Which endpoints carry it")


def load(of: FlowTopics, said: Said) -> None:
    """The volume of records, held against the tightest limit."""
    found = volumes_in_words(of.flow)
    if found:
        said.texts.append(f"It must carry {listed(found)}.")
    else:
        of.decide(said, "volume", "How many records there are, on average and in the busiest hour")
    checks = of.route.limits if of.route else ()
    if checks:
        said.texts.append(sentence(tightest(checks).text))
    else:
        said.texts += filter(None, [own_limits(of.held)])
        of.unknown(said, "limits", "How many requests are allowed by second, hour or day")


def _why(route: Route) -> str:
    """The reasons that rule a route out; empty if there are none."""
    hard = "; ".join(loss.text for loss in route.losses if loss.weight == "hard")
    return f": {hard}" if hard else ""
