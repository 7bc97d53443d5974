"""`evalkit init`: a small, commented, valid workspace."""

from pathlib import Path
from typing import Annotated

import typer

from evalkit.cli.shared.completion import platforms


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
    platform: Annotated[
        str | None,
        typer.Option(
            "--platform",
            help="What the shop runs on, such as shopware-6.",
            autocompletion=platforms,
        ),
    ] = None,
    as_of: Annotated[
        str | None, typer.Option(help="The date in made-up sources; today if left out.")
    ] = None,
) -> None:
    """Create a workspace with invented vendors and a plan, ready to score.

    Without options it is a full example of choosing payments. With --category there are two
    invented vendors of that category, and whatever is open says what to look for. With --blank
    there are criteria to change, and vendors to fill in. With --platform the shop runs on another
    platform, and the plug-ins are for it.
    """
    from evalkit.cli.shared.dates import day
    from evalkit.cli.shared.output import answer, write_files
    from evalkit.cli.shared.shell import quoted
    from evalkit.diagnostics.visible import visible
    from evalkit.errors import EvalkitError
    from evalkit.workspace.new import (
        Start,
        blank_start,
        for_category,
        full_start,
        platform_named,
    )

    if category and blank:
        raise EvalkitError("--blank is for a category of your own; use it without --category")
    runs_on = platform_named(platform, day(as_of)) if platform else None
    start: Start
    if category:
        start = for_category(category, day(as_of), runs_on)
    else:
        start = blank_start(runs_on) if blank else full_start(runs_on)
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
