"""What could not be read, in a file of its own: cells, and rows without an id of their own."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as pa_csv

from evalkit.catalogue.results.tally import fingerprints
from evalkit.catalogue.results.writing import safe
from evalkit.catalogue.sources.table import Source
from evalkit.scoring.values import Indices
from evalkit.wording.messages.catalogue import say
from evalkit.wording.messages.record.long_list import NO_ID, SAME_ID

_EXAMPLES = 3
_SCHEMA = pa.schema(
    [("file", pa.string()), ("row", pa.int64())]
    + [(name, pa.string()) for name in ("id", "column", "text", "reason")]
)


@dataclass(slots=True)
class Refusals:
    """How much could not be read, with a few examples."""

    cells: Counter[str] = field(default_factory=Counter)
    """How many cells, by the head of their column."""
    repeated: int = 0
    """How many rows share their id with another one."""
    nameless: int = 0
    """How many rows have no id."""
    examples: list[dict[str, Any]] = field(default_factory=list)
    """The first cells, with the columns of the file."""

    @property
    def count(self) -> int:
        """How many entries the file has."""
        return self.cells.total() + self.repeated + self.nameless


def write_refusals(
    tables: Iterable[pa.Table], source: Source, same: Indices, file: Path
) -> Refusals:
    """Write everything that could not be read to a CSV file, and count it.

    `same` are the fingerprints of ids that are there more than once.
    """
    found = Refusals()
    heads = pa.array([column.head for column in source.wanted.columns], pa.string())
    with pa_csv.CSVWriter(file, _SCHEMA) as writer:
        for table in tables:
            of_ids = _of_ids(table["id"].combine_chunks(), source.wanted.heads["id"], same, found)
            of_cells = _of_cells(table["refused"].combine_chunks(), heads, found)
            entries = pa.concat_tables([*of_ids, of_cells])
            # What is said about a row's id comes first, as the sort is stable.
            entries = _placed(entries.sort_by("at"), table, source)
            if len(found.examples) < _EXAMPLES and len(of_cells):
                shown = _placed(of_cells, table, source).slice(0, _EXAMPLES - len(found.examples))
                found.examples += shown.to_pylist()
            texts = {
                name: safe(entries[name]) for name in ("file", "id", "column", "text", "reason")
            }
            writer.write_table(pa.table({**texts, "row": entries["row"]}).select(_SCHEMA.names))
    return found


def _of_ids(ids: pa.Array, head: str, same: Indices, found: Refusals) -> Iterator[pa.Table]:
    """Rows without an id, and rows whose id is there more than once."""
    is_none = pc.equal(ids, "").to_numpy(zero_copy_only=False)
    is_same = np.isin(fingerprints(ids), same) & ~is_none if len(same) else is_none & False
    found.nameless += int(is_none.sum())
    found.repeated += int(is_same.sum())
    for rows, message in ((np.flatnonzero(is_none), NO_ID), (np.flatnonzero(is_same), SAME_ID)):
        told = {"column": head, "reason": say(message)}
        columns = {name: pa.repeat(text, len(rows)) for name, text in told.items()}
        yield pa.table({"at": pa.array(rows), "text": ids.take(pa.array(rows)), **columns})


def _of_cells(refused: pa.Array, heads: pa.Array, found: Refusals) -> pa.Table:
    """Cells that are not understood."""
    cells = pc.list_flatten(refused)
    codes = pc.struct_field(cells, "measure")
    for code, count in enumerate(np.bincount(codes.to_numpy(), minlength=len(heads))):
        if count:
            found.cells[heads[code].as_py()] += int(count)
    return pa.table(
        {
            "at": pc.list_parent_indices(refused).cast(pa.int64()),
            "text": pc.struct_field(cells, "text"),
            "column": heads.take(codes),
            "reason": pc.struct_field(cells, "reason"),
        }
    )


def _placed(entries: pa.Table, table: pa.Table, source: Source) -> pa.Table:
    """Entries with the id of their row, its file, and its number there."""
    rows = table["row"].to_numpy()[entries["at"].to_numpy()]
    of = np.searchsorted([place.first for place in source.places], rows, side="right") - 1
    names = pa.array([place.name for place in source.places], pa.string())
    before = np.array([place.first - place.above - 1 for place in source.places], np.int64)
    added = {
        "file": names.take(pa.array(of)),
        "row": pa.array(rows - before[of]),
        "id": table["id"].take(entries["at"]),
    }
    return pa.table({**added, **{name: entries[name] for name in ("column", "text", "reason")}})
