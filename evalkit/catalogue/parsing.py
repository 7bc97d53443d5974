"""Cells of a column → the parts that the engine scores, and the cells that are not understood."""

import decimal
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from evalkit.catalogue.columns import Column
from evalkit.model.base import LARGEST, SMALLEST
from evalkit.model.scale import NumberScale
from evalkit.model.scales.rating import Rating
from evalkit.scoring.levels import Coded, Parts, coded, parts_of
from evalkit.scoring.values import Flags, Floats, Indices, knots
from evalkit.tables.cells import Cell
from evalkit.tables.mapping import ends_of
from evalkit.tables.numbers import decimal_sign, number_in

_LONGEST = 200
"""The most characters of a cell that are repeated where it is refused."""
_DIGITS = r"^-?(0|[1-9][0-9]{{0,14}})({sign}[0-9]{{1,10}})?$"
"""Numbers that are the same whoever reads them; all others are read one by one."""


@dataclass(frozen=True, slots=True)
class Refused:
    """Cells of a column that are not understood, by row, each with its text and the reason."""

    rows: Indices
    texts: pa.Array
    reasons: pa.Array


def parsed(column: Column, cells: pa.Array) -> tuple[Parts, Refused | None]:
    """The parts of a measure in a column of any plain type, and what is not understood."""
    if not pa.types.is_dictionary(cells.type) and not _holds_numbers(column, cells.type):
        cells = cells.dictionary_encode()
    if not pa.types.is_dictionary(cells.type):
        parts, reasons = _entries(column, cells)
        return parts, _refused(cells, reasons, None)
    codes = cells.indices.fill_null(-1).to_numpy(zero_copy_only=False)
    parts, reasons = _entries(column, cells.dictionary)
    return _spread(parts, codes), _refused(cells.dictionary, reasons, codes)


def _holds_numbers(column: Column, kind: pa.DataType) -> bool:
    is_number = pa.types.is_integer(kind) or pa.types.is_floating(kind) or pa.types.is_decimal(kind)
    is_text = pa.types.is_string(kind) or pa.types.is_large_string(kind)
    return column.takes_numbers and (is_number or is_text)


def _entries(column: Column, entries: pa.Array) -> tuple[dict[str, Any], dict[int, str]]:
    """The parts of single entries, and the reasons for which others are not understood."""
    numbers, plain = _plain(column, entries)
    rest = np.flatnonzero(entries.is_valid().to_numpy(zero_copy_only=False) & ~plain)
    if not len(rest) and not column.is_named:
        return {"likely": numbers}, {}
    each = entries.take(pa.array(rest)).dictionary_encode()
    codes = each.indices.to_numpy()
    facts = [column.fact(_content(value)) for value in each.dictionary.to_pylist()]
    reasons = {
        int(at): fact
        for at, code in zip(rest, codes, strict=True)
        if isinstance(fact := facts[code], str)
    }
    known = [None if isinstance(fact, str) else fact for fact in facts]
    parts = parts_of(known, column.measure.scale)
    found = {part: values[codes] for part, values in parts.items()}
    if column.is_named:
        names = np.full(len(entries), None, dtype=object)
        names[rest] = found.pop("likely")
        return {"likely": coded(names), **_placed(found, rest, len(entries), None)}, reasons
    numbers[rest] = found.pop("likely")
    return {"likely": numbers, **_placed(found, rest, len(entries), numbers)}, reasons


def _placed(
    found: Mapping[str, Any], rows: Indices, count: int, numbers: Floats | None
) -> dict[str, Any]:
    """Further parts of some rows as parts of all; elsewhere a range has no width."""
    whole = {}
    for part, column in found.items():
        is_end = part in {"low", "high"} and numbers is not None
        whole[part] = numbers.copy() if is_end and numbers is not None else np.zeros(count, bool)
        whole[part][rows] = column
    return whole


def _content(given: Any) -> Any:
    """A value as the content of a cell."""
    is_number = isinstance(given, (int, decimal.Decimal)) and not isinstance(given, bool)
    return float(given) if is_number else given


