"""SMAA-2 for 12 vendors on 25 measures: against a library, and against bare numpy.

Ours draws unsettled facts in both ways, each by itself and all of a vendor alike; the others draw
them once. All is measured in processor time.

Called by `run.py`. The library, pysensmcda with pymcdm's weighted sum, lives in an environment of
its own: `--peer PYTHON` names one, else one is made and thrown away.
"""

import math
import os
import subprocess
import sys
import tempfile
import venv
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
Report = Callable[..., None]

CASE = """
import time
import numpy as np
rng = np.random.default_rng(1)
VALUES = rng.random((12, 25)) * 100
VALUES *= 1000 / VALUES.sum(axis=0)      # the library divides columns by their sums: then nothing changes
CELLS = [(cell // 25, cell % 25) for cell in sorted(rng.choice(300, 100, replace=False).tolist())]
"""

OURS = (
    CASE
    + """
from evalkit.analysis import sampling
from evalkit.analysis.case import Case, Unsettled
from evalkit.analysis.distribution import Even, OneOf, Triangle
from evalkit.analysis.smaa import simulate
KINDS = [
    (Even(0, 100), True),
    (OneOf([0, 25, 50, 100]), True),
    (Triangle(1, 20, 90, [0, 10, 100], [0, 60, 100]), False),
]
FACTS = [Unsettled(v, m, *KINDS[n % 3]) for n, (v, m) in enumerate(CELLS)] if {unsettled} else []
def run():
    found = simulate(Case(VALUES, FACTS), lambda g, n: sampling.uniform(g, 25, n), {draws}, 7)
    return found.alone.first
"""
)

BARE = (
    CASE
    + """
def run():
    g = np.random.default_rng(7)
    weights = g.dirichlet(np.ones(25), {draws})
    scores = weights @ VALUES.T
    if {unsettled}:
        facts = g.random(({draws}, len(CELLS))) * 100
        for n, (v, m) in enumerate(CELLS):
            scores[:, v] += weights[:, m] * facts[:, n]
    return np.sort(scores, axis=1)[0, :1]
"""
)

LIBRARY = (
    CASE
    + """
import warnings; warnings.simplefilter("ignore")
from pymcdm.methods import WSM
from pysensmcda.smaa import smaa2
def run():
    samples = None
    if {unsettled}:
        samples = np.repeat(VALUES[None], {draws}, axis=0)
        for n, (v, m) in enumerate(CELLS):
            samples[:, v, m] = rng.random({draws}) * 100
    found = smaa2(WSM(), VALUES, np.ones(25), num_samples={draws}, matrix_samples=samples, seed=7)
    return found.acceptability
"""
)

MEASURE = """
times = []
for _ in range({repeats}):
    start = time.process_time(); first = run(); times.append(time.process_time() - start)
print(sorted(times)[len(times) // 2], *first)
"""
REPEATS = 7
"""Repetitions in one process of work that takes milliseconds: the first run touches new memory."""


def measured(python: str, script: str, draws: int, *, unsettled: bool) -> tuple[float, list[float]]:
    """Median processor seconds inside one process, after its imports, and the result."""
    repeats = 1 if script is LIBRARY else REPEATS
    text = (script + MEASURE).replace("{draws}", str(draws)).replace("{unsettled}", str(unsettled))
    text = text.replace("{repeats}", str(repeats))
    # Threads that wait for work use a processor too.
    alone = {**os.environ, "OPENBLAS_NUM_THREADS": "1"}
    ran = subprocess.run(
        [python, "-c", text], cwd=ROOT, env=alone, capture_output=True, text=True, check=True
    )
    seconds, *first = map(float, ran.stdout.split())
    return seconds, first


def peer(argv: list[str], folder: Path) -> str:
    """The library's environment: the one named, or a new one."""
    if "--peer" in argv:
        return argv[argv.index("--peer") + 1]
    venv.create(folder / "peer", with_pip=True)
    python = folder / "peer" / ("Scripts" if os.name == "nt" else "bin") / "python"
    subprocess.run([python, "-m", "pip", "install", "-q", "pysensmcda", "pymcdm"], check=True)
    return str(python)


def peak(draws: int) -> float:
    """Peak memory in MiB of a process with the given number of draws."""
    text = OURS.replace("{draws}", str(draws)).replace("{unsettled}", "True")
    process = subprocess.Popen([sys.executable, "-c", text + "run()"], cwd=ROOT)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return usage.ru_maxrss / 1024


def rows(report: Report, argv: list[str], runs: int, draws: int) -> None:
    """Print the rows of the table."""
    with tempfile.TemporaryDirectory() as scratch:
        python = peer(argv, Path(scratch))
        for unsettled in (False, True):
            what = "a third of the facts unsettled" if unsettled else "weights only"
            name = f"SMAA-2, 12 × 25, {draws:,} draws, {what}"
            ratios = [_ratio(python, LIBRARY, draws, unsettled) for _ in range(max(1, runs // 3))]
            report(f"{name} / pysensmcda's smaa2", ratios, 0.02)
            ratios = [_ratio(sys.executable, BARE, draws, unsettled) for _ in range(runs)]
            report(f"{name}, both kinds / bare numpy drawn once", ratios, 1.8)
    few, many = peak(draws), peak(10 * draws)
    report(f"memory of {10 * draws:,} draws / {draws:,} draws", [many / few], 1.1, f"{few:.0f} MiB")


def _ratio(python: str, script: str, draws: int, unsettled: bool) -> float:
    ours, first = measured(sys.executable, OURS, draws, unsettled=unsettled)
    theirs, other = measured(python, script, draws, unsettled=unsettled)
    if not unsettled and len(other) == len(first):
        worst = max(abs(a - b) for a, b in zip(first, other, strict=True))
        if worst > 4 * math.sqrt(0.5 / draws):  # four standard errors of a difference
            sys.exit(f"the two do not agree: {first} against {other}")
    return ours / theirs
