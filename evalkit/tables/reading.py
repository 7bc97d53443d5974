"""Read a table from a file of any kind, safely; the one way into this room.

`read_book` tells what a file is by its bytes first and by its suffix second, so that a renamed
workbook is still held against the gate. Nothing in a file is run, and nothing outside it is read.
"""

from pathlib import Path

from evalkit.errors import EvalkitError
from evalkit.source.reading import UnreadableError, content
from evalkit.tables.cells import MOST_CELLS, Book, fingerprint
from evalkit.tables.delimited import DELIMITERS, delimited, text_of
from evalkit.tables.gate import MOST_BYTES, is_workbook, refused
from evalkit.tables.markdown import markdown
from evalkit.tables.workbook import workbook

_WORKBOOKS = {".xlsx", ".xlsm", ".xlsb", ".xls", ".xltx", ".xltm", ".ods"}
_MARKDOWN = {".md", ".markdown"}
_TABS = {".tsv", ".tab"}
_MOST_TEXT = 8 * 1024 * 1024


def read_book(file: Path, *, encoding: str | None = None, delimiter: str | None = None) -> Book:
    """The tables of a workbook (.xlsx), of a Markdown text, or of a CSV or TSV file.

    `delimiter` is a name such as semicolon, or the character; both it and the encoding are told
    from the file if they leave no doubt. Raises EvalkitError with the reason if the file cannot or
    must not be read.
    """
    raw = _bytes(file)
    name, suffix = file.name, file.suffix.lower()
    if is_workbook(raw):
        if suffix not in _WORKBOOKS:
            raise refused(name, f"it is a workbook, though its name ends in {suffix or 'nothing'}")
        book = workbook(raw, name)
    elif suffix in _WORKBOOKS:
        raise refused(name, f"it is no workbook, though its name ends in {suffix}")
    elif suffix in _MARKDOWN:
        sheets = markdown(text_of(_short(raw, name), name, encoding))
        book = Book(name, "markdown", sheets, sha256=fingerprint(raw))
    else:
        text = text_of(_short(raw, name), name, encoding)
        sign = "\t" if suffix in _TABS and delimiter is None else sign_of(delimiter)
        book = Book(name, "text", (delimited(text, name, sign),), sha256=fingerprint(raw))
    return _held(book)


def _held(book: Book) -> Book:
    count = sum(len(row) for sheet in book.sheets for row in sheet.rows.values())
    if count > MOST_CELLS:
        raise refused(book.name, f"it has {count:,} filled cells, more than {MOST_CELLS:,}")
    if not count:
        raise refused(book.name, "there is no table in it")
    return book


def _bytes(file: Path) -> bytes:
    try:
        return content(file, MOST_BYTES)
    except UnreadableError as error:
        raise EvalkitError(f"cannot read {file}: {error.reason}") from error


def _short(raw: bytes, name: str) -> bytes:
    if len(raw) > _MOST_TEXT:
        raise refused(name, f"it is larger than {_MOST_TEXT // 1024 // 1024} MiB")
    return raw


def sign_of(delimiter: str | None) -> str | None:
    """A delimiter by its name or itself. Raises EvalkitError if there is none of that name."""
    if delimiter is None or len(delimiter) == 1:
        return delimiter
    if delimiter not in DELIMITERS:
        raise EvalkitError(f"no delimiter {delimiter!r}; name one of {', '.join(DELIMITERS)}")
    return DELIMITERS[delimiter]
