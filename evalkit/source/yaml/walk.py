"""YAML text → plain data, event by event, within limits.

No YAML library builds the tree: its C loader crashes on deep nesting, and merge keys take minutes.
A walk over the parser's events simply stops at a limit.
"""

import importlib
import re
from dataclasses import dataclass, field
from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from evalkit.diagnostics.record import Finding, Route, Severity, Span
from evalkit.source.yaml import faults, hidden, silencing_faults
from evalkit.source.yaml.lines import LINE_BREAK
from evalkit.source.yaml.mistakes import mistake
from evalkit.source.yaml.scalars import NotFiniteError, resolve
from evalkit.source.yaml.stand_ins import StandIns

Data = Any
"""dict, list, str, int, float, bool or None; keys are text."""

# PyYAML may come without its C library; the pure parser gives the same events, ten times slower.
USES_C_PARSER = hasattr(yaml, "CLoader")
PARSER: Any = importlib.import_module("yaml.cyaml").CParser if USES_C_PARSER else yaml.Loader

_NOTHING: Any = object()
MAX_DIRECTIVES = 10
_CUT = re.compile(r"[ \t]+(#(?!evalkit\b)[^\W_]\w{0,9})")
"""What follows a text that was to have a `#` of its own: a real comment has a blank behind it."""
_DIRECTIVE = re.compile(r"(?<![^\n\r])%")


@dataclass(slots=True)
class Places:
    """The place of each route in a file: of its key, if it has one, and of its value."""

    keys: dict[Route, Span] = field(default_factory=dict)
    values: dict[Route, Span] = field(default_factory=dict)
    texts: list[Span] = field(default_factory=list)
    """Text in quotes and blocks, in order; what looks like a comment in it is none."""


@dataclass(slots=True)
class _Frame:
    """A mapping or list that is still open."""

    container: Any
    is_mapping: bool
    route: Route
    start: Any
    key: Any = _NOTHING
    key_marks: dict[str, Any] = field(default_factory=dict)
    """Where each key stands first."""


class _StopWalkError(Exception):
    """The text cannot be parsed any further."""


