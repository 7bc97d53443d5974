"""A file → its text, its plain data, and the place in the text of every route."""

import hashlib
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from evalkit.diagnostics.digest import digest
from evalkit.diagnostics.record import START, Diagnostic, Finding, Route, Severity, Span
from evalkit.source.entries import Entries
from evalkit.source.look_alikes import blank_alike, look_alike
from evalkit.source.paths import kind_of
from evalkit.source.reading import UnreadableError, content
from evalkit.source.yaml import faults, hidden
from evalkit.source.yaml.comments import Ignore, ignores
from evalkit.source.yaml.lines import BYTE_ORDER_MARK, LINE_BREAK, place_of_end
from evalkit.source.yaml.routes import leads_somewhere
from evalkit.source.yaml.walk import Data, Places, Walk


@dataclass(frozen=True)
class Document:
    """The text and data of one file.

    Places are found by a second pass over the text when one is first needed: most files have no
    findings, and storing a place for every value of ten thousand files would take longer than
    reading them.
    """

    path: str
    """Its path as shown to users: relative to the workspace, with `/`."""
    text: str
    sha256: str
    data: Data
    findings: tuple[Finding, ...]
    sound: bool

    @property
    def key(self) -> str:
        """The key of the content; empty if there is none."""
        return self.sha256

    @property
    def kind(self) -> str:
        """The kind of the file, from its folder: `vendor`, `criteria`, `plan` or `platform`."""
        return kind_of(self.path)

    @cached_property
    def lines(self) -> list[str]:
        """The lines of the text as the parser counts them."""
        return LINE_BREAK.split(self.text)

    @cached_property
    def ignores(self) -> dict[int, Ignore]:
        """The comments that silence findings, by line."""
        if "ignore[" not in self.text:
            return {}
        return ignores(self.lines, self._places.texts)

    @cached_property
    def _entries(self) -> Entries:
        return Entries(self.data)

    @cached_property
    def _places(self) -> Places:
        return Walk(self.text, with_places=True).places or Places()

    def forget_places(self) -> None:
        """Free the data for finding places, which is many times as large as the file."""
        for name in ("_places", "_entries", "lines"):
            self.__dict__.pop(name, None)

    def has(self, route: Route) -> bool:
        """Whether the file has a value at a route."""
        here = self.data
        for step in route:
            if not leads_somewhere(here, step):
                return False
            here = here[step]
        return True

    def span(self, route: Route, at: str = "value") -> Span:
        """The place of a route in the text, or of the nearest thing around a missing one."""
        if not route:
            return START
        places = self._places
        while route:
            if at == "key" and route in places.keys:
                return places.keys[route]
            if route in places.values:
                return self._first_line(route, places.values[route])
            route = route[:-1]
            at = "key"
        return START

    def _first_line(self, route: Route, span: Span) -> Span:
        """The place of a value; one of several lines is marked at its key, or on its first line."""
        if span.end_line == span.line:
            return span
        key = self._places.keys.get(route)
        if key is not None:
            return key
        return Span(span.line, span.column, span.line, len(self.line(span.line)) + 1)

    def line(self, number: int) -> str:
        """One line of the text, without its end; empty past the last one."""
        return self.lines[number - 1] if number <= len(self.lines) else ""

    def diagnose(self, finding: Finding) -> Diagnostic:
        """Give a finding its place in this file."""
        span = finding.span or self.span(finding.route, finding.at)
        line = self.line(span.line)
        entries, content = self._entries.on(finding.route)
        alike = self._alike(finding, span)
        return Diagnostic(
            path=self.path,
            span=span,
            code=finding.code,
            severity=finding.severity,
            message=finding.message,
            hint="; ".join(filter(None, (finding.hint, alike))),
            route=finding.route,
            line_text=line,
            fix=finding.fix,
            entries=entries,
            content=content or _content(finding, line),
        )

    def _alike(self, finding: Finding, span: Span) -> str:
        """What cannot be seen at the place of an error, in words."""
        if self.text.isascii() or finding.severity is not Severity.ERROR:
            return ""
        if finding.code == "EK003":
            # The parser may stop a line after the mistake. Indents and blanks after colons count.
            near = (self.line(number) for number in (span.line, span.line - 1) if number > 0)
            return next(filter(None, map(blank_alike, near)), "")
        marked = self.line(span.line)[span.column - 1 : span.end_column - 1]
        # Of a mapping or list something is missing, and the texts in it may hold any quotes.
        return "" if marked.startswith(("{", "[")) or ": " in marked else look_alike(marked)


_NEAR = 100


def _content(finding: Finding, line: str) -> str:
    """A digest of what a finding outside of lists is about, if its route does not say that."""
    if finding.span is not None:
        # Not the whole line, which may be as long as the file and have all of its findings.
        start = finding.span.column
        return digest(line[max(0, start - _NEAR) : start + _NEAR])
    # A key may lack several things. What is said of a value may hold an age, which changes daily.
    return digest(finding.message) if finding.at == "key" or not finding.route else ""


def read(file: Path, path: str) -> Document:
    """Read one file; faults in its text become `findings`.

    A file that cannot be opened, or is not text, has no data and `sound` False.
    """
    try:
        return document(content(file), path)
    except UnreadableError as error:
        return unreadable(path, error.finding)


def document(raw: bytes, path: str, kind: str = "") -> Document:
    """Parse a file's bytes; its folder tells its kind if `kind` does not."""
    try:
        text = raw.decode("utf-8").removeprefix(BYTE_ORDER_MARK)
    except UnicodeDecodeError as error:
        return _not_utf8(raw, error.start, path)
    return parse(text, path, hashlib.sha256(raw).hexdigest(), kind)


def unreadable(path: str, finding: Finding) -> Document:
    """A document for a file that could not be read."""
    return Document(path, "", "", None, (finding,), sound=False)


def parse(text: str, path: str, sha256: str = "", kind: str = "") -> Document:
    """Parse a file's text."""
    control = hidden.control(text)
    if control:
        return Document(path, text, sha256, None, (control,), sound=False)
    walk = Walk(text)
    findings = [*walk.findings, *hidden.hidden(text)]
    if walk.sound and walk.data is None:
        findings.append(faults.empty_file(kind or kind_of(path)))
        return Document(path, text, sha256, None, tuple(findings), sound=False)
    return Document(path, text, sha256, walk.data, tuple(findings), walk.sound)


def _not_utf8(raw: bytes, start: int, path: str) -> Document:
    """A document for a file whose first bad byte is at an offset; its text is there to be shown."""
    line, column = place_of_end(raw[:start].decode("utf-8").removeprefix(BYTE_ORDER_MARK))
    finding = faults.not_utf8(start + 1).placed(Span(line, column, line, column + 1))
    text = raw.decode("utf-8", errors="replace").removeprefix(BYTE_ORDER_MARK)
    return Document(path, text, "", None, (finding,), sound=False)
