"""Decide which symbolic links to follow: those to the right kind of file, in known folders."""

import os
from collections.abc import Collection
from pathlib import Path

from evalkit.source.paths import has_suffix


def refused(link: Path, root: Path, folders: Collection[str], suffixes: tuple[str, ...]) -> str:
    """The reason not to follow a link, in words to follow `this link`; empty if there is none.

    A link may point to a file with one of the suffixes in one of the folders of `root`, unless a
    name on its path begins with a dot. `root` must be resolved.
    """
    try:
        place = link.resolve()
    except (OSError, RuntimeError):
        # A circular link fails when it is opened, like a missing file.
        return ""
    if not place.is_relative_to(root):
        return "points outside the workspace"
    steps = place.relative_to(root).parts
    if any(step.startswith(".") for step in steps):
        return "points to a file or folder whose name begins with a dot"
    if os.path.isdir(place):  # noqa: PTH112  # a Path's own raises for a name that is too long
        # The content of the folder could be read twice, or endlessly.
        return "points to a folder"
    is_known = steps[0] in folders and has_suffix(place.name, suffixes)
    if is_known or not os.path.lexists(place):
        return ""
    return f"does not point to a {' or '.join(suffixes)} file in {', '.join(folders)}"
