"""Comments that silence findings: `# evalkit: ignore[EK301] reason`."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from evalkit.diagnostics.record import Span

_SIGN = re.compile(r"(?<![^ \t])#")
_COMMENT = re.compile(
    r"#\s*evalkit:\s*ignore\[\s*(?P<codes>EK[0-9]{3}(?:\s*,\s*EK[0-9]{3})*)\s*\]"
    r"(?P<reason>.*)$"
)


@dataclass(frozen=True, slots=True)
class Ignore:
    """What one comment silences on its line."""

    span: Span
    codes: tuple[str, ...]
    reason: str
    line_text: str


def is_inside(texts: Sequence[Span], line: int, column: int) -> bool:
    """Whether a place is inside one of the texts, which are in order."""
    place = (line, column)
    at = bisect_right(texts, place, key=lambda text: (text.line, text.column)) - 1
    return at >= 0 and place < (texts[at].end_line, texts[at].end_column)


def ignores(lines: list[str], texts: Sequence[Span]) -> dict[int, Ignore]:
    """The silencing comments of a file, by line number from 1.

    What looks like one inside a text in quotes or in a block is part of that text.
    """
    found = {}
    for number, line in enumerate(lines, start=1):
        starts = (each.start() for each in _SIGN.finditer(line)) if "ignore[" in line else ()
        outside = (start for start in starts if not is_inside(texts, number, start + 1))
        match = next(filter(None, (_COMMENT.match(line, start) for start in outside)), None)
        if match:
            codes = tuple(dict.fromkeys(re.split(r"\s*,\s*", match["codes"])))
            span = Span(number, match.start() + 1, number, match.end() + 1)
            found[number] = Ignore(span, codes, match["reason"].strip(), line)
    return found
