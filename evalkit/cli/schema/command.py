"""`evalkit schema`: JSON Schema for editors."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from evalkit.cli.shared.options import WorkspaceFolder


def schema(
    kind: Annotated[
        Literal["vendor", "criteria", "plan", "platform", "from", "scenario"] | None,
        typer.Argument(
            metavar="KIND",
            help="vendor, criteria, plan, platform, from or scenario; all if omitted with --write.",
        ),
    ] = None,
    write: Annotated[
        bool,
        typer.Option(
            "--write",
            help="Write the schemas to .evalkit/, and reference them in the files for editors.",
        ),
    ] = False,
    modeline: Annotated[
        bool,
        typer.Option(
            "--modeline/--no-modeline",
            help="With --write: reference the schema in the first line of each file.",
        ),
    ] = True,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="Write the schema to this file."),
    ] = None,
    workspace: WorkspaceFolder = None,
) -> None:
    """Print the JSON Schema (2020-12) of a kind of file, or write them all for editors."""
    from evalkit.cli.shared.formats import format_for
    from evalkit.cli.shared.output import deliver
    from evalkit.diagnostics.json_text import for_programs
    from evalkit.errors import EvalkitError
    from evalkit.schema.schema import MODELS
    from evalkit.schema.schema import schema as schema_of
    from evalkit.workspace.folder import find

    if write and output:
        raise EvalkitError("--output takes one schema, and --write writes all to .evalkit/")
    if write:
        from evalkit.cli.schema.write import write_schemas

        kinds = (kind,) if kind else tuple(MODELS)
        write_schemas(find(workspace or Path.cwd()), kinds, name_them=modeline)
    elif kind is None:
        raise EvalkitError(f"name a kind of file to print: {', '.join(MODELS)}; or use --write")
    elif workspace or not modeline:
        raise EvalkitError("--workspace and --no-modeline require --write")
    else:
        format_for(None, output, ("json",))
        deliver(for_programs(schema_of(kind)), "json", output)
