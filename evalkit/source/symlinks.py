"""Which symbolic links are followed while reading: to the right kind of file, in known folders."""

import os
from collections.abc import Collection
from pathlib import Path


def refused(link: Path, root: Path, folders: Collection[str], suffixes: tuple[str, ...]) -> str:
    """Why a link is not followed, in words that stand after `this link`; empty if it is.

    It may lead to a file with one of the suffixes in one of the folders of `root`, unless a name
    on the way there begins with a dot. `root` must be resolved.
    """
    try:
        place = link.resolve()
    except (OSError, RuntimeError):
        # One in a circle leads nowhere; opening it says so, as of what is not there.
        return ""
    if not place.is_relative_to(root):
        return "leads out of the workspace"
    steps = place.relative_to(root).parts
    if any(step.startswith(".") for step in steps):
        return "leads to a file or folder whose name begins with a dot"
    if os.path.isdir(place):  # noqa: PTH112  # a Path's own raises for a name that is too long
        # What stands in the folder could be read twice, or without end.
        return "leads to a folder"
    is_known = steps[0] in folders and place.name.endswith(suffixes)
    if is_known or not os.path.lexists(place):
        return ""
    return f"leads to no {' or '.join(suffixes)} file in {', '.join(folders)}"
