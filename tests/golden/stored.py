"""The storage of output in golden files: one thing a line, identical on every machine."""

import difflib
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

STORED = Path(__file__).parent / "answers"
REWRITE = "pytest tests/golden --rewrite"
DIGITS = 9
"""Significant digits; beyond them, numbers may differ between machines."""


def stored(name: str, text: str) -> str:
    """Output in the form of its golden file, by the suffix of the name."""
    return _STORED.get(Path(name).suffix, str)(text)


def _json(text: str) -> str:
    rounded = json.loads(text, parse_float=_rounded)
    return json.dumps(rounded, indent=1, ensure_ascii=False) + "\n"


def _csv(text: str) -> str:
    return re.sub(r"-?\d+\.\d{7,}(e-?\d+)?", lambda found: str(_rounded(found[0])), text)


def _rounded(number: str) -> float:
    # What is left of a difference of equal numbers is nothing; + 0.0 takes the sign off it.
    return float(f"{round(float(number), 12):.{DIGITS}g}") + 0.0


def _tags(text: str) -> str:
    """HTML with a line for each tag, and style sheets only as a hash."""
    without_style = re.sub(r"(<style>).+?(</style>)", r"\1…\2", text, flags=re.DOTALL)
    return re.sub(r"(?<=>)(?=<)", "\n", without_style)


_STORED = {".json": _json, ".csv": _csv, ".html": _tags, ".svg": _tags}


def compare(answers: Mapping[str, str], *, rewrite: bool) -> None:
    """Compare output with the golden files of the same names, or rewrite them."""
    files = {name: stored(name, text) for name, text in answers.items()}
    if rewrite:
        for name, text in files.items():
            (STORED / name).parent.mkdir(parents=True, exist_ok=True)
            (STORED / name).write_text(text, "utf-8", newline="\n")
        return
    changed = [line for name, text in files.items() for line in _difference(name, text)]
    if changed:
        pytest.fail("\n".join([*changed, f"If this is meant: {REWRITE}"]), pytrace=False)


def _difference(name: str, text: str) -> Iterator[str]:
    file = STORED / name
    if not file.exists():
        yield f"There is no golden file {name}."
        return
    # With their ends, so that a missing last one is seen as well.
    old, new = (each.splitlines(keepends=True) for each in (file.read_bytes().decode(), text))
    for line in difflib.unified_diff(old, new, name, "now", n=1):
        yield line.removesuffix("\n")


def left_over(expected: set[str], under: str = "", *, rewrite: bool) -> list[str]:
    """Golden files below a folder that no case writes; removed if `rewrite`."""
    found = sorted(names(under) - expected)
    if rewrite:
        for name in found:
            (STORED / name).unlink()
        return []
    return found


def names(under: str) -> set[str]:
    """The golden files below a folder."""
    files = (file for file in (STORED / under).rglob("*") if file.is_file())
    return {file.relative_to(STORED).as_posix() for file in files}
