"""Turn Debian's package index into a long list, with a plan that scores it.

    apt-cache dumpavail | python tests/benchmarks/packages.py FOLDER
    evalkit screen packages FOLDER/packages.csv --map FOLDER/map.yaml -w FOLDER

Each package is a row; four of the columns are mapped to measures, the others are left.
"""

import csv
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

FIELDS = (
    "Package",
    "Version",
    "Architecture",
    "Section",
    "Priority",
    "Installed-Size",
    "Size",
    "Homepage",
)
COLUMNS = (*FIELDS[:-1], "Dependencies", "Has homepage")
FILES = {
    "criteria/packages.yaml": """\
id: packages
title: Packages
criteria:
  weight:
    title: Weight
    weight: 50
    measures:
      installed:
        weight: 60
        unit: MiB
        scale: {kind: points, points: [[0, 100], [1, 80], [20, 30], [500, 0]], because: A small image.}
      dependencies:
        weight: 40
        unit: packages
        scale: {kind: linear, worst: 40, best: 0, because: Each has to be kept up.}
  standing:
    title: Standing
    weight: 50
    measures:
      priority:
        weight: 50
        scale:
          kind: levels
          levels: {required: 100, important: 90, standard: 80, optional: 40, extra: 0}
          because: What Debian itself holds for necessary.
      homepage:
        weight: 50
        scale: {kind: levels, levels: {true: 100, false: 0}, because: Somebody can be asked.}
""",
    "plans/packages.yaml": """\
id: packages
title: Packages for a small image
category: packages
example: true
as_of: 2026-11-30
gates:
  - {measure: installed, at_most: 100, because: The image has 2 GiB.}
""",
    "map.yaml": """\
vendors: down
name: Package
checked: 2026-11-30
source: Debian's package index
locale: en
leave: [Version, Architecture, Section, Size]
measures:
  Installed-Size: {measure: installed, unit: MiB, factor: 0.0009765625}
  Dependencies: {}
  Priority: {}
  Has homepage: {measure: homepage}
""",
}


def entries(lines: Iterable[str]) -> Iterator[dict[str, str]]:
    """The fields of each package; what goes on in further lines is left out."""
    found: dict[str, str] = {}
    for line in (*lines, "\n"):
        if not line.strip():
            if found:
                yield found
            found = {}
        elif not line[0].isspace():
            name, _, value = line.partition(":")
            found[name] = value.strip()


def row(package: dict[str, str]) -> list[str]:
    """The cells of a package."""
    needed = [each for each in package.get("Depends", "").split(",") if each.strip()]
    own = [package.get(name, "") for name in FIELDS[:-1]]
    return [*own, str(len(needed)), "yes" if package.get("Homepage") else "no"]


def main() -> None:
    """Write the list and the workspace."""
    folder = Path(sys.argv[1])
    (folder / "vendors").mkdir(parents=True, exist_ok=True)
    for path, text in FILES.items():
        (folder / path).parent.mkdir(exist_ok=True)
        (folder / path).write_text(text)
    with (folder / "packages.csv").open("w", newline="", encoding="utf-8") as stream:
        writer = csv.writer(stream)
        writer.writerow(COLUMNS)
        writer.writerows(map(row, entries(sys.stdin)))


if __name__ == "__main__":
    main()
