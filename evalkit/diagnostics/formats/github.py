"""Diagnostics for GitHub: workflow commands that become annotations of the changed files.

Source: https://docs.github.com/actions/reference/workflow-commands-for-github-actions, and for the
escapes https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts
"""

import functools
import re
from collections.abc import Iterator, Sequence

from evalkit.diagnostics.formats.text import shortened, summary
from evalkit.diagnostics.record import Diagnostic, Severity
from evalkit.diagnostics.visible import visible

SHOWN = 10
"""The number of annotations of each severity that GitHub shows for a step."""
MAX_ROWS, MAX_MESSAGE = 500, 200
"""Limits that keep a step summary below 1 MiB, above which GitHub does not show it."""
_PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")


def to_github(
    diagnostics: Sequence[Diagnostic],
    files: int,
    *,
    colour: bool = False,  # noqa: ARG001
    left_out: str = "",
) -> str:
    """A command for each finding, errors first, then a summary line.

    No line starts with anything from a file: GitHub would obey a line that starts with `::`.
    """
    commands = [_command(diagnostic) for diagnostic in _errors_first(diagnostics)]
    last = "; ".join(filter(None, [summary(diagnostics, files), left_out]))
    return "\n".join([*commands, last]) + "\n"


def to_step_summary(diagnostics: Sequence[Diagnostic], files: int) -> str:
    """The findings that GitHub does not show as annotations, in Markdown; empty if there are none.

    `files` counts the files that were checked.
    """
    hidden = list(_hidden(diagnostics))
    if not hidden:
        return ""
    rows = "".join(_row(diagnostic) for diagnostic in hidden[:MAX_ROWS])
    left = len(hidden) - MAX_ROWS
    more = f"\n{left} more are in the log of this step.\n" if left > 0 else ""
    return (
        f"### evalkit: {summary(diagnostics, files)}\n\n"
        f"GitHub shows {SHOWN} errors and {SHOWN} warnings as annotations. These are the rest.\n\n"
        f"| place | finding | what to do |\n|---|---|---|\n{rows}{more}\n"
    )


def _errors_first(diagnostics: Sequence[Diagnostic]) -> list[Diagnostic]:
    return sorted(diagnostics, key=lambda d: d.severity is not Severity.ERROR)


def _command(diagnostic: Diagnostic) -> str:
    span = diagnostic.span
    properties = {
        "file": diagnostic.path,
        "line": str(span.line),
        "col": str(span.column),
    }
    # GitHub accepts an end column only on the first line.
    if span.end_line == span.line:
        properties["endColumn"] = str(span.end_column)
    properties["title"] = f"evalkit {diagnostic.code}"
    given = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    lines = (*diagnostic.message.split("\n"), *filter(None, [diagnostic.hint]))
    message = _data("\n".join(map(shortened, lines)))
    return f"::{diagnostic.severity} {given}::{message}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


@functools.lru_cache
def _property(text: str) -> str:
    # Line breaks in a file's name are kept, as escapes; other control characters are made visible.
    shown = "".join(char if char in "\r\n" else visible(char) for char in text)
    return _data(shown).replace(":", "%3A").replace(",", "%2C")


def _hidden(diagnostics: Sequence[Diagnostic]) -> Iterator[Diagnostic]:
    for severity in (Severity.ERROR, Severity.WARNING):
        yield from [d for d in diagnostics if d.severity is severity][SHOWN:]


def _row(diagnostic: Diagnostic) -> str:
    place = f"{diagnostic.path}:{diagnostic.span.line}:{diagnostic.span.column}"
    finding = f"{diagnostic.severity} {diagnostic.code}: {diagnostic.message}"
    cells = (_plain(text) for text in (place, finding, diagnostic.hint))
    return f"| {' | '.join(cells)} |\n"


def _plain(text: str) -> str:
    """Text escaped for Markdown, so that it makes no links, images, mentions or cells."""
    shown = visible(text)
    cut = shown if len(shown) <= MAX_MESSAGE else shown[:MAX_MESSAGE] + "…"
    return _PUNCTUATION.sub(r"\\\1", cut)
