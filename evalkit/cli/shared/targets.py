"""Refuse to write through links that someone else may have made."""

import os
from pathlib import Path

from evalkit.errors import EvalkitError

_SIGNS = (".git", "vendors")
"""Names that mark a repository or a workspace, whose content may be someone else's."""


def refuse_linked_target(path: Path) -> None:
    """Raise EvalkitError if a path is a link, or passes through one that is not the user's own.

    Anything below the current folder, a repository or a workspace may have come with it. Links
    elsewhere, such as `/tmp` on some systems, are the user's own.
    """
    here = Path.cwd() / path
    if str(here) in ("/dev/stdout", "/dev/stderr") or here.parent == Path("/dev/fd"):
        return  # an open descriptor
    if here.is_symlink():
        raise EvalkitError(f"cannot write {path}: it is a link; remove it, or choose another file")
    for folder in here.parents:
        if folder.is_symlink() and _came_along(folder.parent):
            raise EvalkitError(
                f"cannot write {path}: the folder {folder} is a link; name its target instead"
            )


def _came_along(folder: Path) -> bool:
    """Whether the content of a folder may be someone else's."""
    real = folder.resolve()
    around = (real, *real.parents)
    return Path.cwd() in around or any(
        os.path.lexists(each / sign) for each in around for sign in _SIGNS
    )
