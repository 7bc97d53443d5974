"""How many findings there are of each rule."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from evalkit.diagnostics.json import FORMAT, for_programs
from evalkit.diagnostics.record import Diagnostic, Severity
from evalkit.diagnostics.text import summary


@dataclass(frozen=True, slots=True)
class Row:
    """The findings of one rule."""

    count: int
    code: str
    severity: Severity
    fixable: int
    """How many of them `--fix` repairs."""
    summary: str
    """What the rule asks for."""


def rows(diagnostics: Iterable[Diagnostic], summaries: Mapping[str, str]) -> tuple[Row, ...]:
    """A row for each rule that found something, the most frequent first, then by code."""
    every = tuple(diagnostics)
    counts = Counter((each.code, each.severity) for each in every)
    fixable = Counter(each.code for each in every if each.fix)
    found = (
        Row(count, code, severity, fixable[code], summaries.get(code, ""))
        for (code, severity), count in counts.items()
    )
    return tuple(sorted(found, key=lambda row: (-row.count, row.code)))


def to_text(found: Sequence[Row], diagnostics: Sequence[Diagnostic], files: int) -> str:
    """A table for people, and the line that sums up."""
    width = max([len("count"), *(len(f"{row.count:,}") for row in found)])
    head = f"{'count':>{width}}  {'code':<5}  {'severity':<8}  what must hold\n"
    lines = [
        f"{row.count:>{width},}  {row.code:<5}  {row.severity:<8}  {_marked(row)}\n"
        for row in found
    ]
    table = "".join([head, *lines, "\n"]) if found else ""
    return table + summary(diagnostics, files) + "\n"


def _marked(row: Row) -> str:
    return f"{row.summary} (--fix repairs {row.fixable})" if row.fixable else row.summary


def to_json(found: Sequence[Row], diagnostics: Sequence[Diagnostic], files: int) -> str:
    """The same for programs, in a numbered format that keeps its keys."""
    errors = sum(each.severity is Severity.ERROR for each in diagnostics)
    content = {
        "format": FORMAT,
        "files": files,
        "errors": errors,
        "warnings": len(diagnostics) - errors,
        "statistics": [_item(row) for row in found],
    }
    return for_programs(content)


def _item(row: Row) -> dict[str, Any]:
    return {
        "code": row.code,
        "severity": row.severity.value,
        "count": row.count,
        "fixable": row.fixable,
        "summary": row.summary,
    }


FORMATS = {"text": to_text, "json": to_json}
