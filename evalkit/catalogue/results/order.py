"""Put results in order by sorted runs on disk, in the same memory for any number of them."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Literal

import pyarrow as pa
import pyarrow.compute as pc

from evalkit.catalogue.results.spool import keep, kept

Order = Literal["rank", "id"]
PLACE = "place"
"""The column with the place of results in the order by rank."""
RUN = 4 * 65_536
"""The rows that are sorted at once."""
HEAD = 8_192
"""The rows of each run that are in memory while runs are merged."""
Key = tuple[Any, ...]


def ordered(
    tables: Iterable[pa.Table], order: Order, folder: Path, run: int = RUN, head: int = HEAD
) -> Iterator[pa.Table]:
    """Results in order of rank or of id; what is level in that stays as it is in the list.

    `folder` is for what does not fit into memory.
    """
    runs: list[Path] = []
    for table in gathered(tables, run):
        found = _sorted(table, order)
        if not runs and len(table) < run:
            yield found
            return
        runs.append(folder / f"run-{len(runs)}")
        runs[-1].mkdir()
        keep([found], found.schema, runs[-1], rows=head)
    yield from _merged([_Run(kept(each), order) for each in runs], order)


def gathered(tables: Iterable[pa.Table], size: int) -> Iterator[pa.Table]:
    """Tables cut anew to a size; the last one may be smaller."""
    waiting: list[pa.Table] = []
    rows = 0
    for table in tables:
        start = 0
        while start < len(table):
            part = table.slice(start, size - rows)
            waiting.append(part)
            start, rows = start + len(part), rows + len(part)
            if rows == size:
                yield pa.concat_tables(waiting).combine_chunks()
                waiting, rows = [], 0
    if waiting:
        yield pa.concat_tables(waiting).combine_chunks()


def _sorted(table: pa.Table, order: Order) -> pa.Table:
    """A table in order; the sort is stable."""
    ids = table["id"].combine_chunks()
    if order == "rank":
        keys = [(PLACE, "ascending"), ("id", "ascending")]
        return table.take(pc.sort_indices(table, keys))
    if pc.all(pc.less_equal(ids[:-1], ids[1:])).as_py() is not False:
        return table
    return table.take(pc.sort_indices(ids))


class _Run:
    """A sorted run, of which the first rows are in memory."""

    def __init__(self, tables: Iterator[pa.Table], order: Order) -> None:
        self._tables, self._names = tables, (*([PLACE] if order == "rank" else []), "id", "row")
        self._next()

    def _next(self) -> None:
        self._head: Any = next(self._tables, None)
        self._from = 0
        if self._head is not None:
            self._columns = [self._head[name].combine_chunks() for name in self._names]

    @property
    def is_done(self) -> bool:
        """Whether all of it was taken."""
        return self._head is None

    def _key(self, row: int) -> Key:
        return tuple(column[row].as_py() for column in self._columns)

    @property
    def last(self) -> Key:
        """The key of the last row in memory; keys are unique."""
        return self._key(len(self._head) - 1)

    def take(self, bound: Key) -> pa.Table:
        """The rows in memory up to a key."""
        end = bisect_right(range(len(self._head)), bound, self._from, key=self._key)
        found = self._head.slice(self._from, end - self._from)
        self._from = end
        if end == len(self._head):
            self._next()
        return found


def _merged(runs: list[_Run], order: Order) -> Iterator[pa.Table]:
    """The rows of sorted runs in order: up to where one of them ends in memory, again and again."""
    while runs := [run for run in runs if not run.is_done]:
        bound = min(run.last for run in runs)
        # In the order of the runs, so that a stable sort leaves what is level as in the list.
        yield _sorted(pa.concat_tables([run.take(bound) for run in runs]), order)
