"""Change one value of a YAML text; every other byte stays the same.

Parsing a file and writing it again would lose comments, quotes and line endings. The places of
all values are known, so only the span in question is rewritten; then the result is parsed again,
to make sure that the value is right and that nothing else has changed.
"""

import re
from bisect import bisect_right
from collections.abc import Mapping
from typing import Any

from evalkit.diagnostics.record import Route, Severity
from evalkit.editing.writing import WIDTH, block, entry, flow, goes_below, wrapped
from evalkit.errors import EvalkitError
from evalkit.source.document import parse
from evalkit.source.yaml.lines import BYTE_ORDER_MARK, line_starts
from evalkit.source.yaml.walk import Data, Places, Walk

_COMMA = re.compile(r"(?:\s|#[^\r\n]*+)*+,")
_KEEPS_BLANK_LINES = re.compile(r"[|>][1-9]?\+")


def with_stakeholder_statement(
    text: str,
    name: str,
    statement: Mapping[str, Any],
    under: str | None,
    beside: Mapping[str, str],
) -> str:
    """The text of a plan with a stakeholder's statement about weights.

    `under` is the criterion below which the statement weighs, None for the top; `beside` holds
    further keys of the stakeholder, such as the date. If the stakeholder exists, nothing else of
    theirs changes. Raises EvalkitError if the text cannot be changed safely.
    """
    person: Route = ("stakeholders", name)
    if isinstance(_at(_Page(text.removeprefix(BYTE_ORDER_MARK)).data, person), dict):
        where = (*person, "weights") if under is None else (*person, "within", under)
        text = with_value(text, where, statement)
        for key, value in beside.items():
            text = with_value(text, (*person, key), value)
        return text
    said = {"weights": statement} if under is None else {"within": {under: statement}}
    return with_value(text, person, {"influence": 1, **beside, **said})


def with_value(text: str, route: Route, value: Any) -> str:
    """The text with `value` at `route`; missing mappings on the way are created.

    Raises EvalkitError if the text has errors, or if the result would not be exactly that.
    """
    mark = BYTE_ORDER_MARK if text.startswith(BYTE_ORDER_MARK) else ""
    page = _Page(text.removeprefix(BYTE_ORDER_MARK))
    target = route
    while len(target) > 1 and not isinstance(_at(page.data, target[:-1]), dict):
        target, value = target[:-1], {target[-1]: value}
    known = target in page.places.keys
    edited = page.replaced(target, value) if known else page.inserted(target, value)
    in_the_way = target != route and _at(page.data, target) is not None
    if in_the_way or parse(edited, "").data != _changed(page.data, target, value):
        raise EvalkitError("the file is written in a way that cannot be changed safely")
    return mark + edited


def with_appended(text: str, route: Route, value: Any) -> str:
    """The text with `value` at the end of the list at `route`.

    Raises EvalkitError if there is no such list, or if the result would not be exactly that.
    """
    mark = BYTE_ORDER_MARK if text.startswith(BYTE_ORDER_MARK) else ""
    page = _Page(text.removeprefix(BYTE_ORDER_MARK))
    there = _at(page.data, route)
    if not isinstance(there, list) or not there:
        raise EvalkitError("the file has no list there that could be continued")
    edited = page.appended(route, value)
    if parse(edited, "").data != _changed(page.data, route, [*there, value]):
        raise EvalkitError("the file is written in a way that cannot be changed safely")
    return mark + edited


def _at(data: Data, route: Route) -> Data:
    """The value at a route through mappings; None if there is none."""
    for step in route:
        data = data.get(step) if isinstance(data, dict) else None
    return data


def _changed(data: Data, route: Route, value: Any) -> Data:
    if not route:
        return value
    return {**data, route[0]: _changed(data.get(route[0]), route[1:], value)}


