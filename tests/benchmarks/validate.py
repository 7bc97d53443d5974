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
from collections.abc import Callable
from pathlib import Path
from typing import Any

import made

ROOT = Path(__file__).parent.parent.parent

PEERS = ("check-jsonschema", "yamale", "yamllint")

BARE = """
import pydantic, typer, yaml
app = typer.Typer(add_completion=False, rich_markup_mode=None)
class Vendor(pydantic.BaseModel):
    id: str
    name: str
    category: str
    facts: dict[str, str | dict]
@app.command()
def one(file: str):
    Vendor.model_validate(yaml.load(open(file, "rb"), yaml.CBaseLoader))
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

Timed = Callable[..., Any]
Pair = Callable[..., None]


def peers(argv: list[str], folder: Path) -> Path:
    """The folder of the programs to compare with."""
    if "--peers" in argv:
        return Path(argv[argv.index("--peers") + 1])
    venv.create(folder / "peers", with_pip=True)
    programs = folder / "peers" / ("Scripts" if os.name == "nt" else "bin")
    subprocess.run([programs / "python", "-m", "pip", "install", "-q", *PEERS], check=True)
    return programs


def rows(pair: Pair, timed: Timed, argv: list[str], scratch: Path, sizes: tuple[int, ...]) -> None:
    """Print the rows: start-up with one file, then each number of files, then cost per file."""
    folders = {size: scratch / f"files-{size}" for size in (1, 3, 100, *sizes)}
    for size, folder in folders.items():
        made.many_vendors(folder, size)
    _start_up(pair, folders[3])
    programs = peers(argv, scratch)
    for size in sizes:
        _against_others(pair, programs, folders[size], size)
    for size in sizes:
        _kept(pair, timed, folders[size], f"{size:,} files")
    _cost_per_file(timed, [EVALKIT, "validate", "--no-cache"], folders)


EVALKIT = str(Path(sys.executable).parent / "evalkit")
FILE = f"vendors/{made.CATEGORY}/vendor-1.yaml"
OURS = f"vendors/{made.CATEGORY}/mollie.yaml"


def _start_up(pair: Pair, three: Path) -> None:
    """A check of one file, compared with an application that only reads it."""
    cold, bare = [EVALKIT, "validate", "--no-cache"], [sys.executable, "-c", BARE, "one"]
    reads = "a bare app that reads it"
    pair(f"validate --no-cache, 1 file of 3 / {reads}", [*cold, FILE], [*bare, FILE], 1.4, 9, three)
    warm = [EVALKIT, "validate"]
    pair(f"validate, 3 files, kept from before / {reads}", warm, [*bare, FILE], 1.5, 9, three)
    pair(f"the same in this repository / {reads}", [*cold, OURS], [*bare, OURS], 2.0, 9, ROOT)


def _against_others(pair: Pair, programs: Path, here: Path, size: int) -> None:
    schema, yamale = here.parent / "vendor.schema.json", here.parent / "yamale.yaml"
    with schema.open("wb") as stream:
        subprocess.run([EVALKIT, "schema", "vendor"], stdout=stream, check=True)
    yamale.write_text(YAMALE)
    files = sorted(str(file) for file in here.rglob("*.yaml"))
    others = (
        ("events of PyYAML's C parser", [sys.executable, "-c", EVENTS], 2.0, 5),
        ("yamale", [programs / PEERS[1], "-s", yamale, "vendors"], 0.4, 3),
        ("yamllint", [programs / PEERS[2], "vendors"], 0.06, 1),
        ("check-jsonschema", [programs / PEERS[0], "--schemafile", schema, *files], 0.08, 1),
    )
    for name, words, goal, runs in others:
        command = [str(word) for word in words]
        cold = [EVALKIT, "validate", "--no-cache"]
        pair(f"validate cold, {size:,} files / {name}", cold, command, goal, runs, here, (0, 1))


def _kept(pair: Pair, timed: Timed, here: Path, count: str) -> None:
    """What a cache saves, and what it costs to make one."""
    cold, warm = [EVALKIT, "validate", "--no-cache"], [EVALKIT, "validate"]
    pair(f"validate warm, {count} / cold", warm, cold, 0.2, 5, here)
    ratios = []
    for _ in range(3):
        shutil.rmtree(here / ".evalkit_cache", ignore_errors=True)
        ratios.append(timed(warm, here).wall / timed(cold, here).wall)
    print(f"validate, first run that keeps, {count} / cold {statistics.median(ratios):.2f}×")


def _cost_per_file(timed: Timed, cold: list[str], folders: dict[int, Path]) -> None:
    """The cost of an additional file in one process, relative to that with the fewest files."""
    alone = [*cold, "--jobs", "1"]
    start = statistics.median(timed(alone, folders[1]).cpu for _ in range(5))
    costs, peaks = {}, {}
    for size in list(folders)[2:]:
        runs = [timed(alone, folders[size]) for _ in range(3)]
        costs[size] = (statistics.median(each.cpu for each in runs) - start) / (size - 1)
        peaks[size] = max(each.peak for each in runs)
    least = costs[min(costs)]
    for size, cost in costs.items():
        print(
            f"one more among {size:>6,} files / one more among {min(costs)}"
            f"{cost / least:28.2f}×  (goal: flat)  peak {peaks[size]:.0f} MiB (goal < 300)",
            flush=True,
        )
