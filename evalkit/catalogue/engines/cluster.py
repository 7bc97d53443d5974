"""Score a list with Dask: the same function on the parts, here or on other machines."""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import dask.dataframe
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
from distributed import Client, LocalCluster, as_completed

from evalkit.catalogue.engines.stream import PartError, failed, to_table
from evalkit.catalogue.results.spool import keep
from evalkit.catalogue.screening import Screening, to_frame
from evalkit.catalogue.sources.parquet import ParquetFile
from evalkit.catalogue.sources.table import ROWS, Place, Source, Wanted, shaped
from evalkit.errors import EvalkitError

_MOST_ROWS = 1_048_576
"""The rows of a row group that is read as one part."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a list that a worker reads by itself."""

    path: Path
    first: int
    """Its first row in the list."""
    rows: int
    place: Place | None = None
    """The file, where the piece is some of its row groups."""
    group: int = 0

    def frame(self, wanted: Wanted) -> pd.DataFrame:
        """The columns of the piece, as the engine knows them."""
        if self.place is None:
            return to_frame(pq.read_table(self.path))
        file = ParquetFile(self.path)
        read = file.read(wanted, self.rows, [self.group])
        return to_frame(shaped(pa.concat_tables(read), wanted, self.first, self.place))


def run(
    source: Source,
    screening: Screening,
    folder: Path,
    scheduler: str | None,
    advance: Callable[[int], None],
    rows: int = ROWS,
) -> None:
    """Write the results of every part to a folder, which all workers reach.

    Raises PartError with the rows of a part that cannot be scored, EvalkitError if there is no
    scheduler.
    """
    pieces = list(_pieces(source, folder, rows))
    if not pieces:
        return
    with _client(scheduler, folder) as client:
        parts = dask.dataframe.from_map(
            Piece.frame,
            pieces,
            wanted=source.wanted,
            meta=pieces[0].frame(source.wanted).iloc[:0],
        )
        done = parts.map_partitions(screening, meta=screening.meta).map_partitions(
            _store, screening, folder, meta=pd.DataFrame({"rows": [0]})
        )
        _wait(client.compute(done.to_delayed()), pieces, advance)


def _wait(futures: list[Any], pieces: list[Piece], advance: Callable[[int], None]) -> None:
    """Wait for all parts, or for the first that fails."""
    rows = 0
    for future in as_completed(futures):
        number = futures.index(future)
        piece = pieces[number]
        if future.status == "error":
            error = future.exception()
            if isinstance(error, EvalkitError):
                raise error
            raise PartError(failed(piece.first, piece.first + piece.rows - 1, error)) from error
        rows += piece.rows
        advance(rows)


def _store(part: pd.DataFrame, screening: Screening, folder: Path) -> pd.DataFrame:
    """Keep the results of a part, and tell how many there are."""
    table = to_table(part, screening)
    rows = (
        keep([table], screening.schema, folder, int(table["row"][0].as_py())) if len(table) else 0
    )
    return pd.DataFrame({"rows": [rows]})


def _pieces(source: Source, folder: Path, rows: int) -> Iterator[Piece]:
    """Row groups, or, of what cannot be read from the middle, parts that are written first."""
    files = [file for file in source.files if isinstance(file, ParquetFile)]
    is_cut = len(files) == len(source.files) and max(map(_largest, files)) <= _MOST_ROWS
    if is_cut and rows == ROWS:
        source.places.clear()
        first = 0
        for file in files:
            place = Place(file.name, first, file.above)
            source.places.append(place)
            for group, count in enumerate(file.sizes):
                if count:
                    yield Piece(file.path, first, count, place, group)
                first += count
        return
    for number, table in enumerate(source.parts(rows)):
        if len(table):
            path = folder / f"part-{number:09}.parquet"
            pq.write_table(table, path, compression="none")
            yield Piece(path, table["row"][0].as_py(), len(table))


def _largest(file: ParquetFile) -> int:
    return max(file.sizes, default=0)


@contextmanager
def _client(scheduler: str | None, folder: Path) -> Iterator[Any]:
    """A client of a scheduler, or of a cluster on this machine that ends with the block."""
    if scheduler is not None:
        try:
            client = Client(scheduler)
        except (OSError, ValueError) as error:
            raise EvalkitError(f"no scheduler answers at {scheduler}: {error}") from error
        with client:
            yield client
        return
    with (
        LocalCluster(
            threads_per_worker=1,
            host="127.0.0.1",
            dashboard_address=None,
            local_directory=str(folder),
            silence_logs=logging.CRITICAL,
        ) as cluster,
        Client(cluster) as client,
    ):
        yield client
