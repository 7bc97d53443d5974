"""A questionnaire as an Excel workbook, whose bytes depend on nothing but the questions."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from evalkit.diagnostics.visible import visible
from evalkit.evidence.asking.questions import COLUMNS, HOW, Question, Questionnaire
from evalkit.evidence.excel import as_bytes, height, on_paper

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

MARK = "evalkit:"
"""Stands before the digest of the questions, at the head of the hidden column of ids."""
SHOWN = {
    "number": "No.",
    "title": "Topic",
    "question": "Question",
    "unit": "Unit",
    "form": "How to answer",
    "criterion": "Counts for",
    "unclear": "Still open",
}
"""What a vendor reads about each question: a key, and the head of its column."""
_OPTIONAL = ("criterion", "unclear")
_WIDTHS = {"number": 5, "title": 24, "question": 48, "unit": 12, "form": 36, "answer": 30}
_WIDTH = 22
_WRAPPED = ("title", "question", "form", *_OPTIONAL)
_FIELDS = {"question": "text"}
"""What a column shows of a question, where it has another name."""
_LINE, _DATES = ("roadmap", "date")
HEAD = 4
"""The row of the heads, from 0."""


def to_workbook(asked: Questionnaire) -> bytes:
    """The bytes of the workbook.

    Raises EvalkitError if the library that writes workbooks is not installed.
    """
    with as_bytes(f"Questions to {asked.name}") as (book, raw):
        _fill(book, asked)
    return raw.getvalue()


def _fill(book: "Workbook", asked: Questionnaire) -> None:
    sheet, lists = book.add_worksheet("Questions"), book.add_worksheet("Lists")
    lists.very_hidden()
    styles = {
        "title": book.add_format({"bold": True, "font_size": 14}),
        "head": book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1}),
        "text": book.add_format({"text_wrap": True, "valign": "top", "align": "left"}),
        # As text, so that 99.9% or 1-2 stay what was typed.
        "answer": book.add_format(
            {"text_wrap": True, "valign": "top", "border": 1, "num_format": "@"}
        ),
        "date": book.add_format({"valign": "top", "border": 1, "num_format": "yyyy-mm-dd"}),
    }
    used = [key for key in _OPTIONAL if any(getattr(each, key) for each in asked.questions)]
    keys = [key for key in (*SHOWN, *COLUMNS) if key in used or key not in _OPTIONAL]
    _head(sheet, asked, keys, styles)
    for row, question in enumerate(asked.questions, start=HEAD + 1):
        sheet.write_string(row, 0, asked.id_of(question))
        sheet.set_row(row, _height(question, keys))
        for column, key in enumerate(keys, start=1):
            _cell(sheet, row, column, (key, question), styles)
        _choices(sheet, lists, row, keys, question)


def _height(question: Question, keys: Sequence[str]) -> int:
    texts = {key: getattr(question, _FIELDS.get(key, key)) for key in keys if key in _WRAPPED}
    return height((text, _WIDTHS.get(key, _WIDTH)) for key, text in texts.items())


def _head(
    sheet: "Worksheet", asked: Questionnaire, keys: Sequence[str], styles: Mapping[str, "Format"]
) -> None:
    sheet.write_string(0, 1, visible(f"Questions to {asked.name}"), styles["title"])
    sheet.write_string(1, 1, visible(asked.title))
    due = f"Please answer by {asked.due}. " if asked.due else ""
    sheet.write_string(2, 1, f"{due}Answer what you can, and leave everything else as it is.")
    sheet.write_string(HEAD, 0, f"{MARK}{asked.mark}")
    sheet.set_row(HEAD, height([(COLUMNS["evidence"], _WIDTH)]))
    sheet.set_column(0, 0, None, None, {"hidden": True})
    for column, key in enumerate(keys, start=1):
        sheet.write_string(HEAD, column, (SHOWN | COLUMNS)[key], styles["head"])
        sheet.set_column(column, column, _WIDTHS.get(key, _WIDTH))
    sheet.freeze_panes(HEAD + 1, 3)
    # The range has the hidden ids in it, so that they stay with their rows when these are sorted.
    sheet.autofilter(HEAD, 0, HEAD + len(asked.questions), len(keys))
    on_paper(sheet)


def _cell(
    sheet: "Worksheet",
    row: int,
    column: int,
    asked: tuple[str, Question],
    styles: Mapping[str, "Format"],
) -> None:
    key, question = asked
    if key == "number":
        sheet.write_number(row, column, row - HEAD, styles["text"])
    elif key in SHOWN:
        text = getattr(question, _FIELDS.get(key, key))
        sheet.write_string(row, column, visible(text), styles["text"])
    else:
        is_date = key in _DATES or (key == "answer" and question.kind == "date")
        sheet.write_blank(row, column, None, styles["date" if is_date else "answer"])


def _choices(
    sheet: "Worksheet", lists: "Worksheet", row: int, keys: Sequence[str], question: Question
) -> None:
    """The drop-downs of a row; anything else may be typed too, as lists have commas."""
    choices = {"answer": question.choices, "offered": HOW}
    for place, (key, names) in enumerate(choices.items()):
        if not names:
            continue
        # On a sheet of their own: in the cell itself, 255 characters are the most.
        column = 2 * row + place
        for at, name in enumerate(names):
            lists.write_string(at, column, visible(name))
        source = (0, column, len(names) - 1, column)
        at = keys.index(key) + 1
        sheet.data_validation(
            row,
            at,
            row,
            at,
            {"validate": "list", "source": _range(source), "error_type": "information"},
        )


def _range(place: tuple[int, int, int, int]) -> str:
    from xlsxwriter.utility import xl_range_abs  # noqa: PLC0415  # an extra, as above

    return f"=Lists!{xl_range_abs(*place)}"
