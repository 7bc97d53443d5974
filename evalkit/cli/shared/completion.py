"""Names of plans and vendors for completion in a shell, from the names of files alone."""

import re
from collections.abc import Iterator
from pathlib import Path

import typer

_NAME = re.compile(r"[a-z0-9][a-z0-9-]*")
"""What an id looks like: a shell might obey any other name of a file."""


def plans(ctx: typer.Context, incomplete: str) -> list[str]:
    """The ids of the workspace's plans that begin with what was typed."""
    return sorted(_names(ctx, "plan", incomplete))


def subjects(ctx: typer.Context, incomplete: str) -> list[str]:
    """The ids of the workspace's plans and categories that begin with what was typed."""
    return sorted({*_names(ctx, "plan", incomplete), *_names(ctx, "category", incomplete)})


def vendors(ctx: typer.Context, incomplete: str) -> list[str]:
    """The ids of the workspace's vendors that begin with what was typed."""
    return sorted(_names(ctx, "vendor", incomplete))


def platforms(incomplete: str) -> list[str]:
    """The ids of the platforms that come with evalkit and begin with what was typed."""
    from evalkit.resources import shipped

    names = (file.stem for file in shipped("platforms").glob("*.yaml"))
    return sorted(name for name in names if name.startswith(incomplete))


def _names(ctx: typer.Context, kind: str, incomplete: str) -> Iterator[str]:
    from evalkit.errors import NoWorkspaceError
    from evalkit.workspace.folder import find, own_files

    try:
        files = own_files(find(ctx.params.get("workspace") or Path.cwd()))
    except NoWorkspaceError:
        return
    of = "vendor" if kind == "category" else kind
    for file in files:
        path = Path(file.path)
        # A vendor lies in the folder of its category, or in that of all vendors.
        name = path.stem if kind != "category" else "".join(path.parts[1:-1])
        if file.kind == of and name.startswith(incomplete) and _NAME.fullmatch(name):
            yield name
