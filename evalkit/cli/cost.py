"""`evalkit cost`: the costs and benefits of each vendor over the years."""

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


def cost(
    plan: PlanOrEvaluation,
    style: Annotated[
        Literal["table", "json", "csv"] | None,
        typer.Option("--format", "-f", help=FORMAT_HELP),
    ] = None,
    output: OutputFile = None,
    vendor: Annotated[
        str | None,
        typer.Option(
            "--vendor",
            metavar="VENDOR",
            help="Show this vendor's cash flows year by year, in cents.",
            autocompletion=vendors,
        ),
    ] = None,
    scenario: ScenarioFile = None,
    workspace: WorkspaceFolder = None,
    as_of: AsOf = None,
) -> None:
    """Show cost, net value and payback of each vendor."""
    from evalkit.cli.shared.ages import Bearing
    from evalkit.cli.shared.formats import format_for
    from evalkit.cli.shared.output import deliver
    from evalkit.cli.shared.saved import evaluation_of
    from evalkit.errors import EvalkitError

    chosen = format_for(style, output, ("table", "json", "csv"))
    if vendor is not None and chosen != "table":
        raise EvalkitError(
            "--vendor only works with the table; json and csv list every vendor's items"
        )
    bearing = Bearing(("prices",), (vendor,) if vendor else ())
    evaluation = evaluation_of(plan, workspace, as_of, bearing, scenario)
    if evaluation.costs is None:
        raise EvalkitError(
            f"{plan} has no `money:` section; add one with at least "
            "`currency`, `years` and `discount_rate`"
        )
    if chosen == "json":
        from evalkit.report.data import COSTS, parts_json

        deliver(parts_json(evaluation, COSTS), "json", output)
    elif chosen == "csv":
        from evalkit.report.data import costs_csv

        deliver(costs_csv(evaluation, evaluation.costs), "csv", output)
    else:
        from evalkit.cli.shared.console import screen_for, show_lines
        from evalkit.cli.shared.shell import proposed
        from evalkit.report.terminal.money.costs import to_costs
        from evalkit.report.terminal.money.vendor_costs import to_vendor_costs

        screen = screen_for(evaluation, output, proposed(plan, workspace, scenario))
        show_lines(
            to_costs(evaluation, evaluation.costs, screen)
            if vendor is None
            else to_vendor_costs(evaluation, evaluation.costs, vendor, screen),
            output=output,
        )
