"""New Excel workbooks, whose bytes depend on nothing but what is written into them."""

import datetime
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import TYPE_CHECKING

from evalkit.errors import EvalkitError

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook

NO_EXTRA = (
    "workbooks need evalkit's extra `excel`: pip install 'vendor-evalkit[excel]'; "
    "or choose another --format"
)
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
