"""The speed and the memory of `evalkit screen`, beside what the libraries alone take.

    python tests/benchmarks/screen.py [--rows N] [--dask] [--peer]

A list of sellers is made by `long_list.py`. Each command runs in a process of its own, in turn with
the one that it is compared with; processor time counts, as the machine is shared.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import long_list

EVALKIT = Path(sys.executable).parent / "evalkit"

BARE = """
import sys
import numpy as np, pandas as pd, pyarrow as pa, pyarrow.parquet as pq, yaml
from evalkit.model.criteria import Criteria
from evalkit.model.scale import Levels
from evalkit.scoring.values import value_at
folder, out = sys.argv[1:]
criteria = Criteria.model_validate(yaml.safe_load(open(folder + "/criteria/sellers.yaml")))
table = pq.read_table(folder + "/sellers.parquet")
rows = len(table)
total = sum(each.weight for each in criteria.criteria.values())
ends = {"at_least": 0.0, "at_most": 100.0, "points": 50.0}
sums = {end: np.zeros(rows) for end in ends}
written = {}
for group, criterion in criteria.criteria.items():
    within = sum(each.weight for each in criterion.measures.values())
    points = np.zeros(rows)
    for name, measure in criterion.measures.items():
        share = criterion.weight / total * measure.weight / within
        if isinstance(measure.scale, Levels):
            codes, words = pd.factorize(table[name].to_pandas())
            value = np.array([*(measure.scale.levels[word] for word in words), np.nan])[codes]
        else:
            value = value_at(measure.scale, table[name].to_numpy())
        for end, known in ends.items():
            weighted = np.where(np.isnan(value), known, value) * share
            sums[end] += weighted
            if end == "points":
                points += weighted
    written["points." + group] = points
settled = 1 - (sums["at_most"] - sums["at_least"]) / 100
level, word = table["m0"].to_numpy(), table["m5"].to_pandas()
first = np.where(level >= 20, "pass", np.where(level < 20, "fail", "unverified"))
second = np.where(word.isin(["full", "partial"]), "pass", np.where(word.notna(), "fail", "unverified"))
gate = np.where((first == "fail") | (second == "fail"), "fail", np.where((first == "pass") & (second == "pass"), "pass", "unverified"))
standing = np.where(gate == "fail", "ruled_out", np.where(settled >= 0.9, "ranked", "not_ranked"))
rank = pd.Series(np.where(standing == "ranked", sums["points"], np.nan)).rank(ascending=False, method="min")
texts = {"standing": standing, "gate": gate, "gate.m0": first, "gate.m5": second}
columns = {
    "id": table["id"], "name": table["name"], "rank": pa.array(rank, from_pandas=True),
    **{name: pa.array(text).dictionary_encode() for name, text in texts.items()},
    **sums, "settled": settled, "excluded": np.zeros(rows), "researched": settled, **written,
}
pq.write_table(pa.table(columns), out, row_group_size=65_536, use_dictionary=list(texts))
"""
"""The file read with pyarrow and weighted in numpy by the same value functions, with the same columns
written; without a check of anything that is read, and with all of it in memory."""

PEER = """
import sys, time, warnings
import numpy as np, pandas as pd
warnings.simplefilter("ignore")
import skcriteria
from skcriteria.agg.simple import WeightedSumModel
from skcriteria.pipeline import mkpipe
from skcriteria.preprocessing.scalers import MinMaxScaler, SumScaler
from evalkit.model.criteria import Criteria
from evalkit.scoring.scores import Engine
rows, columns = int(sys.argv[1]), 28
matrix = np.random.default_rng(7).random((rows, columns))
measures = {f"m{n}": {"weight": n + 1, "unit": "-", "scale": {"kind": "linear", "worst": 0, "best": 1}} for n in range(columns)}
criteria = Criteria.model_validate({"id": "c", "title": "C", "criteria": {"all": {"title": "A", "weight": 1, "measures": measures}}})
engine, part = Engine(criteria, {}), 65_536
def ours():
    for start in range(0, rows, part):
        some = matrix[start : start + part]
        known = {name: {"likely": np.ascontiguousarray(some[:, at])} for at, name in enumerate(measures)}
        engine.score(known, pd.RangeIndex(len(some)))
def theirs():
    decision = skcriteria.mkdm(matrix, [max] * columns, weights=list(range(1, columns + 1)))
    mkpipe(MinMaxScaler("matrix"), SumScaler("weights"), WeightedSumModel()).evaluate(decision)
for _ in range(5):
    times = []
    for run in (ours, theirs):
        start = time.process_time(); run(); times.append(time.process_time() - start)
    print(times[0] / times[1])
"""


def ran(*command: str | Path) -> tuple[float, float, float]:
    """Processor and wall seconds of a process with its children, and the peak in MiB of any."""
    start = time.perf_counter()
    process = subprocess.Popen(list(map(str, command)), stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"failed with {process.returncode}: {command}")
    used = usage.ru_utime + usage.ru_stime
    return used, time.perf_counter() - start, usage.ru_maxrss / 1024


def compare(
    name: str, ours: list[str | Path], theirs: list[str | Path], goal: float, runs: int
) -> None:
    """Run two commands in turn, and print the ratios and the peaks."""
    both = [(ran(*ours), ran(*theirs)) for _ in range(runs)]
    for kind, place in (("processor", 0), ("wall", 1)):
        ratios = [one[place] / other[place] for one, other in both]
        seconds = [statistics.median(each[side][place] for each in both) for side in (0, 1)]
        print(
            f"{name}, {kind}: {statistics.median(ratios):.2f}× ({min(ratios):.2f}–{max(ratios):.2f}), "
            f"{seconds[0]:.1f} s / {seconds[1]:.1f} s; goal ≤ {goal}×",
            flush=True,
        )
    peaks = [max(each[side][2] for each in both) for side in (0, 1)]
    print(f"{name}, peak: {peaks[0]:.0f} MiB / {peaks[1]:.0f} MiB", flush=True)


def main() -> None:
    """Print the rows."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--folder", type=Path, help="where the list is, or is made")
    parser.add_argument("--dask", action="store_true", help="compare Dask with the stream")
    parser.add_argument("--peer", action="store_true", help="compare with scikit-criteria")
    asked = parser.parse_args()
    if asked.peer:
        found = subprocess.run(
            [sys.executable, "-c", PEER, str(asked.rows)],
            capture_output=True,
            text=True,
            check=True,
        )
        ratios = [float(line) for line in found.stdout.split()]
        print(
            f"{asked.rows:,} × 28 / scikit-criteria: {statistics.median(ratios):.2f}× ({min(ratios):.2f}–{max(ratios):.2f}); goal ≤ 0.3×"
        )
        return
    with tempfile.TemporaryDirectory() as name:
        folder = asked.folder or Path(name)
        if not (folder / "sellers.parquet").exists():
            long_list.make(folder, asked.rows)
        out = Path(name) / "out.parquet"
        base = [
            EVALKIT,
            "screen",
            "sellers",
            folder / "sellers.parquet",
            "--map",
            folder / "map.yaml",
            "-w",
            folder,
            "-o",
            out,
        ]
        title = f"{asked.rows:,} × 28"
        if asked.dask:
            dask = [*base, "--engine", "dask"]
            compare(f"{title}, Dask / stream", dask, base, 2.0, asked.runs)
            return
        bare = [sys.executable, "-c", BARE, folder, out]
        for order in ("rank", "id"):
            ours = [*base, "--order", order]
            compare(f"{title} in order of {order} / libraries alone", ours, bare, 1.5, asked.runs)


if __name__ == "__main__":
    main()
