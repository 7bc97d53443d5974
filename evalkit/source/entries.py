"""The keys at the top of a file put in order, each with all its lines and comments.

No line is written anew. What stands above the first key stays at the top, and what follows the
last value at the end.
"""

from dataclasses import dataclass, replace
from itertools import pairwise

from evalkit.diagnostics.record import Severity
from evalkit.source import order
from evalkit.source.document import Document, parse
from evalkit.source.lines import line_end, line_starts
from evalkit.source.walk import Places, Walk

# What editors look for at the top of a file.
_MODELINE = "yaml-language-server"


@dataclass(frozen=True, slots=True)
class _Entry:
    """A key with its value, the comments about it, and the blank lines above these."""

    key: str
    blank: list[str]
    lines: list[str]


def with_keys_in_order(text: str, path: str) -> str | None:
    """The text with its top-level keys in order; None if that is so, or cannot be done safely."""
    document = parse(text, path)
    keys = list(document.data) if isinstance(document.data, dict) else []
    wanted = order.in_order(document.kind, keys)
    faulty = any(problem.severity is Severity.ERROR for problem in document.problems)
    if faulty or wanted is None or wanted == keys:
        return None
    lines = [text[start:end] for start, end in pairwise([*line_starts(text), len(text)])]
    places = Walk(text, with_places=True).places or Places()
    starts = {key: places.keys[key,].line - 1 for key in keys}
    margin = places.values[()].column - 1
    if any(not _stands_alone(lines[starts[key]], margin, key) for key in keys):
        return None
    ordered = _moved(_Page(lines, margin), starts, wanted)
    # Text in a block that now ends the file may need the final newline that was not there.
    attempts = (ordered, ordered + line_end(lines[0])) if lines[-1] else (ordered,)
    return next((each for each in attempts if _says_the_same(each, document, wanted)), None)


def _stands_alone(line: str, margin: int, key: str) -> bool:
    """Whether a key is the first thing on its line, in a mapping without braces."""
    plain, quoted = line[margin:], line[margin + 1 :]
    begins = plain.startswith(key) or (plain[:1] in {'"', "'"} and quoted.startswith(key))
    return not line[:margin].strip() and begins


def _says_the_same(text: str, document: Document, wanted: list[str]) -> bool:
    data = {key: document.data[key] for key in wanted}
    return repr(parse(text, document.path).data) == repr(data)


@dataclass(frozen=True, slots=True)
class _Page:
    """The lines of a text, with their ends, and how far its keys are indented."""

    lines: list[str]
    margin: int

    def is_blank(self, number: int) -> bool:
        """Whether nothing stands on a line."""
        return not self.lines[number].strip()

    def is_comment(self, number: int) -> bool:
        """Whether a line is a comment on what is at the top; one further in is about a value."""
        words = self.lines[number].lstrip(" ")
        return words.startswith("#") and len(self.lines[number]) - len(words) <= self.margin

    def above(self, number: int, least: int, *, blank: bool) -> int:
        """The first of the comments, and where `blank` of the blank lines too, above a line."""
        while number > least and (
            self.is_comment(number - 1) or (blank and self.is_blank(number - 1))
        ):
            number -= 1
        return number


def _moved(page: _Page, starts: dict[str, int], wanted: list[str]) -> str:
    keys = list(starts)
    begins = [_first(page, starts[keys[0]])]
    begins += [_begin(page, starts[key], starts[before]) for before, key in pairwise(keys)]
    ends = [*begins[1:], _tail(page, starts[keys[-1]])]
    entries = {
        key: _entry(page, key, begin, end)
        for key, begin, end in zip(keys, begins, ends, strict=True)
    }
    # The blank lines between entries stay between entries.
    old, new = entries[keys[0]], entries[wanted[0]]
    entries |= {old.key: replace(old, blank=new.blank), new.key: replace(new, blank=old.blank)}
    moved = [line for key in wanted for line in entries[key].blank + entries[key].lines]
    return _joined([*page.lines[: begins[0]], *moved, *page.lines[ends[-1] :]], page.lines)


def _first(page: _Page, key: int) -> int:
    """Where the first entry begins: behind what is about the whole file."""
    begin = page.above(key, 0, blank=False)
    head = any(page.is_comment(number) for number in range(begin))
    modeline = any(_MODELINE in page.lines[number] for number in range(begin, key))
    return begin if head and page.is_blank(begin - 1) and not modeline else key


def _begin(page: _Page, key: int, before: int) -> int:
    """Where an entry begins that follows another one."""
    begin = page.above(key, before + 1, blank=True)
    if any(page.is_blank(number) for number in range(begin, key)):
        # A comment without a blank line above it, and with one below, is about what is above.
        while page.is_comment(begin):
            begin += 1
    return begin


def _tail(page: _Page, last: int) -> int:
    """Where the end of the file begins: what follows the last value."""
    end = page.above(len(page.lines), last + 1, blank=True)
    while end > last + 1 and page.lines[end - 1].startswith("..."):
        end = page.above(end - 1, last + 1, blank=True)
    return end


def _entry(page: _Page, key: str, begin: int, end: int) -> _Entry:
    start = begin
    while page.is_blank(start):
        start += 1
    return _Entry(key, page.lines[begin:start], page.lines[start:end])


def _joined(lines: list[str], before: list[str]) -> str:
    """The lines as a text that has a final newline if it had one before."""
    if before[-1] and not line_end(before[-1]):
        place = len(lines) - 1 - lines[::-1].index(before[-1])
        lines[place] += line_end(before[0])
        lines[-1] = lines[-1].removesuffix(line_end(lines[-1]))
    return "".join(lines)
