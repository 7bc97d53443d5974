"""Diagrams as Mermaid, with all text from files escaped."""

import re

from markupsafe import Markup

from evalkit.diagnostics.visible import visible
from evalkit.report.specification.drawing import Diagram

_PLAIN = re.compile(r"[^\w .,/+-]|[_]|--+")
"""Characters that could be markup in Mermaid, Markdown or HTML."""


def label(words: str) -> str:
    """A text for Mermaid, with all markup escaped as entities."""
    flat = " ".join(visible(words.replace("\n", " ")).split())
    return _PLAIN.sub(lambda found: "".join(f"#{ord(each)};" for each in found[0]), flat) or "-"


def flowchart(diagram: Diagram) -> Markup:
    """A context diagram as a Mermaid flowchart."""
    lines = ["flowchart LR"]
    lines += [f'  {key}["{label(name)}"]' for key, name in diagram.systems.items()]
    for arrow in diagram.arrows:
        lines.append(f'  {arrow.start} -->|"{label(arrow.label)}"| {arrow.end}')
    for number, (name, counts) in enumerate(diagram.masters.items(), start=1):
        lines.append(f'  master{number}["{label(name)}"]')
        lines.append(f'  master{number} -.-|"{label(counts)}"| shop')
    return _fenced(lines)


def _fenced(lines: list[str]) -> Markup:
    text = "\n".join(["```mermaid", *lines, "```"])
    return Markup(text)  # noqa: S704  # all text from files is escaped by `label`
