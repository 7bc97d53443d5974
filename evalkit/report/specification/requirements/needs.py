"""Requirements common to all flows, from gates, volumes, limits and the platform."""

from collections.abc import Iterator

from evalkit.evaluation.record.fact import GateResult
from evalkit.integration.fit import gate_of
from evalkit.report.specification.draft import LOOK_FOR, Draft
from evalkit.report.specification.requirements.conduct import CARD_DATA, CARD_QUESTION
from evalkit.report.specification.requirements.flow import missing
from evalkit.report.specification.requirements.limits import together
from evalkit.templates.view import View
from evalkit.wording.numbers import grouped
from evalkit.wording.words import listed


def needs(draft: Draft) -> list[View]:
    """Numbered requirements with their sources and open points."""
    found = [*_gates(draft), *_load(draft), *_limits(draft), *_platform(draft), *_card_data(draft)]
    return [{"number": f"N{place}", **each} for place, each in enumerate(found, start=1)]


def _need(topic: str, text: str, rests: str = "", *open_: str) -> View:
    return {"topic": topic, "text": text, "rests": rests, "open": list(filter(None, open_))}


def _gates(draft: Draft) -> Iterator[View]:
    words = {"pass": "Met", "fail": "Not met", "unverified": "Open"}
    of_flows = {gate_of(cell.flow) for cell in draft.own.cells}
    for gate in draft.vendor.gates:
        if gate.measure in of_flows:
            continue
        open_ = ""
        if gate.outcome != "pass":
            # Identical wording to that of the fact keeps the open point from appearing twice.
            text = f"{gate.title}: {gate.reason}"
            where = f"{words[gate.outcome].lower()}: {gate.requirement}"
            open_ = draft.points.add("All flows", text, _action(draft, gate), where)
        reason = f"{words[gate.outcome]}: {gate.reason}"
        fact = draft.vendor.measures.get(gate.measure)
        reading = fact.fact.reading if fact and fact.fact else None
        cited = draft.sources.cite(reading, gate.title) if reading else ""
        text = f"{gate.requirement}. {gate.because} {reason}."
        yield _need("Must-have", text, cited, open_)


def _action(draft: Draft, gate: GateResult) -> str:
    value = draft.vendor.measures.get(gate.measure)
    return LOOK_FOR if value is not None and value.status == "not_looked_for" else draft.ask


def _load(draft: Draft) -> Iterator[View]:
    """The total load of all flows in the busiest hour."""
    peaks = {h.number: h.flow.peak_per_hour for h in draft.held if h.flow.peak_per_hour}
    if len(peaks) > 1:
        terms = " + ".join(f"{grouped(peak)} ({name})" for name, peak in peaks.items())
        text = f"{terms} = {grouped(sum(peaks.values()))} records in an hour at most, both ways."
        yield _need("Load", f"If the busiest times coincide: {text}")


def _limits(draft: Draft) -> Iterator[View]:
    """The total load of flows that share a limit."""
    for shared in together(draft):
        flows, open_ = listed(shared.flows), ""
        if shared.is_too_little:
            said = f"{shared.title} is too slow for {flows} together: {shared.text}"
            open_ = draft.points.add("All flows", said, "decide", ", ".join(shared.flows))
        yield _need("Shared limit", f"{flows} through {shared.title}: {shared.text}.", "", open_)


def _platform(draft: Draft) -> Iterator[View]:
    platform = draft.fit.platform
    if platform is None:
        return
    cited = draft.sources.cite(platform.reference, platform.text) if platform.reference else ""
    yield _need("Platform", f"Everything runs on {platform.text}", cited)
    routes = {
        h.record.id: h.cell.route
        for h in reversed(draft.held)
        if h.record and h.record.kind == "plugin"
    }
    for record in draft.used():
        if record.kind != "plugin":
            continue
        route = routes.get(record.id)
        told = [each.text for each in route.compatibility] if route else []
        if told:
            cited = draft.sources.cite(record.reference, record.title)
            yield _need("Plug-in", f"{record.title}: {'; '.join(told)}.", cited)


def _card_data(draft: Draft) -> Iterator[View]:
    paying = [held for held in draft.held if held.flow.payment_data]
    if not paying:
        return
    known = list(
        dict.fromkeys(h.record.card_data for h in paying if h.record and h.record.card_data)
    )
    told = " ".join(CARD_DATA.get(each, each) for each in known)
    names = listed([held.number for held in paying])
    text = f"Card numbers are neither stored in the shop nor pass through it ({names}). {told}"
    open_ = [
        draft.points.add("Flows", missing(held.record.title, CARD_QUESTION), draft.ask, held.number)
        for held in paying
        if held.record and not held.record.card_data
    ]
    yield _need("Card data", text.strip(), "", *dict.fromkeys(open_))


def volumes(draft: Draft) -> list[View]:
    """The plan's assumptions behind the volumes, with their sources."""
    found = draft.evaluation.costs
    return [
        {
            "title": each.title,
            "text": each.text,
            "source": draft.sources.cite(each.reference, each.title) or "no source",
            "place": f"{each.reference.path}, {each.reference.key}",
        }
        for each in (found.assumptions if found else ())
    ]
