"""Where an entry of an evaluation stands in its file."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

from evalkit.evaluation.record.source import Reference
from evalkit.source.document import read


def place_in(folder: Path | None) -> Callable[[Reference], str]:
    """A function that names an entry's file with its line, or with its key without a folder.

    A saved evaluation has no folder: its files may have changed since.
    """
    document = cache(read)

    def place(entry: Reference) -> str:
        if folder is None:
            return f"{entry.path}, {entry.key}"
        line = document(folder / entry.path, entry.path).span(steps(entry.key), "key").line
        return f"{entry.path}:{line}"

    return place


def steps(key: str) -> tuple[str | int, ...]:
    """The route of a key in its file: the place of an entry of a list is a number."""
    return tuple(int(step) if step.isdecimal() else step for step in key.split("."))
