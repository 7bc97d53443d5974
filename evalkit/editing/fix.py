"""Write the one right answer to a finding into a text; every other byte stays the same.

Only the span in question is rewritten. The result is parsed again, and an edit that does not
have exactly the intended meaning is undone.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from evalkit.diagnostics.record import Diagnostic, Fix, Route, Severity
from evalkit.editing.writing import means_itself
from evalkit.source.document import Document, parse
from evalkit.source.yaml.lines import line_starts
from evalkit.source.yaml.routes import leads_somewhere
from evalkit.source.yaml.walk import Data, Places, Walk

MAX_ATTEMPTS = 100
"""How many times a text is parsed again to find the repairs that fail."""


@dataclass(frozen=True, slots=True)
class _Edit:
    """A replacement for a span of the text, and the finding that it repairs."""

    diagnostic: Diagnostic
    fix: Fix
    start: int
    end: int
    new: str
    value: str
    """The value in that place afterwards."""


def fixed(
    text: str, path: str, diagnostics: Iterable[Diagnostic]
) -> tuple[str, tuple[Diagnostic, ...]]:
    """The text with all possible repairs made, and the findings that they repair.

    `text` is the one that the diagnostics are about. A repair can reveal other findings, for which
    the new text has to be checked again.
    """
    unique = {(d.route, d.fix): (d, d.fix) for d in diagnostics if d.fix}
    new, done = _written(text, path, _edits(text, path, tuple(unique.values())))
    return new, tuple(sorted(done, key=lambda d: d.sort_key))


def _edits(text: str, path: str, answers: Sequence[tuple[Diagnostic, Fix]]) -> list[_Edit]:
    """The unambiguous edits, from the bottom of the text upwards."""
    document = parse(text, path) if answers else None
    if document is None or not document.sound:
        return []
    places = Walk(text, with_places=True).places or Places()
    starts = line_starts(text)
    # Two answers for one value, or two keys that would become the same one, are ambiguous.
    values = Counter(d.route for d, _ in answers)
    keys = Counter((d.route[:-1], fix.to) for d, fix in answers if fix.kind == "rename")
    found = []
    for diagnostic, fix in answers:
        spans = places.keys if fix.kind == "rename" else places.values
        span = spans.get(diagnostic.route)
        alone = values[diagnostic.route] == 1 and keys[diagnostic.route[:-1], fix.to] <= 1
        if alone and span is not None and span.line == span.end_line:
            line = starts[span.line - 1] - 1
            start, end = line + span.column, line + span.end_column
            written = text[start:end]
            new = _NEW[fix.kind](written, _at(document, diagnostic.route), fix.to)
            if new is not None:
                value = written if fix.kind == "quote" else fix.to
                found.append(_Edit(diagnostic, fix, start, end, new, value))
    return sorted(found, key=lambda edit: edit.start, reverse=True)


def _at(document: Document, route: Route) -> Data:
    here = document.data
    for step in route:
        here = here[step]
    return here


def _renamed(written: str, _: Data, to: str) -> str | None:
    quote = written[0] if written[0] in "\"'" else ""
    return quote + to + quote


def _rewritten(written: str, said: Data, to: str) -> str | None:
    if written[:1] in {'"', "'"}:
        return written[0] + to + written[0]
    if isinstance(said, (dict, list)) or not written:
        return None
    return to if means_itself(to) else f'"{to}"'


def _quoted(written: str, said: Data, _: str) -> str | None:
    # The parsed value differs from the written one: 8.10 is the number 8.1.
    return f'"{written}"' if isinstance(said, (bool, int, float)) else None


_NEW: dict[str, Callable[[str, Data, str], str | None]] = {
    "rename": _renamed,
    "rewrite": _rewritten,
    "quote": _quoted,
}


def _written(text: str, path: str, edits: list[_Edit]) -> tuple[str, list[Diagnostic]]:
    """The text with all edits at once; if that fails, with half of them at a time."""
    done: list[Diagnostic] = []
    waiting = [edits]
    for _ in range(MAX_ATTEMPTS):
        if not waiting:
            break
        some = waiting.pop()
        new = _with(text, some)
        if _says(new, path, _changed(parse(text, path), some)):
            text = new
            done += [edit.diagnostic for edit in some]
        elif len(some) > 1:
            # The lowest edit comes first: it does not move anything above it.
            middle = len(some) // 2
            waiting += [some[middle:], some[:middle]]
    return text, done


def _with(text: str, edits: list[_Edit]) -> str:
    pieces = []
    end = len(text)
    for edit in edits:
        pieces += [text[edit.end : end], edit.new]
        end = edit.start
    return "".join([text[:end], *reversed(pieces)])


def _changed(document: Document, edits: list[_Edit]) -> Document | None:
    """The intended content of the text; None if an edit has no place in it."""
    for edit in edits:
        *way, last = edit.diagnostic.route
        around: Any = document.data
        for step in way:
            around = around[step]
        if edit.fix.kind != "rename":
            around[last] = edit.value
        elif leads_somewhere(around, edit.value):
            return None
        else:
            items = list(around.items())
            around.clear()
            around.update((edit.value if key == last else key, value) for key, value in items)
    return document


def _says(text: str, path: str, wanted: Document | None) -> bool:
    if wanted is None:
        return False
    document = parse(text, path)
    # Compared as shown: 1, 1.0 and true are equal, and so are mappings in another order.
    same = repr(document.data) == repr(wanted.data)
    return same and _errors(document) == _errors(wanted)


def _errors(document: Document) -> int:
    return sum(finding.severity is Severity.ERROR for finding in document.findings)
