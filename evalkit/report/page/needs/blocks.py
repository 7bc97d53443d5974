"""What is folded: each thing that is asked for, with each vendor's result, reasons and source."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict

from evalkit.evaluation.record.evaluation import Evaluation, VendorResult
from evalkit.evaluation.record.fact import FactResult, GateResult
from evalkit.evaluation.record.project import VendorNeed
from evalkit.evaluation.record.source import Source
from evalkit.explanation.lookup import labels
from evalkit.report.page.needs.rows import Cell, flow_gates, gate_cell, in_order, need_cell
from evalkit.templates.view import View
from evalkit.wording.messages import fit as told
from evalkit.wording.messages.catalogue import say
from evalkit.wording.messages.figures import date


def gate_blocks(evaluation: Evaluation) -> Iterator[View]:
    """Each must-have that is no data flow, with what was found."""
    flows = flow_gates(evaluation)
    for place, gate in enumerate(evaluation.vendors[0].gates):
        if gate.measure not in flows:
            rows = [_gate(vendor, vendor.gates[place]) for vendor in evaluation.vendors]
            yield block(gate.requirement, [gate.because] if gate.because else [], rows)


def _gate(vendor: VendorResult, gate: GateResult) -> View:
    fact = _fact(vendor, gate.measure)
    sources = [fact.reading] if fact and fact.reading else fact.looked if fact else []
    place = f"{fact.path}, {fact.key}" if fact else ""
    return row(vendor.name, gate_cell(vendor, gate), [gate.reason], sources, place)


def _fact(vendor: VendorResult, measure: str) -> FactResult | None:
    value = vendor.measures.get(measure)
    return value.fact if value else vendor.background.get(measure)


def need_blocks(evaluation: Evaluation) -> Iterator[View]:
    """Each need, with what meets it for each vendor."""
    names = labels(evaluation)
    for need in in_order(evaluation.needs):
        yield block(need.text, [], [_need(names[each.vendor], each) for each in need.vendors])


def _need(name: str, found: VendorNeed) -> View:
    reasons = [say(told.SERVED, title=each.title, text=each.text) for each in found.by]
    sources = [each.reference for each in found.by if each.reference]
    return row(name, need_cell(found), reasons, sources, "")


def block(title: str, about: Sequence[str], rows: Sequence[View]) -> View:
    """One thing that is asked for, and a row for each vendor."""
    return {"title": title, "about": list(about), "rows": list(rows)}


def row(name: str, cell: Cell, reasons: list[str], sources: Sequence[Source], place: str) -> View:
    """A vendor's result, what it rests on, and where that was read."""
    return {
        "name": name,
        **asdict(cell),
        "reasons": reasons,
        "sources": [source(each) for each in sources],
        "place": place,
    }


def source(found: Source) -> View:
    """A source, the copy of it that was read, and the day on which it was checked."""
    return {
        "text": found.source or say(told.NO_SOURCE),
        "via": found.via,
        "checked": date(found.checked) if found.checked else say(told.UNDATED),
        "note": found.note,
    }
