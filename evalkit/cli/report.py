"""`evalkit report`: the report for stakeholders."""

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Literal

import typer

from evalkit.cli.shared.options import FORMAT_HELP, AsOf, PlanOrEvaluation, WorkspaceFolder


def report(
    subject: PlanOrEvaluation,
    style: Annotated[
        Literal["html", "markdown"] | None,
        typer.Option("--format", "-f", help=FORMAT_HELP),
    ] = None,
    template: Annotated[
        Path | None,
        typer.Option(
            "--template", metavar="FILE", help="A Jinja template that replaces the built-in one."
        ),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="The output file; charts of a Markdown report go next to it. By default, a file "
            "with the plan's name on a terminal, and stdout in a pipe.",
        ),
    ] = None,
    workspace: WorkspaceFolder = None,
    as_of: AsOf = None,
) -> None:
    """Write the report on one decision, from a plan or a saved evaluation."""
    from evalkit.cli.shared.formats import format_for, syntax_of
    from evalkit.cli.shared.output import answer, write_files
    from evalkit.cli.shared.saved import evaluation_with_templates
    from evalkit.report.page.html import to_html
    from evalkit.report.page.markdown import to_markdown

    chosen = format_for(style, output, ("html", "markdown"))
    evaluation, templates = evaluation_with_templates(subject, workspace, as_of)
    named = output or _usual_file(evaluation.plan.id, chosen)
    if chosen == "html":
        files = {named or Path("-"): to_html(evaluation, templates, template)}
    else:
        prefix = named.stem if named else None
        text, charts = to_markdown(evaluation, templates, template, charts=prefix)
        beside = named.parent if named else Path()
        files = {named or Path("-"): text} | {beside / name: svg for name, svg in charts.items()}
    if named is None:
        answer(files[Path("-")], syntax_of(chosen))
    elif output is not None:
        write_files(files)
    else:
        _refuse_others(files)
        write_files(files)
        answer(f"Wrote {named}\n")


_SUFFIXES = {"html": ".html", "markdown": ".md"}
_OURS = (b"Made with evalkit", b"<svg ")
"""What a report and its charts contain."""


def _usual_file(plan: str, style: str) -> Path | None:
    """The file for a report that nobody named: one of the plan's name, if people are looking."""
    from evalkit.cli.shared.output import is_terminal

    return Path(f"{plan}{_SUFFIXES[style]}") if is_terminal(sys.stdout) else None


def _refuse_others(files: Iterable[Path]) -> None:
    """Raise EvalkitError if a file that nobody named would replace one that is no report."""
    from evalkit.errors import EvalkitError

    for file in files:
        # A link or a device is refused later, by what writes.
        if file.is_file() and not any(mark in file.read_bytes() for mark in _OURS):
            raise EvalkitError(f"{file} exists and is not a report; name a file with --output")
