"""The report as a self-contained HTML file."""

from pathlib import Path

from evalkit.diagnostics.visible import visible
from evalkit.evaluation.record.evaluation import Evaluation
from evalkit.report.page.page import view
from evalkit.templates.render import render, script, style
from evalkit.templates.sealed import sealed
from evalkit.templates.view import View


def to_html(
    evaluation: Evaluation,
    templates: Path | None = None,
    template: Path | None = None,
    *,
    evidence: bool = False,
) -> str:
    """A self-contained page without network; its policy allows one style sheet and one script.

    `templates` is the workspace's template folder; `template` is a file that replaces the shipped
    report. With `evidence`, all that is folded stands open. Raises EvalkitError if a template is
    wrong.
    """
    content = view(evaluation) | {"open": " open" if evidence else ""}
    content |= sealed(style(templates, _running(content)), script())
    return render("report.html.j2", content, templates, template)


_LONGEST = 90
"""Maximum length of the title above each printed page."""


def _running(content: View) -> str:
    """What stands above each printed page: the report's title, and its day."""
    title, day = content["title"], content["plan"]["as_of"]
    short = title if len(title) <= _LONGEST else f"{title[: _LONGEST - 1]}…"
    boxes = "".join(
        f"  @{box} {{ content: {_quoted(text)}; }}\n"
        for box, text in (("top-left", short), ("top-right", day))
    )
    return f"@page {{\n{boxes}}}\n"


def _quoted(text: str) -> str:
    """A text as a string of CSS, in which only letters and digits stand for themselves."""
    shown = "".join(
        letter if letter.isalnum() else f"\\{ord(letter):06x}" for letter in visible(text)
    )
    return f'"{shown}"'
