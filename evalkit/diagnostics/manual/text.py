"""A rule's manual, as `evalkit rule` prints it."""

import re
import textwrap
from collections.abc import Iterable

from evalkit.diagnostics.rule import Rule


def page(rule: Rule) -> str:
    """What a rule checks, why, a bad and a good example."""
    manual = rule.manual
    why = f"\n\n{manual.why}" if manual.why else ""
    return (
        f"{rule.code} {rule.name} ({rule.severity}, {rule.subject}, since {rule.since})\n\n"
        f"{manual.summary}{why}\n\n"
        f"Bad:\n{_example(manual.bad)}\n\nGood:\n{_example(manual.good)}\n"
    )


def pages(rules: Iterable[Rule]) -> str:
    """The pages of several rules, with an empty line between."""
    return "\n".join(map(page, rules))


def index(rules: Iterable[Rule]) -> str:
    """A line for each rule."""
    return "".join(f"{r.code}  {r.severity:<7}  {r.manual.summary}\n" for r in rules)


def unwrapped(text: str) -> str:
    """Each paragraph on one line: a docstring's line breaks mean nothing outside a terminal."""
    return re.sub(r"(?<!\n)\n(?!\n)", " ", text)


def _example(text: str) -> str:
    return textwrap.indent(text, "    ")
