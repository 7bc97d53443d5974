"""Changes between two versions of a specification."""

import difflib
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from itertools import takewhile, zip_longest

from evalkit.diagnostics.visible import visible

MOST_LINES = 6
"""Maximum number of lines shown for a section."""
WIDEST = 160
_NUMBER = re.compile(r"\b[FONSCR]\d+(-\d+)?\b|^\d+ ")
"""Numbers of statements and sections; renumbering alone is not a change."""
_UNSEEN = re.compile(r'<a id="[^"]*"></a>|<!--.*?-->|\[(\w+)\]\(#[^)]*\)')
"""Anchors, comments, and links within the document, of which the text is shown."""
_HEADING = re.compile(r"(#{1,6}) (.*)")
Sections = dict[str, list[str]]


def changes(old: str, new: str) -> list[str]:
    """Sections that were added, removed or changed, with a few of their lines; empty if none."""
    was, now = _sections(old), _sections(new)
    return [
        line for name in {**now, **was} for line in _section(name, was.get(name), now.get(name))
    ]


def _section(name: str, was: list[str] | None, now: list[str] | None) -> Iterator[str]:
    if was is None or now is None:
        yield f"{'added' if was is None else 'removed'}: {visible(name)}"
        return
    told = list(_lines(was, now))
    if told:
        yield f"changed: {visible(name)}"
        yield from told[:MOST_LINES]
        if len(told) > MOST_LINES:
            yield f"  … and {len(told) - MOST_LINES} more lines"


def _lines(was: list[str], now: list[str]) -> Iterator[str]:
    one, other = ([_NUMBER.sub("", line) for line in lines] for lines in (was, now))
    matcher = difflib.SequenceMatcher(None, one, other, autojunk=False)
    for kind, start, end, first, last in matcher.get_opcodes():
        if kind == "equal":
            continue
        for old, new in zip_longest(was[start:end], now[first:last]):
            same = _same(old or "", new or "")
            yield from (f"  {sign} {_short(t, same)}" for sign, t in (("-", old), ("+", new)) if t)


def _same(one: str, other: str) -> int:
    """The length of the common beginning of two lines."""
    pairs = zip(one, other, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _short(line: str, same: int) -> str:
    """A line shortened to its beginning and the part that differs."""
    shown = visible(line)
    if len(shown) <= WIDEST:
        return shown
    start = max(same - WIDEST // 4, 0)
    if start < WIDEST // 4:
        return f"{shown[:WIDEST]}…"
    rest = shown[start : start + WIDEST - WIDEST // 4]
    return f"{shown[: WIDEST // 4]} … {rest}{'…' if start + len(rest) < len(shown) else ''}"


def _sections(text: str) -> Sections:
    """The lines of a Markdown or HTML document, by path of headings."""
    if text.lstrip().startswith("<!doctype html"):
        text = _html_as_text(text)
    found: Sections = {}
    above: list[str] = []
    for line in _outside_of_fences(_UNSEEN.sub(lambda link: link[1] or "", text)):
        heading = _HEADING.fullmatch(line) if not line.startswith("\0") else None
        if heading:
            title = _NUMBER.sub("", heading[2]).strip() or heading[2]
            above = [*above[: len(heading[1]) - 1], title]
            found.setdefault(_called(above), [])
        elif line.strip("\0 "):
            found.setdefault(_called(above), []).append(line.strip("\0 "))
    return found


def _called(above: list[str]) -> str:
    """A section's name: its headings below the document title."""
    return " › ".join(above[1:] or above) or "beginning"


def _outside_of_fences(text: str) -> Iterator[str]:
    """All lines, with those in code fences marked because they hold no headings.

    Lines end with LF: what is filled in by hand may hold what `str.splitlines` ends a line at.
    """
    inside = False
    for line in text.removesuffix("\n").split("\n"):
        if line.startswith("```"):
            inside = not inside
        yield f"\0{line}" if inside else line


def _html_as_text(page: str) -> str:
    reader = _Reader()
    reader.feed(page)
    return "\n".join(reader.lines)


class _Reader(HTMLParser):
    """A parser that turns HTML into lines, with `#` before headings."""

    BLOCKS = ("p", "li", "tr", "caption", "h1", "h2", "h3", "h4", "text", "desc")

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []
        self.pieces: list[str] = []
        self.silent = False

    def handle_starttag(self, tag: str, attrs: object) -> None:
        del attrs
        self.silent = tag == "style"
        if tag in self.BLOCKS:
            self._end("")
        if tag in {"td", "th"}:
            self.pieces.append(" ")

    def handle_endtag(self, tag: str) -> None:
        self.silent = False
        if tag in self.BLOCKS:
            self._end("#" * int(tag[1]) + " " if tag[0] == "h" else "")

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.pieces.append(data)

    def _end(self, mark: str) -> None:
        words = " ".join("".join(self.pieces).split())
        self.pieces = []
        if words:
            self.lines.append(f"{mark}{words}" if mark else f"\0{words}")
