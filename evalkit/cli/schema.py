"""`evalkit schema`: JSON Schema for editors."""

from typing import Annotated, Literal

import typer


def schema(
    kind: Annotated[
        Literal["vendor", "criteria", "plan"], typer.Argument(help="Which kind of file.")
    ],
) -> None:
    """Print the JSON Schema (2020-12) of a kind of file."""
    import json

    from evalkit.cli.output import answer
    from evalkit.model.schema import schema as schema_of

    answer(json.dumps(schema_of(kind), indent=2, ensure_ascii=False) + "\n")
