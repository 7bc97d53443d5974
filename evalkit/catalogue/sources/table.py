"""A long list as parts of rows, whatever kind of file it stands in."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from evalkit.catalogue.columns import Column
from evalkit.errors import EvalkitError
from evalkit.source.near import did_you_mean
from evalkit.tables.mapping import TableMapping
from evalkit.wording.numbers import thousands

ROWS = 65_536
"""The rows of a part, and of a row group that is written."""
LONGEST_ID = 500


@dataclass(frozen=True, slots=True)
class Wanted:
    """The columns of a table that are read, and what they become."""

    mapping: TableMapping
    columns: tuple[Column, ...]

    @property
    def has_names(self) -> bool:
        """Whether rows have names beside their ids."""
        return self.mapping.id is not None

    @property
    def heads(self) -> dict[str, str]:
        """The head in the table of each column of a part."""
        own = {"id": self.mapping.id or self.mapping.name}
        names = {"name": self.mapping.name} if self.has_names else {}
        return own | names | {column.label: column.head for column in self.columns}

    def hold(self, heads: Sequence[str], name: str) -> None:
        """Raise EvalkitError if a table has no column with a head, or several."""
        for head in self.heads.values():
            if heads.count(head) > 1:
                raise EvalkitError(f"{name}: two columns are named {head!r}; rename one")
            if head not in heads:
                hint = did_you_mean(head, heads) or "its first row should hold the heads"
                raise EvalkitError(f"{name} has no column {head!r}; {hint}")


@dataclass(slots=True)
class Place:
    """A file of a list, and the rows of the list that it holds."""

    name: str
    first: int
    """Its first row, counted from 0 over the whole list."""
    above: int

    def said(self, row: int) -> str:
        """A row of the list, as people find it in the file."""
        return f"{self.name}, row {thousands(row - self.first + self.above + 1)}"


class File(Protocol):
    """A file of a list."""

    name: str
    above: int
    """The rows above its first one, such as that with the heads."""
    heads: tuple[str, ...]
    rows: int | None
    """How many rows it says that it has; None if it does not say so."""

    def read(self, wanted: Wanted, rows: int) -> Iterator[pa.Table]:
        """Its rows in parts of at most so many."""


@dataclass(slots=True)
class Source:
    """The files of a list, as one stream of parts."""

    wanted: Wanted
    files: Sequence[File]
    places: list[Place] = field(default_factory=list)
    """Where the rows stand that were read so far."""

    @property
    def rows(self) -> int | None:
        """How many rows there are; None if the files do not say so."""
        counts = [file.rows for file in self.files]
        return None if None in counts else sum(count or 0 for count in counts)

    def parts(self, rows: int = ROWS) -> Iterator[pa.Table]:
        """Every part of the list in order, each of at most so many rows."""
        self.places.clear()
        done = 0
        for file in self.files:
            place = Place(file.name, done, file.above)
            self.places.append(place)
            for table in file.read(self.wanted, rows):
                yield shaped(table, self.wanted, done, place)
                done += len(table)

    def place(self, row: int) -> Place:
        """The file in which a row of the list stands."""
        starts = [place.first for place in self.places]
        return self.places[int(np.searchsorted(starts, row, side="right")) - 1]


def shaped(table: pa.Table, wanted: Wanted, first: int, place: Place) -> pa.Table:
    """The columns of a part under the names that the engine knows, with the numbers of rows."""
    found: dict[str, Any] = {"row": pa.array(np.arange(first, first + len(table)))}
    for label, head in wanted.heads.items():
        column = table[head].combine_chunks()
        is_text = label in {"id", "name"}
        found[label] = _texts(column, first, place, head) if is_text else column
    whole = pa.table(found)
    passed = _passed_over(whole, wanted)
    return whole if passed is None else whole.filter(pc.invert(passed))


def _passed_over(table: pa.Table, wanted: Wanted) -> pa.Array | None:
    """Rows that are no vendors: empty ones, and that with weights; None if there are none."""
    passed = pc.equal(table["id"], "")
    if pc.any(passed).as_py():
        for label in table.column_names[2:]:
            column = table[label]
            is_empty = pc.equal(column, "") if label == "name" else pc.is_null(column)
            passed = pc.and_(passed, is_empty)
    others = [head for head in (wanted.mapping.weight, wanted.mapping.compliant) if head]
    passed = pc.or_(passed, pc.is_in(table["id"], pa.array(others, pa.string())))
    return passed if pc.any(passed).as_py() else None


def _texts(column: Any, first: int, place: Place, head: str) -> pa.Array:
    """Ids or names as text, without blanks around them; an empty one where there is none."""
    if isinstance(column, pa.ChunkedArray):
        column = pa.concat_arrays(column.chunks) if column.num_chunks else pa.array([], pa.string())
    if pa.types.is_dictionary(column.type):
        lengths = pc.binary_length(column.dictionary.cast(pa.string())).take(column.indices)
        _hold_lengths(lengths, first, place, head)
    texts = column.cast(pa.string())
    _hold_lengths(pc.binary_length(texts), first, place, head)
    return pc.utf8_trim_whitespace(texts).fill_null("")


def _hold_lengths(lengths: pa.Array, first: int, place: Place, head: str) -> None:
    if (pc.max(lengths).as_py() or 0) > 4 * LONGEST_ID:
        row = int(np.argmax(lengths.fill_null(0).to_numpy(zero_copy_only=False)))
        raise EvalkitError(
            f"cannot read {place.said(first + row)}: {head!r} has more than {LONGEST_ID} characters"
        )
