"""What tables cost that attack, and one that is large.

    python tests/benchmarks/tables.py

Each is read in a process of its own; processor time and peak memory are those of the process,
of which the imports alone are the first row.
"""

import itertools
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
sys.path.insert(0, str(ROOT))

from tests.tables.made import packed, sheet, table  # noqa: E402
from tests.tables.test_gate import HOSTILE, SHEET, long_text  # noqa: E402

READ = """
import pathlib, sys
from evalkit.errors import EvalkitError
from evalkit.tables.reading import read_book
for name in sys.argv[1:]:
    try:
        print(sum(len(row) for sheet in read_book(pathlib.Path(name)).sheets for row in sheet.rows.values()), "cells")
    except EvalkitError as error:
        print(str(error).partition(": ")[2])
# Not `ru_maxrss`, which a process inherits from the one that started it.
(peak,) = (line for line in open("/proc/self/status") if line.startswith("VmHWM"))
print(peak.split()[1])
"""


def measured(*words):
    """What a process prints, its processor time in seconds and its peak memory in MB."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    ran = subprocess.run(
        [sys.executable, "-c", READ, *map(str, words)], capture_output=True, text=True, check=True
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    *said, peak = ran.stdout.splitlines()
    seconds = after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime
    return f"{seconds:7.2f} {int(peak) / 1000:6.0f}  {' '.join(said)}"


def main():
    """Print a row for each table."""
    rows = [["vendor", *(f"criterion {at}" for at in range(59))]]
    rows += [[f"Vendor {row}", *((row * at) % 5 + 1 for at in range(59))] for row in range(1000)]
    made = {
        "1,000 rows × 60 columns": lambda: table(*rows),
        "250,000 cells of 200 letters": lambda: packed({SHEET: sheet(long_cells(250_000))}),
        "1.5 GB of text": lambda: long_text(1500),
    }
    print(f"{'':44} seconds     MB")
    print(f"{'the imports alone':44} {measured()}")
    with tempfile.TemporaryDirectory() as folder:
        for name, make in {**made, **{name: case[0] for name, case in HOSTILE.items()}}.items():
            file = Path(folder) / "a.xlsx"
            file.write_bytes(make())
            print(f"{name:44} {measured(file)}", flush=True)


def long_cells(count):
    """Inline strings as long as the largest workbook may hold of them, no two the same."""
    cells = (f'<c t="inlineStr"><is><t>{at:0200d}</t></is></c>' for at in range(count))
    rows = iter(lambda: "".join(itertools.islice(cells, 500)), "")
    return "".join(f"<row>{row}</row>" for row in rows)


if __name__ == "__main__":
    main()
