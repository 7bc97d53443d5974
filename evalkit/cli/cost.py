"""`evalkit cost`: the costs and benefits of each vendor over the years."""

from typing import Annotated, Literal

import typer

from evalkit.cli.shared.options import PlanOrEvaluation, WorkspaceFolder


def cost(
    plan: PlanOrEvaluation,
    style: Annotated[
        Literal["table", "json", "csv"],
        typer.Option("--format", "-f", help="Output format."),
    ] = "table",
    vendor: Annotated[
        str | None,
        typer.Option("--vendor", help="Show this vendor's cash flows year by year, in cents."),
    ] = None,
    workspace: WorkspaceFolder = None,
) -> None:
    """Show cost, net value and payback of each vendor."""
    from evalkit.cli.shared.output import answer
    from evalkit.cli.shared.saved import evaluation_of
    from evalkit.errors import EvalkitError

    if vendor is not None and style != "table":
        raise EvalkitError(
            "--vendor only works with the table; json and csv list every vendor's items"
        )
    evaluation = evaluation_of(plan, workspace)
    if evaluation.costs is None:
        raise EvalkitError(
            f"{plan} has no `money:` section; add one with at least "
            "`currency`, `years` and `discount_rate`"
        )
    if style == "json":
        from evalkit.report.data import COSTS, parts_json

        answer(parts_json(evaluation, COSTS))
    elif style == "csv":
        from evalkit.report.data import costs_csv

        answer(costs_csv(evaluation, evaluation.costs), "csv")
    else:
        from evalkit.cli.shared.console import screen_for, show_lines
        from evalkit.report.terminal.money.costs import to_costs
        from evalkit.report.terminal.money.vendor_costs import to_vendor_costs

        screen = screen_for(evaluation)
        show_lines(
            to_costs(evaluation, evaluation.costs, screen)
            if vendor is None
            else to_vendor_costs(evaluation, evaluation.costs, vendor, screen)
        )
