"""The report as Markdown, with its charts as SVG files beside it."""

from pathlib import Path

from evalkit.evaluation.record.evaluation import Evaluation
from evalkit.report.page.page import view
from evalkit.templates.render import render, render_each


def to_markdown(
    evaluation: Evaluation,
    templates: Path | None = None,
    template: Path | None = None,
    charts: str | None = None,
) -> tuple[str, dict[str, str]]:
    """The text, and the chart files it refers to, by name.

    File names start with `charts`; without it there are no charts. Raises EvalkitError if a
    template is wrong.
    """
    content = view(evaluation)
    files = {}
    if charts is not None:
        drawn = [{"chart": chart} for chart in content["charts"].values()]
        pages = render_each("chart.svg.j2", drawn, templates)
        names = (f"{charts}-{name}.svg" for name in content["charts"])
        files = dict(zip(names, pages, strict=True))
    text = render("report.md.j2", content | {"chart_files": charts}, templates, template)
    return text, files
