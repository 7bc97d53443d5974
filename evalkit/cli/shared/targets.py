"""Links in the way of what is written: a stranger's link must not choose the place."""

import os
from pathlib import Path

from evalkit.errors import EvalkitError

_SIGNS = (".git", "vendors")
"""What tells a repository or a workspace, all of which may come from a stranger."""


def refuse_linked_target(path: Path) -> None:
    """Raise EvalkitError if a path is a link, or leads through one that came with its folder.

    What lies below the folder one stands in, a repository or a workspace came with it. Links
    elsewhere, such as `/tmp` on some systems, are the user's own.
    """
    here = Path.cwd() / path
    if str(here) in ("/dev/stdout", "/dev/stderr") or here.parent == Path("/dev/fd"):
        return  # what is open already
    if here.is_symlink():
        raise EvalkitError(f"cannot write {path}: it is a link; remove it, or name another file")
    for folder in here.parents:
        if folder.is_symlink() and _came_along(folder.parent):
            raise EvalkitError(
                f"cannot write {path}: the folder {folder} is a link; name the folder it leads to"
            )


def _came_along(folder: Path) -> bool:
    """Whether somebody else may have made what is in a folder."""
    real = folder.resolve()
    around = (real, *real.parents)
    return Path.cwd() in around or any(
        os.path.lexists(each / sign) for each in around for sign in _SIGNS
    )
