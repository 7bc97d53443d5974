"""`evalkit fit`: which data flows each vendor can carry, and by which route."""

from typing import Annotated, Literal

import typer

from evalkit.cli.shared.completion import vendors
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
    vendor: Annotated[
        str | None,
        typer.Option(
            "--vendor",
            metavar="VENDOR",
            help="Show this vendor's routes, with versions, limits and sources.",
            autocompletion=vendors,
        ),
    ] = None,
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
    bearing = Bearing(("routes",), (vendor,) if vendor else ())
    evaluation, folder = evaluation_and_folder(plan, workspace, as_of, bearing)
    if evaluation.fit is None:
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
    from evalkit.explanation.lookup import find_vendor
    from evalkit.report.terminal.flows.fit import to_fit
    from evalkit.report.terminal.flows.vendor_fit import to_vendor_fit

    screen = screen_for(evaluation, output, proposed(plan, workspace))
    if vendor is None:
        page = to_fit(evaluation, evaluation.fit, screen)
    else:
        found, place = find_vendor(evaluation, vendor), place_in(folder)
        page = to_vendor_fit(evaluation, evaluation.fit, found, screen, place)
    show_lines(page, output=output)
