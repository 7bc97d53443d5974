"""The answers of all vendors side by side: a question a row, a vendor a column."""

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from evalkit.diagnostics.spreadsheet import without_formula
from evalkit.diagnostics.visible import visible
from evalkit.evaluation.record.evaluation import Evaluation, VendorResult
from evalkit.evaluation.record.fact import ReadingResult
from evalkit.evidence.excel import as_bytes, height, on_paper
from evalkit.evidence.register import Register, State
from evalkit.model.source import Kind
from evalkit.templates.escape import markdown
from evalkit.wording.messages.figures import short_date

NO_ANSWER, NOT_ASKED = "no answer yet", "not asked"
_HEADS = ("Question", "Unit")
_WIDE = 40


@dataclass(frozen=True)
class Answers:
    """A table of what vendors answered."""

    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def answers(evaluation: Evaluation, register: Register, states: Sequence[State]) -> Answers:
    """The answers of every vendor that was asked or has answered, in the order of the criteria."""
    by_vendor = {each.vendor: each for each in states}
    vendors = [
        vendor
        for vendor in evaluation.vendors
        if vendor.id in by_vendor or any(_said(vendor, name) for name in vendor.measures)
    ]
    asked = {measure for each in register.rounds for measure in each.questions}
    rows = [
        (measure.title, measure.unit, *(_cell(v, measure.id, by_vendor.get(v.id)) for v in vendors))
        for criterion in evaluation.criteria
        for measure in criterion.measures
        if measure.id in asked or any(_said(vendor, measure.id) for vendor in vendors)
    ]
    names = (vendor.name for vendor in vendors)
    return Answers(evaluation.plan.title, (*_HEADS, *names), tuple(rows))


def _said(vendor: VendorResult, measure: str) -> list[ReadingResult]:
    """What a vendor answered about a measure."""
    fact = vendor.measures[measure].fact
    stated = (fact.reading, *fact.conflicts) if fact is not None else ()
    return [each for each in stated if each is not None and each.kind == Kind.VENDOR_ANSWER.value]


def _cell(vendor: VendorResult, measure: str, state: State | None) -> str:
    said = _said(vendor, measure)
    if said:
        return "; ".join(map(_in_words, said))
    if state is not None and measure in state.unclear:
        return f"unclear: {state.unclear[measure]}"
    return NO_ANSWER if state is not None and measure in state.waiting else NOT_ASKED


def _in_words(reading: ReadingResult) -> str:
    day = f" ({short_date(reading.checked)})" if reading.checked else ""
    note = f" {reading.note}" if reading.note else ""
    return f"{reading.text}{day}{':' if note else ''}{note}"


def to_csv(found: Answers) -> str:
    """The table as CSV, in which no cell is taken for a formula."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerows([visible(without_formula(cell)) for cell in row] for row in _rows(found))
    return text.getvalue()


def to_markdown(found: Answers) -> str:
    """The table as Markdown."""
    heads, *rows = [[str(markdown(cell)) for cell in row] for row in _rows(found)]
    lines = [heads, ["---"] * len(heads), *rows]
    title = f"# Answers: {markdown(found.title)}"
    return "\n".join([title, "", *(f"| {' | '.join(line)} |" for line in lines), ""])


def to_workbook(found: Answers) -> bytes:
    """The table as an Excel workbook."""
    with as_bytes(f"Answers: {found.title}") as (book, raw):
        sheet = book.add_worksheet("Answers")
        text = book.add_format({"text_wrap": True, "valign": "top"})
        head = book.add_format({"bold": True, "bottom": 1})
        for row, cells in enumerate(_rows(found)):
            sheet.set_row(row, height((cell, _WIDE) for cell in cells))
            for column, cell in enumerate(cells):
                sheet.write_string(row, column, visible(cell), text if row else head)
        sheet.set_column(0, len(found.heads) - 1, _WIDE)
        sheet.freeze_panes(1, 1)
        on_paper(sheet)
    return raw.getvalue()


def _rows(found: Answers) -> Iterator[tuple[str, ...]]:
    yield found.heads
    yield from found.rows
