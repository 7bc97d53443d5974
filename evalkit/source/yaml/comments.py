"""Comments that silence findings: `# evalkit: ignore[EK301] reason`."""

import re
from dataclasses import dataclass

from evalkit.diagnostics.record import Span

_COMMENT = re.compile(
    r"(?:^|(?<=\s))#\s*evalkit:\s*ignore\[\s*(?P<codes>EK[0-9]{3}(?:\s*,\s*EK[0-9]{3})*)\s*\]"
    r"(?P<reason>.*)$"
)


@dataclass(frozen=True, slots=True)
class Ignore:
    """What one comment silences on its line."""

    span: Span
    codes: tuple[str, ...]
    reason: str
    line_text: str


def ignores(lines: list[str]) -> dict[int, Ignore]:
    """The silencing comments of a text, by line number from 1."""
    found = {}
    for number, line in enumerate(lines, start=1):
        match = _COMMENT.search(line) if "ignore[" in line else None
        if match:
            codes = tuple(dict.fromkeys(re.split(r"\s*,\s*", match["codes"])))
            span = Span(number, match.start() + 1, number, match.end() + 1)
            found[number] = Ignore(span, codes, match["reason"].strip(), line)
    return found
