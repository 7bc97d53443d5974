"""Growth of time and memory with the size of files, one dimension at a time.

    python tests/benchmarks/growth.py [NAME ...]

Each case is run as a separate process at 1×, 10× and 100× a size. Processor time and memory above
those of the same command on a starter workspace are compared between the last two: the exponent is
1 if ten times the input takes ten times as much, and 2 for quadratic growth. The target is at most
1.1; if a case is rejected beyond a limit, the command ends early, and the exponent is below 1: the
exit codes are told.
Cases that take minutes are run only if they are named.
"""

import importlib
import math
import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

GOAL = 1.1
LEAST, LEAST_MIB = 0.05, 10.0
"""Minimum seconds and MiB above start-up from which growth can be measured."""
LONGEST = 1_200
"""Maximum seconds of processor time of a run."""


class Case(NamedTuple):
    """A dimension of the input that grows."""

    name: str
    size: int
    """The smallest of the three sizes."""
    make: Callable[[Path, int], None]
    """Changes a starter workspace to the given size."""
    command: tuple[str, ...]
    """The words after `evalkit`, run in the workspace."""
    takes_minutes: bool = False


MODULES = (
    "growth_lists", "growth_checking", "growth_scoring", "growth_selection", "growth_hidden",
)  # fmt: skip
"""Modules beside this one, each with a function `cases`."""


def main() -> None:
    """Print a row for each case."""
    wanted = sys.argv[1:]
    head = f"{'case':<44}{'size':>9}{'1×':>9}{'10×':>9}{'100×':>9}  {'exponent':>8}{'MiB':>7}"
    print(f"{head}{'of memory':>11}  exit codes")
    for case in (case for name in MODULES for case in importlib.import_module(name).cases()):
        if any(word in case.name for word in wanted) or not (wanted or case.takes_minutes):
            print(row(case), flush=True)


def row(case: Case) -> str:
    """The seconds and the largest memory of a case, with the exponents of both."""
    start, least, _ = measured(case.command, lambda _: None)
    ran = [measured(case.command, lambda f, n=n: case.make(f, case.size * n)) for n in (1, 10, 100)]
    # A case may take less than the starter workspace, where simulations are run.
    start, least = min(start, ran[0][0]), min(least, ran[0][1])
    times = [seconds - start for seconds, _, _ in ran]
    shown = "".join(f"{seconds:>9.2f}" for seconds in times)
    memory = [size for _, size, _ in ran]
    codes = " ".join(str(code) for _, _, code in ran)
    grown = exponent(times[1], times[2], LEAST)
    held = exponent(memory[1] - least, memory[2] - least, LEAST_MIB)
    mark = "" if max(grown, held) <= GOAL else "  MISSED"
    return f"{case.name:<44}{case.size:>9,}{shown}  {grown:>8.2f}{max(memory):>7.0f}{held:>11.2f}  {codes}{mark}"


def exponent(ten: float, hundred: float, least: float) -> float:
    """The exponent of growth; 0 if what is measured is indistinguishable from start-up."""
    return math.log10(hundred / max(ten, least)) if hundred > least else 0.0


def measured(command: tuple[str, ...], make: Callable[[Path], None]) -> tuple[float, float, int]:
    """Processor seconds, peak memory in MiB and exit code of one command in a fresh workspace."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        ours = [sys.executable, "-m", "evalkit"]
        subprocess.run([*ours, "init", "."], cwd=folder, stdout=subprocess.DEVNULL, check=True)
        make(folder)
        process = subprocess.Popen(
            [*ours, *command], cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        resource.prlimit(process.pid, resource.RLIMIT_CPU, (LONGEST, LONGEST))
        _, status, usage = os.wait4(process.pid, 0)
        code = process.returncode = os.waitstatus_to_exitcode(status)
        return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, code


if __name__ == "__main__":
    main()
