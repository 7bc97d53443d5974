"""Work grows linearly with the size of files, not quadratically: counted in calls, not seconds."""

import importlib
import sys

import pytest

from evalkit.checking.load import load
from evalkit.checking.repair import repaired
from evalkit.resources import starter_files
from tests.conftest import DAY, ROOT
from tests.hostile.growth.counted import calls

sys.path.append(str(ROOT / "tests" / "benchmarks"))
CASES = [
    case
    for case in importlib.import_module("growth_checking").cases()
    # Of a chain of files each is laid over all behind it, until there is too much of that: EK213.
    if case.command[0] == "validate" and "extend each other" not in case.name
]
MOST = 12
"""Maximum growth in calls for ten times the size; it is less if a limit is met."""
FEW = 2_000


def counted(folder, case, size):
    for path, text in starter_files().items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    case.make(folder, size)

    def check():
        workspace = load(folder, DAY)
        if "--fix" in case.command:
            repaired(workspace, list(workspace.documents), DAY)

    return calls(check)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_ten_times_as_much_takes_about_ten_times_as_many_calls(tmp_path, case):
    counted(tmp_path / "first", case, case.size)  # imports, and what is made once
    one, two, twelve = (counted(tmp_path / str(n), case, n * case.size) for n in (1, 2, 12))
    assert twelve - two <= MOST * max(two - one, FEW)
