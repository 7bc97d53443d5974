"""`evalkit score`: the ranking of vendors, and the evidence behind it."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from evalkit.cli.shared.options import WorkspaceFolder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from rich.text import Text

    from evalkit.evaluation.record.evaluation import Evaluation
    from evalkit.report.terminal.screen import Screen


def score(
    plan: Annotated[
        str | None,
        typer.Argument(help="A plan's file or id; all categories that have vendors if omitted."),
    ] = None,
    style: Annotated[
        Literal["table", "json", "csv", "markdown"],
        typer.Option("--format", "-f", help="Output format."),
    ] = "table",
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="Write the output to this file.")
    ] = None,
    report: Annotated[
        Path | None,
        typer.Option("--report", help="Also write the HTML and Markdown report to this folder."),
    ] = None,
    by_criterion: Annotated[
        bool, typer.Option("--by-criterion", help="Also show the points by criterion.")
    ] = False,
    workspace: WorkspaceFolder = None,
    as_of: Annotated[
        str | None,
        typer.Option(help="The date that counts as today, unless a plan sets one."),
    ] = None,
) -> None:
    """Rank vendors by what is known about them, and show how reliable the ranking is."""
    from evalkit.cli.shared.dates import day
    from evalkit.cli.shared.loading import evaluated
    from evalkit.cli.shared.output import write_files
    from evalkit.errors import EvalkitError

    # The table and CSV do not show who could win under some weights, and so do without the
    # library that computes it.
    full = report is not None or style in {"json", "markdown"}
    evaluations, folder = evaluated(plan, workspace, day(as_of), full=full)
    shown = {"by_criterion": by_criterion}
    files: dict[Path, str] = {}
    if report is not None:
        for evaluation in evaluations:
            files |= reports(evaluation, folder / "templates", report)
    if output is not None:
        if output.resolve() in map(Path.resolve, files):
            raise EvalkitError(f"{output} is also part of the report; choose another file")
        files[output] = written(evaluations, style, single=plan is not None, **shown)
    write_files(files)
    if output is None:
        _show(evaluations, style, single=plan is not None, **shown)


def reports(evaluation: "Evaluation", templates: Path, folder: Path) -> dict[Path, str]:
    """The HTML and Markdown report of one evaluation, by file."""
    from evalkit.report.page.html import to_html
    from evalkit.report.page.markdown import to_markdown

    name = evaluation.plan.id
    text, charts = to_markdown(evaluation, templates, charts=name)
    files = {folder / f"{name}.html": to_html(evaluation, templates), folder / f"{name}.md": text}
    return files | {folder / chart: svg for chart, svg in charts.items()}


def written(
    evaluations: "list[Evaluation]", style: str, *, single: bool, by_criterion: bool = False
) -> str:
    """The output as text, for a file or a pipe."""
    from evalkit.report.data import to_csv, to_json

    if style == "json":
        return to_json(evaluations[0] if single else evaluations)
    if style == "csv":
        return to_csv(evaluations)
    if style == "markdown":
        from evalkit.report.page.markdown import to_markdown

        return "\n".join(to_markdown(evaluation)[0] for evaluation in evaluations)
    from evalkit.cli.shared.console import PIPED_WIDTH, lines_text
    from evalkit.report.terminal.screen import Screen

    def file_for(evaluation: "Evaluation") -> Screen:
        return Screen(PIPED_WIDTH, names=[vendor.name for vendor in evaluation.vendors])

    return lines_text(*_pages(evaluations, file_for, single=single, by_criterion=by_criterion))


def _pages(
    evaluations: "list[Evaluation]",
    screen_for: "Callable[[Evaluation], Screen]",
    *,
    single: bool,
    by_criterion: bool,
) -> "Iterator[list[Text]]":
    from evalkit.report.terminal.overview import overview
    from evalkit.report.terminal.ranking import to_ranking

    if len(evaluations) > 1:
        yield overview(evaluations, screen_for(evaluations[0]))
    for evaluation in evaluations:
        screen = screen_for(evaluation)
        yield to_ranking(evaluation, screen, is_plan=single, by_criterion=by_criterion)


_SYNTAX: dict[str, Literal["markdown", "csv"]] = {"markdown": "markdown", "csv": "csv"}


def _show(evaluations: "list[Evaluation]", style: str, *, single: bool, by_criterion: bool) -> None:
    from evalkit.cli.shared.console import screen_for, show_lines
    from evalkit.cli.shared.output import answer

    if style != "table":
        answer(written(evaluations, style, single=single), _SYNTAX.get(style, "text"))
        return
    show_lines(*_pages(evaluations, screen_for, single=single, by_criterion=by_criterion))
