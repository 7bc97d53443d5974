"""The lines of a specification, with the places that people fill in."""

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from evalkit.report.specification.anchors import anchor

SIGN = "✎"
"""Marks the columns that people fill in."""
BLANK = "____"
_ID = re.compile(r'\bid="([a-z][a-z0-9-]*)"')
_ANCHOR = re.compile(r'<a id="[a-z0-9-]*"></a>')
_TAGS = re.compile(r"<[^>]*>")
_SEPARATOR = re.compile(r"\|[ :|-]+\|")
_PIPE = re.compile(r"(?<!\\)\|")
_NOTHING = re.compile(r"[\s\\_|]*")
_FILL = re.compile(r'<span class="fill" id="([a-z0-9/-]+)">(.*?)</span>')
Ends = tuple[int, int]


def is_written(cell: str) -> bool:
    """Whether somebody wrote something over a blank; other programs escape it."""
    return not _NOTHING.fullmatch(cell)


@dataclass(frozen=True, slots=True)
class Line:
    """A line with its own id, the nearest id at or above it, and its places by key."""

    text: str
    id: str = ""
    at: str = ""
    spans: dict[str, Ends] = field(default_factory=dict)

    @property
    def written(self) -> dict[str, str]:
        """What people wrote, by key."""
        found = {key: self._value(key) for key in self.spans}
        return {key: value for key, value in found.items() if value}

    def _value(self, key: str) -> str:
        start, end = self.spans[key]
        value = self.text[start:end].strip()
        # A cell ends at a bar: one that somebody wrote belongs to the text.
        value = _PIPE.sub(r"\|", value) if self.is_row else value
        return value if is_written(value) else ""

    def filled(self, values: dict[str, str]) -> str:
        """The text with what people wrote in its places."""
        text = self.text
        for key, (start, end) in sorted(self.spans.items(), key=lambda each: -each[1][0]):
            if key in values:
                pad = " " if self.is_row else ""
                text = f"{text[:start]}{pad}{values[key]}{pad}{text[end:]}"
        return text

    @property
    def is_row(self) -> bool:
        """Whether it is a row of a table in Markdown."""
        return self.text.startswith("|")

    @property
    def bare(self) -> str:
        """The text without anchors."""
        return _ANCHOR.sub("", self.text)

    @property
    def is_heading(self) -> bool:
        """Whether it is a heading."""
        return self.text.startswith(("#", "<h"))

    @property
    def words(self) -> str:
        """What stands at the beginning, for people."""
        first = self.text.split("|")[1] if self.is_row else self.text.split("</th>")[0]
        return " ".join(_TAGS.sub(" ", first).strip("# ").split())

    @property
    def normal(self) -> str:
        """The text as evalkit wrote it: without what is filled in, and in one layout."""
        text = self.filled(dict.fromkeys(self.spans, BLANK))
        if not self.is_row:
            return " ".join(text.split())
        cells = [" ".join(cell.split()) for cell in _PIPE.split(text)]
        return re.sub("-+", "-", "|".join(cells)) if _SEPARATOR.fullmatch(text) else "|".join(cells)

    @property
    def digest(self) -> str:
        """A short hash of what evalkit wrote."""
        return hashlib.sha256(self.normal.encode()).hexdigest()[:8]


def markdown_lines(texts: Sequence[str]) -> Iterator[Line]:
    """The lines of Markdown; its places are cells below a column that bears the sign."""
    at, head = "", list[str]()
    for text in texts:
        own = _own(text)
        at = own or at
        is_row = text.startswith("|")
        if is_row and not head:
            head = [cell.strip() for cell in _PIPE.split(text)[1:-1]]
        head = head if is_row else []
        yield Line(text, own, at, dict(_cells(text, own, head)) if own and is_row else {})


def _own(text: str) -> str:
    found = _ID.search(text)
    return found[1] if found else ""


def _cells(text: str, own: str, head: Sequence[str]) -> Iterator[tuple[str, Ends]]:
    bars = [found.start() for found in _PIPE.finditer(text)]
    more = len(bars) - 1 - len(head)
    if more < 0:
        return
    if more:
        at = _wide(text, bars, head, more)
        bars = [*bars[: at + 1], *bars[at + 1 + more :]]
    for place, title in enumerate(head):
        if title.endswith(SIGN):
            name = anchor(title.removesuffix(SIGN).strip().lower())
            yield f"{own}/{name}", (bars[place] + 1, bars[place + 1])


def _wide(text: str, bars: Sequence[int], head: Sequence[str], more: int) -> int:
    """The cell in which somebody wrote bars: the first with text up to its end, else the last."""
    cells = [text[start + 1 : end] for start, end in pairwise(bars)]
    first = next((n for n, title in enumerate(head) if title.endswith(SIGN)), 0)
    for place in range(first, len(head)):
        if place + more < len(cells) and all(map(is_written, (cells[place], cells[place + more]))):
            return place
    return len(head) - 1


def html_lines(texts: Sequence[str]) -> Iterator[Line]:
    """The lines of HTML; its places are elements with a key."""
    at = ""
    for text in texts:
        own = _own(text)
        at = own or at
        yield Line(text, own, at, {found[1]: found.span(2) for found in _FILL.finditer(text)})
