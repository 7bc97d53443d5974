"""The scoring of a part of a long list: one pure function from rows to results.

It is the engine of `score` on columns instead of vendors. A row's results depend on nothing but
the row, so a list gives the same results however it is cut.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa

from evalkit.catalogue.columns import Column
from evalkit.catalogue.parsing import Refused, parsed
from evalkit.catalogue.prospect import Prospect
from evalkit.evaluation.ranking import NOT_RANKED, RANKED, RULED_OUT, researched, standings
from evalkit.scoring.gates import FAIL, PASS, UNVERIFIED, Outcomes, outcomes, overall
from evalkit.scoring.levels import Known
from evalkit.scoring.scores import Engine, Scores
from evalkit.scoring.values import Floats, Values, values

STANDINGS = (RANKED, NOT_RANKED, RULED_OUT)
OUTCOMES = (PASS, FAIL, UNVERIFIED)
GATE, POINTS, OPEN = "gate.", "points.", "open."
"""What stands before the names of gates and criteria in results, and before numbers whose bits say
which measures are open."""
BITS = 62
REFUSED = pa.list_(
    pa.struct([("measure", pa.int32()), ("text", pa.string()), ("reason", pa.string())])
)


@dataclass(frozen=True)
class Screening:
    """What is needed to score any part of a list."""

    prospect: Prospect
    columns: tuple[Column, ...]
    has_names: bool
    """Whether rows have names beside their ids."""

    @cached_property
    def gates(self) -> tuple[str, ...]:
        """The names of the plan's gates; those of mandatory flows come last."""
        return self.prospect.plan.gate_names

    @cached_property
    def measures(self) -> tuple[str, ...]:
        """The measures whose open facts are counted."""
        return tuple(self.prospect.criteria.leaves)

    @cached_property
    def schema(self) -> pa.Schema:
        """The columns of results."""
        words = pa.dictionary(pa.int8(), pa.string())
        figures = ("at_least", "at_most", "points", "settled", "excluded", "researched")
        marks = range(0, len(self.measures), BITS)
        return pa.schema(
            [
                ("row", pa.int64()),
                ("id", pa.string()),
                *([("name", pa.string())] if self.has_names else []),
                ("standing", words),
                *((name, pa.float64()) for name in figures),
                ("gate", words),
                *((f"{GATE}{name}", words) for name in self.gates),
                *((f"{POINTS}{name}", pa.float64()) for name in self.prospect.criteria.criteria),
                *((f"{OPEN}{start}", pa.int64()) for start in marks),
                ("refused", REFUSED),
            ]
        )

    @cached_property
    def meta(self) -> pd.DataFrame:
        """Results without a row, which tell Dask their columns."""
        return to_frame(self.schema.empty_table())

    def __call__(self, part: pd.DataFrame) -> pd.DataFrame:
        """The results of some rows, in their order."""
        if part.empty:
            return self.meta
        found = [parsed(column, _array(part[column.label])) for column in self.columns]
        known = {column.name: parts for column, (parts, _) in zip(self.columns, found, strict=True)}
        count = len(part)
        scored = self._scores(known, self._constant, count)
        is_same = self._constant_decided is self._constant
        decided = scored if is_same else self._scores(known, self._constant_decided, count)
        own = ("row", "id", "name") if self.has_names else ("row", "id")
        arrays = {name: _array(part[name]) for name in own}
        arrays |= self._judged(scored, decided, known, count)
        arrays |= self._marks(scored, count)
        arrays["refused"] = _listed([refused for _, refused in found], count)
        return to_frame(pa.table(arrays, schema=self.schema))

    @cached_property
    def _engine(self) -> Engine:
        """The engine, which is made once in each process."""
        return Engine(self.prospect.criteria, self.prospect.weights, self.prospect.plan.unknown)

    @cached_property
    def _constant(self) -> dict[str, Values]:
        return self._of_nobody(self.prospect.known)

    @cached_property
    def _constant_decided(self) -> dict[str, Values]:
        is_same = self.prospect.decided is self.prospect.known
        return self._constant if is_same else self._of_nobody(self.prospect.decided)

    def _of_nobody(self, known: Known) -> dict[str, Values]:
        """The values of measures of which the list says nothing, in one row."""
        listed = {column.name for column in self.columns}
        return {
            name: values(known[name], leaf.measure.scale, self.prospect.plan.unknown)
            for name, leaf in self.prospect.criteria.leaves.items()
            if name not in listed or "left_out" in known[name]
        }

    def _scores(self, known: Known, constant: Mapping[str, Values], count: int) -> Scores:
        every = np.zeros(count, dtype=np.intp)
        found = {
            name: constant[name].of(every)
            if name in constant
            else values(known[name], leaf.measure.scale, self._engine.unknown)
            for name, leaf in self.prospect.criteria.leaves.items()
        }
        return self._engine.weigh(found, range(count))

    def _judged(
        self, scored: Scores, decided: Scores, known: Known, count: int
    ) -> Iterator[tuple[str, Any]]:
        gates = list(self._outcomes(known, count))
        gate = overall(gates, count)
        settled = researched(decided)
        standing = standings(settled, gate, ~np.isnan(scored.score), self.prospect.plan.rankable)
        yield "standing", _words(standing, STANDINGS)
        for figure, head in _FIGURES.items():
            yield figure, _number(getattr(scored, head))
        yield "researched", pa.array(settled)
        yield "gate", _words(gate, OUTCOMES)
        for name, each in zip(self.gates, gates, strict=True):
            yield f"{GATE}{name}", _words(each, OUTCOMES)
        for criterion in self.prospect.criteria.criteria:
            yield f"{POINTS}{criterion}", _number(scored.points[criterion])

    def _outcomes(self, known: Known, count: int) -> Iterator[Outcomes]:
        every = np.zeros(count, dtype=np.intp)
        for gate in self.prospect.plan.gates:
            if gate.measure in known:
                yield outcomes(known, gate)
            else:
                yield outcomes(self.prospect.known, gate)[every]
        for outcome in self.prospect.flows:
            yield np.full(count, outcome)

    def _marks(self, scored: Scores, count: int) -> Iterator[tuple[str, Any]]:
        """Numbers whose bits say which measures are open."""
        for start in range(0, len(self.measures), BITS):
            mark = np.zeros(count, dtype=np.int64)
            for place, name in enumerate(self.measures[start : start + BITS]):
                mark |= scored.values[name].unknown.astype(np.int64) << place
            yield f"{OPEN}{start}", pa.array(mark)