def _plain(column: Column, entries: pa.Array) -> tuple[Floats, Flags]:
    """The numbers of a column, and which of them are facts as they stand."""
    nothing = np.full(len(entries), np.nan), np.zeros(len(entries), dtype=bool)
    if not _holds_numbers(column, entries.type) or column.as_of is not None:
        return nothing
    found = _numbers(column, entries)
    with np.errstate(invalid="ignore", over="ignore"):
        numbers = found * column.mapped.factor
        size = np.abs(numbers)
        plain = (size <= LARGEST) & ((size >= SMALLEST) | (size == 0)) & _on_scale(column, numbers)
    for word in _words(column):
        plain &= found != word
    return np.where(plain, numbers, np.nan), plain


def _numbers(column: Column, entries: pa.Array) -> Floats:
    """The numbers among the entries; missing where there is none, or none that is plain."""
    if pa.types.is_integer(entries.type) or pa.types.is_floating(entries.type):
        return _floats(entries.cast(pa.float64(), safe=False))
    sign = decimal_sign(column.reader.locale)
    if pa.types.is_decimal(entries.type):
        # By way of text, as no other conversion rounds to the nearest.
        entries, sign = entries.cast(pa.string()), "."
    is_plain = pc.match_substring_regex(entries, _DIGITS.format(sign=re.escape(sign)))
    texts = pc.if_else(is_plain, entries, pa.scalar(None, entries.type))
    return _floats(pc.replace_substring(texts, sign, ".").cast(pa.float64()))


def _floats(column: pa.Array) -> Floats:
    found: Floats = column.to_numpy(zero_copy_only=False)
    return found


def _on_scale(column: Column, numbers: Floats) -> Flags | bool:
    """Whether numbers may be facts at all, by the measure and by the mapping."""
    scale, mapped = column.measure.scale, column.mapped
    own = mapped.scale or column.reader.mapping.scale
    fits: Flags | bool = True
    if own is not None and mapped.unit is None:
        fits = (numbers >= min(ends_of(own))) & (numbers <= max(ends_of(own)))
    if isinstance(scale, Rating):
        return fits & np.isin(numbers, list(scale.texts))
    if isinstance(scale, NumberScale) and scale.strict:
        levels, _ = knots(scale)
        fits = fits & (numbers >= levels[0]) & (numbers <= levels[-1])
    return fits


def _words(column: Column) -> Sequence[float]:
    """Numbers of which the mapping says that they mean something else."""
    mapping, mapped = column.reader.mapping, column.mapped
    words = (*mapped.words, *mapped.means, *mapping.missing, *mapping.not_applicable)
    found = (number_in(word, column.reader.locale) for word in words)
    return [number for number in found if number is not None]


def _spread(parts: Parts, codes: Indices) -> Parts:
    """The parts of entries as those of rows that name them; −1 names none."""
    return {part: _taken(column, codes) for part, column in parts.items()}


def _taken(column: Any, codes: Indices) -> Any:
    if isinstance(column, Coded):
        return Coded(np.append(column.codes, -1)[codes], column.said)
    return np.append(column, np.nan if column.dtype.kind == "f" else False)[codes]


def _refused(
    entries: pa.Array, reasons: Mapping[int, str], codes: Indices | None
) -> Refused | None:
    if not reasons:
        return None
    places = np.full(len(entries) + 1, -1)
    places[list(reasons)] = np.arange(len(reasons))
    each = places[:-1] if codes is None else places[codes]
    rows = np.flatnonzero(each >= 0)
    texts = entries.take(pa.array(list(reasons))).to_pylist()
    shown = pa.array([Cell(1, 1, _content(text)).text[:_LONGEST] for text in texts], pa.string())
    said = pa.array([reason[: 2 * _LONGEST] for reason in reasons.values()], pa.string())
    at = pa.array(each[rows])
    return Refused(rows, shown.take(at), said.take(at))
