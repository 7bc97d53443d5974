"""Diagnostics in JSON."""

from collections.abc import Sequence
from typing import Any

from evalkit.diagnostics.json_text import for_programs
from evalkit.diagnostics.record import Diagnostic, Severity

FORMAT = 1


def to_json(diagnostics: Sequence[Diagnostic], files: int, *, colour: bool = False) -> str:  # noqa: ARG001
    """A versioned format with stable keys; lines and columns count from 1, ends are exclusive."""
    errors = sum(d.severity is Severity.ERROR for d in diagnostics)
    content = {
        "format": FORMAT,
        "files": files,
        "errors": errors,
        "warnings": len(diagnostics) - errors,
        "diagnostics": [_item(diagnostic) for diagnostic in diagnostics],
    }
    return for_programs(content)


def _item(diagnostic: Diagnostic) -> dict[str, Any]:
    span = diagnostic.span
    return {
        "code": diagnostic.code,
        "severity": diagnostic.severity.value,
        "path": diagnostic.path,
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
        "route": list(diagnostic.route),
        "message": diagnostic.message,
        "hint": diagnostic.hint,
        "fixable": diagnostic.fix is not None,
    }
