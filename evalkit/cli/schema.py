"""`evalkit schema`: JSON Schema for editors."""

from typing import Annotated, Literal

import typer


def schema(
    kind: Annotated[
        Literal["vendor", "criteria", "plan", "platform"],
        typer.Argument(help="Which kind of file."),
    ],
) -> None:
    """Print the JSON Schema (2020-12) of a kind of file."""
    from evalkit.cli.output import answer
    from evalkit.diagnostics.json import for_programs
    from evalkit.model.schema import schema as schema_of

    answer(for_programs(schema_of(kind)))
