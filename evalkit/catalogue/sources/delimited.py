"""Read CSV and TSV of any length in parts, as text."""

import codecs
import csv
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.csv as pa_csv

from evalkit.catalogue.sources.parquet import BROKEN, MIB
from evalkit.catalogue.sources.table import Wanted
from evalkit.errors import EvalkitError
from evalkit.tables.cells import MOST_COLUMNS, seen
from evalkit.tables.delimited import DECLARED, encoding_of, no_encoding, sniffed
from evalkit.tables.gate import refused
from evalkit.tables.mapping import TableMapping
from evalkit.tables.reading import sign_of
from evalkit.wording.numbers import thousands

_BLOCK = 4 * MIB
"""Bytes that are read at once; a row is shorter."""
_TABS = {".tsv", ".tab"}


class DelimitedFile:
    """A CSV or TSV file whose columns may be read."""

    rows: int | None = None
    above = 0

    def __init__(self, path: Path, mapping: TableMapping) -> None:
        self.path, self.name = path, path.name
        with path.open("rb") as stream:
            raw = stream.read(_BLOCK)
        self.encoding = mapping.encoding or encoding_of(raw)
        text = self._start(raw)
        declared = DECLARED.match(text)
        known = sign_of(mapping.delimiter) or (declared[1] if declared else None)
        is_tabs = known is None and path.suffix.lower() in _TABS
        self.sign = known or ("\t" if is_tabs else sniffed(text, self.name))
        self.heads, self.above = self._head(text, mapping.head + bool(declared))
        if len(self.heads) > MOST_COLUMNS:
            why = f"it has {thousands(len(self.heads))} columns, more than {MOST_COLUMNS:,}"
            raise refused(self.name, why)

    def _start(self, raw: bytes) -> str:
        """The first lines of the file."""
        try:
            text = codecs.getincrementaldecoder(self.encoding)().decode(raw)
        except LookupError as error:
            raise no_encoding(self.encoding) from error
        except (UnicodeError, ValueError) as error:
            line = raw[: getattr(error, "start", 0)].count(b"\n")
            raise self._not_in_encoding(line) from error
        if "\0" in text:
            raise refused(self.name, "it is no text")
        whole, line_end, _ = text.rpartition("\n")
        if not line_end and len(raw) == _BLOCK:
            raise refused(f"{self.name}, row 1", f"it is longer than {_BLOCK // MIB} MiB")
        return (whole + line_end if len(raw) == _BLOCK else text).removeprefix("\ufeff")

    def _head(self, text: str, number: int) -> tuple[tuple[str, ...], int]:
        """The heads in a row, and the lines up to it."""
        reader = csv.reader(text.splitlines(keepends=True), delimiter=self.sign, strict=True)
        try:
            for at, row in enumerate(reader, start=1):
                if at == number:
                    return tuple(map(seen, row)), reader.line_num
        except csv.Error as error:
            raise refused(f"{self.name}:{reader.line_num}", str(error)) from error
        raise EvalkitError(f"{self.name} has no row {number}, which should hold the heads")

    def read(self, wanted: Wanted, rows: int) -> Iterator[pa.Table]:
        """Its rows in parts."""
        places = {head: f"c{self.heads.index(head)}" for head in wanted.heads.values()}
        done = 0
        for batch in self._batches(list(places.values())):
            columns = [self._text(batch[place], done) for place in places.values()]
            table = pa.table(columns, names=list(places))
            for start in range(0, len(table), rows):
                yield table.slice(start, rows)
            done += len(table)

    def _batches(self, places: list[str]) -> Iterator[pa.RecordBatch]:
        done, odd = 0, []

        def uneven(row: Any) -> str:
            odd.append(row)
            return "error"

        try:
            reader = pa_csv.open_csv(
                self.path,
                pa_csv.ReadOptions(
                    use_threads=False,
                    block_size=_BLOCK,
                    skip_rows=self.above,
                    column_names=[f"c{place}" for place in range(len(self.heads))],
                    encoding=self.encoding,
                ),
                pa_csv.ParseOptions(
                    delimiter=self.sign, newlines_in_values=True, invalid_row_handler=uneven
                ),
                pa_csv.ConvertOptions(
                    column_types=dict.fromkeys(places, pa.binary()),
                    include_columns=places,
                    null_values=[""],
                    strings_can_be_null=True,
                ),
            )
            for batch in reader:
                yield batch
                done += batch.num_rows
        except BROKEN as error:
            raise self._broken(error, odd, done) from error

    def _broken(self, error: BaseException, odd: list[Any], done: int) -> EvalkitError:
        """The error of rows that cannot be read, with their place."""
        if isinstance(error, UnicodeError):
            return self._not_in_encoding(done)
        after = f"{self.name}, after row {thousands(done + self.above)}"
        if odd:
            row = odd[0]
            why = f"a row has {row.actual_columns} cells, not {row.expected_columns}"
            return refused(after, why)
        if "straddl" in str(error):
            return refused(
                after, f"a row is longer than {_BLOCK // MIB} MiB, or quotes are not closed"
            )
        return refused(after, str(error))

    def _text(self, column: pa.Array, done: int) -> pa.Array:
        try:
            found = column.cast(pa.string())
        except pa.ArrowInvalid as error:
            raise self._not_in_encoding(done + _first_odd(column)) from error
        if (np.frombuffer(found.buffers()[2] or b"", np.uint8) == 0).any():
            raise refused(f"{self.name}, after row {thousands(done + self.above)}", "it is no text")
        return found

    def _not_in_encoding(self, row: int) -> EvalkitError:
        known = "UTF-8" if self.encoding.startswith("utf-8") else self.encoding
        return refused(
            f"{self.name}, row {thousands(row + self.above + 1)}",
            f"it is not {known}; write its encoding into the mapping, such as `encoding: cp1252`",
        )


def _first_odd(column: pa.Array) -> int:
    """The first entry that is not UTF-8."""
    low, high = 0, len(column)
    while high - low > 1:
        middle = (low + high) // 2
        try:
            column[low:middle].cast(pa.string())
        except pa.ArrowInvalid:
            high = middle
        else:
            low = middle
    return low
