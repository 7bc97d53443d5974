"""Requirements of one flow, part one: data, route and volume."""

from collections.abc import Iterator

from evalkit.evaluation.fit.results import OUTCOME_WORDS
from evalkit.integration.fit import ROUTE_WORDS
from evalkit.integration.routes import EVENTS, Route
from evalkit.report.specification.draft import WHEN
from evalkit.report.specification.requirements.flow import FlowTopics, Said, sentence
from evalkit.report.specification.requirements.limits import limits_in_words, volumes_in_words
from evalkit.wording.words import listed


def data(of: FlowTopics, said: Said) -> None:
    """The data and its direction."""
    flow, vendor = of.flow, of.draft.vendor.name
    ends = (of.draft.shop, vendor)
    start, end = ends if flow.direction == "to_vendor" else ends[::-1]
    said.texts.append(f"Data object “{flow.data}”, from {start} to {end}.")
    if flow.about:
        said.texts.append(sentence(flow.about))
    need = "It must be carried" if flow.need == "must" else "It is a wish"
    said.texts.append(sentence(f"{need}{f': {flow.because}' if flow.because else ''}"))
    said.rests.append(of.plan)


def master(of: FlowTopics, said: Said) -> None:
    """The master system."""
    master = of.draft.master(of.flow)
    if master:
        said.texts.append(f"{master} is the master: where the two sides differ, its word counts.")
        said.rests.append(of.plan)
    else:
        of.decide(said, "Which system's word counts where the two sides differ")


def timing(of: FlowTopics, said: Said) -> None:
    """The trigger and the required speed."""
    if of.flow.trigger:
        said.texts.append(sentence(f"Set off by: {of.flow.trigger}"))
    else:
        of.decide(said, "What sets the flow off")
    said.texts.append(f"It has to arrive {WHEN[of.flow.timing]}.")
    if of.route:
        if of.route.timing_is_assumed:
            of.unknown(said, "how fast it carries this")
        else:
            said.texts.append(f"The route carries it {WHEN[of.route.timing]}.")
    said.rests.append(of.plan)


def way(of: FlowTopics, said: Said) -> None:
    """The route, its limitations and the alternatives."""
    outcome = of.held.cell.outcome
    said.texts.append(sentence(f"{OUTCOME_WORDS[outcome]}: {_way(of)}"))
    if outcome in {"not_possible", "unknown"}:
        said.open.append(of.no_route())
    said.texts += [sentence(f"Not given: {text}") for text in _lost(of, said)]
    if of.route:
        found = [each.text for each in of.route.compatibility if each.answer == "yes"]
        said.texts += [sentence(text) for text in found]
        said.rests.append(of.cited())
    others = [
        f"{ROUTE_WORDS[each.kind]} {each.title} ({OUTCOME_WORDS[each.outcome]}{_why(each)})"
        for each in of.held.cell.others
    ]
    if others:
        said.texts.append(f"Also on record, less preferred: {'; '.join(others)}.")


def _way(of: FlowTopics) -> str:
    if of.route is None:
        return of.held.cell.text
    record = of.held.record
    package = f", package {record.package}" if record and record.package else ""
    version = f" {record.version}" if record and record.version else ""
    return f"{ROUTE_WORDS[of.route.kind]}, {of.route.title}{package}{version}"


def _lost(of: FlowTopics, said: Said) -> Iterator[str]:
    """Limitations of the route; unknowns become open points."""
    for loss in of.route.losses if of.route else ():
        if loss.weight in {"hard", "soft"}:
            yield loss.text
        elif loss.weight == "doubt" or loss.what not in {"limit", "card_data"}:
            title = of.route.title if of.route else ""
            said.open.append(of.point(f"Not known of {title}: {loss.text}", of.draft.ask))


def endpoints(of: FlowTopics, said: Said) -> None:
    """Endpoints and operations."""
    for record, carried in of.carriers():
        if carried.endpoints:
            is_called = record.base and record.kind not in EVENTS
            address = f", beginning with {record.base}" if is_called else ""
            said.texts.append(f"{record.title}{address}: {', '.join(carried.endpoints)}.")
        if carried.operations:
            operations = ", ".join(carried.operations)
            said.texts.append(f"Operations of {record.title}: {operations}.")
        if carried.note:
            said.texts.append(sentence(f"{record.title}: {carried.note}"))
        said.rests.append(of.cite(record))
    if not of.first("endpoints"):
        of.unknown(said, "which endpoints carry it")


def authentication(of: FlowTopics, said: Said) -> None:
    """How requests are authenticated."""
    of.of_record(said, "authentication", "how requests are authenticated")


def volume(of: FlowTopics, said: Said) -> None:
    """The volume of records."""
    found = volumes_in_words(of.flow)
    if found:
        said.texts.append(f"It must carry {listed(found)}.")
        said.rests.append(of.plan)
    else:
        of.decide(said, "How many records there are, on average and in the busiest hour")


def limits(of: FlowTopics, said: Said) -> None:
    """Rate limits, with the arithmetic."""
    checks = of.route.limits if of.route else ()
    said.texts += [sentence(check.text) for check in checks]
    on_record = limits_in_words(of.held)
    said.texts += [sentence(text) for text in on_record]
    if on_record or checks:
        said.texts.append(
            "Requests beyond these must be expected to be refused (HTTP 429 where nothing "
            "else is said): the caller stays below them, waits as the answer asks or longer "
            "each time, and loses no record."
        )
        said.rests += [of.cite(each) for each in (of.held.record, of.held.api) if each]
    if not checks:
        of.unknown(said, "how many requests are allowed by second, hour or day")


def _why(route: Route) -> str:
    """The reasons that rule a route out; empty if there are none."""
    hard = "; ".join(loss.text for loss in route.losses if loss.weight == "hard")
    return f": {hard}" if hard else ""
