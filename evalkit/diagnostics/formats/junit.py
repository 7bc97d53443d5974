"""Diagnostics as failed tests, in JUnit's XML.

Source: https://github.com/windyroad/JUnit-Schema/blob/master/JUnit.xsd
"""

import html
from collections.abc import Iterator, Sequence

from evalkit.diagnostics.formats.fingerprint import ordinals
from evalkit.diagnostics.formats.text import summary
from evalkit.diagnostics.record import Diagnostic, Severity
from evalkit.diagnostics.visible import visible

# The schema requires a time and a host; constant ones keep equal results equal.
_ALWAYS = 'timestamp="1970-01-01T00:00:00" hostname="localhost" time="0"'


def to_junit(diagnostics: Sequence[Diagnostic], files: int, *, colour: bool = False) -> str:  # noqa: ARG001
    """A test for each finding: failed for an error, skipped for a warning.

    Without findings, one test passes: a report without tests counts as broken.
    """
    tests = list(_tests(diagnostics)) or [_test("every rule", "evalkit", "")]
    errors = sum(d.severity is Severity.ERROR for d in diagnostics)
    counts = (
        f'tests="{len(tests)}" failures="{errors}" errors="0" skipped="{len(diagnostics) - errors}"'
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        "<testsuites>\n"
        f'<testsuite name="evalkit validate" package="evalkit" id="0" {counts} {_ALWAYS}>\n'
        "<properties/>\n"
        f"{''.join(tests)}"
        f"<system-out>{_xml(summary(diagnostics, files))}</system-out>\n"
        "<system-err/>\n"
        "</testsuite>\n"
        "</testsuites>\n"
    )


def _tests(diagnostics: Sequence[Diagnostic]) -> Iterator[str]:
    for diagnostic, ordinal in zip(diagnostics, ordinals(diagnostics), strict=True):
        # No line and no number in a list: the next run must recognise the same finding.
        number = f" ({ordinal + 1})" if ordinal else ""
        name = f"{diagnostic.code} {'.'.join(diagnostic.name)}{number}"
        yield _test(name, diagnostic.path, _outcome(diagnostic))


def _test(name: str, path: str, outcome: str) -> str:
    return f'<testcase name="{_xml(name)}" classname="{_xml(path)}" time="0">{outcome}</testcase>\n'


def _outcome(diagnostic: Diagnostic) -> str:
    span = diagnostic.span
    place = f"{diagnostic.path}:{span.line}:{span.column}"
    label = f"{diagnostic.severity}[{diagnostic.code}]"
    hint = f"\n= {_xml(diagnostic.hint)}" if diagnostic.hint else ""
    text = _xml(f"{place}: {label} {diagnostic.message}") + hint
    short = _xml(f"{span.line}:{span.column}: {diagnostic.message}")
    if diagnostic.severity is Severity.WARNING:
        return f'<skipped message="{short}">{text}</skipped>'
    return f'<failure message="{short}" type="{diagnostic.code}">{text}</failure>'


def _xml(text: str) -> str:
    """Text on one line; characters that XML does not allow are made visible."""
    return html.escape(visible(text))
