"""`evalkit fit`: which data flows each vendor supports, and by which route."""

from typing import Annotated, Literal

import typer

from evalkit.cli.shared.options import (
    FORMAT_HELP,
    AsOf,
    OutputFile,
    PlanOrEvaluation,
    WorkspaceFolder,
)


def fit(
    plan: PlanOrEvaluation,
    style: Annotated[
        Literal["table", "json"] | None,
        typer.Option("--format", "-f", help=FORMAT_HELP),
    ] = None,
    output: OutputFile = None,
    workspace: WorkspaceFolder = None,
    as_of: AsOf = None,
) -> None:
    """Show which data flows each vendor supports, by which route, and what stands in the way."""
    from evalkit.cli.shared.ages import Bearing
    from evalkit.cli.shared.formats import format_for
    from evalkit.cli.shared.output import deliver
    from evalkit.cli.shared.saved import evaluation_of
    from evalkit.errors import EvalkitError

    chosen = format_for(style, output, ("table", "json"))
    evaluation = evaluation_of(plan, workspace, as_of, Bearing(("routes",)))
    if evaluation.fit is None:
        raise EvalkitError(
            f"{plan} has no `flows:` section; add one with the data that must pass between the "
            "shop and the vendor"
        )
    if chosen == "json":
        from evalkit.report.data import FIT, parts_json

        deliver(parts_json(evaluation, FIT), "json", output)
        return
    from evalkit.cli.shared.console import console, show
    from evalkit.report.terminal.fit import to_fit_table

    screen = console(output)
    show(screen, to_fit_table(evaluation, evaluation.fit, screen.width), output=output)
