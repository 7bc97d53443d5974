"""Read the answers in a workbook, wherever its rows, columns and sheets were moved."""

from collections.abc import Iterator, Mapping

from evalkit.errors import EvalkitError
from evalkit.evidence.asking.questions import COLUMNS
from evalkit.evidence.asking.workbook import MARK, SHOWN
from evalkit.evidence.taking.replies import Reply, Returned
from evalkit.tables.cells import Book, Cell, Sheet

_HEADS = {head: key for key, head in (SHOWN | COLUMNS).items()}
_TEXTS = ("question", "unit", "form")


def answers_in(book: Book) -> Returned:
    """The answers in a workbook, found by its hidden ids and the heads of its columns.

    Raises EvalkitError if it is no questionnaire.
    """
    heads = [(sheet, cell) for sheet in book.sheets for cell in sheet.cells() if _is_mark(cell)]
    if not heads:
        raise EvalkitError(
            f"{book.name} is no questionnaire of evalkit, or its hidden column of ids is gone"
        )
    replies = tuple(reply for sheet, mark in heads for reply in _replies(sheet, mark))
    remarks = tuple(remark for sheet, mark in heads for remark in _remarks(sheet, mark))
    marks = {mark.text[len(MARK) :] for _, mark in heads}
    return Returned(
        book.name, book.sha256, "".join(marks) if len(marks) == 1 else "", replies, remarks
    )


def _is_mark(cell: Cell) -> bool:
    return isinstance(cell.content, str) and cell.content.startswith(MARK)


def _columns(sheet: Sheet, mark: Cell) -> dict[str, int]:
    """The column of each key, by the head that it has in the row of the mark."""
    row = sheet.rows[mark.row].values()
    return {_HEADS[cell.text]: cell.column for cell in row if cell.text in _HEADS}


def _replies(sheet: Sheet, mark: Cell) -> Iterator[Reply]:
    columns = _columns(sheet, mark)
    for cells in _below(sheet, mark):
        if mark.column in cells:
            yield _reply(sheet, columns, cells, cells[mark.column])


def _below(sheet: Sheet, mark: Cell) -> Iterator[Mapping[int, Cell]]:
    return (cells for row, cells in sheet.rows.items() if row > mark.row)


def _reply(sheet: Sheet, columns: Mapping[str, int], cells: Mapping[int, Cell], id_: Cell) -> Reply:
    def text(key: str) -> str:
        cell = cells.get(columns.get(key, 0))
        return cell.text if cell is not None else ""

    filled = {key: cells[columns[key]] for key in COLUMNS if columns.get(key, 0) in cells}
    first = next(iter(filled.values()), id_)
    return Reply(
        id=id_.text,
        shown={key: text(key) for key in _TEXTS if key in columns},
        given={key: text(key) for key in COLUMNS},
        cell=first.address,
        sheet=sheet.name,
        formulas=tuple(COLUMNS[key] for key, cell in filled.items() if cell.is_formula),
        is_hidden=any(cell.is_hidden for cell in filled.values()),
    )


def _remarks(sheet: Sheet, mark: Cell) -> Iterator[str]:
    columns = _columns(sheet, mark)
    for key in (*_TEXTS, *COLUMNS):
        if key not in columns:
            yield f"{sheet.name}: there is no column “{(SHOWN | COLUMNS)[key]}” any more"
    for cells in _below(sheet, mark):
        filled = [cells[columns[key]] for key in COLUMNS if columns.get(key, 0) in cells]
        if filled and mark.column not in cells:
            yield f"{sheet.name}, {filled[0].address}: this row has no hidden id; not taken"
