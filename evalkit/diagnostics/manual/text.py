"""Manuals of rules as plain text, for `evalkit rule`."""

import re
import textwrap
from collections.abc import Iterable

from evalkit.diagnostics.rule import Rule

WIDEST = 100


def page(rule: Rule, width: int | None = None) -> str:
    """The manual of one rule: summary, reason, and a bad and a good example.

    With a width, all but the examples is wrapped.
    """
    manual = rule.manual
    head = f"{rule.code} {rule.name} ({rule.severity}, {rule.subject}, since {rule.since})"
    parts = [head, manual.summary, *unwrapped(manual.why).split("\n\n")]
    said = (
        "\n\n".join(_wrapped(part, width) for part in parts if part)
        if width
        else ("\n\n".join(part for part in (head, manual.summary, manual.why) if part))
    )
    return f"{said}\n\nBad:\n{_example(manual.bad)}\n\nGood:\n{_example(manual.good)}\n"


def pages(rules: Iterable[Rule], width: int | None = None) -> str:
    """The manuals of several rules, separated by empty lines."""
    return "\n".join(page(rule, width) for rule in rules)


def index(rules: Iterable[Rule], width: int | None = None) -> str:
    """A line for each rule, wrapped if there is a width."""
    lines = (f"{r.code}  {r.severity:<7}  {r.manual.summary}" for r in rules)
    return "".join(f"{_wrapped(each, width, ' ' * 16) if width else each}\n" for each in lines)


def _wrapped(text: str, width: int, later: str = "") -> str:
    return textwrap.fill(
        text,
        min(width, WIDEST),
        subsequent_indent=later,
        break_long_words=False,
        break_on_hyphens=False,
    )


def unwrapped(text: str) -> str:
    """A text with each paragraph on one line, without a docstring's line breaks."""
    return re.sub(r"(?<!\n)\n(?!\n)", " ", text)


def _example(text: str) -> str:
    return textwrap.indent(text, "    ")
