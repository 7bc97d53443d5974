"""What is wrong, where, and what to do about it."""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Literal

Route = tuple[str | int, ...]
"""The way from a file's root to one of its values: `("facts", "rate_limit", "value")`."""


class Severity(StrEnum):
    """An error makes a file unusable; a warning is something a reader of the result must know."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of text; lines and columns count from 1, in Unicode code points, end exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


START = Span(1, 1, 1, 1)
MAX_MESSAGE = 500


FixKind = Literal["rename", "rewrite", "quote"]
"""A key gets another name; a value is written otherwise; it gets quotes, as it is written; the keys
at the top are put in order."""


@dataclass(frozen=True, slots=True)
class Fix:
    """The one right answer to a finding, for where a file can be repaired without asking."""

    kind: FixKind
    to: str = ""
    """The new name or value."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong inside one file, by route; its place in the text is worked out later."""

    route: Route
    message: str
    hint: str = ""
    at: Literal["key", "value"] = "value"
    fix: Fix | None = None
    code: str = ""
    """Of the rule that found it, which gives it its code and severity."""
    severity: Severity = Severity.ERROR
    span: Span | None = None
    """Given where the place is known already, as for faults in the text itself."""

    def __post_init__(self) -> None:
        # Names in them come from files, and may be as long as a file; thousands may wait at once.
        for field in ("message", "hint"):
            text = getattr(self, field)
            if len(text) > MAX_MESSAGE:
                object.__setattr__(self, field, text[:MAX_MESSAGE] + "…")

    def by(self, code: str, severity: Severity) -> "Finding":
        """This finding as that of a rule."""
        return replace(self, code=code, severity=severity)

    def placed(self, span: Span) -> "Finding":
        """This finding at a known place."""
        return replace(self, span=span)


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding as users see it, with its place in the text of a file."""

    path: str
    span: Span
    code: str
    severity: Severity
    message: str
    hint: str
    route: Route
    line_text: str
    fix: Fix | None = None

    @property
    def sort_key(self) -> tuple[str, Span, str, str]:
        """Files by name, then places from top to bottom, then codes."""
        return (self.path, self.span, self.code, self.message)

    @property
    def sentence(self) -> str:
        """What is wrong and what to do about it, where there is no second line for the hint."""
        return f"{self.message}; {self.hint}" if self.hint else self.message
