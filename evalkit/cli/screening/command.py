"""`evalkit screen`: score a long list of vendors."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from evalkit.cli.shared.options import AsOf, PlanName, WorkspaceFolder


def screen(
    plan: PlanName,
    table: Annotated[
        Path,
        typer.Argument(
            help="The list: a Parquet or CSV file, a folder of them, a workbook or Markdown."
        ),
    ],
    mapping: Annotated[
        Path, typer.Option("--map", metavar="FILE", help="What the columns mean, as for import.")
    ],
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", metavar="FILE", help="Write all results here: .parquet or .csv."
        ),
    ] = None,
    order: Annotated[
        Literal["rank", "id"], typer.Option(help="The order of the results.")
    ] = "rank",
    top: Annotated[
        int, typer.Option(min=1, max=1_000, metavar="N", help="How many vendors to show.")
    ] = 10,
    report: Annotated[
        Path | None,
        typer.Option(
            "--report", metavar="FOLDER", help="Also write the summary as HTML and Markdown here."
        ),
    ] = None,
    to_workspace: Annotated[
        Path | None,
        typer.Option(metavar="FOLDER", help="Propose the vendors shown as files of a workspace."),
    ] = None,
    write: Annotated[
        bool, typer.Option("--write", help="Write these files; without it they are only shown.")
    ] = False,
    engine: Annotated[
        Literal["stream", "dask"],
        typer.Option(help="What runs it: this process, or Dask on this or other machines."),
    ] = "stream",
    scheduler: Annotated[
        str | None,
        typer.Option(metavar="ADDRESS", help="Dask's scheduler; here if omitted."),
    ] = None,
    workspace: WorkspaceFolder = None,
    as_of: AsOf = None,
) -> None:
    """Rank a long list by a plan's criteria, and write all of it in order.

    A row gets what a vendor's file with the same facts would get. Cells that are not understood
    count as open, and are listed in a file beside the results.
    """
    from evalkit.cli.screening.steps import Wanted, run
    from evalkit.cli.shared.dates import day

    run(
        Wanted(
            plan=plan,
            table=table,
            mapping=mapping,
            output=output,
            order=order,
            top=top,
            report=report,
            to_workspace=to_workspace,
            write=write,
            engine=engine,
            scheduler=scheduler,
            workspace=workspace,
        ),
        day(as_of),
    )
