"""A sheet and its mapping → vendors by measures, whichever way the sheet is laid out."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from evalkit.errors import EvalkitError
from evalkit.source.near import did_you_mean
from evalkit.tables.cells import Cell, Sheet
from evalkit.tables.mapping import TableMapping


@dataclass(slots=True)
class Line:
    """A vendor with its cells, by the head of their column, or of their row."""

    name: Cell
    cells: dict[str, Cell] = field(default_factory=dict)
    weighted: dict[str, Cell] = field(default_factory=dict)
    """Values times weights, which some tables show beside the values."""


@dataclass(slots=True)
class Matrix:
    """The vendors of a table, with its weights and what cannot be read."""

    lines: list[Line] = field(default_factory=list)
    heads: dict[str, Cell] = field(default_factory=dict)
    """The heads of measures, in the table's order."""
    weights: dict[str, Cell] = field(default_factory=dict)
    answers: dict[str, Cell] = field(default_factory=dict)
    """The answers that comply, in a questionnaire."""
    faults: list[str] = field(default_factory=list)


Rows = Mapping[int, Mapping[int, Cell]]


def fault(cell: Cell, why: str) -> str:
    """What is wrong with a cell, with its address."""
    return f"{cell.address}: {why}"


def matrix(sheet: Sheet, mapping: TableMapping) -> Matrix:
    """The vendors and measures of a sheet.

    Raises EvalkitError if the sheet has no columns as the mapping names them.
    """
    found = _laid_out(sheet, mapping)
    for line in found.lines:
        line.name = replace(line.name, content=mapping.names.get(line.name.text, line.name.text))
    _hold_names(found, mapping)
    return found


def _laid_out(sheet: Sheet, mapping: TableMapping) -> Matrix:
    if mapping.vendors == "long":
        return _long(sheet.rows, mapping)
    heads = named(sheet.rows, mapping.head)
    column = _column(heads, mapping.name)
    if mapping.vendors == "down":
        return _down(sheet.rows, mapping.head, column, mapping)
    turned: dict[int, dict[int, Cell]] = {}
    for cell in sheet.cells():
        turned.setdefault(cell.column, {})[cell.row] = cell
    return _down(dict(sorted(turned.items())), column, mapping.head, mapping)


def named(rows: Rows, head: int) -> dict[str, int]:
    """The columns of a table, or its rows, by head. Raises EvalkitError if two have the same."""
    found: dict[str, int] = {}
    for column, cell in rows.get(head, {}).items():
        if cell.text in found:
            raise EvalkitError(f"two heads are {cell.text!r} ({cell.address}); rename one")
        found[cell.text] = column
    return found


def _column(heads: Mapping[str, int], name: str) -> int:
    if name not in heads:
        raise EvalkitError(f"the table has no column {name!r}; {did_you_mean(name, heads)}")
    return heads[name]


def _down(rows: Rows, head: int, names: int, mapping: TableMapping) -> Matrix:
    found = Matrix()
    heads = {column: text for text, column in named(rows, head).items() if column != names}
    beside = {
        *mapping.note, *mapping.leave, mapping.total, mapping.maximum, mapping.weighted, mapping.id
    }  # fmt: skip
    found.heads = {text: rows[head][column] for column, text in heads.items() if text not in beside}
    met = {mapping.name, *heads.values()}
    for cells, line in _lines(rows, head, names, found):
        met.add(line.name.text)
        line.cells = {heads[at]: cell for at, cell in cells.items() if at in heads}
        astray = [cell for at, cell in cells.items() if at > names and at not in heads]
        found.faults += [fault(cell, "nothing says what it is about") for cell in astray]
        if line.name.text in {mapping.weight, mapping.compliant}:
            own = {text: cell for text, cell in line.cells.items() if text in found.heads}
            found.answers |= own if line.name.text == mapping.compliant else {}
            found.weights |= own if line.name.text == mapping.weight else {}
        elif line.name.text not in beside:
            found.lines.append(line)
    _hold(found, mapping, met)
    return found


