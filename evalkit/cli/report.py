"""`evalkit report`: the report for stakeholders."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from evalkit.cli.shared.options import PlanOrEvaluation, WorkspaceFolder


def report(
    subject: PlanOrEvaluation,
    style: Annotated[
        Literal["html", "markdown"],
        typer.Option("--format", "-f", help="Output format."),
    ] = "html",
    template: Annotated[
        Path | None,
        typer.Option("--template", help="A Jinja template that replaces the built-in one."),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", help="The output file; charts of a Markdown report go next to it."
        ),
    ] = None,
    workspace: WorkspaceFolder = None,
) -> None:
    """Write the report on one decision, from a plan or a saved evaluation."""
    from evalkit.cli.shared.output import answer, write_files
    from evalkit.cli.shared.saved import evaluation_with_templates
    from evalkit.report.page.html import to_html
    from evalkit.report.page.markdown import to_markdown

    evaluation, templates = evaluation_with_templates(subject, workspace)
    if style == "html":
        files = {output or Path("-"): to_html(evaluation, templates, template)}
    else:
        prefix = output.stem if output else None
        text, charts = to_markdown(evaluation, templates, template, charts=prefix)
        beside = output.parent if output else Path()
        files = {output or Path("-"): text} | {beside / name: svg for name, svg in charts.items()}
    if output is None:
        answer(files[Path("-")], style)
    else:
        write_files(files)
