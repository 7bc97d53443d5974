"""The changes in a file, line by line, as `diff -u` shows them."""

import difflib
import itertools
from collections import Counter
from collections.abc import Iterable, Iterator

from evalkit.diagnostics.visible import visible

CONTEXT = 3
MANY = 1000
"""The most lines between the first and last difference in which moves are looked for; more lines
are compared one by one, as that would take minutes."""

Hunk = tuple[int, int, int, int]
"""The start and end of a range of old lines, and those of the new lines that replace it."""

_HUES = {"-": "\x1b[31m", "+": "\x1b[32m", "@": "\x1b[36m"}
_BOLD, _PLAIN = "\x1b[1m", "\x1b[0m"


def to_diff(path: str, before: str | None, after: str, *, colour: bool = False) -> str:
    """A diff for people: invisible characters are escaped, and line endings are not shown.

    `before` is None for a new file.
    """
    old, new = [] if before is None else _lines(before), _lines(after)
    shown = visible(path)
    hunks = _hunks(old, new, _changes(old, new))
    body = map(visible, hunks)
    heads = ("--- /dev/null" if before is None else f"--- a/{shown}", f"+++ b/{shown}")
    if not colour:
        return "\n".join([*heads, *body, ""])
    head = [f"{_BOLD}{line}{_PLAIN}" for line in heads]
    return "\n".join([*head, *map(_coloured, body), ""])


def _lines(text: str) -> list[str]:
    """The lines of a text as findings count them; an end of the last one is none."""
    return text.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n").split("\n")


def _coloured(line: str) -> str:
    hue = _HUES.get(line[:1])
    return f"{hue}{line}{_PLAIN}" if hue else line


def _changes(old: list[str], new: list[str]) -> Iterator[Hunk]:
    start = _same(zip(old, new, strict=False))
    end = _same(zip(reversed(old[start:]), reversed(new[start:]), strict=False))
    one, two = old[start : len(old) - end], new[start : len(new) - end]
    if max(len(one), len(two)) <= MANY:
        found = _with_moves(one, two)
    elif len(one) == len(two):
        found = _one_by_one(one, two)
    else:
        found = iter([(0, len(one), 0, len(two))])
    return ((a + start, b + start, c + start, d + start) for a, b, c, d in found)


def _same(pairs: Iterable[tuple[str, str]]) -> int:
    """The number of equal pairs at the start."""
    return sum(1 for _ in itertools.takewhile(lambda pair: pair[0] == pair[1], pairs))


def _with_moves(old: list[str], new: list[str]) -> Iterator[Hunk]:
    # Only by unique lines: comparing each copy of a frequent line with each would take too long.
    counts = Counter(new)
    matcher = difflib.SequenceMatcher(lambda line: counts[line] > 1, old, new, autojunk=False)
    return ((a, b, c, d) for tag, a, b, c, d in matcher.get_opcodes() if tag != "equal")


def _one_by_one(old: list[str], new: list[str]) -> Iterator[Hunk]:
    """The changes between two texts with the same number of lines."""
    at = 0
    for same, run in itertools.groupby(
        zip(old, new, strict=True), key=lambda pair: pair[0] == pair[1]
    ):
        begin, at = at, at + len(list(run))
        if not same:
            yield begin, at, begin, at


def _hunks(old: list[str], new: list[str], changes: Iterable[Hunk]) -> Iterator[str]:
    near: list[list[Hunk]] = []
    for change in changes:
        if near and change[0] - near[-1][-1][1] <= 2 * CONTEXT:
            near[-1].append(change)
        else:
            near.append([change])
    for group in near:
        before = min(CONTEXT, group[0][0])
        after = min(CONTEXT, len(old) - group[-1][1])
        first, last = group[0][0] - before, group[-1][1] + after
        yield f"@@ -{_place(first, last)} +{_place(group[0][2] - before, group[-1][3] + after)} @@"
        for begin, end, new_begin, new_end in group:
            yield from (f" {line}" for line in old[first:begin])
            yield from (f"-{line}" for line in old[begin:end])
            yield from (f"+{line}" for line in new[new_begin:new_end])
            first = end
        yield from (f" {line}" for line in old[first:last])


def _place(begin: int, end: int) -> str:
    """A range of lines as `diff -u` writes it: no count for one, the line before for none."""
    length = end - begin
    return f"{begin + 1}" if length == 1 else f"{begin + (length > 0)},{length}"
