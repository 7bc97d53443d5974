"""Where a workspace is, and which files it holds; nothing is read here."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from evalkit.errors import NoWorkspaceError
from evalkit.resources import shipped
from evalkit.source.paths import FOLDERS, kind_of
from evalkit.source.symlinks import refused

SUFFIXES = (".yaml", ".yml")
SHIPPED = {"criteria": "criteria", "platforms": "platform"}
"""Folders that are filled up with what comes with evalkit, with the kind of their files."""


@dataclass(frozen=True, slots=True)
class File:
    """A file of a workspace, or one that comes with evalkit and stands in for it."""

    place: str
    """Where it is on disk."""
    path: str
    """As shown to users: relative to the workspace, with `/`."""
    refused: str = ""
    """Why it is not read, if it is a link that evalkit does not follow."""

    @property
    def kind(self) -> str:
        """What the file is about, from the folder it is in."""
        return kind_of(self.path)


def find(start: Path) -> Path:
    """The workspace around a path: the nearest folder upwards that has `vendors/` in it.

    Raises NoWorkspaceError if there is none.
    """
    here = start.resolve()
    for folder in (here, *here.parents):
        if (folder / "vendors").is_dir():
            return folder
    raise NoWorkspaceError(
        f"no folder `vendors` in {start} or above it; run `evalkit init` to make a workspace"
    )


def own_files(folder: Path) -> list[File]:
    """The files of a workspace, in the order of their folders and names."""
    root = folder.resolve()
    return [file for name in FOLDERS for file in _files(name, root)]


def shipped_files(name: str) -> dict[str, File]:
    """What comes with evalkit in a folder such as `criteria`, by stem."""
    home = shipped(name)
    files = sorted(file for file in home.iterdir() if file.suffix in SUFFIXES)
    return {file.stem: File(str(file), f"{name}/{file.name}") for file in files}


def _files(name: str, root: Path) -> Iterator[File]:
    """The YAML files at and below a folder, and what stands in the way of reading more."""
    top = root / name
    if top.is_symlink():
        yield File(str(top), name, "stands in place of a folder")
        return
    waiting = [(str(top), name)]
    while waiting:
        place, path = waiting.pop()
        try:
            entries = sorted(os.scandir(place), key=lambda entry: entry.name)
        except FileNotFoundError:
            continue
        except OSError:
            # No folder, or a closed one: reading it says why.
            yield File(place, path)
            continue
        yield from _in_folder(entries, path, root)
        folders = [entry for entry in reversed(entries) if entry.is_dir(follow_symlinks=False)]
        waiting += [(entry.path, f"{path}/{entry.name}") for entry in folders]


def _in_folder(entries: list[os.DirEntry[str]], path: str, root: Path) -> Iterator[File]:
    """The YAML files among what is in a folder, and folders that are links or are called so."""
    for entry in entries:
        is_yaml = entry.name.endswith(SUFFIXES) and not entry.name.startswith(".")
        below = f"{path}/{entry.name}"
        if entry.is_symlink() and (is_yaml or Path(entry.path).is_dir()):
            yield File(entry.path, below, refused(Path(entry.path), root, FOLDERS, SUFFIXES))
        elif is_yaml:
            # A folder called x.yaml is somebody's mistake and must not pass unseen.
            yield File(entry.path, below)
