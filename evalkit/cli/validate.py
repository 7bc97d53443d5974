"""`evalkit validate`: everything that is wrong with the files, at its place."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

if TYPE_CHECKING:
    from evalkit.workspace import Workspace


def validate(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(help="Files or folders of a workspace; the whole workspace when left out."),
    ] = None,
    style: Annotated[
        Literal["text", "json"], typer.Option("--format", "-f", help="How findings are written.")
    ] = "text",
    as_of: Annotated[
        str | None, typer.Option(help="The day against which dates are judged; today if left out.")
    ] = None,
) -> None:
    """Check vendors, criteria and plans; exit with 1 if there is an error."""
    from evalkit.cli.loading import FINDINGS, day
    from evalkit.cli.output import answer, is_colourful
    from evalkit.diagnostics.formats import FORMATS
    from evalkit.diagnostics.record import Severity
    from evalkit.workspace import find, load

    wanted = paths or [Path.cwd()]
    workspace = load(find(_existing(wanted)), day(as_of))
    checked = _paths_in(workspace, wanted)
    shown = [d for d in workspace.diagnostics if d.path in checked]
    answer(FORMATS[style](shown, len(checked), colour=is_colourful()))
    if any(d.severity is Severity.ERROR for d in shown):
        raise typer.Exit(FINDINGS)


def _existing(wanted: Sequence[Path]) -> Path:
    from evalkit.errors import EvalkitError

    for path in wanted:
        if not path.exists():
            raise EvalkitError(f"there is no file or folder {path}")
    first = wanted[0].resolve()
    return first if first.is_dir() else first.parent


def _paths_in(workspace: "Workspace", wanted: Sequence[Path]) -> set[str]:
    """The files of the workspace that lie in what was asked for."""
    from evalkit.errors import EvalkitError

    root = workspace.folder.resolve()
    chosen: set[str] = set()
    for path in wanted:
        here = path.resolve()
        if here == root or here in root.parents:
            return set(workspace.documents)
        inside = {
            name
            for name in workspace.documents
            if (root / name) == here or here in (root / name).parents
        }
        if not inside:
            raise EvalkitError(f"nothing to check in {path}: no YAML file of the workspace {root}")
        chosen |= inside
    return chosen
