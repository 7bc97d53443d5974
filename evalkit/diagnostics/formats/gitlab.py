"""Diagnostics for GitLab: a code quality report.

Source: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
"""

from collections.abc import Sequence
from typing import Any

from evalkit.diagnostics.formats.fingerprint import fingerprints
from evalkit.diagnostics.json_text import for_programs
from evalkit.diagnostics.record import Diagnostic, Severity

_SEVERITY = {Severity.ERROR: "major", Severity.WARNING: "minor"}


def to_gitlab(diagnostics: Sequence[Diagnostic], files: int, *, colour: bool = False) -> str:  # noqa: ARG001
    """A list of findings; GitLab shows their lines, and other readers also their columns."""
    pairs = zip(diagnostics, fingerprints(diagnostics), strict=True)
    return for_programs([_item(diagnostic, fingerprint) for diagnostic, fingerprint in pairs])


def _item(diagnostic: Diagnostic, fingerprint: str) -> dict[str, Any]:
    span = diagnostic.span
    return {
        "description": diagnostic.sentence,
        "check_name": diagnostic.code,
        "fingerprint": fingerprint,
        "severity": _SEVERITY[diagnostic.severity],
        "location": {
            "path": diagnostic.path,
            "lines": {"begin": span.line, "end": span.end_line},
            "positions": {
                "begin": {"line": span.line, "column": span.column},
                "end": {"line": span.end_line, "column": span.end_column},
            },
        },
    }