def _lines(
    rows: Rows, head: int, names: int, found: Matrix
) -> Iterator[tuple[Mapping[int, Cell], Line]]:
    """The rows below the heads; one without a name is a fault."""
    for row, cells in rows.items():
        if row <= head:
            continue
        if names in cells:
            yield cells, Line(cells[names])
        elif filled := [cell for at, cell in cells.items() if at > names]:
            found.faults.append(fault(filled[0], "nothing says whose value this is"))


def _long(rows: Rows, mapping: TableMapping) -> Matrix:
    found = Matrix()
    heads = named(rows, mapping.head)
    wanted = {
        key: _column(heads, head)
        for key in ("name", "criterion", "value", "weight", "weighted", "total")
        if (head := getattr(mapping, key)) is not None
    }
    lines: dict[str, Line] = {}
    met = set(heads)
    for row, cells in rows.items():
        here = {key: cells[at] for key, at in wanted.items() if at in cells}
        subjects = {here[key].text for key in ("name", "criterion") if key in here}
        if row > mapping.head and not subjects & set(mapping.leave):
            _add(found, lines, here, mapping)
        met |= subjects
    found.lines = list(lines.values())
    known = {*wanted.values(), *(heads[each] for each in mapping.leave if each in heads)}
    for head, column in heads.items():
        if column not in known:
            found.faults.append(_unknown(rows[mapping.head][column], head))
    _hold(found, mapping, met)
    return found


def _add(
    found: Matrix, lines: dict[str, Line], here: Mapping[str, Cell], mapping: TableMapping
) -> None:
    """Add a row of a long table to its vendor."""
    name, criterion = here.get("name"), here.get("criterion")
    if name is None or criterion is None:
        found.faults += [
            fault(cell, "nothing says whose value this is") for cell in list(here.values())[:1]
        ]
        return
    line = lines.setdefault(name.text, Line(name))
    found.heads.setdefault(criterion.text, criterion)
    if "value" in here:
        if criterion.text in line.cells:
            before = line.cells[criterion.text].address
            found.faults.append(fault(here["value"], f"{before} is about the same already"))
        line.cells[criterion.text] = here["value"]
    if "weighted" in here:
        line.weighted[criterion.text] = here["weighted"]
    if "total" in here and mapping.total:
        line.cells[mapping.total] = here["total"]
    if "weight" in here:
        _weigh(found, criterion.text, here["weight"])


def _weigh(found: Matrix, criterion: str, cell: Cell) -> None:
    """Note the weight of a criterion, which is the same in every row."""
    weight = found.weights.setdefault(criterion, cell)
    if weight.text != cell.text:
        why = f"{weight.address} gives {criterion} another weight, {weight.text}"
        found.faults.append(fault(cell, why))


def _hold(found: Matrix, mapping: TableMapping, met: set[str]) -> None:
    """Hold a table against its mapping: nothing is dropped silently.

    Raises EvalkitError if the mapping names what is not among the heads of rows and columns.
    """
    single = (mapping.weight, mapping.total, mapping.maximum, mapping.compliant)
    for head in (*mapping.measures, *mapping.note, *mapping.leave, *filter(None, single)):
        if head not in met:
            raise EvalkitError(f"the table has no {head!r}; {did_you_mean(head, met)}")
    if mapping.measures:
        for head, cell in found.heads.items():
            if head not in mapping.measures:
                found.faults.append(_unknown(cell, head))


def _unknown(cell: Cell, head: str) -> str:
    return fault(cell, f"{head!r} is not in the mapping; add it under `measures` or `leave`")


def _hold_names(found: Matrix, mapping: TableMapping) -> None:
    """Hold the names of vendors and criteria: none stands twice, and all of the mapping's exist."""
    for name in mapping.names.values():
        if all(line.name.text != name for line in found.lines):
            raise EvalkitError(f"nothing in the table is named {name!r} by `names` of the mapping")
    found.faults += _twins((line.name for line in found.lines), "vendor")
    found.faults += _twins(found.heads.values(), "criterion")


def _twins(names: Iterable[Cell], what: str) -> Iterator[str]:
    """A fault for each name that another one is, but for capital letters."""
    seen: dict[str, Cell] = {}
    for name in names:
        first = seen.setdefault(name.text.casefold(), name)
        if first is not name:
            yield fault(name, f"{first.address} names the same {what}, {first.text!r}")
