"""Read Excel workbooks; the only module that opens them."""

import datetime
import math
import re
import struct
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING, Any

from evalkit.errors import EvalkitError
from evalkit.tables.cells import Book, Cell, Content, Sheet, fingerprint, seen
from evalkit.tables.gate import opened, refused
from evalkit.tables.numbers import percent
from evalkit.tables.scan import Seen, scanned

if TYPE_CHECKING:
    from openpyxl import Workbook

NO_EXTRA = (
    "Excel workbooks need evalkit's extra `excel`: pip install 'vendor-evalkit[excel]'; "
    "or save the table as CSV"
)
_COMMENTS = re.compile("xl/(threaded)?comments", re.IGNORECASE)
"""The parts with comments on cells."""
_BROKEN = (
    ArithmeticError, AssertionError, AttributeError, EOFError, LookupError, NotImplementedError,
    OSError, RecursionError, SyntaxError, TypeError, ValueError, struct.error, zipfile.BadZipFile,
    zlib.error,
)  # fmt: skip
"""What openpyxl, and what it is built upon, raises for workbooks that break the rules."""


def workbook(raw: bytes, name: str) -> Book:
    """The sheets of a workbook.

    Raises EvalkitError with the reason if it cannot or must not be read.
    """
    try:
        import defusedxml  # noqa: F401
        import openpyxl
    except ImportError as error:
        raise EvalkitError(NO_EXTRA) from error
    try:
        with opened(raw, name) as archive, warnings.catch_warnings():
            seen = scanned(archive, name)
            # openpyxl tells of what it leaves out, such as drop-downs; none of it is a value.
            warnings.simplefilter("ignore")
            # It reads the bytes that were looked through, not the file once more.
            book = openpyxl.load_workbook(BytesIO(raw), read_only=True, data_only=True)
            sheets, commented = tuple(_sheets(book, seen)), any(map(_COMMENTS.match, seen))
            return Book(name, "workbook", sheets, commented, sha256=fingerprint(raw))
    except _BROKEN as error:
        raise refused(name, "it is damaged, or not written as Excel writes workbooks") from error


def _sheets(book: "Workbook", seen: dict[str, Seen]) -> Iterator[Sheet]:
    for sheet in book.worksheets:
        # openpyxl says nowhere else which part a sheet is.
        beside = seen[sheet._worksheet_path]  # type: ignore[attr-defined]
        hidden = sheet.sheet_state != "visible"
        rows: dict[int, dict[int, Cell]] = {}
        for row in sheet.iter_rows(1, beside.last_row, 1, beside.last_column):
            for cell in (_cell(each, beside, hidden) for each in row):
                if cell is not None:
                    rows.setdefault(cell.row, {})[cell.column] = cell
        yield Sheet(sheet.title, rows, hidden, tuple(beside.merged))


def _cell(given: Any, beside: Seen, hidden: bool) -> Cell | None:
    """A cell with its content; None if it is empty."""
    if not hasattr(given, "row"):
        return None
    here = (given.row, given.column)
    is_formula = here in beside.formulas
    content = _content(given.value)
    if content is None and (not is_formula or here in beside.texts):
        return None
    is_percent = isinstance(content, float) and "%" in (given.number_format or "")
    if is_percent and isinstance(content, float):
        content = percent(content)
    return Cell(
        *here, "" if content is None else content, is_formula, hidden or beside.hides(*here),
        is_percent,
    )  # fmt: skip


def _content(value: Any) -> Content | None:
    if isinstance(value, str):
        return value if seen(value) else None
    if isinstance(value, datetime.datetime):
        return value.date() if value.time() == datetime.time() else value
    if value is None or isinstance(value, (bool, datetime.date)):
        return value
    if isinstance(value, (int, float)):
        number = float(value)
        return number if math.isfinite(number) else str(value)
    return str(value)
