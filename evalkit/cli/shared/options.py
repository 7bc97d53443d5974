"""Arguments and options that several commands share."""

from pathlib import Path
from typing import Annotated

import typer

PlanName = Annotated[str, typer.Argument(help="A plan's file or id.")]
PlanOrEvaluation = Annotated[
    str,
    typer.Argument(metavar="PLAN|EVALUATION.json", help="A plan, or an evaluation in JSON."),
]
WorkspaceFolder = Annotated[
    Path | None,
    typer.Option("--workspace", "-w", help="The folder with vendors/; detected automatically."),
]
