"""`evalkit fit`: which data flows each vendor can carry, and which needs it meets."""

from typing import Annotated, Literal

import typer

from evalkit.cli.shared.completion import vendors
from evalkit.cli.shared.options import (
    FORMAT_HELP,
    AsOf,
    OutputFile,
    PlanOrEvaluation,
    ScenarioFile,
    WorkspaceFolder,
)


def fit(
    plan: PlanOrEvaluation,
    style: Annotated[
        Literal["table", "json"] | None,
        typer.Option("--format", "-f", help=FORMAT_HELP),
    ] = None,
    output: OutputFile = None,
    vendor: Annotated[
        str | None,
        typer.Option(
            "--vendor",
            metavar="VENDOR",
            help="Show this vendor's routes, with versions, limits and sources.",
            autocompletion=vendors,
        ),
    ] = None,
    needs: Annotated[
        bool, typer.Option("--needs", help="Show which of the client's needs each vendor meets.")
    ] = False,
    scenario: ScenarioFile = None,
    workspace: WorkspaceFolder = None,
    as_of: AsOf = None,
) -> None:
    """Show which data flows each vendor can carry."""
    from evalkit.cli.shared.ages import Bearing
    from evalkit.cli.shared.formats import format_for
    from evalkit.cli.shared.output import deliver
    from evalkit.cli.shared.saved import evaluation_and_folder
    from evalkit.errors import EvalkitError

    chosen = format_for(style, output, ("table", "json"))
    if vendor is not None and chosen != "table":
        raise EvalkitError("--vendor only works with the table; json has every vendor's routes")
    about = ("facts", "routes") if needs else ("routes",)
    bearing = Bearing(about, (vendor,) if vendor else ())
    evaluation, folder = evaluation_and_folder(plan, workspace, as_of, bearing, scenario)
    if needs and not evaluation.needs:
        raise EvalkitError(f"{plan} has no `needs:` section; add one with what the client needs")
    if not needs and evaluation.fit is None:
        raise EvalkitError(
            f"{plan} has no `flows:` section; add one with the data that must pass between the "
            "shop and the vendor"
        )
    if chosen == "json":
        from evalkit.report.data import FIT, parts_json

        deliver(parts_json(evaluation, FIT), "json", output)
        return
    from evalkit.cli.shared.console import screen_for, show_lines
    from evalkit.cli.shared.places import place_in
    from evalkit.cli.shared.shell import proposed
    from evalkit.report.terminal.flows.pages import fit_page

    screen = screen_for(evaluation, output, proposed(plan, workspace, scenario))
    page = fit_page(evaluation, vendor, screen, place_in(folder), needs=needs)
    show_lines(page, output=output)
