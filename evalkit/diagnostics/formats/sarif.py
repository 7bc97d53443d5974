"""Diagnostics as SARIF 2.1.0, which code scanning and editors read.

Source: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
"""

import re
from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from evalkit import __version__
from evalkit.diagnostics.formats.fingerprint import fingerprints
from evalkit.diagnostics.json_text import for_programs
from evalkit.diagnostics.manual.markdown import page_in_markdown
from evalkit.diagnostics.manual.text import page
from evalkit.diagnostics.record import Diagnostic, Span
from evalkit.diagnostics.rule import Rule, registered

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_ROOT = "%SRCROOT%"
_LINE_ENDS = ["\r\n", "\n", "\r"]
"""What ends a line; a reader that is not told would not count a single CR (3.14.26)."""


def to_sarif(diagnostics: Sequence[Diagnostic], files: int, *, colour: bool = False) -> str:  # noqa: ARG001
    """One run, with the manual of every rule that has findings; no times, no absolute paths."""
    codes = {diagnostic.code for diagnostic in diagnostics}
    rules = [rule for rule in registered() if rule.code in codes]
    numbers = {rule.code: number for number, rule in enumerate(rules)}
    pairs = zip(diagnostics, fingerprints(diagnostics), strict=True)
    run = {
        "tool": {
            "driver": {
                "name": "evalkit",
                "version": __version__,
                "semanticVersion": __version__,
                "rules": [_rule(rule) for rule in rules],
            }
        },
        "originalUriBaseIds": {_ROOT: {"description": {"text": "The root of the repository."}}},
        "columnKind": "unicodeCodePoints",
        "newlineSequences": _LINE_ENDS,
        "results": [_result(d, numbers.get(d.code), fingerprint) for d, fingerprint in pairs],
    }
    return for_programs({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(rule: Rule) -> dict[str, Any]:
    manual = rule.manual
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": manual.summary},
        "fullDescription": {"text": "\n\n".join(filter(None, [manual.summary, manual.why]))},
        "help": {"text": page(rule), "markdown": page_in_markdown(rule)},
        "defaultConfiguration": {"level": rule.severity.value},
        "properties": {"tags": [rule.subject]},
    }


def _result(diagnostic: Diagnostic, number: int | None, fingerprint: str) -> dict[str, Any]:
    return {
        "ruleId": diagnostic.code,
        # A rule in a damaged cache may not exist.
        **({} if number is None else {"ruleIndex": number}),
        "level": diagnostic.severity.value,
        "message": {"text": _without_links(diagnostic.sentence)},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": _uri(diagnostic.path), "uriBaseId": _ROOT},
                    "region": _region(diagnostic.span),
                }
            }
        ],
        "partialFingerprints": {"ruleAndEntry/v1": fingerprint},
    }


def _region(span: Span) -> dict[str, int]:
    return {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }


def _uri(path: str) -> str:
    # A name that is not UTF-8 on disk keeps its own bytes.
    return quote(path.encode("utf-8", "surrogateescape"))


def _without_links(text: str) -> str:
    """Keep `[text](target)` from a file from becoming a link of ours (3.11.6)."""
    # With the text's own backslashes: one before ours would cancel it.
    return re.sub(r"([\\\[\]])", r"\\\1", text)
