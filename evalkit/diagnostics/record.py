"""Findings: what is wrong, where, and what to do about it."""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Literal

Route = tuple[str | int, ...]
"""The steps from a file's root to one of its values: `("facts", "rate_limit", "value")`."""


class Severity(StrEnum):
    """An error makes a file unusable; a warning is something a reader of the result must know."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A range of text; lines and columns count from 1, in Unicode code points, end exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


START = Span(1, 1, 1, 1)
MAX_MESSAGE = 500


FixKind = Literal["rename", "rewrite", "quote"]
"""Rename a key; rewrite a value; or put a value in quotes, as written."""


@dataclass(frozen=True, slots=True)
class Fix:
    """The one right answer to a finding, which can be applied without asking."""

    kind: FixKind
    to: str = ""
    """The new name or value."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A problem in one file, at a route; its place in the text is added later."""

    route: Route
    message: str
    hint: str = ""
    at: Literal["key", "value"] = "value"
    fix: Fix | None = None
    code: str = ""
    """The code of its rule, which also sets its severity."""
    severity: Severity = Severity.ERROR
    span: Span | None = None
    """The place, if it is already known, as for faults in the text itself."""

    def __post_init__(self) -> None:
        # Names from files may be as long as a file, and there may be thousands of findings.
        if len(self.message) > MAX_MESSAGE:
            object.__setattr__(self, "message", self.message[:MAX_MESSAGE] + "…")
        if len(self.hint) > MAX_MESSAGE:
            object.__setattr__(self, "hint", self.hint[:MAX_MESSAGE] + "…")

    def by(self, code: str, severity: Severity) -> "Finding":
        """This finding with a rule's code and severity."""
        # `replace` takes twice as long, and one file may hold fifty thousand findings.
        return Finding(
            self.route, self.message, self.hint, self.at, self.fix, code, severity, self.span
        )

    def placed(self, span: Span) -> "Finding":
        """This finding at a known place."""
        return replace(self, span=span)


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A finding as users see it, with its place in a file."""

    path: str
    span: Span
    code: str
    severity: Severity
    message: str
    hint: str
    route: Route
    line_text: str
    fix: Fix | None = None
    entries: tuple[str, ...] = ()
    """The names of the entries of lists on the route, in place of their numbers."""
    content: str = ""
    """A digest of what the finding is about, which tells apart findings of the same name."""

    @property
    def name(self) -> tuple[str, ...]:
        """The route with entries by name, not by number; for one that is empty, the content.

        Together with path and code it says which finding this is, wherever lines and entries move.
        """
        if not self.route:
            return (self.content,)
        names = iter(self.entries)
        return tuple(
            step if isinstance(step, str) else next(names, str(step)) for step in self.route
        )

    @property
    def sort_key(self) -> tuple[str, Span, str, str]:
        """A key that sorts by file, then by place, then by code."""
        return (self.path, self.span, self.code, self.message)

    @property
    def sentence(self) -> str:
        """The message and the hint in one line."""
        return f"{self.message}; {self.hint}" if self.hint else self.message
