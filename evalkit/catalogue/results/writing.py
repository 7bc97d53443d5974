"""Write results as Parquet or CSV, with the same bytes however they came in parts."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as pa_csv
import pyarrow.parquet as pq

from evalkit.catalogue.results.order import PLACE, gathered
from evalkit.catalogue.screening import OPEN
from evalkit.catalogue.sources.table import ROWS
from evalkit.diagnostics.spreadsheet import without_formula
from evalkit.diagnostics.visible import visible
from evalkit.evaluation.ranking import RANKED

_HIDDEN = {"row", "refused", PLACE}
_UNSAFE = r"^[\s]*[=+\-@\t＝＋－＠]|;|[\x00-\x1f\x7f]|[^\x00-\x7f]"
"""Where a text may have to be changed before a spreadsheet opens it."""


def shown(table: pa.Table) -> pa.Table:
    """Results as users get them, with ranks."""
    is_ranked = pc.equal(table["standing"].cast(pa.string()), RANKED)
    rank = pc.if_else(is_ranked, table[PLACE], pa.scalar(None, pa.int64()))
    names = [n for n in table.column_names if n not in _HIDDEN and not n.startswith(OPEN)]
    found = table.select(names)
    return found.add_column(names.index("standing"), "rank", rank)


def write_parquet(tables: Iterable[pa.Table], schema: pa.Schema, file: Path) -> None:
    """Write results in row groups of a fixed size."""
    words = [each.name for each in schema if pa.types.is_dictionary(each.type)]
    with pq.ParquetWriter(file, schema, use_dictionary=words, compression="snappy") as writer:
        for table in gathered(tables, ROWS):
            writer.write_table(table, row_group_size=ROWS)


def write_csv(tables: Iterable[pa.Table], schema: pa.Schema, file: Path) -> None:
    """Write results as CSV, in which no cell is a formula."""
    plain = pa.schema([(each.name, _csv_type(each.type)) for each in schema])
    with pa_csv.CSVWriter(file, plain, write_options=_OPTIONS) as writer:
        for table in gathered(tables, ROWS):
            writer.write_table(pa.table([_csv(each) for each in table.columns], schema=plain))


_OPTIONS = pa_csv.WriteOptions(quoting_style="needed")


def _csv_type(kind: pa.DataType) -> pa.DataType:
    return pa.string() if pa.types.is_dictionary(kind) else kind


def _csv(column: pa.ChunkedArray) -> Any:
    if pa.types.is_floating(column.type):
        # Without the noise of binary fractions, as `score` writes numbers.
        return pa.array(np.round(column.to_numpy(), 9) + 0.0, from_pandas=True)
    if pa.types.is_integer(column.type):
        return column
    return safe(column.cast(pa.string()))


def safe(texts: pa.ChunkedArray) -> pa.ChunkedArray:
    """Texts that no spreadsheet takes for a formula, with hidden characters escaped."""
    doubtful = pc.match_substring_regex(texts, _UNSAFE)
    if not pc.any(doubtful).as_py():
        return texts
    made = [visible(without_formula(each)) for each in texts.filter(doubtful).to_pylist()]
    return pc.replace_with_mask(
        texts.combine_chunks(), doubtful.combine_chunks(), pa.array(made, pa.string())
    )
