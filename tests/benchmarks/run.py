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

import robustness
import validate

ROOT = Path(__file__).parent.parent.parent
QUICK = "--quick" in sys.argv
RUNS = 3 if QUICK else 7
FILES = 1_000 if QUICK else 10_000
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


def timed(command: list[str], cwd: Path = ROOT) -> tuple[float, float]:
    """Wall seconds and peak memory in MiB of one process."""
    start = time.perf_counter()
    process = subprocess.Popen(
        command, cwd=cwd, env=INSTALLED, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    # A linter that found something ends with 1.
    if process.returncode not in {0, 1}:
        sys.exit(f"failed with {process.returncode}: {command}")
    return time.perf_counter() - start, usage.ru_maxrss / 1024


def pair(
    name: str, ours: list[str], theirs: list[str], goal: float, runs: int = RUNS, cwd: Path = ROOT
) -> None:
    """Run two commands in turn and print the ratio."""
    timed(ours, cwd), timed(theirs, cwd)
    ratios, memory = [], 0.0
    for _ in range(runs):
        (one, peak), (other, _) = timed(ours, cwd), timed(theirs, cwd)
        ratios.append(one / other)
        memory = max(memory, peak)
    report(name, ratios, goal, f"peak {memory:.0f} MiB")


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


def many_vendors(folder: Path, count: int) -> None:
    """Vendor files of some 3 KB each, on the measures of the shipped payment criteria."""
    import datetime

    from evalkit.checking.load import load

    criteria = load(ROOT, datetime.date(2026, 11, 29)).criteria["payment-gateways"]
    home = folder / "vendors" / "payment-gateways"
    home.mkdir(parents=True)
    for number in range(count):
        lines = [
            f"id: vendor-{number}",
            f"name: Vendor {number}",
            "category: payment-gateways",
            "facts:",
        ]
        for leaf in criteria.leaves.values():
            if leaf.measure.derived:
                continue
            scale = leaf.measure.scale
            names = list(getattr(scale, "levels", None) or getattr(scale, "items", None) or [])
            value = f'"{names[number % len(names)]}"' if names else f"{1 + number % 90}"
            if names == ["true", "false"]:
                value = value.strip('"')
            source = f"https://vendor-{number}.test/{leaf.measure_id}"
            lines.append(
                f"  {leaf.measure_id}: {{value: {value}, source: {source}, checked: 2026-06-20, kind: vendor-page}}"
            )
        (home / f"vendor-{number}.yaml").write_text("\n".join(lines) + "\n")


def start() -> None:
    """The time of a command to start up, and with hardly any work."""
    python = sys.executable
    evalkit = str(Path(python).parent / "evalkit")
    bare = [python, "-c", BARE_TYPER, "--help"]
    pair("evalkit --help / bare typer app --help", [evalkit, "--help"], bare, 1.3)
    libraries = [python, "-c", "import pandas, typer, yaml, pydantic"]
    with tempfile.TemporaryDirectory() as scratch:
        few = Path(scratch)
        many_vendors(few, 3)
        name = "evalkit score, 3 vendors / importing its libraries"
        pair(name, [evalkit, "score"], libraries, 1.5, cwd=few)


def files() -> None:
    """The time to read and score many files."""
    python = sys.executable
    evalkit = str(Path(python).parent / "evalkit")
    with tempfile.TemporaryDirectory() as scratch:
        many = Path(scratch)
        many_vendors(many, FILES)
        size = sum(f.stat().st_size for f in many.rglob("*.yaml")) / FILES
        load = "import glob, yaml\nfor f in glob.glob('vendors/*/*.yaml'): yaml.load(open(f), yaml.CSafeLoader)"
        name = f"evalkit score, {FILES:,} files of {size:,.0f} bytes / CSafeLoader alone"
        pair(name, [evalkit, "score", "-f", "csv"], [python, "-c", load], 1.5, runs=3, cwd=many)


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
    sizes = (1_000,) if QUICK else (1_000, 10_000)
    with tempfile.TemporaryDirectory() as scratch:
        validate.rows(timed, report, sys.argv, many_vendors, Path(scratch), sizes)


TABLE = {"start": start, "validate": checks, "files": files, "engine": engine, "robustness": draws}


def main() -> None:
    """Print the table."""
    for name, rows in TABLE.items():
        if ONLY in {"", name}:
            rows()


if __name__ == "__main__":
    main()
