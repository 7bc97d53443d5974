"""Growing numbers of files and vendors, and lists within their limits, for `validate` and `score`."""

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import growth_scoring as scoring
import made
from growth import Case

VALIDATE, ALL = ("validate", "--no-cache"), ("score", "-f", "csv")
SCORE, REPORT = scoring.SCORE, scoring.REPORT
SAVED = "saved.json"


def cases() -> list[Case]:
    """One case for each dimension of an ordinary workspace."""
    whole = (("validate", VALIDATE), ("score", ALL))
    within = (
        ("stakeholders within limits", 1, _changed(scoring._stakeholders)),
        ("flows within limits", 1, _changed(scoring._flows)),
        ("gates within limits", 1, _changed(scoring._gates)),
        ("measures in groups of ten", 4, _groups),
    )
    return [
        *(Case(f"files, {name}", 100, files, words) for name, words in whole),
        *(
            Case(f"{name}, {words[0]}", size, make, words)
            for name, size, make in within
            for words in (SCORE, REPORT)
        ),
        *(Case(f"files to 50,000, {name}", 500, files, words, True) for name, words in whole),
        Case("vendors in a plan to 20,000, score", 200, planned, SCORE, True),
        *(
            Case(f"vendors of a saved evaluation, {words[0]}", 5, _saved, words)
            for words in (
                ("report", SAVED, "-o", "report.html"),
                ("explain", SAVED, "v0"),
                ("diff", SAVED, SAVED),
            )
        ),
    ]


def files(folder: Path, size: int) -> None:
    """A workspace of nothing but vendors' files of 3 KB."""
    for name in ("vendors", "criteria", "plans", "platforms"):
        shutil.rmtree(folder / name, ignore_errors=True)
    made.many_vendors(folder, size)


def planned(folder: Path, size: int) -> None:
    """A plan that compares all of many vendors."""
    files(folder, size)
    made.plan(folder, size)


def _saved(folder: Path, size: int) -> None:
    scoring._vendors(folder, size)
    words = ("score", scoring.ID, "-f", "json", "-o", SAVED)
    subprocess.run([sys.executable, "-m", "evalkit", *words], cwd=folder, check=True)


def _changed(change: Callable[[scoring.Data, int], None]) -> Callable[[Path, int], None]:
    return scoring._changed(scoring.PLAN, change)


def _groups(folder: Path, size: int) -> None:
    measures = {f"m{n}": scoring._measure(n) for n in range(size)}
    groups = {
        f"c{start}": {
            "title": f"C {start}",
            "weight": 1,
            "measures": {name: measures[name] for name in list(measures)[start : start + 10]},
        }
        for start in range(0, size, 10)
    }
    scoring._criteria(folder, {}, groups)
    facts = {name: {"value": 1 + place % 90, **scoring.SEEN} for place, name in enumerate(measures)}
    for file in (folder / "vendors/payment-gateways").glob("*.yaml"):
        file.write_text(json.dumps(json.loads(file.read_text()) | {"facts": facts}))
