"""`evalkit fit`: which data flows each vendor supports, and by which route."""

from typing import Annotated, Literal

import typer

from evalkit.cli.shared.options import PlanOrEvaluation, WorkspaceFolder


def fit(
    plan: PlanOrEvaluation,
    style: Annotated[
        Literal["table", "json"], typer.Option("--format", "-f", help="Output format.")
    ] = "table",
    workspace: WorkspaceFolder = None,
) -> None:
    """Show which data flows each vendor supports, by which route, and what stands in the way."""
    from evalkit.cli.shared.output import answer
    from evalkit.cli.shared.saved import evaluation_of
    from evalkit.errors import EvalkitError

    evaluation = evaluation_of(plan, workspace)
    if evaluation.fit is None:
        raise EvalkitError(
            f"{plan} has no `flows:` section; add one with the data that must pass between the "
            "shop and the vendor"
        )
    if style == "json":
        from evalkit.report.data import FIT, parts_json

        answer(parts_json(evaluation, FIT))
        return
    from evalkit.cli.shared.console import console, show
    from evalkit.report.terminal.fit import to_fit_table

    screen = console()
    show(screen, to_fit_table(evaluation, evaluation.fit, screen.width))
