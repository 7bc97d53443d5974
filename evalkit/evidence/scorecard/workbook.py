"""A scorecard as an Excel workbook, whose weights can be changed and whose points follow."""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from evalkit.diagnostics.visible import visible
from evalkit.evaluation.record.evaluation import Evaluation
from evalkit.evidence.excel import as_bytes, on_paper
from evalkit.evidence.scorecard.calculation import add_calculation, cell
from evalkit.evidence.scorecard.columns import Columns, name_of
from evalkit.evidence.scorecard.evidence import add_facts, add_musts
from evalkit.evidence.scorecard.ranking import add_ranking

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook

_NO_NAME = re.compile(r"[\[\]:*?/\\']")
"""What no sheet's name may have."""
_LONGEST = 31
_HEADS = ("Below", "Criterion or measure", "Weight", "Id")
_HINT = "Weights count among those with the same criterion in the first column; change them here."


def to_scorecard(evaluation: Evaluation, told: str) -> bytes:
    """The workbook of a plan; `told` is what a scenario changes, empty without one.

    Raises EvalkitError if the library that writes workbooks is not installed.
    """
    with as_bytes(visible(evaluation.plan.title)) as (book, raw):
        columns = Columns(evaluation)
        add_ranking(book, evaluation, "Ranking", told, columns)
        _add_weights(book, columns)
        add_musts(book, evaluation)
        add_facts(book, evaluation)
        add_calculation(book, columns)
    return raw.getvalue()


def to_rankings(evaluations: Sequence[Evaluation]) -> bytes:
    """A sheet with the ranking of each evaluation, in figures.

    Raises EvalkitError if the library that writes workbooks is not installed.
    """
    with as_bytes("Rankings") as (book, raw):
        for evaluation, name in zip(evaluations, _names(evaluations), strict=True):
            add_ranking(book, evaluation, name, "", None)
    return raw.getvalue()


def _names(evaluations: Sequence[Evaluation]) -> Iterator[str]:
    """A name for each sheet, each once: short, and without what names may not have."""
    used: set[str] = set()
    for evaluation in evaluations:
        plain = _NO_NAME.sub(" ", visible(evaluation.plan.title))[:_LONGEST].strip()
        tried, count = plain, 1
        while not tried or tried.casefold() in used:
            count += 1
            end = f" {count}"
            tried = f"{plain[: _LONGEST - len(end)]}{end}".strip()
        used.add(tried.casefold())
        yield tried


def _add_weights(book: "Workbook", columns: Columns) -> None:
    sheet = book.add_worksheet("Weights")
    sheet.protect()
    head = book.add_format({"bold": True, "bottom": 1})
    paper = {"locked": False, "border": 1, "bg_color": "#FFFBE6"}
    editable, part = book.add_format(paper), book.add_format({**paper, "num_format": "0.0000"})
    sheet.write_string(0, 0, _HINT)
    for column, text in enumerate(_HEADS):
        sheet.write_string(1, column, text, head)
    titles = {each.id: each.title for each in columns.nodes}
    for row, node in enumerate(columns.nodes, start=2):
        sheet.write_string(row, 0, visible(titles.get(node.above, "")))
        sheet.write_string(row, 1, visible(node.title))
        is_whole = float(node.weight).is_integer()
        sheet.write_number(row, 2, node.weight, editable if is_whole else part)
        sheet.write_string(row, 3, node.id)
        book.define_name(name_of(node.id), f"=Weights!{cell((row, 2))}")
    sheet.data_validation(
        2,
        2,
        1 + len(columns.nodes),
        2,
        {"validate": "decimal", "criteria": ">=", "value": 0, "error_message": "At least 0."},
    )
    sheet.freeze_panes(2, 0)
    sheet.set_column(0, 1, 34)
    sheet.set_column(2, 2, 12)
    sheet.set_column(3, 3, 30)
    on_paper(sheet)
