"""Diagnostics in JSON."""

import json
import re
from collections.abc import Sequence
from typing import Any

from evalkit.diagnostics.record import Diagnostic, Severity
from evalkit.diagnostics.visible import HIDDEN

FORMAT = 1


def for_programs(content: Any) -> str:
    """JSON as every command writes it: indented, in Unicode, with a final line break."""
    text = json.dumps(content, indent=2, ensure_ascii=False, allow_nan=False) + "\n"
    return _UNSEEN.sub(lambda match: json.dumps(match[0])[1:-1], text)


_UNSEEN = re.compile(f"[\x7f-\x9f{HIDDEN}]")
"""Characters that can control a terminal, or hide or reorder text, and that JSON allows."""


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
