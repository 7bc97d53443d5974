"""Find invisible characters, either literal or as escapes in double quotes."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from itertools import islice

from evalkit.diagnostics.record import Finding, Span
from evalkit.diagnostics.visible import CONTROL, HIDDEN
from evalkit.source.yaml import faults
from evalkit.source.yaml.lines import line_starts

MAX_LINES = 100
"""The most lines of a file whose hidden characters are reported."""

_CONTROL = re.compile(f"[{CONTROL}]")
_HIDDEN = re.compile(f"[{HIDDEN}]")
_PLAIN = bytes(code for code in range(128) if not _CONTROL.match(chr(code)))
"""All of ASCII that may be in a file, taken away in a tenth of the time of a search."""
# As a literal character, CR ends a line.
_ESCAPED_CONTROL = re.compile(f"[\r{CONTROL}]")


def control(text: str) -> Finding | None:
    """The first control character of a text, which makes the file unusable."""
    if text.isascii() and not text.encode().translate(None, _PLAIN):
        return None
    return next(_by_line(text, _CONTROL, faults.control_character), None)


def hidden(text: str) -> Iterator[Finding]:
    """The first hidden character of each line, so that a comment silences only its own line."""
    if not text.isascii():
        yield from islice(_by_line(text, _HIDDEN, faults.hidden_character), MAX_LINES)


def escaped(value: str, written: str) -> Iterator[Finding]:
    """Invisible characters in a double-quoted value that are escaped in its text."""
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
