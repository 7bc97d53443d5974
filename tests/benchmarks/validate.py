"""The speed of `evalkit validate` compared with alternatives for CI.

Called by run.py. The others (check-jsonschema, yamale, yamllint) are in an environment of their own:
`--peers FOLDER` names one that is there, else one is made and thrown away. They check the same
files: check-jsonschema with evalkit's schema, yamale with one of the same keys in its default four
processes, yamllint with its default rules.
"""

import os
import shutil
import statistics
import subprocess
import sys
import venv
from collections.abc import Callable, Iterator
from pathlib import Path

PEERS = ("check-jsonschema", "yamale", "yamllint")

BARE = """
import pydantic, typer
app = typer.Typer(add_completion=False, rich_markup_mode=None)
class Model(pydantic.BaseModel):
    number: int
@app.command()
def one(): Model(number=1)
@app.command()
def two(): "Two."
app()
"""

EVENTS = """
import glob, yaml
for file in glob.glob("vendors/*/*.yaml"):
    parser = yaml.cyaml.CParser(open(file, "rb").read())
    while parser.get_event() is not None: pass
"""

YAMALE = """\
id: regex('^[a-z0-9][a-z0-9-]{0,63}$')
name: str(min=1, max=2000)
category: regex('^[a-z0-9][a-z0-9-]{0,63}$')
facts: map(include('fact'), key=regex('^[a-z0-9][a-z0-9_]{0,63}$'))
---
fact:
  value: any(num(), bool(), str(min=1))
  source: str(min=1, max=2000)
  checked: day()
  kind: enum('vendor-page', 'vendor-repository', 'third-party-page', 'user-report', 'generated')
"""

Timed = Callable[[list[str], Path], tuple[float, float]]
Report = Callable[[str, list[float], float, str], None]


def peers(argv: list[str], folder: Path) -> Path:
    """The folder of the programs to compare with."""
    if "--peers" in argv:
        return Path(argv[argv.index("--peers") + 1])
    venv.create(folder / "peers", with_pip=True)
    programs = folder / "peers" / ("Scripts" if os.name == "nt" else "bin")
    subprocess.run([programs / "python", "-m", "pip", "install", "-q", *PEERS], check=True)
    return programs


def rows(
    timed: Timed,
    report: Report,
    argv: list[str],
    make: Callable[[Path, int], None],
    scratch: Path,
    sizes: tuple[int, ...],
) -> None:
    """Print the rows: start-up with one file, then each number of files, then cost per file."""
    evalkit = str(Path(sys.executable).parent / "evalkit")
    programs = peers(argv, scratch)
    schema, yamale = scratch / "vendor.schema.json", scratch / "yamale.yaml"
    with schema.open("wb") as stream:
        subprocess.run([evalkit, "schema", "vendor"], stdout=stream, check=True)
    yamale.write_text(YAMALE)
    folders = {size: scratch / f"files-{size}" for size in (1, 100, *sizes)}
    for size, folder in folders.items():
        folder.mkdir()
        make(folder, size)
    cold = [evalkit, "validate", "--no-cache"]
    warm = [evalkit, "validate"]
    bare = [sys.executable, "-c", BARE, "one"]
    for name, command in (("kept from before", warm), ("--no-cache", cold)):
        ratios = list(_ratios(timed, command, bare, folders[1], folders[1], 9))
        report(f"validate, 1 file, {name} / bare typer and pydantic", ratios, 1.5, "")
    for size in sizes:
        here, count = folders[size], f"{size:,} files"
        files = sorted(str(file) for file in here.rglob("*.yaml"))
        others = (
            ("check-jsonschema", [programs / PEERS[0], "--schemafile", schema, *files], 0.08, 1),
            ("yamale", [programs / PEERS[1], "-s", yamale, "vendors"], 1.0, 3),
            ("yamllint", [programs / PEERS[2], "vendors"], 0.06, 1),
            ("events of PyYAML's C parser", [sys.executable, "-c", EVENTS], 2.5, 5),
        )
        for name, words, goal, runs in others:
            command = [str(word) for word in words]
            ratios = list(_ratios(timed, cold, command, here, here, runs))
            report(f"validate cold, {count} / {name}", ratios, goal, "")
        ratios = list(_ratios(timed, warm, [*warm, "--no-cache"], here, here, 3))
        report(f"validate warm, {count} / cold", ratios, 0.3, "")
        first = list(_first_runs(timed, warm, cold, here, 3))
        report(f"validate, first run that keeps, {count} / cold", first, 1.5, "")
    _cost_per_file(timed, cold, folders)


def _ratios(
    timed: Timed, ours: list[str], theirs: list[str], here: Path, there: Path, runs: int
) -> Iterator[float]:
    """Runs of ours and theirs in turn, after an uncounted warm-up of ours."""
    timed(ours, here)
    for _ in range(runs):
        yield timed(ours, here)[0] / timed(theirs, there)[0]


def _first_runs(
    timed: Timed, warm: list[str], cold: list[str], here: Path, runs: int
) -> Iterator[float]:
    for _ in range(runs):
        shutil.rmtree(here / ".evalkit_cache", ignore_errors=True)
        yield timed(warm, here)[0] / timed(cold, here)[0]


def _cost_per_file(timed: Timed, cold: list[str], folders: dict[int, Path]) -> None:
    """The cost of an additional file in one process, relative to that with the fewest files."""
    alone = [*cold, "--jobs", "1"]
    start = statistics.median(timed(alone, folders[1])[0] for _ in range(5))
    costs, peaks = {}, {}
    for size in list(folders)[1:]:
        runs = [timed(alone, folders[size]) for _ in range(3)]
        costs[size] = (statistics.median(seconds for seconds, _ in runs) - start) / (size - 1)
        peaks[size] = max(peak for _, peak in runs)
    least = costs[min(costs)]
    for size, cost in costs.items():
        print(
            f"one more among {size:>6,} files / one more among {min(costs)}"
            f"{cost / least:28.2f}×  (goal: flat)  peak {peaks[size]:.0f} MiB (goal < 300)",
            flush=True,
        )
