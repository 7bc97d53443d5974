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
        steps = tuple(map(step, entry.key.split(".")))
        line = document(folder / entry.path, entry.path).span(steps, "key").line
        return f"{entry.path}:{line}"

    return place


def step(word: str) -> str | int:
    """A part of a key as a step of a route: the place of an entry is a number."""
    return int(word) if word.isdecimal() else word