class Walk:
    """One pass over a text: `data`, `findings`, and `places` if requested.

    `sound` is False if the data cannot be trusted enough for further checks.
    """

    def __init__(self, text: str, *, with_places: bool = False) -> None:
        self.data: Data = None
        self.findings: list[Finding] = []
        self.places = Places() if with_places else None
        self.sound = True
        self._open: list[_Frame] = []
        self._documents = 0
        self._text = text
        self._has_escapes = "\\" in text
        # The pattern would stop at each blank.
        has_signs = " #" in text or "\t#" in text
        self._has_cuts = has_signs and _CUT.search(text) is not None
        self._stand_ins = StandIns(text)
        self._is_plain = not (with_places or self._has_escapes or self._stand_ins.are_needed)
        try:
            self._refuse_directives(text)
            self._follow(PARSER(self._stand_ins.text))
        except yaml.MarkedYAMLError as error:
            self.sound = False
            self._misread(error, text)
        except (_StopWalkError, yaml.reader.ReaderError):
            # A character that no file may have is found before.
            self.sound = False

    def _refuse_directives(self, text: str) -> None:
        # The parser compares each with all before it, and does so before its first event.
        if text.count("%") > MAX_DIRECTIVES:
            starts = [each.start() for each in _DIRECTIVE.finditer(text)]
            if len(starts) > MAX_DIRECTIVES:
                line = len(LINE_BREAK.split(text[: starts[0]]))
                finding = faults.not_yaml(
                    f"more than {MAX_DIRECTIVES} lines begin with `%`", "remove them"
                )
                self.findings.append(finding.placed(Span(line, 1, line, 2)))
                raise _StopWalkError

    def _follow(self, parser: Any) -> None:
        next_event = parser.get_event
        for _ in range(faults.MAX_EVENTS):
            event = next_event()
            kind = type(event)
            if kind is ScalarEvent:
                self._scalar(event)
            elif kind is MappingStartEvent:
                self._start(event, {})
            elif kind is SequenceStartEvent:
                self._start(event, [])
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                self._end(event)
            elif kind is AliasEvent:
                self._distrust(faults.anchor_or_alias(f"the alias `*{event.anchor}`"), event)
                self._put(self._open[-1] if self._open else None, None, event)
            elif kind is DocumentStartEvent:
                self._documents += 1
                if self._documents > 1:
                    self._stop(faults.several_documents(), event)
            elif kind is StreamEndEvent:
                return
        self._stop(faults.too_large("holds more than 50,000 keys and values"), event)

    def _scalar(self, event: Any) -> None:
        if event.anchor is not None or event.tag is not None:
            self._refuse_decoration(event)
        text = event.value if self._is_plain else self._looked_into(event)
        frame = self._open[-1] if self._open else None
        if frame is not None and frame.key is _NOTHING and frame.is_mapping:
            self._key(frame, text, event)
            return
        value: Any = text
        if event.implicit[0]:
            try:
                value = resolve(text)
            except NotFiniteError:
                self._distrust(faults.number_not_finite(text), event)
        if self._has_cuts and not event.style and isinstance(value, str):
            self._look_behind_text(event)
        self._put(frame, value, event)

    def _looked_into(self, event: Any) -> str:
        """The text of a scalar where something in the file, or its places, want a closer look."""
        text = self._stand_ins.undone(event.value)
        if self.places is not None and event.style:
            self.places.texts.append(_text_span(event))
        if self._has_escapes and event.style == '"':
            self._look_behind_escapes(text, event)
        return text

    def _key(self, frame: _Frame, text: str, event: Any) -> None:
        if not text or len(text) > faults.MAX_KEY or text == "<<":
            self._refuse_key(text, event)
        mark = event.start_mark
        first = frame.key_marks.setdefault(text, mark)
        if first is not mark:
            self._report(faults.duplicate_key(text, first.line + 1), mark, event.end_mark)
        elif self.places is not None:
            self.places.keys[(*frame.route, text)] = _span(mark, event.end_mark)
        frame.key = text

    def _refuse_key(self, text: str, event: Any) -> None:
        if text == "":
            self._stop(faults.key_is_not_text(), event)
        if len(text) > faults.MAX_KEY:
            self._stop(faults.key_is_not_text(f"has more than {faults.MAX_KEY} characters"), event)
        if event.implicit[0]:
            self._distrust(faults.anchor_or_alias("the merge key `<<`"), event)

    def _start(self, event: Any, container: Any) -> None:
        if event.anchor is not None or event.tag is not None:
            self._refuse_decoration(event)
        if len(self._open) >= faults.MAX_DEPTH:
            self._stop(faults.nested_too_deep(), event)
        route: Route = ()
        if self._open:
            frame = self._open[-1]
            if frame.key is _NOTHING and frame.is_mapping:
                self._stop(faults.key_is_not_text(), event)
            if self.places is not None:
                route = self._next_route(frame)
        self._open.append(_Frame(container, type(container) is dict, route, event.start_mark))

    def _end(self, event: Any) -> None:
        frame = self._open.pop()
        # Block collections end where the next token starts; their first line is enough as a place.
        around = self._open[-1] if self._open else None
        self._put(around, frame.container, event, frame.start)

    def _put(self, frame: _Frame | None, value: Any, event: Any, start: Any = None) -> None:
        """Put a value into what is open around it; the outermost one is the data."""
        if self.places is not None:
            route = () if frame is None else self._next_route(frame)
            span = _span(start or event.start_mark, event.end_mark)
            self.places.values.setdefault(route, span)
        if frame is None:
            self.data = value
        elif frame.is_mapping:
            frame.container.setdefault(frame.key, value)
            frame.key = _NOTHING
        else:
            frame.container.append(value)

    @staticmethod
    def _next_route(frame: _Frame) -> Route:
        if frame.is_mapping:
            return (*frame.route, frame.key)
        return (*frame.route, len(frame.container))

    def _refuse_decoration(self, event: Any) -> None:
        if event.anchor is not None:
            self._distrust(faults.anchor_or_alias(f"the anchor `&{event.anchor}`"), event)
        if event.tag is not None:
            self._distrust(faults.tag(event.tag), event)

    def _look_behind_escapes(self, text: str, event: Any) -> None:
        written = self._text[event.start_mark.index : event.end_mark.index]
        for finding in hidden.escaped(text, written):
            if finding.severity is Severity.ERROR:
                self.sound = False
            self._report(finding, event.start_mark, event.end_mark)

    def _look_behind_text(self, event: Any) -> None:
        cut = _CUT.match(self._text, event.end_mark.index)
        if cut:
            finding = silencing_faults.cut_by_comment(cut[1])
            self._report(finding, event.start_mark, event.end_mark)

    def _misread(self, error: yaml.MarkedYAMLError, text: str) -> None:
        # The C library scans ahead and ends at a depth of its own, before the walk gets there.
        if "maximum nesting depth" in (error.problem or ""):
            mark = error.problem_mark or error.context_mark
            self._report(faults.nested_too_deep(), mark, mark)
            return
        found = mistake(error, LINE_BREAK.split(text))
        self._report(faults.not_yaml(found.words, found.hint), found.mark, found.mark)

    def _report(self, finding: Finding, start: Any, end: Any) -> None:
        self.findings.append(finding.placed(_span(start, end)))

    def _distrust(self, finding: Finding, event: Any) -> None:
        self.sound = False
        self._report(finding, event.start_mark, event.end_mark)

    def _stop(self, finding: Finding, event: Any) -> None:
        self._report(finding, event.start_mark, event.end_mark)
        raise _StopWalkError


def _text_span(event: Any) -> Span:
    """The place of text in quotes, or of a block from the line after its sign."""
    span = _span(event.start_mark, event.end_mark)
    is_block = event.style in {"|", ">"}
    return Span(span.line + 1, 1, span.end_line, span.end_column) if is_block else span


def _span(start: Any, end: Any) -> Span:
    return Span(start.line + 1, start.column + 1, end.line + 1, end.column + 1)
