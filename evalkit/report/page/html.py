"""The report as a self-contained HTML file."""

import base64
import hashlib
from pathlib import Path

from markupsafe import Markup

from evalkit.evaluation.record.evaluation import Evaluation
from evalkit.report.page.page import view
from evalkit.templates.render import render, style


def to_html(
    evaluation: Evaluation, templates: Path | None = None, template: Path | None = None
) -> str:
    """A self-contained page without network or script, which its security policy forbids.

    `templates` is the workspace's template folder; `template` is a file that replaces the shipped
    report. Raises EvalkitError if a template is wrong.
    """
    sheet = style(templates)
    digest = base64.b64encode(hashlib.sha256(sheet.encode()).digest()).decode()
    content = view(evaluation) | {
        "style": Markup(sheet),  # noqa: S704  # ours or the workspace's own, without `</`
        "policy": f"default-src 'none'; style-src 'sha256-{digest}'; {_NOTHING_ELSE}",
    }
    return render("report.html.j2", content, templates, template)


_NOTHING_ELSE = "base-uri 'none'; form-action 'none'"
