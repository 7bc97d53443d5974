"""What is asked for as rows of one matrix, with a sign for each vendor."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from evalkit.evaluation.own_word import met_on_word
from evalkit.evaluation.project.sentences import musts_first
from evalkit.evaluation.record.evaluation import Evaluation, VendorResult
from evalkit.evaluation.record.fact import GateOutcome, GateResult
from evalkit.evaluation.record.fit import CellResult, FlowResult
from evalkit.evaluation.record.project import NeedOutcome, NeedResult, VendorNeed
from evalkit.integration.losses import Feasibility
from evalkit.model.flow import gate_of
from evalkit.wording.messages import fit as told
from evalkit.wording.messages.catalogue import Message, say
from evalkit.wording.messages.figures import decimal, listed, outward

Sign = Literal["met", "work", "open", "failed", ""]
GATES: dict[GateOutcome, tuple[Sign, Message]] = {
    "pass": ("met", told.MET),
    "fail": ("failed", told.NOT_MET),
    "unverified": ("open", told.NOT_VERIFIED),
}
FLOWS: dict[Feasibility, tuple[Sign, Message]] = {
    "possible": ("met", told.READY),
    "with_work": ("work", told.WITH_WORK),
    "unknown": ("open", told.NOT_VERIFIED),
    "not_possible": ("failed", told.IMPOSSIBLE),
}
NEEDS: dict[NeedOutcome, tuple[Sign, Message]] = {
    "met": ("met", told.MET),
    "not_met": ("failed", told.NOT_MET),
    "open": ("open", told.OPEN),
}


@dataclass(frozen=True)
class Cell:
    """Whether one vendor offers what is asked for: a sign, and the same in a word."""

    sign: Sign
    word: str


@dataclass(frozen=True)
class Row:
    """Something that is asked for, with a cell for each vendor in the order of the ranking."""

    title: str
    note: str
    cells: tuple[Cell, ...]


def groups(evaluation: Evaluation) -> dict[str, list[Row]]:
    """The rows by kind: must-haves, data flows by how much they are needed, and needs."""
    flows = list(_flows(evaluation))
    found = {
        "gates": list(_gates(evaluation)),
        "must": [row for need, row in flows if need == "must"],
        "wish": [row for need, row in flows if need == "wish"],
        "needs": [_need(each) for each in in_order(evaluation.needs)],
    }
    return {kind: rows for kind, rows in found.items() if rows}


def in_order(needs: Sequence[NeedResult]) -> list[NeedResult]:
    """The needs, those that are a must before the others."""
    return [needs[place] for place in musts_first(needs)]


def flow_gates(evaluation: Evaluation) -> set[str]:
    """What must-haves that are data flows have in the place of a measure."""
    return {gate_of(flow.id) for flow in evaluation.fit.flows} if evaluation.fit else set()


def _gates(evaluation: Evaluation) -> Iterator[Row]:
    """The must-haves that are no data flows: those have rows of their own."""
    flows = flow_gates(evaluation)
    for place, gate in enumerate(evaluation.vendors[0].gates):
        if gate.measure not in flows:
            cells = (gate_cell(vendor, vendor.gates[place]) for vendor in evaluation.vendors)
            yield Row(gate.title, "", tuple(cells))


def gate_cell(vendor: VendorResult, gate: GateResult) -> Cell:
    """Whether a vendor meets a must-have, and whether only its own answer says so."""
    sign, word = GATES[gate.outcome]
    return _cell(sign, told.ON_WORD if met_on_word(vendor, gate) else word)


def _flows(evaluation: Evaluation) -> Iterator[tuple[str, Row]]:
    found = evaluation.fit
    for place, flow in enumerate(found.flows if found else ()):
        cells = tuple(flow_cell(vendor.cells[place]) for vendor in found.vendors) if found else ()
        yield flow.need, Row(flow.title, _timing(flow), cells)


def _timing(flow: FlowResult) -> str:
    return say(told.TIMES[flow.timing])


def flow_cell(cell: CellResult) -> Cell:
    """Whether a vendor carries a flow."""
    sign, word = FLOWS[cell.outcome]
    if cell.outcome == "unknown" and cell.route is None:
        word = told.NO_ROUTE
    return _cell(sign, word)


def _need(need: NeedResult) -> Row:
    priority = say(told.PRIORITIES[need.priority])
    note = say(told.PRIORITY_OF, priority=priority, who=need.who) if need.who else priority
    return Row(need.text, note, tuple(need_cell(each) for each in need.vendors))


def need_cell(found: VendorNeed) -> Cell:
    """Whether a vendor meets a need; the points of a need that is only weighed."""
    if found.outcome != "weighed":
        return _cell(*NEEDS[found.outcome])
    points = [
        say(
            told.WEIGHED,
            points=outward(each.at_least or 0.0, each.at_most or 0.0, 1),
            worth=decimal(each.worth or 0.0, 0),
        )
        for each in found.by
    ]
    return Cell("", listed(points))


def _cell(sign: Sign, word: Message) -> Cell:
    return Cell(sign, say(word))
