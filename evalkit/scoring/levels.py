"""A data frame of facts: a row for each vendor, columns `(measure, part)`.

A numeric measure has the parts `likely`, and `low` and `high` if any vendor has a range. A measure
in words has `likely` (a tuple of level names), and `others` if other sources differ. Both have
`applies` if the measure does not apply to every vendor. An unknown is a missing `likely`. A missing
part means no range, no disagreement, or that the measure applies to all; so a frame of plain
numbers has no other columns.
"""

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
import pandas as pd

from evalkit.model.criteria import Criteria
from evalkit.model.fact import Fact, Reading, level_name
from evalkit.model.scale import NAMED
from evalkit.model.vendor import Vendor

Names = tuple[str, ...]


def levels(vendors: Sequence[Vendor], criteria: Criteria) -> pd.DataFrame:
    """The facts about each vendor on each measure, in the measures' own units and words."""
    columns: dict[tuple[str, str], Any] = {}
    for measure_id, leaf in criteria.leaves.items():
        facts = [vendor.facts.get(measure_id) for vendor in vendors]
        named = isinstance(leaf.measure.scale, NAMED)
        parts = _named(facts) if named else _numeric(facts)
        columns |= {(measure_id, part): column for part, column in parts}
    index = pd.Index([vendor.id for vendor in vendors], name="vendor", dtype=object)
    frame = pd.DataFrame(columns, index=index)
    frame.columns = pd.MultiIndex.from_tuples(list(columns), names=["measure", "part"])
    return frame


def _numeric(facts: Sequence[Fact | None]) -> Iterator[tuple[str, Any]]:
    hulls = np.array([_hull(fact) for fact in facts], dtype=float).reshape(-1, 3)
    low, likely, high = hulls.T
    yield "likely", likely
    if (low < high).any():
        yield "low", low
        yield "high", high
    yield from _applicability(facts)


def _hull(fact: Fact | None) -> tuple[float, float, float]:
    """Low, likely and high over all sources; all missing if unknown."""
    readings = fact.readings if fact is not None and not fact.not_applicable else ()
    if not readings:
        return (np.nan, np.nan, np.nan)
    ends = [_ends(reading) for reading in readings]
    return (min(end[0] for end in ends), ends[0][1], max(end[2] for end in ends))


def _ends(reading: Reading) -> tuple[float, float, float]:
    if reading.low is None or reading.high is None:
        number = float(reading.value)  # type: ignore[arg-type]  # EK304 rejects anything else
        return (number, number, number)
    middle = reading.low + (reading.high - reading.low) / 2
    return (reading.low, middle if reading.likely is None else reading.likely, reading.high)


def _named(facts: Sequence[Fact | None]) -> Iterator[tuple[str, Any]]:
    said = [_said(fact) for fact in facts]
    yield "likely", _objects([names[0] if names else None for names in said])
    others = [
        tuple(dict.fromkeys(name for name in names[1:] if name != names[0])) for names in said
    ]
    if any(others):
        yield "others", _objects(others)
    yield from _applicability(facts)


def _said(fact: Fact | None) -> list[Names]:
    readings = fact.readings if fact is not None and not fact.not_applicable else ()
    return [_names(reading) for reading in readings]


def _names(reading: Reading) -> Names:
    value = reading.value
    return value if isinstance(value, tuple) else (level_name(value),)


def _applicability(facts: Sequence[Fact | None]) -> Iterator[tuple[str, Any]]:
    applies = np.array([fact is None or not fact.not_applicable for fact in facts], dtype=bool)
    if not applies.all():
        yield "applies", applies


def _objects(items: Sequence[Any]) -> Any:
    """An object array, in which numpy keeps tuples whole."""
    column = np.empty(len(items), dtype=object)
    column[:] = items
    return column
