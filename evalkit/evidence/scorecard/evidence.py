"""The sheets of a scorecard with facts, their sources, and the outcome of must-haves."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from evalkit.diagnostics.visible import visible
from evalkit.evaluation.record.evaluation import Evaluation
from evalkit.evaluation.record.fact import FactResult, MeasureValue
from evalkit.evaluation.record.source import Source
from evalkit.evidence.excel import height, on_paper
from evalkit.wording.messages.catalogue import say
from evalkit.wording.messages.record.facts import NOT_LOOKED_FOR

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook

_LEFT = ("Criterion", "Measure", "Unit")
_TITLE, _WIDE = 24, 28
_MUSTS = ("Vendor", "Must-have", "Outcome", "Why", "Because")
_WIDTHS = (20, 34, 10, 44, 44)
OUTCOMES = {"pass": "met", "fail": "not met", "unverified": "open"}
_OPEN = {"not_looked_for", "not_found"}


def add_facts(book: "Workbook", evaluation: Evaluation) -> None:
    """Add the facts, a measure a row and a vendor a column; a comment says where each is from."""
    sheet = book.add_worksheet("Facts")
    sheet.protect()
    head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
    text = book.add_format({"text_wrap": True, "valign": "top"})
    unknown = book.add_format(
        {"text_wrap": True, "valign": "top", "italic": True, "bg_color": "#F4E3C1"}
    )
    for column, name in enumerate((*_LEFT, *(each.name for each in evaluation.vendors))):
        sheet.write_string(0, column, visible(name), head)
    measures = [(top, each) for top in evaluation.criteria for each in top.measures]
    for row, (top, measure) in enumerate(measures, start=1):
        facts = [(stated(each.measures[measure.id]), _WIDE) for each in evaluation.vendors]
        sheet.set_row(row, height([(top.title, _TITLE), (measure.title, _TITLE), *facts]))
        for column, cell in enumerate((top.title, measure.title, measure.unit)):
            sheet.write_string(row, column, visible(cell), text)
        for column, vendor in enumerate(evaluation.vendors, start=len(_LEFT)):
            found = vendor.measures[measure.id]
            style = unknown if found.status in _OPEN else text
            sheet.write_string(row, column, visible(stated(found)), style)
            comment = "\n".join(origins(found.fact)) if found.fact else ""
            if comment:
                sheet.write_comment(row, column, comment, {"x_scale": 2.5, "y_scale": 1.5})
    sheet.freeze_panes(1, len(_LEFT))
    sheet.set_column(0, 1, _TITLE)
    sheet.set_column(len(_LEFT), len(_LEFT) + len(evaluation.vendors) - 1, _WIDE)
    on_paper(sheet)


def stated(found: MeasureValue) -> str:
    """A fact in words, or that nobody has looked for it."""
    return found.fact.text if found.fact else say(NOT_LOOKED_FOR)


def origins(fact: FactResult) -> Iterator[str]:
    """Every source of a fact, a line each: what it states, where and when it was read."""
    if fact.reading:
        yield from filter(None, [_origin(fact.reading)])
    for conflict in fact.conflicts:
        yield visible(f"{conflict.text}: {_origin(conflict)}")
    for look in fact.looked:
        yield f"not found: {_origin(look)}"


def _origin(source: Source) -> str:
    day = f"checked {source.checked}" if source.checked else ""
    via = f"via {source.via}" if source.via else ""
    return visible(", ".join(filter(None, (source.source, via, day, source.kind, source.note))))


def add_musts(book: "Workbook", evaluation: Evaluation) -> None:
    """Add the outcome of each must-have for each vendor."""
    sheet = book.add_worksheet("Must-haves")
    sheet.protect()
    head = book.add_format({"bold": True, "bottom": 1})
    text = book.add_format({"text_wrap": True, "valign": "top"})
    for column, name in enumerate(_MUSTS):
        sheet.write_string(0, column, name, head)
    for row, cells in enumerate(_musts(evaluation), start=1):
        sheet.set_row(row, height(zip(cells, _WIDTHS, strict=True)))
        for column, cell in enumerate(cells):
            sheet.write_string(row, column, visible(cell), text)
    sheet.freeze_panes(1, 0)
    for column, width in enumerate(_WIDTHS):
        sheet.set_column(column, column, width)
    on_paper(sheet)


def _musts(evaluation: Evaluation) -> Iterator[tuple[str, ...]]:
    for vendor in evaluation.vendors:
        for gate in vendor.gates:
            yield vendor.name, gate.requirement, OUTCOMES[gate.outcome], gate.reason, gate.because
