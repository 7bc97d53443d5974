"""`evalkit weigh`: the weights that follow from stakeholders' statements."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from evalkit.cli.shared.options import PlanName, WorkspaceFolder


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
        typer.Option("--format", "-f", help="Output format; default: table."),
    ] = None,
    workspace: WorkspaceFolder = None,
) -> None:
    """Show the weights that follow from stakeholders' statements, or interview one of them."""
    from evalkit.errors import EvalkitError

    if ask is None and (method is not None or under is not None):
        raise EvalkitError("--method and --under require --ask NAME")
    if ask is not None and style is not None:
        raise EvalkitError("--format does not go with --ask; an interview has no output format")
    if ask is not None:
        _ask(plan, ask, method or "swing", under, workspace)
    else:
        _show(plan, style or "table", workspace)


def _show(plan: str, style: str, folder: Path | None) -> None:
    from evalkit.cli.shared.console import screen_for, show_lines
    from evalkit.cli.shared.dates import today
    from evalkit.cli.shared.loading import evaluated
    from evalkit.cli.shared.output import answer
    from evalkit.report.data import STAKEHOLDERS, parts_json
    from evalkit.report.terminal.weights import to_weights

    ((evaluation,), _) = evaluated(plan, folder, today())
    if style == "json":
        answer(parts_json(evaluation, STAKEHOLDERS))
        return
    show_lines(to_weights(evaluation, screen_for(evaluation)))


def _ask(plan: str, name: str, method: str, under: str | None, folder: Path | None) -> None:
    from evalkit.cli.shared.dates import today
    from evalkit.cli.shared.loading import open_plan
    from evalkit.cli.weigh.terminal import ask_and_write

    day = today()
    opened, record = open_plan(plan, folder, day)
    (path,) = opened.paths["plan", record.id]
    criteria = record.judged_by(opened.criteria[record.category])
    ask_and_write(opened, path, record, criteria, name, method, under, day)
