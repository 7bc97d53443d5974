"""Read the answers in a workbook, wherever its rows, columns and sheets were moved."""

from collections import Counter
from collections.abc import Iterator, Mapping, Set

from evalkit.diagnostics.visible import visible
from evalkit.errors import EvalkitError
from evalkit.evidence.asking.questions import COLUMNS
from evalkit.evidence.asking.workbook import MARK, SHOWN
from evalkit.evidence.taking.replies import Reply, Returned
from evalkit.evidence.taking.values import quoted
from evalkit.tables.cells import Book, Cell, Sheet

_HEADS = {head: key for key, head in (SHOWN | COLUMNS).items()}
_TEXTS = ("question", "unit", "form")
_MOST = 20
"""How many cells beside the questions are told one by one."""


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
    remarks = [remark for sheet, mark in heads for remark in _remarks(sheet, mark)]
    asking = [sheet for sheet, _ in heads]
    others = [each for each in book.sheets if each.rows and each not in asking]
    remarks += [
        f"the sheet “{each.name}” is no part of it; not read"
        for each in others
        if not each.is_hidden
    ]
    if book.has_comments:
        remarks.append("there are comments on cells; read them, as they are not taken")
    marks = {mark.text[len(MARK) :] for _, mark in heads}
    return Returned(
        file=visible(book.name),
        sha256=book.sha256,
        mark="".join(marks) if len(marks) == 1 else "",
        replies=replies,
        remarks=tuple(remarks),
    )


def _is_mark(cell: Cell) -> bool:
    return isinstance(cell.content, str) and cell.content.startswith(MARK)


def _columns(sheet: Sheet, mark: Cell) -> dict[str, int]:
    """The column of each key, by the head that it alone has in the row of the mark."""
    row = sheet.rows[mark.row].values()
    count = Counter(cell.text for cell in row)
    return {_HEADS[c.text]: c.column for c in row if c.text in _HEADS and count[c.text] == 1}


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
        sheet=visible(sheet.name),
        formulas=tuple(COLUMNS[key] for key, cell in filled.items() if cell.is_formula),
        is_hidden=any(cell.is_hidden for cell in filled.values()),
    )


def _remarks(sheet: Sheet, mark: Cell) -> Iterator[str]:
    """What is odd about a sheet: columns that are gone, and what stands beside the questions."""
    columns = _columns(sheet, mark)
    heads = [cell.text for cell in sheet.rows[mark.row].values()]
    for key in (*_TEXTS, *COLUMNS):
        head = (SHOWN | COLUMNS)[key]
        if head not in heads:
            yield f"{sheet.name}: there is no column “{head}” any more"
        elif key not in columns:
            yield f"{sheet.name}: several columns are headed “{head}”; none of them is read"
    astray = list(_astray(sheet, mark, {mark.column, *columns.values()}))
    yield from (f"{sheet.name}, {each}" for each in astray[:_MOST])
    if len(astray) > _MOST:
        yield f"{sheet.name}: {len(astray) - _MOST} more cells beside the questions; not read"


def _astray(sheet: Sheet, mark: Cell, columns: Set[int]) -> Iterator[str]:
    """What stands in rows without an id, or in other columns."""
    for cells in _below(sheet, mark):
        if mark.column not in cells:
            yield f"{next(iter(cells.values())).address}: this row has no hidden id; not taken"
        else:
            others = (cell for at, cell in cells.items() if at not in columns)
            yield from (
                f"{c.address}: {quoted(c.text)} stands beside the questions; not read"
                for c in others
            )
