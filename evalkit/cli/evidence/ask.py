"""`evalkit ask`: the questions to vendors that matter, and what came of them."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from evalkit.cli.shared.completion import plans, vendors
from evalkit.cli.shared.options import FORMAT_HELP, AsOf, WorkspaceFolder

Style = Literal["xlsx", "html", "yaml", "markdown", "csv"]


def ask(
    plan: Annotated[
        str | None, typer.Argument(help="A plan's file or id.", autocompletion=plans)
    ] = None,
    names: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="VENDOR",
            help="Whom to ask; if left out, everyone whose answers could matter.",
            autocompletion=vendors,
        ),
    ] = None,
    everything: Annotated[
        bool, typer.Option("--all", help="Ask about every open fact, without a limit.")
    ] = False,
    with_criteria: Annotated[
        bool, typer.Option("--with-criteria", help="Tell vendors what each question counts for.")
    ] = False,
    due: Annotated[
        str | None, typer.Option(metavar="DAY", help="The day by which answers are wanted.")
    ] = None,
    again: Annotated[
        bool, typer.Option("--again", help="Ask only what answers left unclear: a second round.")
    ] = False,
    status: Annotated[
        bool, typer.Option("--status", help="Show who was asked, what came back, what is overdue.")
    ] = False,
    answers: Annotated[
        bool, typer.Option("--answers", help="Show the answers of all vendors side by side.")
    ] = False,
    style: Annotated[Style | None, typer.Option("--format", "-f", help=FORMAT_HELP)] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FOLDER|FILE",
            help="Write a questionnaire for each vendor here, and note who was asked.",
        ),
    ] = None,
    workspace: WorkspaceFolder = None,
    as_of: AsOf = None,
) -> None:
    """Ask vendors for the facts that matter, in a workbook, an HTML form or YAML.

    Without --output the questions are only shown, and nobody is noted as asked. Questions come in
    the order of what they decide: who is first, then must-haves, then facts that are out of date or
    in dispute. They show no weights, unless --with-criteria is given, and no points.
    """
    from evalkit.cli.evidence import answers as given
    from evalkit.cli.evidence import questions
    from evalkit.cli.evidence import status as standing
    from evalkit.cli.shared.dates import day
    from evalkit.errors import EvalkitError

    today = day(as_of)
    if status + answers + again > 1:
        raise EvalkitError("--status, --answers and --again are three things; choose one")
    if status:
        standing.show(plan, workspace, today)
        return
    if plan is None:
        raise EvalkitError("name a plan, or use --status")
    if answers:
        given.show(plan, workspace, today, style, output)
        return
    wanted = questions.Wanted(
        names=tuple(names or ()),
        everything=everything,
        with_criteria=with_criteria,
        due=day(due) if due else None,
        again=again,
    )
    questions.ask(plan, wanted, style, output, workspace, today)
