"""A rule's manual, as `evalkit rule` prints it."""

import textwrap
from collections.abc import Iterable

from evalkit.diagnostics.rule import Rule


def page(rule: Rule) -> str:
    """What a rule checks, why, a bad and a good example."""
    manual = rule.manual
    why = f"\n\n{manual.why}" if manual.why else ""
    return (
        f"{rule.code} {rule.name} ({rule.severity}, {rule.subject})\n\n"
        f"{manual.summary}{why}\n\n"
        f"Bad:\n{_example(manual.bad)}\n\nGood:\n{_example(manual.good)}\n"
    )


def page_in_markdown(rule: Rule) -> str:
    """The same, where Markdown is shown."""
    manual = rule.manual
    why = f"\n\n{manual.why}" if manual.why else ""
    return (
        f"{manual.summary}{why}\n\n"
        f"Bad:\n\n```yaml\n{manual.bad}\n```\n\nGood:\n\n```yaml\n{manual.good}\n```\n\n"
        f"In a terminal: `evalkit rule {rule.code}`\n"
    )


def index(rules: Iterable[Rule]) -> str:
    """A line for each rule."""
    return "".join(f"{r.code}  {r.severity:<7}  {r.manual.summary}\n" for r in rules)


def _example(text: str) -> str:
    return textwrap.indent(text, "    ")
