"""Manuals of rules in JSON."""

from collections.abc import Iterable
from typing import Any

from evalkit import __version__
from evalkit.diagnostics.json_text import for_programs
from evalkit.diagnostics.manual.text import unwrapped
from evalkit.diagnostics.rule import Rule

FORMAT = 1


def manuals_in_json(rules: Iterable[Rule]) -> str:
    """A versioned format with stable keys; `summary` and `why` are Markdown."""
    content = {
        "format": FORMAT,
        "evalkit": __version__,
        "rules": [_item(rule) for rule in rules],
    }
    return for_programs(content)


def _item(rule: Rule) -> dict[str, Any]:
    manual = rule.manual
    return {
        "code": rule.code,
        "name": rule.name,
        "severity": rule.severity.value,
        "subject": rule.subject,
        "since": rule.since,
        "summary": manual.summary,
        "why": unwrapped(manual.why),
        "bad": manual.bad,
        "good": manual.good,
    }
