"""The report as Markdown, with its pictures and its evidence in files beside it."""

from pathlib import Path

from evalkit.evaluation.record.evaluation import Evaluation
from evalkit.report.page.page import SECTIONS, view
from evalkit.templates.render import render, render_each


def to_markdown(
    evaluation: Evaluation,
    templates: Path | None = None,
    template: Path | None = None,
    charts: str | None = None,
    *,
    evidence: bool = False,
) -> tuple[str, dict[str, str]]:
    """The text, and the files it refers to, by name: its pictures, and the evidence.

    File names start with `charts`; without it there are no pictures. The evidence stands in the
    text with `evidence`, or if it has no file to stand in. Raises EvalkitError if a template is
    wrong.
    """
    content = view(evaluation)
    files = {}
    if charts is not None:
        sections = [content[name] for name in SECTIONS if content[name]]
        pictures = {
            f"{charts}-{name}.svg": {"picture": drawn}
            for section in sections
            for name, drawn in section.get("pictures", {}).items()
        }
        pages = render_each("chart.svg.j2", list(pictures.values()), templates)
        files = dict(zip(pictures, pages, strict=True))
    beside = None if evidence or charts is None else f"{charts}-evidence.md"
    if beside:
        files[beside] = render("report-evidence.md.j2", content, templates)
    content |= {"chart_files": charts, "evidence_file": beside}
    return render("report.md.j2", content, templates, template), files
