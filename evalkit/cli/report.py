"""`evalkit report`: the page that stakeholders read."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from evalkit.cli.options import PlanOrEvaluation, WorkspaceFolder

if TYPE_CHECKING:
    from evalkit.evaluation.record import Evaluation


def report(
    subject: PlanOrEvaluation,
    style: Annotated[
        Literal["html", "markdown"],
        typer.Option("--format", "-f", help="How the report is written."),
    ] = "html",
    template: Annotated[
        Path | None, typer.Option("--template", help="A Jinja template instead of the shipped one.")
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", help="The file; charts of a Markdown report go beside it."),
    ] = None,
    workspace: WorkspaceFolder = None,
) -> None:
    """Write the report of one decision, from a plan or from a saved evaluation."""
    from evalkit.cli.output import answer, write_files
    from evalkit.report.html import to_html
    from evalkit.report.markdown import to_markdown

    evaluation, templates = _evaluation(subject, workspace)
    if style == "html":
        files = {output or Path("-"): to_html(evaluation, templates, template)}
    else:
        prefix = output.stem if output else None
        text, charts = to_markdown(evaluation, templates, template, charts=prefix)
        beside = output.parent if output else Path()
        files = {output or Path("-"): text} | {beside / name: svg for name, svg in charts.items()}
    if output is None:
        answer(files[Path("-")])
    else:
        write_files(files)


def _evaluation(subject: str, folder: Path | None) -> "tuple[Evaluation, Path | None]":
    """The evaluation, and the workspace's own templates, if there is a workspace."""
    from evalkit.cli.loading import today
    from evalkit.cli.saved import saved_evaluation
    from evalkit.cli.score import evaluated
    from evalkit.errors import EvalkitError
    from evalkit.workspace import find

    if not subject.endswith(".json"):
        evaluations, found = evaluated(subject, folder, today())
        return evaluations[0], found / "templates"
    evaluation = saved_evaluation(subject)
    try:
        return evaluation, find(folder or Path.cwd()) / "templates"
    except EvalkitError as error:
        if folder is None and "no folder `vendors`" in str(error):
            return evaluation, None
        raise EvalkitError(f"{subject}: {error}") from error
