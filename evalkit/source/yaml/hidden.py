"""Characters that cannot be seen, as they are or as an escape in double quotes."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from itertools import islice

from evalkit.diagnostics.record import Finding, Span
from evalkit.diagnostics.visible import CONTROL, HIDDEN
from evalkit.source.yaml import faults
from evalkit.source.yaml.lines import line_starts

MAX_LINES = 100
"""Lines of a file on which hidden characters are told of."""

_CONTROL = re.compile(f"[{CONTROL}]")
_HIDDEN = re.compile(f"[{HIDDEN}]")
# Written as it is, it would end a line.
_ESCAPED_CONTROL = re.compile(f"[\r{CONTROL}]")


def control(text: str) -> Finding | None:
    """The first control character of a text, which makes all of it unreadable."""
    return next(_by_line(text, _CONTROL, faults.control_character), None)


def hidden(text: str) -> Iterator[Finding]:
    """The first hidden character of each line: a comment that silences one silences no other."""
    if not text.isascii():
        yield from islice(_by_line(text, _HIDDEN, faults.hidden_character), MAX_LINES)


def escaped(value: str, written: str) -> Iterator[Finding]:
    """What a value in double quotes holds and its own text, which is looked at too, does not."""
    for pattern, fault in (
        (_ESCAPED_CONTROL, faults.control_character),
        (_HIDDEN, faults.hidden_character),
    ):
        found = set(pattern.findall(value))
        if found and (only_here := found.difference(written)):
            yield fault(ord(min(only_here)))


def _by_line(
    text: str, pattern: re.Pattern[str], fault: Callable[[int], Finding]
) -> Iterator[Finding]:
    starts = line_starts(text) if pattern.search(text) else []
    last = 0
    for match in pattern.finditer(text) if starts else ():
        line = bisect_right(starts, match.start())
        if line != last:
            column = match.start() - starts[line - 1] + 1
            yield fault(ord(match[0])).placed(Span(line, column, line, column + 1))
        last = line
