"""Read Parquet in parts; what its metadata say is held against bounds, and against its rows."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from evalkit.catalogue.sources.table import Wanted
from evalkit.tables.cells import MOST_COLUMNS
from evalkit.tables.gate import refused
from evalkit.wording.numbers import thousands

MIB = 1024 * 1024
_BASE = 16 * MIB
_EACH = 1_024
"""The bytes that a column may unpack to, once and for each row: names are shorter."""
BROKEN = (pa.ArrowException, OSError, OverflowError, ValueError, KeyError, MemoryError)
"""What pyarrow raises for files that break the rules."""


class ParquetFile:
    """A Parquet file whose columns may be read."""

    above = 0

    def __init__(self, path: Path) -> None:
        self.path, self.name = path, path.name
        with self._opened() as file:
            self.schema, self.meta = file.schema_arrow, file.metadata
        self.heads = tuple(self.schema.names)
        self.rows: int | None = self.meta.num_rows
        if len(self.heads) > MOST_COLUMNS:
            why = f"it has {thousands(len(self.heads))} columns, more than {MOST_COLUMNS:,}"
            raise refused(self.name, why)
        self.sizes = [self.meta.row_group(at).num_rows for at in range(self.meta.num_row_groups)]
        if sum(self.sizes) != self.meta.num_rows:
            raise refused(self.name, "it says otherwise than its parts how many rows it has")

    def _opened(self, **options: Any) -> Any:
        try:
            return pq.ParquetFile(self.path, **options)
        except BROKEN as error:
            raise refused(self.name, "it is no Parquet file, or it is damaged") from error

    def hold(self, wanted: Wanted) -> None:
        """Raise EvalkitError if columns that are wanted hold no single values, or too much."""
        heads = set(wanted.heads.values())
        for head in heads:
            kind = self.schema.field(head).type
            if not _is_plain(kind):
                raise refused(self.name, f"the column {head!r} holds {kind}, not single values")
        for group, rows in enumerate(self.sizes):
            part = self.meta.row_group(group)
            for chunk in map(part.column, range(part.num_columns)):
                head, size = chunk.path_in_schema, chunk.total_uncompressed_size
                if head in heads and size > _BASE + _EACH * rows:
                    why = f"the column {head!r} unpacks to {thousands(size // MIB)} MiB"
                    raise refused(self.name, f"{why} for {thousands(rows)} rows")

    def read(
        self, wanted: Wanted, rows: int, groups: Sequence[int] | None = None
    ) -> Iterator[pa.Table]:
        """Its rows in parts, of all row groups or of some.

        Raises EvalkitError with the rows that cannot be read.
        """
        heads = list(dict.fromkeys(wanted.heads.values()))
        # An entry that stands in many rows is kept once.
        texts = [head for head in heads if _is_text(self.schema.field(head).type)]
        with self._opened(read_dictionary=texts) as file:
            for group in range(len(self.sizes)) if groups is None else groups:
                done, end = sum(self.sizes[:group]), sum(self.sizes[: group + 1])
                # With threads it takes half as much processor time again.
                batches = file.iter_batches(
                    rows, row_groups=[group], columns=heads, use_threads=False
                )
                while batch := self._next(batches, f"{thousands(done + 1)} to {thousands(end)}"):
                    done += batch.num_rows
                    yield pa.Table.from_batches([batch])
                if done != end:
                    why = f"{thousands(end - done)} rows are not there"
                    raise refused(f"{self.name}, row group {group + 1}", why)

    def _next(self, batches: Iterator[pa.RecordBatch], rows: str) -> pa.RecordBatch | None:
        try:
            return next(batches, None)
        except BROKEN as error:
            raise refused(f"{self.name}, rows {rows}", "they are damaged") from error


def _is_text(kind: pa.DataType) -> bool:
    tests = (pa.types.is_string, pa.types.is_large_string, pa.types.is_dictionary)
    return any(test(kind) for test in tests)


_PLAIN: tuple[Callable[[pa.DataType], bool], ...] = (
    pa.types.is_boolean, pa.types.is_integer, pa.types.is_floating, pa.types.is_decimal,
    pa.types.is_string, pa.types.is_large_string, pa.types.is_date, pa.types.is_timestamp,
    pa.types.is_null,
)  # fmt: skip


def _is_plain(kind: pa.DataType) -> bool:
    if pa.types.is_dictionary(kind):
        kind = kind.value_type
    return any(test(kind) for test in _PLAIN)
