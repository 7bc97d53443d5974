"""The findings that comments do not silence, and those about the comments themselves."""

from collections.abc import Iterator, Mapping

from evalkit.diagnostics.digest import digest
from evalkit.diagnostics.record import Diagnostic, Finding, Severity
from evalkit.source.paths import kind_of
from evalkit.source.yaml import silencing_faults as faults
from evalkit.source.yaml.comments import Ignore
from evalkit.workspace.checked import Checked

_LOOKS_AT: dict[str, set[str]] = {
    "criteria": {"criteria"},
    "platform": set(),
    "vendor": {"criteria", "plan", "platform", "from"},
    "from": {"criteria"},
    "plan": {"criteria", "vendor", "platform"},
}
"""The kinds of other files that the rules for a kind of file look at."""


def after_comments(checked: Mapping[str, Checked]) -> tuple[Diagnostic, ...]:
    """The findings about all files that users see, by file and place."""
    # Rules skip files that cannot be read, and facts without criteria: what they would find is
    # not known, so a comment that silences it is not superfluous.
    faulty = {kind_of(path) for path, each in checked.items() if each.has_error}
    found = [
        diagnostic
        for path, each in checked.items()
        for diagnostic in _in_file(
            path, each, whole=not (each.has_error or faulty & _LOOKS_AT[kind_of(path)])
        )
    ]
    return tuple(sorted(found, key=lambda diagnostic: diagnostic.sort_key))


def _in_file(path: str, checked: Checked, *, whole: bool) -> Iterator[Diagnostic]:
    """The findings in one file; a comment can be superfluous only if every rule was checked."""
    by_line = {ignore.span.line: ignore for ignore in checked.ignores}
    used: set[tuple[int, str]] = set()
    for diagnostic in checked.diagnostics:
        line, code = diagnostic.span.line, diagnostic.code
        ignore = by_line.get(line)
        if ignore is None or code not in ignore.codes:
            yield diagnostic
            continue
        used.add((line, code))
        if diagnostic.severity is Severity.ERROR:
            yield _about(ignore, path, faults.silenced_error(code))
            yield diagnostic
    for line, ignore in by_line.items():
        for code in ignore.codes:
            if (line, code) in used:
                if not ignore.reason:
                    yield _about(ignore, path, faults.silenced_without_reason(code))
            elif whole:
                yield _about(ignore, path, faults.silenced_nothing(code))


def _about(ignore: Ignore, path: str, finding: Finding) -> Diagnostic:
    span, line = ignore.span, ignore.line_text
    comment = line[span.column - 1 : span.end_column - 1]
    return Diagnostic(
        path, span, finding.code, finding.severity, finding.message, finding.hint,
        (), line, content=digest([comment, finding.message]),
    )  # fmt: skip
