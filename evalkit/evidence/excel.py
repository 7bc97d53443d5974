"""New Excel workbooks, whose bytes depend on nothing but what is written into them."""

import datetime
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import TYPE_CHECKING

from evalkit.errors import EvalkitError

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

NO_EXTRA = (
    "workbooks need evalkit's extra `excel`: pip install 'vendor-evalkit[excel]'; "
    "or choose another --format"
)
_LINE = 15
"""The height of a line, in points."""
_MOST_LINES = 27
"""A row is at most 409 points high."""
_A4 = 9
_MADE = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC)


@contextmanager
def as_bytes(title: str) -> Iterator[tuple["Workbook", BytesIO]]:
    """A new workbook, and the buffer that holds its bytes once the block has ended.

    Raises EvalkitError if the library that writes workbooks is not installed.
    """
    try:
        import xlsxwriter  # noqa: PLC0415  # an extra, which other formats do without
    except ImportError as error:
        raise EvalkitError(NO_EXTRA) from error
    raw = BytesIO()
    with xlsxwriter.Workbook(raw, {"in_memory": True}) as book:
        book.set_properties({"title": title, "created": _MADE})
        yield book, raw


def height(cells: Iterable[tuple[str, int]]) -> int:
    """The height in points of a row with texts in columns of some width, in letters.

    A program that opens the file does not always find it by itself.
    """
    lines = (len(text) // max(width - 4, 1) + 1 for text, width in cells)
    return _LINE * min(max(lines, default=1), _MOST_LINES)


def on_paper(sheet: "Worksheet") -> None:
    """Print a sheet as wide as a page of A4."""
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
