"""`evalkit score`: the ranking of vendors, and the evidence behind it."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, get_args

import typer

from evalkit.cli.shared.completion import plans
from evalkit.cli.shared.options import FORMAT_HELP, AsOf, OutputFile, ScenarioFile, WorkspaceFolder

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.text import Text

    from evalkit.evaluation.record.evaluation import Evaluation

Style = Literal["table", "json", "csv", "markdown", "xlsx", "facts-csv"]
_STYLES = ", ".join(get_args(Style))


def score(
    plan: Annotated[
        str | None,
        typer.Argument(
            help="A plan's file or id; all categories that have vendors if omitted.",
            autocompletion=plans,
        ),
    ] = None,
    style: Annotated[
        Style | None,
        typer.Option("--format", "-f", metavar="FORMAT", help=f"{FORMAT_HELP} One of {_STYLES}."),
    ] = None,
    output: OutputFile = None,
    report: Annotated[
        Path | None,
        typer.Option(
            "--report",
            metavar="FOLDER",
            help="Also write the HTML and Markdown report to this folder.",
        ),
    ] = None,
    by_criterion: Annotated[
        bool, typer.Option("--by-criterion", help="Also show the points by criterion.")
    ] = False,
    scenario: ScenarioFile = None,
    workspace: WorkspaceFolder = None,
    as_of: AsOf = None,
) -> None:
    """Rank vendors by what is known about them, and show how reliable the ranking is."""
    from evalkit.cli.shared.console import lines_text, show_lines
    from evalkit.cli.shared.dates import day
    from evalkit.cli.shared.formats import format_for, syntax_of
    from evalkit.cli.shared.loading import evaluated
    from evalkit.cli.shared.output import answer, write_files
    from evalkit.cli.shared.shell import proposed
    from evalkit.errors import EvalkitError

    chosen = format_for(style, output, get_args(Style))
    if chosen == "xlsx" and output is None:
        raise EvalkitError("a workbook is not written to stdout; name a file with --output")
    # All others do not show who could win under some weights, and so do without the
    # library that computes it.
    full = report is not None or chosen in {"json", "markdown"}
    evaluations, folder = evaluated(plan, workspace, day(as_of), full=full, scenario=scenario)
    pages = partial(
        _pages,
        evaluations,
        subject=proposed(plan, workspace, scenario) if plan else "",
        by_criterion=by_criterion,
    )
    files: dict[Path, str | bytes] = {}
    if report is not None:
        files |= _reports(evaluations, folder / "templates", report, is_plan=plan is not None)
    if output is not None:
        if output.resolve() in map(Path.resolve, files):
            raise EvalkitError(f"{output} is also part of the report; choose another file")
        text = lines_text(*pages(output)) if chosen == "table" else None
        files[output] = text or written(evaluations, chosen, single=plan is not None)
    write_files(files)
    if output is None and chosen == "table":
        show_lines(*pages(None))
    elif output is None:
        answer(written(evaluations, chosen, single=plan is not None), syntax_of(chosen))


def _reports(
    evaluations: "list[Evaluation]", templates: Path, folder: Path, *, is_plan: bool
) -> dict[Path, str | bytes]:
    """The HTML and Markdown reports of evaluations, by file."""
    from evalkit.cli.reports import listed, refuse_others, reports_in
    from evalkit.report.files import Form

    found = listed(evaluations) if is_plan else listed((), evaluations)
    files = reports_in(folder, found, Form("html", templates))
    files |= reports_in(folder, found, Form("markdown", templates))
    refuse_others(files, "name another folder with --report")
    return files


def written(evaluations: "list[Evaluation]", style: str, *, single: bool) -> str | bytes:
    """The evaluations in a format that programs read, or as Markdown."""
    from evalkit.report.data import to_csv, to_json

    if style == "xlsx":
        return _workbook(evaluations, single=single)
    if style == "facts-csv":
        from evalkit.evidence.facts_csv import to_facts_csv

        return to_facts_csv(evaluations)
    if style == "json":
        return to_json(evaluations[0] if single else evaluations)
    if style == "csv":
        return to_csv(evaluations)
    from evalkit.report.page.markdown import to_markdown

    return "\n".join(to_markdown(evaluation)[0] for evaluation in evaluations)


def _workbook(evaluations: "list[Evaluation]", *, single: bool) -> bytes:
    """The scorecard of a plan, or the rankings of several lists."""
    from evalkit.evidence.scorecard.workbook import to_rankings, to_scorecard
    from evalkit.report.scenario import in_sentences

    if single:
        return to_scorecard(evaluations[0], " ".join(in_sentences(evaluations[0])))
    return to_rankings(evaluations)


def _pages(
    evaluations: "list[Evaluation]", output: Path | None, *, subject: str, by_criterion: bool
) -> "Iterator[list[Text]]":
    """The table of each evaluation, for a file or stdout; without a plan, `subject` is empty."""
    from evalkit.cli.shared.console import screen_for
    from evalkit.report.terminal.overview import overview
    from evalkit.report.terminal.ranking import to_ranking

    if len(evaluations) > 1:
        yield overview(evaluations, screen_for(evaluations[0], output))
    for evaluation in evaluations:
        screen = screen_for(evaluation, output, subject)
        yield to_ranking(evaluation, screen, is_plan=bool(subject), by_criterion=by_criterion)
