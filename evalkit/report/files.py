"""The files of a report, by their names, in each format."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from evalkit.evaluation.record.evaluation import Evaluation
from evalkit.report.page.html import to_html
from evalkit.report.page.markdown import to_markdown

Style = Literal["html", "markdown", "pdf"]
SUFFIXES: dict[Style, str] = {"html": ".html", "markdown": ".md", "pdf": ".pdf"}


@dataclass(frozen=True, slots=True)
class Form:
    """How reports are written."""

    style: Style
    templates: Path | None = None
    """The workspace's template folder."""
    template: Path | None = None
    """A file that replaces the shipped report."""
    evidence: bool = False
    """Whether all that is folded stands open, and Markdown has it in the same file."""

    @property
    def suffix(self) -> str:
        """The suffix of a report's file."""
        return SUFFIXES[self.style]


def report_files(
    evaluation: Evaluation, form: Form, name: str | None
) -> tuple[str | bytes, dict[str, str]]:
    """A report, and what stands beside it by file name, which begins with `name`.

    Without a name, nothing stands beside it. Raises EvalkitError if a template is wrong, or if a
    PDF cannot be printed.
    """
    templates, template = form.templates, form.template
    if form.style == "markdown":
        return to_markdown(evaluation, templates, template, charts=name, evidence=form.evidence)
    page = to_html(evaluation, templates, template, evidence=form.evidence)
    if form.style == "html":
        return page, {}
    # Only a PDF needs what starts a browser.
    from evalkit.report.printed.pdf import to_pdf  # noqa: PLC0415

    return to_pdf(page, evaluation.plan.as_of), {}
