"""The first rows of a long list as files of vendors."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

import pyarrow as pa

from evalkit.catalogue.screening import Screening
from evalkit.catalogue.sources.table import Source
from evalkit.editing.writing import block
from evalkit.errors import EvalkitError
from evalkit.evidence.importing.names import ids
from evalkit.evidence.importing.values import UnreadableCellError
from evalkit.evidence.taking.values import UnclearError
from evalkit.tables.cells import Cell


def short_list(
    source: Source,
    screening: Screening,
    first: Sequence[Mapping[str, Any]],
    taken: Collection[str] = (),
) -> dict[str, str]:
    """The text of a file for each of the first rows, by its path in a workspace.

    `taken` are the ids of other vendors. Raises EvalkitError if a row has no id of its own.
    """
    names = [str(row["id"]) for row in first]
    for name in names:
        if not name or names.count(name) > 1:
            said = f"{name!r} is there more than once" if name else "a row has no id"
            raise EvalkitError(f"the short list cannot be written: {said}; give each its own")
    made = ids(names, "-", "vendor", taken)
    rows = {int(row["row"]): row for row in first}
    cells = dict(_cells(source, rows.keys()))
    category = screening.prospect.plan.category
    return {
        f"vendors/{category}/{made[str(row['id'])]}.yaml": _text(
            made[str(row["id"])], row, cells[number], source, screening
        )
        for number, row in rows.items()
    }


def _cells(source: Source, rows: Collection[int]) -> Iterator[tuple[int, dict[str, Any]]]:
    """The cells of some rows, by the number of the row."""
    wanted = pa.array(sorted(rows), pa.int64())
    for part in source.parts():
        found = part.filter(pa.compute.is_in(part["row"], wanted))
        for cells in found.to_pylist():
            yield cells["row"], cells


def _text(
    name: str,
    row: Mapping[str, Any],
    cells: Mapping[str, Any],
    source: Source,
    screening: Screening,
) -> str:
    prospect = screening.prospect
    place = source.place(int(row["row"])).said(int(row["row"]))
    facts = {}
    for column in screening.columns:
        given = cells[column.label]
        is_whole = isinstance(given, int) and not isinstance(given, bool)
        try:
            said = given is not None and column.said(
                Cell(1, 1, float(given) if is_whole else given)
            )
        except (UnreadableCellError, UnclearError):
            continue
        if said:
            facts[column.name] = {**said, "note": f"{place}, {column.head}"}
    data: dict[str, Any] = {
        "id": name,
        "name": row.get("name") or row["id"],
        "category": prospect.plan.category,
        **({"role": prospect.role} if prospect.role else {}),
        "from": dict(screening.columns[0].source),
        "facts": facts,
    }
    return "\n".join(block(data, 0, 2)) + "\n"