_FIGURES = {
    "at_least": "low",
    "at_most": "high",
    "points": "score",
    "settled": "settled",
    "excluded": "excluded",
}
"""Figures of results, with their columns in a table of scores."""


def _array(column: "pd.Series[Any]") -> pa.Array:
    found = pa.array(column)
    return found.combine_chunks() if isinstance(found, pa.ChunkedArray) else found


def _number(column: Floats) -> pa.Array:
    # What is no number is missing.
    return pa.array(column, from_pandas=True)


def _words(found: Outcomes, known: tuple[str, ...]) -> pa.Array:
    codes = np.zeros(len(found), dtype=np.int8)
    for code, word in enumerate(known[1:], start=1):
        codes[found == word] = code
    return pa.DictionaryArray.from_arrays(codes, pa.array(known))


def _listed(refused: list[Refused | None], count: int) -> pa.Array:
    """The refused cells of each row, in the order of the columns."""
    some = [(place, each) for place, each in enumerate(refused) if each is not None]
    if not some:
        return pa.nulls(count, REFUSED)
    rows = np.concatenate([each.rows for _, each in some])
    order = np.argsort(rows, kind="stable")
    cells = pa.StructArray.from_arrays(
        [
            pa.array(np.concatenate([np.full(len(e.rows), n, np.int32) for n, e in some])),
            pa.concat_arrays([each.texts for _, each in some]),
            pa.concat_arrays([each.reasons for _, each in some]),
        ],
        names=["measure", "text", "reason"],
    )
    starts = np.searchsorted(rows[order], np.arange(count + 1)).astype(np.int32)
    return pa.ListArray.from_arrays(pa.array(starts), cells.take(pa.array(order)), type=REFUSED)


def to_frame(table: pa.Table) -> pd.DataFrame:
    """A table as a frame that holds the same columns."""
    frame: pd.DataFrame = table.to_pandas(types_mapper=pd.ArrowDtype)
    return frame
