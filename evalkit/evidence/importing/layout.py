"""How a table seems to be laid out, by the words in its heads; the user confirms it."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from evalkit.errors import EvalkitError
from evalkit.evidence.importing.names import without_remark
from evalkit.tables.cells import Cell, Sheet
from evalkit.tables.mapping import Mapped

_VENDOR = frozenset(
    {"vendor", "vendors", "bidder", "option", "supplier", "product", "tool", "candidate", "name",
     "provider", "company", "solution", "system", "anbieter", "produkt", "lieferant"}
)  # fmt: skip
_CRITERION = frozenset(
    {"criterion", "criteria", "requirement", "requirements", "feature", "question", "measure",
     "kriterium", "kriterien", "anforderung", "frage"}
)  # fmt: skip
_WEIGHT = frozenset({"weight", "weights", "weighting", "gewicht", "gewichtung"})
_TOTAL = frozenset({"total", "totals", "sum", "weighted total", "weighted score", "overall",
                    "total score", "gesamt", "summe"})  # fmt: skip
_MAXIMUM = frozenset({"maximum", "max", "max points", "maximum points", "out of"})
_VALUE = frozenset({"score", "rating", "value", "points", "answer", "wert", "punkte"})
_WEIGHTED = frozenset({"weighted", "weighted score", "score x weight", "weighted points"})
_NOTE = frozenset({"note", "notes", "comment", "comments", "remark", "remarks", "bemerkung"})
_SUMMARY = frozenset(
    {"average", "avg", "mean", "median", "rank", "ranking", "durchschnitt", "mittelwert", "rang"}
)
_COMPLIANT = frozenset({"compliant answer", "compliant", "expected answer", "required answer"})
_TIMES = re.compile(r"(.+?)\s*\(\s*[x×*]?\s*([0-9]+(?:[.,][0-9]+)?)\s*(%?)\s*\)")
_IS_WEIGHT = re.compile(r"\(\s*[x×*]|%\s*\)")


@dataclass(frozen=True, slots=True)
class Layout:
    """What the heads of a table seem to mean, as keys of a mapping."""

    keys: Mapping[str, object]
    measures: Mapping[str, Mapped]


def layout(sheet: Sheet, vendors: str | None, head: int | None, leave: Iterable[str]) -> Layout:
    """The layout of a table, where the words in its heads leave no doubt.

    Raises EvalkitError if they do.
    """
    top = head or _head(sheet)
    cells = list(sheet.rows.get(top, {}).values())
    if not cells:
        raise EvalkitError(f"row {top} is empty; name the row with the heads: --head ROW")
    name = next((each for each in cells if _word(each) in _VENDOR | _CRITERION), cells[0])
    way = vendors or _way(cells, name)
    keys = {"vendors": way, "head": top, "name": name.text}
    if way == "long":
        remarks = (cell.text for cell in cells if _word(cell) in _NOTE)
        return Layout({**keys, **_long(cells), "leave": (*leave, *remarks)}, {})
    below = [row[name.column] for at, row in sheet.rows.items() if at > top and name.column in row]
    along, across = (cells, below) if way == "down" else (below, cells)
    # Numbers of rows stand before the names, averages and ranks among vendors and measures.
    before = (each.text for each in cells if each.column < name.column)
    worked_out = (each.text for each in (*across, *along) if _word(each) in _SUMMARY | _TOTAL)
    others = (text for text in worked_out if text != _one(along, _TOTAL))
    leave = tuple(dict.fromkeys((*leave, *before, *others)))
    return _matrix({**keys, "leave": leave}, along, across)


def _matrix(keys: Mapping[str, object], along: Sequence[Cell], across: Sequence[Cell]) -> Layout:
    """The layout of a table in two directions: along its measures, and across, along vendors."""
    keys = {**keys, **_beside(along, across)}
    beside = {
        text for each in keys.values() for text in (each if isinstance(each, tuple) else (each,))
    }
    return Layout(
        keys, {each.text: _mapped(each.text) for each in along if each.text not in beside}
    )


def _head(sheet: Sheet) -> int:
    """The first row with several cells; titles above a table stand alone."""
    return next((row for row, cells in sheet.rows.items() if len(cells) > 1), 1)


def _word(cell: Cell) -> str:
    """A head in small letters, without a sign or what stands in brackets behind it."""
    return without_remark(cell.text).casefold().rstrip(".:")


def _way(heads: Sequence[Cell], name: Cell) -> str:
    words = {_word(cell) for cell in heads}
    if words & _VENDOR and words & _CRITERION and words & _VALUE:
        return "long"
    if _word(name) in _VENDOR:
        return "down"
    if _word(name) in _CRITERION:
        return "across"
    raise EvalkitError(
        f"the head {name.text!r} does not say whether vendors are rows or columns; "
        "say it with --vendors down or --vendors across"
    )


def _one(cells: Iterable[Cell], words: frozenset[str]) -> str | None:
    return next((cell.text for cell in cells if _word(cell) in words), None)


def _long(cells: Sequence[Cell]) -> dict[str, object]:
    found = {
        "name": _one(cells, _VENDOR), "criterion": _one(cells, _CRITERION),
        "value": _one(cells, _VALUE), "weight": _one(cells, _WEIGHT),
        "weighted": _one(cells, _WEIGHTED),
    }  # fmt: skip
    return {key: text for key, text in found.items() if text is not None}


def _beside(along: Sequence[Cell], across: Sequence[Cell]) -> dict[str, object]:
    """What stands beside the measures: along with them, or across, among the vendors."""
    found = {
        "total": _one(along, _TOTAL), "maximum": _one(along, _MAXIMUM),
        "weight": _one(across, _WEIGHT), "compliant": _one(across, _COMPLIANT),
    }  # fmt: skip
    notes = tuple(cell.text for cell in along if _word(cell) in _NOTE)
    return {key: text for key, text in found.items() if text} | ({"note": notes} if notes else {})


def _mapped(head: str) -> Mapped:
    """A measure; `(x3)` and `(20%)` behind a head are its weight."""
    found = _TIMES.fullmatch(head)
    if found is None or not _IS_WEIGHT.search(head):
        return Mapped()
    return Mapped(title=found[1], weight=float(found[2].replace(",", ".")))
