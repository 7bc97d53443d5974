"""Manuals of rules as plain text, for `evalkit rule`."""

import re
import textwrap
from collections.abc import Iterable

from evalkit.diagnostics.rule import Rule


def page(rule: Rule) -> str:
    """The manual of one rule: summary, reason, and a bad and a good example."""
    manual = rule.manual
    why = f"\n\n{manual.why}" if manual.why else ""
    return (
        f"{rule.code} {rule.name} ({rule.severity}, {rule.subject}, since {rule.since})\n\n"
        f"{manual.summary}{why}\n\n"
        f"Bad:\n{_example(manual.bad)}\n\nGood:\n{_example(manual.good)}\n"
    )


def pages(rules: Iterable[Rule]) -> str:
    """The manuals of several rules, separated by empty lines."""
    return "\n".join(map(page, rules))


def index(rules: Iterable[Rule]) -> str:
    """A line for each rule."""
    return "".join(f"{r.code}  {r.severity:<7}  {r.manual.summary}\n" for r in rules)


def unwrapped(text: str) -> str:
    """A text with each paragraph on one line, without a docstring's line breaks."""
    return re.sub(r"(?<!\n)\n(?!\n)", " ", text)


def _example(text: str) -> str:
    return textwrap.indent(text, "    ")