class _Page:
    """A text with the offsets of its values."""

    def __init__(self, text: str) -> None:
        document = parse(text, "")
        errors = [each for each in document.findings if each.severity is Severity.ERROR]
        if errors or not isinstance(document.data, dict):
            reason = errors[0].message if errors else "it is not a mapping"
            raise EvalkitError(f"the file cannot be changed: {reason}")
        self.text = text
        self.data = document.data
        self.places = Walk(text, with_places=True).places or Places()
        self._parents = {route[:-1] for route in self.places.values if route}
        self._lines = document.lines
        self._starts = line_starts(text)
        self._newline = text[len(self._lines[0]) : self._starts[1]] if self._lines[1:] else "\n"

    def replaced(self, route: Route, value: Any) -> str:
        """The text with another value at an existing route."""
        text, start, end = self.text, self._start(route), self._end(route)
        end = start + len(text[start:end].rstrip(" \t\r\n"))
        rest = self._line_end(end)
        if self._is_block(route):
            # A comment after the last line was about the old value.
            new = self._below(value, self.places.values[route].column - 1)
            return text[:start] + new.lstrip(" ") + text[rest:]
        gap = " " * (text[start - 1 : start] == ":")
        length = self._length(start, gap + flow(value), end)
        if self._is_block(route[:-1]) and goes_below(value, length):
            margin = self.places.values[route[:-1]].column - 1 + self._step()
            new = self._newline + self._below(value, margin)
            return text[:start].rstrip(" ") + text[end:rest] + new + text[rest:]
        new = flow(value)
        if length > WIDTH:
            new = self._wrapped(new, self._column(start), self._margin(start))
        return text[:start] + gap + new + text[end:]

    def inserted(self, route: Route, value: Any) -> str:
        """The text with a value at a new route, in an existing mapping."""
        around, key = route[:-1], route[-1]
        if not self._is_block(around):
            return self._into_braces(around, entry(key, value))
        margin = self.places.values[around].column - 1
        new = self._below({key: value}, margin)
        return self._after(around, new, margin if around else 0)

    def appended(self, route: Route, value: Any) -> str:
        """The text with a value at the end of an existing list."""
        if not self._is_block(route):
            return self._into_braces(route, flow(value))
        margin = self.places.values[route].column - 1
        return self._after(route, f"{' ' * margin}- {flow(value)}", margin)

    def _after(self, around: Route, new: str, margin: int) -> str:
        """The text with new lines after those of a value and their comments."""
        line = self._after_comments(self._line(self._end(around)), margin)
        if line == len(self._lines):
            return self.text + self._newline + new
        at = self._starts[line]
        return self.text[:at] + new + self._newline + self.text[at:]

    def _into_braces(self, around: Route, new: str) -> str:
        text, close = self.text, self._end(around) - 1
        keys = self._entries(around)
        after, lead, gap, margin = self._start(around) + 1, "", "", -1
        if keys:
            comma = _COMMA.match(text, last := self._end(around, inside=True), close)
            after, lead, gap = (comma.end(), "", " ") if comma else (last, ",", " ")
            margin = self._margin_of_own_line(keys[-1])
        if margin < 0 and self._length(after, lead + gap + new, after) <= WIDTH:
            return text[:after] + lead + gap + new + text[after:]
        margin = self._margin(after) + self._step() if margin < 0 else margin
        rest = self._line_end(after)
        # The rest of the line is a comment on the last entry, unless it is the brace.
        rest = after if close < rest else rest
        below = self._newline + " " * margin + self._wrapped(new, margin, margin)
        return text[:after] + lead + text[after:rest] + below + text[rest:]

    def _entries(self, around: Route) -> list[Route]:
        """The routes of the entries of a mapping or list."""
        routes = {**self.places.keys, **self.places.values}
        return [route for route in routes if route and route[:-1] == around]

    def _below(self, value: Any, margin: int) -> str:
        return self._newline.join(block(value, margin, self._step()))

    def _wrapped(self, line: str, column: int, margin: int) -> str:
        return self._newline.join(wrapped(line, column, margin + self._step()))

    def _after_comments(self, line: int, margin: int) -> int:
        """The line after the comments that belong to what ends before a line."""
        for number, text in enumerate(self._lines[line:], start=line):
            words = text.lstrip(" \t")
            if words and not (words[0] == "#" and len(text) - len(words) >= margin):
                break
            line = number + 1 if words else line
        return line

    def _step(self) -> int:
        """The number of spaces by which the file indents."""
        root = self.places.values[()].column
        columns = (self.places.values[(key,)].column for key, value in self.data.items()
                   if isinstance(value, dict) and self._is_block((key,)))  # fmt: skip
        return next(columns, root + 2) - root

    def _is_block(self, route: Route) -> bool:
        """Whether a value is a mapping or list without brackets; these are never empty."""
        return route in self._parents and self.text[self._start(route)] not in "{["

    def _end(self, route: Route, *, inside: bool = False) -> int:
        """The offset at which a value, or its content, ends.

        The parser ends block collections where the next token starts.
        """
        size = len(route)
        ends = [
            self._value_end(at)
            for at in self.places.values
            if at[:size] == route and len(at) >= size + inside and not self._is_block(at)
        ]
        for at, span in self.places.keys.items():
            if at[:-1][:size] == route:
                ends.append(self._offset(span.end_line, span.end_column))
        return max(ends)

    def _value_end(self, route: Route) -> int:
        span = self.places.values[route]
        start, end = self._start(route), self._offset(span.end_line, span.end_column)
        if self.text[start : start + 1] in {"|", ">"}:
            kept = _KEEPS_BLANK_LINES.match(self.text, start)
            return end if kept else start + len(self.text[start:end].rstrip("\r\n"))
        return end

    def _start(self, route: Route) -> int:
        span = self.places.values[route]
        return self._offset(span.line, span.column)

    def _offset(self, line: int, column: int) -> int:
        return self._starts[line - 1] + column - 1

    def _line(self, end: int) -> int:
        """The line after the one in which something ends, from 0."""
        return bisect_right(self._starts, end - 1)

    def _line_end(self, at: int) -> int:
        line = bisect_right(self._starts, at) - 1
        return self._starts[line] + len(self._lines[line])

    def _column(self, at: int) -> int:
        return at - self._starts[bisect_right(self._starts, at) - 1]

    def _length(self, start: int, new: str, end: int) -> int:
        """The length of the line with new text from one offset to another."""
        return self._column(start) + len(new) + self._line_end(end) - end

    def _margin(self, at: int) -> int:
        line = self._lines[bisect_right(self._starts, at) - 1]
        return len(line) - len(line.lstrip(" "))

    def _margin_of_own_line(self, route: Route) -> int:
        """The indentation of an entry that comes first on its line; -1 if it does not."""
        span = self.places.keys.get(route) or self.places.values[route]
        return span.column - 1 if not self._lines[span.line - 1][: span.column - 1].strip() else -1
