"""The specification as Markdown or as a self-contained HTML file."""

from pathlib import Path

from evalkit.evaluation.record.evaluation import Evaluation, VendorResult
from evalkit.report.specification.document import specification
from evalkit.templates.render import render, style
from evalkit.templates.sealed import sealed


def specification_markdown(
    evaluation: Evaluation,
    vendor: VendorResult,
    templates: Path | None = None,
    template: Path | None = None,
) -> str:
    """The specification as Markdown.

    `templates` is the workspace's template folder; `template` is a file that replaces the shipped
    one. Raises EvalkitError if the plan has no flows, or a template is wrong.
    """
    content = specification(evaluation, vendor)
    return render("specification.md.j2", content, templates, template)


def specification_html(
    evaluation: Evaluation,
    vendor: VendorResult,
    templates: Path | None = None,
    template: Path | None = None,
) -> str:
    """A self-contained page with inline diagrams, without network or script.

    Takes the arguments and raises the errors of `specification_markdown`.
    """
    content = specification(evaluation, vendor)
    content |= sealed(style(templates, render("specification.css", {}, templates)))
    return render("specification.html.j2", content, templates, template)


FORMATS = {"markdown": specification_markdown, "html": specification_html}
