"""`evalkit init`: a small, commented, valid workspace."""

from pathlib import Path
from typing import Annotated

import typer


def init(
    folder: Annotated[Path, typer.Argument(help="The folder; created if missing.")] = Path(),
    category: Annotated[
        str | None,
        typer.Option(
            "--category", "-c", help="A shipped category, such as pim; payments if left out."
        ),
    ] = None,
    blank: Annotated[
        bool,
        typer.Option("--blank", help="A category of your own: criteria and empty vendor files."),
    ] = False,
    as_of: Annotated[
        str | None, typer.Option(help="The date in made-up sources; today if left out.")
    ] = None,
) -> None:
    """Create a workspace with invented vendors and a plan, ready to score.

    Without options it is a full example of choosing payments. With --category there are two
    invented vendors of that category, and whatever is open says what to look for. With --blank
    there are criteria to change, and vendors to fill in.
    """
    from evalkit.cli.shared.dates import day
    from evalkit.cli.shared.output import answer, write_files
    from evalkit.cli.shared.shell import quoted
    from evalkit.diagnostics.visible import visible
    from evalkit.errors import EvalkitError
    from evalkit.workspace.new import Start, blank_start, for_category, full_start

    if category and blank:
        raise EvalkitError("--blank is for a category of your own; use it without --category")
    start: Start
    if category:
        start = for_category(category, day(as_of))
    else:
        start = blank_start() if blank else full_start()
    files = {folder / path: text for path, text in start.files.items()}
    taken = sorted(str(path) for path in files if path.exists())
    if taken:
        raise EvalkitError(f"nothing was written, because these already exist: {', '.join(taken)}")
    write_files(files)
    made = "".join(f"  {visible(path.as_posix())}\n" for path in files)
    enter = "" if folder.resolve() == Path.cwd() else f"cd {quoted(str(folder))} && "
    answer(
        f"Created a workspace:\n{made}\n{start.about}\nNext: {enter}evalkit score {start.plan}\n"
    )
