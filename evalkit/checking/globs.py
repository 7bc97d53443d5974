"""Patterns for paths, as used in `per-path-ignores`."""

import re
from collections.abc import Sequence
from fnmatch import translate
from itertools import groupby

ANY_FOLDERS = "**"
MAX_PARTS, MAX_LENGTH = 50, 1000


def parts_of(text: str) -> list[str]:
    """The names and `**` of a pattern; several `**` in a row count as one.

    Raises ValueError if it has more than MAX_PARTS of them, or more than MAX_LENGTH characters.
    """
    if len(text) > MAX_LENGTH:
        raise ValueError(f"has more than {MAX_LENGTH:,} characters")
    pattern = text.removeprefix("./")
    given = pattern.strip("/").split("/")
    parts = given if "/" in pattern else [ANY_FOLDERS, *given]
    rows = ((part, len(list(row))) for part, row in groupby(parts))
    wanted = [name for part, n in rows for name in [part] * (1 if part == ANY_FOLDERS else n)]
    if len(wanted) > MAX_PARTS:
        raise ValueError(f"has more than {MAX_PARTS} parts")
    return wanted


class Patterns:
    """Patterns that are parsed once and matched against a path all at once.

    `*` and `?` stay within a name, `**` matches any number of folders. A pattern without `/`
    matches that name in any folder; one that matches a folder matches everything in it.
    """

    def __init__(self, texts: Sequence[str]) -> None:
        # A bit for each part of each pattern, and one after its last part: the progress in all
        # patterns is one number, and a step of a path costs the same however many there are.
        self._starts = self._any = 0
        self._ends: list[int] = []
        self._names: dict[str, int] = {}
        at = 1
        for text in texts:
            self._starts |= at
            for part in parts_of(text):
                if part == ANY_FOLDERS:
                    self._any |= at
                else:
                    self._names[part] = self._names.get(part, 0) | at
                at <<= 1
            self._ends.append(at)
            at <<= 1
        self._stays = self._any | sum(self._ends)
        self._wild = [
            (re.compile(translate(part)).match, bits)
            for part, bits in self._names.items()
            if not {"*", "?", "["}.isdisjoint(part)
        ]
        self._meant: dict[str, int] = {}

    def matching(self, path: str) -> list[int]:
        """The numbers of the patterns that match a path written with `/`."""
        reached = self._past_any(self._starts)
        for step in path.split("/"):
            reached = self._past_any((reached & self._bits(step)) << 1 | reached & self._stays)
        return [number for number, end in enumerate(self._ends) if reached & end]

    def _past_any(self, reached: int) -> int:
        """The progress with the places after every `**` that is next, as it may match no folder."""
        return reached | (reached & self._any) << 1

    def _bits(self, step: str) -> int:
        """The parts that match one name of a path."""
        if step not in self._meant:
            bits = self._names.get(step, 0)
            for match, wild in self._wild:
                if match(step):
                    bits |= wild
            self._meant[step] = bits
        return self._meant[step]
