"""`evalkit init`: a small, commented, valid workspace."""

from pathlib import Path
from typing import Annotated

import typer


def init(
    folder: Annotated[Path, typer.Argument(help="The folder; created if missing.")] = Path(),
) -> None:
    """Create a workspace with two example vendors and a plan, ready to score."""
    from evalkit.cli.shared.output import answer, write_files
    from evalkit.cli.shared.shell import quoted
    from evalkit.diagnostics.visible import visible
    from evalkit.errors import EvalkitError
    from evalkit.resources import starter_files

    files = {folder / path: text for path, text in starter_files().items()}
    taken = sorted(str(path) for path in files if path.exists())
    if taken:
        raise EvalkitError(f"nothing was written, because these already exist: {', '.join(taken)}")
    write_files(files)
    made = "".join(f"  {visible(path.as_posix())}\n" for path in files)
    where = "" if folder.resolve() == Path.cwd() else f"cd {quoted(str(folder))} && "
    answer(f"Created a workspace:\n{made}\nNext: {where}evalkit score storefront-payments\n")
