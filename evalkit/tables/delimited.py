"""Read CSV and TSV, whose encoding and delimiter are declared or leave no doubt."""

import codecs
import csv
import re
from collections.abc import Sequence

from evalkit.errors import EvalkitError
from evalkit.tables.cells import MOST_CELLS, MOST_COLUMNS, MOST_ROWS, Sheet, sheet_of_texts

DELIMITERS = {"comma": ",", "semicolon": ";", "tab": "\t", "pipe": "|"}
"""The names of delimiters, as options and mappings write them."""
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"),
          (codecs.BOM_UTF16_BE, "utf-16"))  # fmt: skip
_SAMPLE = 100
"""Rows from which the delimiter is told."""
DECLARED = re.compile(r"sep=(.)\r?\n")
"""A first line that some programs write for Excel."""


def text_of(raw: bytes, name: str, encoding: str | None) -> str:
    """A file's text; UTF-8, or what its mark says, unless an encoding is declared.

    Raises EvalkitError if it is not that.
    """
    marked = encoding_of(raw)
    try:
        text = raw.decode(encoding or marked)
    except LookupError as error:
        raise no_encoding(encoding) from error
    except (UnicodeError, ValueError) as error:
        where = raw[: getattr(error, "start", 0)].count(b"\n") + 1
        known = encoding or ("UTF-8" if marked == "utf-8" else marked)
        raise EvalkitError(
            f"cannot read {name}:{where}: it is not {known}; name its encoding, such as "
            "--encoding cp1252, or save it as UTF-8"
        ) from error
    if "\0" in text:
        raise EvalkitError(f"cannot read {name}: it is no text")
    return text


def encoding_of(raw: bytes) -> str:
    """The encoding that the mark at the beginning of a file says; UTF-8 without one."""
    return next((each for mark, each in _MARKS if raw.startswith(mark)), "utf-8")


def no_encoding(name: str | None) -> EvalkitError:
    """The error of an encoding that does not exist."""
    return EvalkitError(f"no encoding {name!r}; name one such as cp1252")


def delimited(text: str, name: str, delimiter: str | None) -> Sheet:
    """The table in a text of delimited cells.

    Raises EvalkitError if it is larger than a table, breaks the rules of CSV, or could be divided
    in several ways.
    """
    if declared := DECLARED.match(text):
        # The line still counts, so that addresses are those that a person sees.
        delimiter = delimiter or declared[1]
    chosen = delimiter or sniffed(text, name)
    if text.count(chosen) + text.count("\n") > 4 * MOST_CELLS:
        raise EvalkitError(f"cannot read {name}: it has more than {MOST_CELLS:,} cells")
    rows = _rows(text, chosen, name)
    if declared:
        rows[:1] = [[]]
    if len(rows) > MOST_ROWS or any(len(row) > MOST_COLUMNS for row in rows):
        raise EvalkitError(
            f"cannot read {name}: it has more than {MOST_ROWS:,} rows or {MOST_COLUMNS:,} columns"
        )
    return sheet_of_texts(name, list(enumerate(rows, start=1)))


def _rows(text: str, delimiter: str, name: str) -> list[list[str]]:
    reader = csv.reader(text.splitlines(keepends=True), delimiter=delimiter, strict=True)
    try:
        return list(reader)
    except csv.Error as error:
        raise EvalkitError(f"cannot read {name}:{reader.line_num}: {error}") from error


def sniffed(text: str, name: str) -> str:
    """The delimiter by which every row has as many cells as the first, if there is one only."""
    sample = text.splitlines(keepends=True)[:_SAMPLE]
    if not sample:
        raise EvalkitError(f"cannot read {name}: it is empty")
    fits = [each for each in DELIMITERS.values() if _divides(sample, each)]
    if len(fits) == 1:
        return fits[0]
    why = "it could be divided in several ways" if fits else "no delimiter divides it evenly"
    options = ", ".join(DELIMITERS)
    raise EvalkitError(f"cannot read {name}: {why}; name the delimiter: --delimiter {options}")


def _divides(sample: Sequence[str], delimiter: str) -> bool:
    try:
        # Quotes may enclose lines beyond the sample, which only strict reading would mind.
        rows = [row for row in csv.reader(sample, delimiter=delimiter) if any(row)]
    except csv.Error:
        return False
    widths = [len(row) for row in rows]
    return bool(widths) and widths[0] > 1 and max(widths) <= widths[0]
