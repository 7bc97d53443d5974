"""Arguments and options that several commands share."""

from pathlib import Path
from typing import Annotated

import typer

from evalkit.cli.shared.completion import plans, vendors

PlanName = Annotated[str, typer.Argument(help="A plan's file or id.", autocompletion=plans)]
PlanOrEvaluation = Annotated[
    str,
    typer.Argument(
        metavar="PLAN|EVALUATION.json",
        help="A plan, or an evaluation in JSON.",
        autocompletion=plans,
    ),
]
VendorName = Annotated[
    str,
    typer.Argument(metavar="VENDOR", help="A vendor's id or name.", autocompletion=vendors),
]
WorkspaceFolder = Annotated[
    Path | None,
    typer.Option(
        "--workspace",
        "-w",
        metavar="FOLDER",
        help="The folder with vendors/; detected automatically.",
    ),
]
OutputFile = Annotated[
    Path | None,
    typer.Option(
        "--output", "-o", metavar="FILE", help="Write to this file; its suffix chooses the format."
    ),
]
AsOf = Annotated[
    str | None,
    typer.Option(metavar="DAY", help="The date that counts as today, unless a plan sets one."),
]
ScenarioFile = Annotated[
    str | None,
    typer.Option(
        "--scenario",
        metavar="FILE",
        help="Try what a scenario's file changes in the plan; - reads it from stdin.",
    ),
]
FORMAT_HELP = "Output format; by default from the suffix of --output."
