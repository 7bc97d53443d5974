"""`evalkit report`: the report for stakeholders."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, get_args

import typer

from evalkit.cli.shared.completion import subjects
from evalkit.cli.shared.options import FORMAT_HELP, AsOf, ScenarioFile, WorkspaceFolder

if TYPE_CHECKING:
    from evalkit.evaluation.record.evaluation import Evaluation
    from evalkit.report.files import Form
    from evalkit.report.index import Listed

Style = Literal["html", "markdown", "pdf"]
KNOWN: tuple[Style, ...] = get_args(Style)
FOLDER = Path("reports")


def report(
    subject: Annotated[
        str | None,
        typer.Argument(
            metavar="PLAN|EVALUATION.json|CATEGORY",
            help="A plan, an evaluation in JSON, or a category; all plans and categories if "
            "omitted.",
            autocompletion=subjects,
        ),
    ] = None,
    style: Annotated[
        Style | None,
        typer.Option(
            "--format",
            "-f",
            help=f"{FORMAT_HELP} PDF takes an installed Chromium, Chrome or Edge.",
        ),
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
            metavar="FILE|FOLDER",
            help="The output file; charts of a Markdown report go next to it. By default, a file "
            "with the plan's name on a terminal, and stdout in a pipe. Of several reports, the "
            "folder; by default, `reports`.",
        ),
    ] = None,
    evidence: Annotated[
        bool,
        typer.Option(
            "--evidence",
            help="Unfold all evidence, on paper too; in Markdown, keep it in the same file.",
        ),
    ] = False,
    scenario: ScenarioFile = None,
    workspace: WorkspaceFolder = None,
    as_of: AsOf = None,
) -> None:
    """Write the report on a decision, or on all of them: from plans, categories or JSON."""
    from evalkit.cli.reports import everything, listed
    from evalkit.cli.shared.dates import day
    from evalkit.cli.shared.formats import format_for
    from evalkit.cli.shared.loading import NEEDS_PLAN, lists_named
    from evalkit.cli.shared.saved import evaluation_with_templates
    from evalkit.errors import EvalkitError

    chosen = format_for(style, None if subject is None else output, KNOWN)
    named = None if subject is None else lists_named(subject, workspace, day(as_of))
    templates: Path | None
    if scenario is not None and (subject is None or named is not None):
        raise EvalkitError(NEEDS_PLAN)
    if subject is None:
        _refuse_a_file(output or FOLDER)
        *found, home = everything(workspace, day(as_of))
        reports, templates = listed(*found), home / "templates"
    elif named is not None:
        reports, templates = listed((), named[0]), named[1] / "templates"
    else:
        evaluation, templates = evaluation_with_templates(
            subject, workspace, as_of, scenario=scenario
        )
        reports = listed([evaluation])
    # Only now, so that reading what is saved has all the memory.
    from evalkit.report.files import Form

    form = Form(chosen, templates, template, evidence)
    if subject is not None and len(reports) == 1:
        _write_one(reports[0].evaluation, form, output)
    else:
        _write_all(reports, form, output or FOLDER)


def _write_all(reports: "list[Listed]", form: "Form", folder: Path) -> None:
    """Write reports into a folder, and tell what leads to them."""
    from evalkit.cli.reports import refuse_others, reports_in
    from evalkit.cli.shared.output import answer, write_files

    _refuse_a_file(folder)
    files = reports_in(folder, reports, form)
    refuse_others(files, "name another folder with --output")
    write_files(files)
    answer(f"Wrote {len(reports)} reports; open {list(files)[-1]}\n")


def _refuse_a_file(folder: Path) -> None:
    """Raise EvalkitError if what should hold several reports is, or is called like, a file."""
    from evalkit.cli.shared.formats import names_a_file
    from evalkit.errors import EvalkitError

    if folder.is_file() or (names_a_file(folder) and not folder.is_dir()):
        raise EvalkitError(
            f"several reports take a folder, and {folder} is a file; name a folder, or a plan"
        )


def _write_one(evaluation: "Evaluation", form: "Form", output: Path | None) -> None:
    """Write a report to a file that was named, to one of the plan's name, or to stdout."""
    from evalkit.cli.reports import refuse_others
    from evalkit.cli.shared.formats import syntax_of
    from evalkit.cli.shared.output import answer, is_terminal, write_files
    from evalkit.report.files import report_files

    usual = Path(f"{evaluation.plan.id}{form.suffix}") if is_terminal(sys.stdout) else None
    named = output or usual
    page, beside = report_files(evaluation, form, named.stem if named else None)
    if named is None:
        answer(page, syntax_of(form.style))
        return
    files = {named: page} | {named.parent / name: text for name, text in beside.items()}
    if output is None:
        refuse_others(files, "name a file with --output")
    write_files(files)
    if output is None:
        answer(f"Wrote {named}\n")
