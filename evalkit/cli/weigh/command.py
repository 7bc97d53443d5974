"""`evalkit weigh`: the weights that follow from stakeholders' statements."""

import datetime
from pathlib import Path
from typing import Annotated, Literal

import typer

from evalkit.cli.shared.options import FORMAT_HELP, AsOf, OutputFile, PlanName, WorkspaceFolder


def weigh(
    plan: PlanName,
    ask: Annotated[
        str | None,
        typer.Option(
            "--ask", metavar="NAME", help="Interview this stakeholder, and save the answers."
        ),
    ] = None,
    method: Annotated[
        Literal["swing", "pairwise"] | None,
        typer.Option("--method", help="The questions that --ask asks; default: swing."),
    ] = None,
    under: Annotated[
        str | None,
        typer.Option(metavar="CRITERION", help="Ask about what is below it, not about the top."),
    ] = None,
    style: Annotated[
        Literal["table", "json"] | None,
        typer.Option("--format", "-f", help=FORMAT_HELP),
    ] = None,
    output: OutputFile = None,
    workspace: WorkspaceFolder = None,
    as_of: AsOf = None,
) -> None:
    """Show the weights that follow from stakeholders' statements, or interview one of them."""
    from evalkit.cli.shared.dates import day
    from evalkit.cli.shared.formats import format_for
    from evalkit.errors import EvalkitError

    if ask is None and (method is not None or under is not None):
        raise EvalkitError("--method and --under require --ask NAME")
    if ask is not None and style is not None:
        raise EvalkitError("--format does not go with --ask; an interview has no output format")
    if ask is not None and output is not None:
        raise EvalkitError("--output does not go with --ask; answers are written into the plan")
    if ask is not None:
        _ask(plan, ask, method or "swing", under, workspace, day(as_of))
    else:
        chosen = format_for(style, output, ("table", "json"))
        _show(plan, chosen, output, workspace, day(as_of))


def _show(
    plan: str, style: str, output: Path | None, folder: Path | None, as_of: datetime.date
) -> None:
    from evalkit.cli.shared.console import screen_for, show_lines
    from evalkit.cli.shared.loading import evaluated
    from evalkit.cli.shared.output import deliver
    from evalkit.cli.shared.shell import proposed
    from evalkit.report.data import STAKEHOLDERS, parts_json
    from evalkit.report.terminal.weights import to_weights

    ((evaluation,), _) = evaluated(plan, folder, as_of)
    if style == "json":
        deliver(parts_json(evaluation, STAKEHOLDERS), "json", output)
        return
    screen = screen_for(evaluation, output, proposed(plan, folder))
    show_lines(to_weights(evaluation, screen), output=output)


def _ask(
    plan: str,
    name: str,
    method: str,
    under: str | None,
    folder: Path | None,
    day: datetime.date,
) -> None:
    from evalkit.cli.shared.loading import open_plan
    from evalkit.cli.shared.shell import proposed
    from evalkit.cli.weigh.terminal import ask_and_write

    opened, record = open_plan(plan, folder, day)
    (path,) = opened.paths["plan", record.id]
    criteria = record.judged_by(opened.criteria[record.category])
    subject = proposed(plan, folder)
    ask_and_write(opened, path, record, criteria, name, method, under, day, subject)
