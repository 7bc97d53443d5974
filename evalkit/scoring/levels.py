"""A frame of facts: a row for each vendor, columns by measure and part.

A numeric measure has the parts `likely`, and `low` and `high` if any vendor has a range; each is
infinite where a number has no end on that side, and so are all three where it is unlimited. A
measure in words has `likely` (a tuple of level names), and `others` if other sources differ.
Further parts are flags, each only there if it is true of any vendor: `open` (what is known is a
bound, and anything beyond it is possible), `disputed` (sources differ), `looked` (looked for and
not found), `not_applicable`, and `left_out` (of no vendor in this plan). An unknown is a missing
`likely`. So a frame of plain numbers has no other columns.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from evalkit.model.criteria import Criteria
from evalkit.model.fact import Fact, Reading
from evalkit.model.forms import UNLIMITED
from evalkit.model.scale import NAMED, Scale
from evalkit.model.scales.stated import PERHAPS
from evalkit.model.vendor import Vendor

if TYPE_CHECKING:
    import pandas as pd

Names = tuple[str, ...]
AND_MORE = ""
"""Stands first in the names of a list that may be longer; no level has an empty name."""


@dataclass(frozen=True, slots=True)
class Coded:
    """A column in words: a number for each vendor, and what the numbers stand for."""

    codes: Any
    """The place in `said` for each vendor; −1 if nothing is known."""
    said: Sequence[Names]

    def __len__(self) -> int:
        return len(self.codes)

    def __getitem__(self, rows: Any) -> "Coded":
        return Coded(self.codes[rows], self.said)

    def names(self, row: int) -> Names:
        """What is said of one vendor of which something is known."""
        return self.said[int(self.codes[row])]


Parts = Mapping[str, Any]
"""The parts of one measure: arrays of shape (vendors,), with words as `Coded`."""
Known = Mapping[str, Parts]
"""What is known, by measure."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What is known about some vendors, without pandas, which takes longer to import than to use
    for a few."""

    index: Sequence[str]
    """The ids of the vendors."""
    known: Known

    def of(self, rows: Any) -> "Frame":
        """The frame of some vendors, by row."""
        found = {
            name: {part: column[rows] for part, column in parts.items()}
            for name, parts in self.known.items()
        }
        return Frame([self.index[row] for row in rows], found)

    def without(self, part: str) -> "Frame":
        """The frame without a part of any measure."""
        found = {
            name: {key: column for key, column in parts.items() if key != part}
            for name, parts in self.known.items()
        }
        return Frame(self.index, found)


def by_measure(levels: "Frame | pd.DataFrame") -> Known:
    """The columns of a frame by measure; those of a data frame are each looked at once."""
    if isinstance(levels, Frame):
        return levels.known
    found: dict[str, dict[str, Any]] = defaultdict(dict)
    label: Any
    for label, column in levels.items():
        measure, part = label
        is_words = part == "likely" and column.dtype.kind == "O"
        found[measure][part] = coded(column) if is_words else column.to_numpy()
    return dict(found)


def coded(column: Any) -> Coded:
    """A column of words, or of tuples of them, each different entry of it once."""
    said: dict[Any, int] = {}
    # Whatever else is there stands for a missing entry.
    codes = [
        said.setdefault(one, len(said)) if isinstance(one, (str, tuple)) else -1 for one in column
    ]
    names = [(one,) if isinstance(one, str) else one for one in said]
    return Coded(np.array(codes, dtype=np.intp), names)


def levels(vendors: Sequence[Vendor], criteria: Criteria, left_out: Collection[str] = ()) -> Frame:
    """The facts about each vendor on each measure, in the measures' own units and words.

    `left_out` are measures that no vendor can have in this plan.
    """
    known: dict[str, Parts] = {}
    for measure_id, leaf in criteria.leaves.items():
        facts = [vendor.facts.get(measure_id) for vendor in vendors]
        parts = parts_of(facts, leaf.measure.scale)
        if isinstance(leaf.measure.scale, NAMED):
            parts["likely"] = coded(parts["likely"])
        if measure_id in left_out:
            parts["left_out"] = np.ones(len(vendors), dtype=bool)
        known[measure_id] = parts
    return Frame([vendor.id for vendor in vendors], known)


def parts_of(facts: Sequence[Fact | None], scale: Scale) -> dict[str, Any]:
    """The parts of a measure with a scale; a column in words holds tuples of names."""
    stated = [_readings(fact) for fact in facts]
    found = _named(stated) if isinstance(scale, NAMED) else _numeric(stated)
    return {**dict(found), **dict(_flags(facts, stated))}


Stated = Sequence[Reading]
"""What a fact states that may score."""


def _numeric(stated: Sequence[Stated]) -> Iterator[tuple[str, Any]]:
    hulls = np.array([_hull(readings) for readings in stated], dtype=float).reshape(-1, 3)
    low, likely, high = hulls.T
    yield "likely", likely
    if (low < high).any():
        yield "low", low
        yield "high", high


def _hull(readings: Stated) -> tuple[float, float, float]:
    """Low, likely and high over all sources; all missing if unknown.

    Where sources differ, their middle is the likely one, because no order of them means anything.
    """
    if not readings:
        return (np.nan, np.nan, np.nan)
    lows, likely, highs = zip(*map(_ends, readings), strict=True)
    low, high = min(lows), max(highs)
    # What has no low end has no middle; its point is set by the plan's rule.
    middle = high if np.isinf(low) else low + (high - low) / 2
    return (low, likely[0] if len(set(likely)) == 1 else middle, high)


def _ends(reading: Reading) -> tuple[float, float, float]:
    if reading.least is not None:
        return (reading.least, reading.least, np.inf)
    if reading.value == UNLIMITED:
        return (np.inf, np.inf, np.inf)
    if reading.low is None or reading.high is None:
        number = float(reading.value)  # type: ignore[arg-type]  # EK304 rejects anything else
        return (number, number, number)
    middle = reading.low + (reading.high - reading.low) / 2
    return (reading.low, middle if reading.likely is None else reading.likely, reading.high)


def _readings(fact: Fact | None) -> Stated:
    return fact.readings if fact is not None and not fact.not_applicable else ()


def _named(stated: Sequence[Stated]) -> Iterator[tuple[str, Any]]:
    # Sorted, because the order of sources in a file must not matter.
    said = [sorted({_names(reading) for reading in readings}) for readings in stated]
    yield "likely", column_of([names[0] if names else None for names in said])
    others = [tuple(names[1:]) for names in said]
    if any(others):
        yield "others", column_of(others)


def _names(reading: Reading) -> Names:
    return (AND_MORE, *reading.names) if reading.at_least is not None else reading.names


def _flags(facts: Sequence[Fact | None], stated: Sequence[Stated]) -> Iterator[tuple[str, Any]]:
    pairs = list(zip(facts, stated, strict=True))
    for part, test in _FLAGS.items():
        is_so = [fact is not None and test(fact, readings) for fact, readings in pairs]
        flags = np.array(is_so, dtype=bool)
        if flags.any():
            yield part, flags


def _is_disputed(fact: Fact, readings: Stated) -> bool:
    return bool(fact.conflicts) and len({_claim(reading) for reading in readings}) > 1


def _claim(reading: Reading) -> object:
    return _ends(reading) if reading.is_range else frozenset(_names(reading))


_FLAGS: dict[str, Callable[[Fact, Stated], bool]] = {
    "open": lambda _, readings: any(reading.is_open_ended for reading in readings),
    "disputed": _is_disputed,
    "looked": lambda fact, readings: not readings and bool(fact.looks),
    "not_applicable": lambda fact, _: bool(fact.not_applicable),
}


def column_of(items: Sequence[Any]) -> Any:
    """An object array, in which numpy keeps tuples whole."""
    column = np.empty(len(items), dtype=object)
    column[:] = items
    return column


def certain(names: Names) -> frozenset[str]:
    """The names in a list, without those that may be in it or not."""
    return frozenset(name for name in names if name != AND_MORE and not name.startswith(PERHAPS))


def possible(names: Names) -> Names:
    """All names in a list, also those that may be in it or not."""
    return tuple(name.removeprefix(PERHAPS) for name in names)
