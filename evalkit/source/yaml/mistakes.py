"""Explain a YAML parser's errors in plain words, at the place of the mistake.

The parser mentions tokens and scalars, and often the place where it gave up instead of the one
with the mistake.
"""

from collections.abc import Callable
from typing import Any, NamedTuple


class Mistake(NamedTuple):
    """A mistake in words, with a hint and the mark of its place."""

    words: str
    hint: str
    mark: Any


def mistake(error: Any, lines: list[str]) -> Mistake:
    """The mistake behind a parser's error, a MarkedYAMLError, in a text of these lines."""
    known = _KNOWN.get(error.problem or "")
    if known is not None and error.problem_mark is not None:
        return known(error, lines)
    said = " ".join(filter(None, (error.context, error.problem)))
    return Mistake(said, "look at this line and the one above it",
                   error.problem_mark or error.context_mark)  # fmt: skip


Known = Callable[[Any, list[str]], Mistake]

_QUOTES = "put the text in quotes"
_LEVEL = "align it with the keys of its level"


def _start(error: Any, lines: list[str]) -> Mistake:
    mark = error.context_mark or error.problem_mark
    sign = _at(lines, mark)
    if sign == "\t":
        return _tab(error, lines)
    return Mistake(f"text cannot start with `{sign}`", _QUOTES, mark)


def _tab(error: Any, _: list[str]) -> Mistake:
    return Mistake("a tab is used to indent", "indent with spaces", error.problem_mark)


def _second_value(error: Any, lines: list[str]) -> Mistake:
    mark = error.problem_mark
    line = lines[mark.line]
    if ": " in line[: mark.column]:
        hint = "put the text after the first one in quotes"
        return Mistake("a second `: ` in one value", hint, mark)
    above = next((each for each in reversed(lines[: mark.line]) if each.strip()), "")
    if ": " in above:
        return Mistake("this line is indented deeper than the one above it", _LEVEL, mark)
    hint = "write a space after its colon, as in `name: value`"
    return Mistake("the line above this one is not `key: value`", hint, mark)


def _no_pair(error: Any, lines: list[str]) -> Mistake:
    mark = error.context_mark or error.problem_mark
    hint = "write `: ` and a value, or join it to the line above"
    if ":" in lines[mark.line]:
        hint = "write a space after the colon, as in `name: value`"
    return Mistake("this line is not `key: value`", hint, mark)


def _not_closed(error: Any, lines: list[str]) -> Mistake:
    opened = error.context_mark or error.problem_mark
    close = {"[": "]", "{": "}"}.get(_at(lines, opened), "")
    if close and error.problem_mark.line == opened.line:
        words = f"a comma or `{close}` is missing before this"
        return Mistake(words, "separate by commas, or put the text in quotes", error.problem_mark)
    line = lines[opened.line]
    sign = line.find(" #", opened.column)
    if close and sign >= 0 and close in line[sign:]:
        words = f"a comment starts before the `{close}` that closes this"
        return Mistake(words, "put the text that holds ` #` in quotes", opened)
    return Mistake(f"this {_at(lines, opened)} is not closed", "close it, on this line", opened)


def _escape(error: Any, lines: list[str]) -> Mistake:
    mark = error.problem_mark
    words = f"`{lines[mark.line][mark.column : mark.column + 2]}` means nothing in double quotes"
    return Mistake(words, r"write `\\` for a backslash, or use single quotes", mark)


def _no_key(error: Any, lines: list[str]) -> Mistake:
    mark = error.problem_mark
    if lines[mark.line][: mark.column].strip():
        hint = "remove it, or put the whole value in quotes"
        return Mistake("nothing can follow the value here", hint, mark)
    if _at(lines, mark) == ":":
        return Mistake("there is no key before this colon", "write one", mark)
    return Mistake("this line is indented differently from those around it", _LEVEL, mark)


def _no_item(error: Any, _: list[str]) -> Mistake:
    words = "a line of this list does not start with `- `"
    return Mistake(words, "start it with `- `, or correct its indentation", error.problem_mark)


def _less(error: Any, _: list[str]) -> Mistake:
    return Mistake("this line is indented less than the first one", _LEVEL, error.problem_mark)


def _block(error: Any, lines: list[str]) -> Mistake:
    mark = error.context_mark or error.problem_mark
    words = f"`{_at(lines, mark)}` starts a text that begins on the next line"
    return Mistake(words, "move the text to the next line, indented; or put it in quotes", mark)


def _at(lines: list[str], mark: Any) -> str:
    line = lines[mark.line] if mark.line < len(lines) else ""
    return line[mark.column : mark.column + 1]


_KNOWN: dict[str, Known] = {
    "found character that cannot start any token": _start,
    "did not find expected alphabetic or numeric character": _start,
    "found unexpected non-alphabetical character": _start,
    "found a tab character that violates indentation": _tab,
    "mapping values are not allowed in this context": _second_value,
    "could not find expected ':'": _no_pair,
    "did not find expected ',' or ']'": _not_closed,
    "did not find expected ',' or '}'": _not_closed,
    "found unexpected end of stream": _not_closed,
    "found unknown escape character": _escape,
    "did not find expected key": _no_key,
    "did not find expected '-' indicator": _no_item,
    "did not find expected <document start>": _less,
    "did not find expected comment or line break": _block,
}
"""Explanations by libyaml's message; other messages of PyYAML's own parser are kept."""
