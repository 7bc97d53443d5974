"""Diagnostics for people: the line, a caret under the place, and a hint."""

import itertools
import unicodedata
from collections.abc import Iterator, Sequence

from evalkit.diagnostics.record import Diagnostic, Severity
from evalkit.diagnostics.visible import visible

MAX_LINE = 160
MAX_MESSAGE = 600
MAX_OF_FILE = 100
"""The most findings that are shown for one file; all of them are counted."""
_RED, _YELLOW, _BOLD, _DIM, _PLAIN = "\x1b[31m", "\x1b[33m", "\x1b[1m", "\x1b[2m", "\x1b[0m"


def to_text(
    diagnostics: Sequence[Diagnostic], files: int, *, colour: bool = False, left_out: str = ""
) -> str:
    """The findings of each file with their source lines, then a summary line."""
    by_file = itertools.groupby(diagnostics, key=lambda diagnostic: diagnostic.path)
    blocks = [block for path, found in by_file for block in _of_file(path, list(found))]
    parts = (summary(diagnostics, files), _repairs(diagnostics), left_out)
    text = "\n".join([*blocks, "; ".join(filter(None, parts))]) + "\n"
    return text if colour else _without_colour(text)


def summary(diagnostics: Sequence[Diagnostic], files: int) -> str:
    """The number of errors and warnings, and of files checked."""
    errors = sum(d.severity is Severity.ERROR for d in diagnostics)
    counts = f"{count_of(errors, 'error')}, {count_of(len(diagnostics) - errors, 'warning')}"
    return f"{counts} in {count_of(files, 'file')} checked"


def _repairs(diagnostics: Sequence[Diagnostic]) -> str:
    fixable = sum(d.fix is not None for d in diagnostics)
    if not fixable:
        return ""
    is_all = fixable == len(diagnostics)
    them = f"{fixable} of them" if not is_all else "it" if fixable == 1 else "all of them"
    return f"`evalkit validate --fix` can repair {them}"


def count_of(number: int, noun: str) -> str:
    """A number with its noun, in the singular or plural."""
    return f"{number} {noun}" if number == 1 else f"{number:,} {noun}s"


def _of_file(path: str, found: Sequence[Diagnostic]) -> Iterator[str]:
    """The first findings of a file, errors before warnings, in the order of their places."""
    first = sorted(range(len(found)), key=lambda n: found[n].severity is not Severity.ERROR)
    yield from (_block(found[n]) for n in sorted(first[:MAX_OF_FILE]))
    left = len(found) - MAX_OF_FILE
    if left > 0:
        more = f"and {left} more in {visible(path)}"
        yield f"{_BOLD}{more}{_PLAIN}; `evalkit validate --format json` shows all\n"


def _block(diagnostic: Diagnostic) -> str:
    return "\n".join(_lines(diagnostic)) + "\n"


def _lines(diagnostic: Diagnostic) -> Iterator[str]:
    span = diagnostic.span
    place = f"{visible(diagnostic.path)}:{span.line}:{span.column}"
    hue = _RED if diagnostic.severity is Severity.ERROR else _YELLOW
    label = f"{hue}{diagnostic.severity}[{diagnostic.code}]{_PLAIN}"
    yield f"{_BOLD}{place}{_PLAIN}: {label} {shortened(diagnostic.message)}"
    gutter = " " * len(str(span.line))
    before, marked, line = _cut(diagnostic)
    if line.strip():
        yield f"{_DIM}{span.line} |{_PLAIN} {line}"
        yield f"{_DIM}{gutter} |{_PLAIN} {' ' * before}{hue}{'^' * marked}{_PLAIN}"
    if diagnostic.hint:
        yield f"{_DIM}{gutter} ={_PLAIN} {shortened(diagnostic.hint)}"


def shortened(text: str) -> str:
    """A text cut to a length that does not fill the screen."""
    return visible(text if len(text) <= MAX_MESSAGE else text[:MAX_MESSAGE] + "…")


def _cut(diagnostic: Diagnostic) -> tuple[int, int, str]:
    """Columns before the caret, columns under it, and the line, cut to fit."""
    span, text = diagnostic.span, diagnostic.line_text
    start = span.column - 1
    end = span.end_column - 1 if span.end_line == span.line else len(text)
    left = max(0, start - MAX_LINE // 2)
    # Cut before measuring: a line may be as long as a file, and have all of its findings.
    before = visible(text[left:start])
    marked = visible(text[start : min(max(end, start + 1), start + MAX_LINE)])
    line = visible(text[left : left + MAX_LINE + 1])
    lead = "…" if left else ""
    shown = lead + (line if len(line) <= MAX_LINE else line[:MAX_LINE] + "…")
    room = max(1, MAX_LINE - len(before))
    return len(lead) + _width(before), max(1, min(_width(marked), room)), shown


def _width(text: str) -> int:
    """The width of a text on a terminal; wide characters take two columns, accents none."""
    return sum(
        0 if _joins(char) else 1 + (unicodedata.east_asian_width(char) in "WF") for char in text
    )


def _joins(char: str) -> bool:
    """Whether a character is drawn over the one before it: accents, joiners, Korean vowels."""
    return unicodedata.category(char) in {"Mn", "Me", "Cf"} or "\u1160" <= char <= "\u11ff"


def _without_colour(text: str) -> str:
    for code in (_RED, _YELLOW, _BOLD, _DIM, _PLAIN):
        text = text.replace(code, "")
    return text
