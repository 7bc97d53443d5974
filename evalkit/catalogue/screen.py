"""Score a long list: results in a file, what could not be read in another, and a summary."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from evalkit.catalogue.columns import unread
from evalkit.catalogue.engines.stream import stream
from evalkit.catalogue.results.order import PLACE, Order, ordered
from evalkit.catalogue.results.refusals import Refusals, write_refusals
from evalkit.catalogue.results.spool import keep, kept
from evalkit.catalogue.results.tally import Tally, bands, repeated, with_places
from evalkit.catalogue.results.writing import shown, write_csv, write_parquet
from evalkit.catalogue.screening import Screening
from evalkit.catalogue.sources.table import ROWS, Source
from evalkit.scoring.values import Floats, Indices

Engine = Literal["stream", "dask"]
Advance = Callable[[int], None]
"""A callback with the number of rows that were scored."""


@dataclass(frozen=True, slots=True)
class Job:
    """How a list is scored, and where its results go."""

    output: Path | None
    """The file of the results; None if only the summary is wanted."""
    refused: Path
    """The file for what could not be read."""
    folder: Path
    """A folder for what does not fit into memory; with Dask, all workers reach it."""
    is_csv: bool = False
    order: Order = "rank"
    top: int = 10
    """How many of the first rows the summary has."""
    engine: Engine = "stream"
    scheduler: str | None = None
    rows: int = ROWS
    """The most rows of a part."""


@dataclass(frozen=True, slots=True)
class Summary:
    """What there is to say about a list that was scored."""

    screening: Screening
    tally: Tally
    refusals: Refusals
    bands: list[int]
    """How many ranked rows have 0 to 10 points, 10 to 20, and so on."""
    quartiles: tuple[float, float, float] | None
    """The points that a quarter, half and three quarters of the ranked rows do not exceed."""
    first: list[dict[str, Any]]
    """The results of the first rows by rank."""
    unread: list[str]
    """The heads of columns of which the mapping says nothing."""


def screen(source: Source, screening: Screening, job: Job, advance: Advance) -> Summary:
    """Score a list and write what the job wants.

    Raises EvalkitError if it cannot be read, PartError if a part cannot be scored.
    """
    spool, runs = job.folder / "results", job.folder / "runs"
    spool.mkdir()
    runs.mkdir()
    tally = Tally(screening)
    if job.engine == "dask":
        # Only that engine needs Dask.
        from evalkit.catalogue.engines.cluster import run  # noqa: PLC0415

        run(source, screening, spool, job.scheduler, advance, job.rows)
        for table in kept(spool):
            tally.add(table)
    else:
        made = _counted(stream(source, screening, job.rows), tally, advance)
        keep(made, screening.schema, spool)
    same = repeated(() if tally.is_rising else _ids(spool))
    refusals = write_refusals(kept(spool), source, same, job.refused)
    place, points = tally.ranked()
    first = _Top(job.top, place, len(points))
    placed = with_places(kept(spool), place)
    is_done = tally.is_rising and job.order == "id"
    found = placed if is_done else ordered(placed, job.order, runs)
    _write(first.seen(found), screening, job)
    return Summary(
        screening,
        tally,
        refusals,
        bands(points),
        _quartiles(points),
        first.rows,
        unread(source.wanted.mapping, source.files[0].heads),
    )


def _counted(tables: Iterable[pa.Table], tally: Tally, advance: Advance) -> Iterator[pa.Table]:
    for table in tables:
        tally.add(table)
        advance(tally.rows)
        yield table


def _ids(spool: Path) -> Iterator[pa.Array]:
    for table in kept(spool):
        yield table["id"].combine_chunks()


def _quartiles(points: Floats) -> tuple[float, float, float] | None:
    if not len(points):
        return None
    low, middle, high = np.quantile(points, (0.25, 0.5, 0.75))
    return float(low), float(middle), float(high)


def _write(tables: Iterator[pa.Table], screening: Screening, job: Job) -> None:
    if job.output is None:
        for _ in tables:
            pass
        return
    schema = shown(_empty(screening)).schema
    write = write_csv if job.is_csv else write_parquet
    write(map(shown, tables), schema, job.output)


def _empty(screening: Screening) -> pa.Table:
    (table,) = with_places([screening.schema.empty_table()], np.zeros(0, np.int64))
    return table


class _Top:
    """The first ranked rows of whatever passes by."""

    def __init__(self, count: int, place: Indices, ranked: int) -> None:
        self.count = min(count, ranked)
        self.limit = int(np.partition(place, self.count - 1)[self.count - 1]) if self.count else 0
        self.rows: list[dict[str, Any]] = []

    def seen(self, tables: Iterable[pa.Table]) -> Iterator[pa.Table]:
        """The same tables; the first rows are known once all have passed."""
        kept: pa.Table | None = None
        for table in tables:
            found = table.filter(pc.less_equal(table[PLACE], self.limit))
            if len(found):
                both = found if kept is None else pa.concat_tables([kept, found])
                keys = [(PLACE, "ascending"), ("id", "ascending"), ("row", "ascending")]
                kept = both.take(pc.sort_indices(both, keys)).slice(0, self.count)
            yield table
        self.rows = [] if kept is None else kept.to_pylist()
