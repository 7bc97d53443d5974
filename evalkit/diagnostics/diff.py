"""What changes in a file, line by line, as `diff -u` shows it."""

import difflib
from collections.abc import Iterator
from itertools import groupby, pairwise

from evalkit.diagnostics.visible import visible

CONTEXT = 3
MANY = 5000
"""In files with more lines, lines are compared one by one: looking for what moved takes minutes."""

_HUES = {"-": "\x1b[31m", "+": "\x1b[32m", "@": "\x1b[36m"}
_BOLD, _PLAIN = "\x1b[1m", "\x1b[0m"


def to_diff(path: str, before: str, after: str, *, colour: bool = False) -> str:
    """For people: what cannot be seen is written out, and how lines end is not shown."""
    old, new = (text.removesuffix("\n").split("\n") for text in (before, after))
    one_by_one = len(old) == len(new) > MANY
    shown = visible(path)
    hunks = _one_by_one(old, new) if one_by_one else _with_moves(old, new)
    body = (visible(line.removesuffix("\r")) for line in hunks)
    if not colour:
        return "\n".join([f"--- a/{shown}", f"+++ b/{shown}", *body, ""])
    head = [f"{_BOLD}{line}{_PLAIN}" for line in (f"--- a/{shown}", f"+++ b/{shown}")]
    return "\n".join([*head, *map(_coloured, body), ""])


def _coloured(line: str) -> str:
    hue = _HUES.get(line[:1])
    return f"{hue}{line}{_PLAIN}" if hue else line


def _with_moves(old: list[str], new: list[str]) -> list[str]:
    return list(difflib.unified_diff(old, new, lineterm="", n=CONTEXT))[2:]


def _one_by_one(old: list[str], new: list[str]) -> Iterator[str]:
    """The hunks of two texts with the same number of lines."""
    changed = [number for number, line in enumerate(old) if line != new[number]]
    breaks = [n for n, (a, b) in enumerate(pairwise(changed), start=1) if b - a - 1 > 2 * CONTEXT]
    for begin, end in pairwise([0, *breaks, len(changed)]):
        first = max(0, changed[begin] - CONTEXT)
        last = min(len(old), changed[end - 1] + 1 + CONTEXT)
        place = f"{first + 1},{last - first}"
        yield f"@@ -{place} +{place} @@"
        yield from _hunk(old[first:last], new[first:last])


def _hunk(old: list[str], new: list[str]) -> Iterator[str]:
    pairs = zip(old, new, strict=True)
    for same, run in groupby(pairs, key=lambda pair: pair[0] == pair[1]):
        lines = list(run)
        if same:
            yield from (f" {line}" for line, _ in lines)
        else:
            yield from (f"-{line}" for line, _ in lines)
            yield from (f"+{line}" for _, line in lines)
