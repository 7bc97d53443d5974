"""What is counted over all results of a long list."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from evalkit.catalogue.results.order import PLACE
from evalkit.catalogue.screening import BITS, GATE, OPEN, OUTCOMES, STANDINGS, Screening
from evalkit.scoring.scores import places
from evalkit.scoring.values import Floats, Indices

BANDS = 10
"""The bands of points from 0 to 100 into which ranked rows are counted."""


@dataclass(slots=True)
class Tally:
    """Counts over the results of a list, and what ranks them."""

    screening: Screening
    rows: int = 0
    standings: Indices = field(default_factory=lambda: np.zeros(len(STANDINGS), np.intp))
    gates: dict[str, Indices] = field(default_factory=dict)
    """How often each outcome of each gate occurs."""
    open: Indices = field(default_factory=lambda: np.zeros(0, np.intp))
    """How many rows each measure is open in, in the order of the criteria."""
    nameless: int = 0
    """Rows without an id."""
    is_rising: bool = True
    """Whether every id is larger than the one before it, so that none is there twice."""
    _points: list[Floats] = field(default_factory=list)
    _standing: list[Any] = field(default_factory=list)
    _last: str = ""

    def add(self, table: pa.Table) -> None:
        """Count the results of a part."""
        standing = _codes(table["standing"])
        # Copies, as a view would keep all columns of the part in memory.
        self._points.append(np.array(table["points"].to_numpy()))
        self._standing.append(np.array(standing))
        self.rows += len(table)
        self.standings = self.standings + np.bincount(standing, minlength=len(STANDINGS))
        for name in self.screening.gates:
            found = np.bincount(_codes(table[f"{GATE}{name}"]), minlength=len(OUTCOMES))
            self.gates[name] = self.gates.get(name, np.zeros_like(found)) + found
        counts = np.array(list(self._open(table)), dtype=np.intp)
        self.open = counts if not len(self.open) else self.open + counts
        self._look_at(table["id"].combine_chunks())

    def _open(self, table: pa.Table) -> Iterator[int]:
        measures = len(self.screening.measures)
        for start in range(0, measures, BITS):
            mark = table[f"{OPEN}{start}"].to_numpy()
            for bit in range(min(BITS, measures - start)):
                yield int(np.count_nonzero(mark & (1 << bit)))

    def _look_at(self, ids: pa.Array) -> None:
        self.nameless += int(pc.sum(pc.equal(ids, "")).as_py() or 0)
        if self.is_rising and len(ids):
            rises = pc.all(pc.less(ids[:-1], ids[1:])).as_py() is not False
            self.is_rising = rises and (self._last < ids[0].as_py() or not self._last)
            self._last = ids[-1].as_py()

    def ranked(self) -> tuple[Indices, Floats]:
        """The place of each row in the order by rank, and the points of those that are ranked.

        Who is not ranked comes after who is, and who is ruled out comes last.
        """
        standing = np.concatenate(self._standing or [np.zeros(0, np.int8)])
        points = np.concatenate(self._points or [np.zeros(0)])
        self._standing.clear()
        self._points.clear()
        is_ranked = standing == 0
        place = standing.astype(np.int64) + len(standing)
        place[is_ranked] = places(points[is_ranked])
        return place, points[is_ranked]


def _codes(column: pa.ChunkedArray) -> Any:
    return column.combine_chunks().indices.to_numpy()


def with_places(tables: Iterable[pa.Table], place: Indices) -> Iterator[pa.Table]:
    """Results in the order of the list, with the place of each."""
    done = 0
    for table in tables:
        yield table.append_column(PLACE, pa.array(place[done : done + len(table)]))
        done += len(table)


def bands(points: Floats) -> list[int]:
    """How many rows have 0 to 10 points, 10 to 20, and so on; the last band has 100 too."""
    found = np.minimum(points / (100 / BANDS), BANDS - 1).astype(np.intp)
    return [int(count) for count in np.bincount(found, minlength=BANDS)]


def repeated(ids: Iterable[pa.Array]) -> Indices:
    """The fingerprints of ids that are there more than once; `fingerprints` makes them."""
    found = [fingerprints(each) for each in ids]
    every = np.sort(np.concatenate(found)) if found else np.zeros(0, np.uint64)
    return np.unique(every[1:][every[1:] == every[:-1]])


def fingerprints(ids: pa.Array) -> Indices:
    """A number for each id, the same on any machine."""
    found = pd.util.hash_array(ids.to_numpy(zero_copy_only=False), categorize=False)
    return np.asarray(found)
