"""Speed, as ratios of whole processes measured side by side.

    python tests/benchmarks/run.py [--quick]

Absolute times mean nothing on a shared machine; each pair runs in turn, A B A B, and the median
of the ratios pair by pair is printed, with the goal beside it. The comparison with scikit-criteria
needs `pip install -e '.[bench]'` and is left out without it. The one with pysensmcda makes an
environment of its own; `--peer PYTHON` names one that is there, and likewise `--peers FOLDER` the
programs with which `validate` is compared. `--only NAME` runs the rows of `start`, `validate`,
`files`, `engine` or `robustness`.
"""

import importlib.util
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

import made
import robustness
import validate

ROOT = Path(__file__).parent.parent.parent
QUICK = "--quick" in sys.argv
RUNS = 3 if QUICK else 7
COUNTS = (1_000,) if QUICK else (1_000, 10_000)
ROWS = 100_000 if QUICK else 1_000_000
DRAWS = 20_000 if QUICK else 100_000
# What is installed has its byte code.
INSTALLED = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
ONLY = sys.argv[sys.argv.index("--only") + 1] if "--only" in sys.argv else ""

BARE_TYPER = """
import typer
app = typer.Typer(add_completion=False, rich_markup_mode=None)
@app.command()
def one(): "One."
@app.command()
def two(): "Two."
app()
"""

ENGINE = """
import sys, time
import numpy as np, pandas as pd
from evalkit.model.criteria import Criteria
from evalkit.scoring.scores import score
rows, columns = {rows}, 30
matrix = np.random.default_rng(7).random((rows, columns))
measures = {{f"m{{n}}": {{"weight": n + 1, "unit": "-", "scale": {{"kind": "linear", "worst": 0, "best": 1}}}} for n in range(columns)}}
criteria = Criteria.model_validate({{"id": "c", "title": "C", "criteria": {{"all": {{"title": "A", "weight": 1, "measures": measures}}}}}})
frame = pd.DataFrame(matrix, columns=pd.MultiIndex.from_tuples([(name, "likely") for name in measures]))
times = []
for _ in range({runs}):
    start = time.perf_counter(); score(frame, criteria); ours = time.perf_counter() - start
    start = time.perf_counter(); other(matrix, columns); theirs = time.perf_counter() - start
    times.append(ours / theirs)
print(sorted(times)[len(times) // 2])
"""
OTHER = """
import warnings; warnings.simplefilter("ignore")
import skcriteria
from skcriteria.agg.simple import WeightedSumModel
from skcriteria.pipeline import mkpipe
from skcriteria.preprocessing.scalers import MinMaxScaler, SumScaler
def other(matrix, columns):
    decision = skcriteria.mkdm(matrix, [max] * columns, weights=list(range(1, columns + 1)))
    mkpipe(MinMaxScaler("matrix"), SumScaler("weights"), WeightedSumModel()).evaluate(decision)
"""


class Ran(NamedTuple):
    """What one process took."""

    wall: float
    cpu: float
    """Processor seconds, of its own processes too."""
    peak: float
    """MiB of memory."""


def timed(command: list[str], cwd: Path = ROOT, ends: tuple[int, ...] = (0,)) -> Ran:
    """Run one process, which has to end with one of some exit codes."""
    start = time.perf_counter()
    process = subprocess.Popen(
        command, cwd=cwd, env=INSTALLED, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in ends:
        sys.exit(f"failed with {process.returncode}: {command}")
    wall = time.perf_counter() - start
    return Ran(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def pair(
    name: str,
    ours: list[str],
    theirs: list[str],
    goal: float,
    runs: int = RUNS,
    cwd: Path = ROOT,
    ends: tuple[int, ...] = (0,),
) -> None:
    """Run two commands in turn and print the ratio; `ends` are exit codes that theirs may have."""
    timed(ours, cwd), timed(theirs, cwd, ends)
    pairs = [(timed(ours, cwd), timed(theirs, cwd, ends)) for _ in range(runs)]
    cpu = statistics.median(one.cpu / other.cpu for one, other in pairs)
    peak = max(one.peak for one, _ in pairs)
    ratios = [one.wall / other.wall for one, other in pairs]
    report(name, ratios, goal, f"processor {cpu:.2f}×, peak {peak:.0f} MiB")


def report(name: str, ratios: list[float], goal: float, remark: str = "") -> None:
    """One line of the table."""
    middle = statistics.median(ratios)
    digits = 2 if middle >= 0.1 else 4
    spread = f"{min(ratios):.{digits}f}–{max(ratios):.{digits}f}"
    verdict = "met" if middle <= goal else "MISSED"
    print(
        f"{name:<62} {middle:5.{digits}f}×  ({spread})  goal ≤ {goal}×  {verdict}  {remark}",
        flush=True,
    )


def start() -> None:
    """The time of a command to start up, and with hardly any work."""
    python = sys.executable
    evalkit = str(Path(python).parent / "evalkit")
    bare = [python, "-c", BARE_TYPER, "--help"]
    pair("evalkit --help / bare typer app --help", [evalkit, "--help"], bare, 1.3)
    libraries = [python, "-c", "import typer, rich, yaml, pydantic, pandas"]
    with tempfile.TemporaryDirectory() as scratch:
        few = Path(scratch)
        made.many_vendors(few, 3)
        made.plan(few, 3)
        score = [evalkit, "score", made.PLAN]
        pair("evalkit score, 3 vendors / importing libraries", score, libraries, 1.3, cwd=few)
        report = [evalkit, "report", made.PLAN, "-o", str(few / "report.html")]
        pair("evalkit report, 3 vendors / score", report, score, 1.5, cwd=few)
        pair("evalkit report, this repository's payments / score", report, score, 1.5)


def files() -> None:
    """The time to read and score many files."""
    python = sys.executable
    evalkit = str(Path(python).parent / "evalkit")
    load = "import glob, yaml\nfor f in glob.glob('vendors/*/*.yaml'): yaml.load(open(f), yaml.CSafeLoader)"
    with tempfile.TemporaryDirectory() as scratch:
        for count in COUNTS:
            many = Path(scratch) / str(count)
            made.many_vendors(many, count)
            score, alone = [evalkit, "score", "-f", "csv"], [python, "-c", load]
            runs = 3 if count > 1_000 else RUNS
            pair(f"evalkit score, {count:,} files / CSafeLoader", score, alone, 1.5, runs, many)


def engine() -> None:
    """The time of the arithmetic for many rows."""
    if importlib.util.find_spec("skcriteria") is None:
        print("engine / scikit-criteria: not installed, left out")
        return
    script = OTHER + ENGINE.format(rows=ROWS, runs=RUNS)
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    name = f"engine, {ROWS:,} × 30 / scikit-criteria's weighted sum with scaling"
    report(name, [float(ran.stdout)], 0.5)


def draws() -> None:
    """The time of simulations over weights and facts."""
    robustness.rows(report, sys.argv, RUNS, DRAWS)


def checks() -> None:
    """The time to check files, compared with other YAML checkers."""
    with tempfile.TemporaryDirectory() as scratch:
        validate.rows(pair, timed, sys.argv, Path(scratch), COUNTS)


TABLE = {"start": start, "validate": checks, "files": files, "engine": engine, "robustness": draws}


def main() -> None:
    """Print the table."""
    for name, rows in TABLE.items():
        if ONLY in {"", name}:
            rows()


if __name__ == "__main__":
    main()
