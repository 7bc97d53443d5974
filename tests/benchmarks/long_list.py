"""Make a long list of invented sellers, with a plan that scores it: the same bytes each time.

    python tests/benchmarks/long_list.py FOLDER [ROWS]

The folder is a workspace with `plans/sellers.yaml`, beside `sellers.parquet` and `map.yaml`.
"""

import sys
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

ROWS = 1_000_000
GROUP = 65_536
MEASURES = 28
WORDS = ("full", "partial", "planned", "none")
KINDS = ("linear", "points", "linear", "target", "linear", "levels", "points")
SCALES = {
    "linear": "{kind: linear, worst: 0, best: 100}",
    "points": "{kind: points, points: [[0, 0], [10, 35], [40, 80], [100, 100]]}",
    "target": "{kind: target, worst_below: 0, best: 60, worst_above: 100}",
    "levels": "{kind: levels, levels: {full: 100, partial: 60, planned: 20, none: 0}}",
}


def kind(number: int) -> str:
    """The kind of scale of a measure."""
    return KINDS[number % len(KINDS)]


def files() -> dict[str, str]:
    """The files of the workspace, and the mapping."""
    criteria = ["id: sellers", "title: Sellers", "criteria:"]
    for group in range(7):
        criteria += [f"  group-{group}:", f"    title: Group {group}", f"    weight: {group + 1}"]
        criteria += ["    measures:"]
        for number in range(group * 4, group * 4 + 4):
            unit = "" if kind(number) == "levels" else "unit: points, "
            scale = SCALES[kind(number)]
            criteria.append(f"      m{number}: {{weight: {number % 5 + 1}, {unit}scale: {scale}}}")
    mapping = ["vendors: down", "name: name", "id: id", "checked: 2026-11-30", "measures:"]
    mapping += [f"  m{number}: {{}}" for number in range(MEASURES)]
    plan = [
        "id: sellers", "title: Sellers for a marketplace", "category: sellers", "example: true",
        "as_of: 2026-11-30", "rankable: 0.9", "gates:",
        "  - {measure: m0, at_least: 20, because: Orders come in at that rate.}",
        "  - {measure: m5, any_of: [full, partial], because: Returns go through it.}",
    ]  # fmt: skip
    texts = {"criteria/sellers.yaml": criteria, "plans/sellers.yaml": plan, "map.yaml": mapping}
    return {path: "\n".join(lines) + "\n" for path, lines in texts.items()}


def part(first: int, rows: int) -> pa.Table:
    """Some rows of the list; a part depends on its first row only."""
    rng = np.random.default_rng([7, first])
    numbers = np.arange(first, first + rows)
    columns = {
        "id": pa.array([f"seller-{number:08}" for number in numbers]),
        "name": pa.array([f"Seller {number}" for number in numbers]),
    }
    for number in range(MEASURES):
        known = rng.random(rows) >= 0.05
        if kind(number) == "levels":
            codes = pa.array(rng.integers(0, len(WORDS), rows, dtype=np.int8), mask=~known)
            column = pa.DictionaryArray.from_arrays(codes, pa.array(WORDS)).cast(pa.string())
        else:
            column = pa.array(np.round(rng.random(rows) * 100, 3), mask=~known)
        columns[f"m{number}"] = column
    return pa.table(columns)


def make(folder: Path, rows: int = ROWS) -> Path:
    """Write the list and its workspace, and return the list's file."""
    for path, text in files().items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text)
    (folder / "vendors").mkdir(exist_ok=True)
    file = folder / "sellers.parquet"
    with pq.ParquetWriter(file, part(0, 1).schema) as writer:
        for first in range(0, rows, GROUP):
            writer.write_table(part(first, min(GROUP, rows - first)))
    return file


if __name__ == "__main__":
    print(make(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else ROWS))
