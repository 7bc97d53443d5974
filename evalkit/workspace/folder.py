"""Find a workspace and list its files, without reading them."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from evalkit.errors import NoWorkspaceError
from evalkit.resources import shipped
from evalkit.source.paths import FOLDERS, SUFFIXES, has_suffix, kind_of
from evalkit.source.symlinks import refused

SHIPPED = {"criteria": "criteria", "platforms": "platform"}
"""Folders that evalkit's own files add to, with the kind of the files."""


@dataclass(frozen=True, slots=True)
class File:
    """A file of a workspace, or one that comes with evalkit and is used there."""

    place: str
    """Its place on disk."""
    path: str
    """Its path as shown to users: relative to the workspace, with `/`."""
    refused: str = ""
    """The reason that it is not read, if it is a link that evalkit does not follow."""

    @property
    def kind(self) -> str:
        """The kind of the file, from its folder."""
        return kind_of(self.path)


def find(start: Path) -> Path:
    """The workspace around a path: the nearest folder at or above it that contains `vendors/`.

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
    """The files of a workspace, sorted by folder and name."""
    root = folder.resolve()
    return [file for name in FOLDERS for file in _files(name, root)]


def shipped_files(name: str) -> dict[str, File]:
    """The files of a folder such as `criteria` that come with evalkit, by stem."""
    home = shipped(name)
    files = sorted(file for file in home.iterdir() if has_suffix(file.name))
    return {file.stem: File(str(file), f"{name}/{file.name}") for file in files}


def _files(name: str, root: Path) -> Iterator[File]:
    """The YAML files in and below a folder, and any obstacle to reading more."""
    top = root / name
    if top.is_symlink():
        yield File(str(top), name, "is in the place of a folder")
        return
    waiting = [(str(top), name)]
    while waiting:
        place, path = waiting.pop()
        try:
            entries = sorted(os.scandir(place), key=lambda entry: entry.name)
        except FileNotFoundError:
            continue
        except OSError:
            # Not a folder, or not accessible: reading it gives the reason.
            yield File(place, path)
            continue
        yield from _in_folder(entries, path, root)
        folders = [entry for entry in reversed(entries) if entry.is_dir(follow_symlinks=False)]
        waiting += [(entry.path, f"{path}/{entry.name}") for entry in folders]


def _in_folder(entries: list[os.DirEntry[str]], path: str, root: Path) -> Iterator[File]:
    """The YAML files in a folder, and folders that are links or are named like YAML files."""
    for entry in entries:
        is_yaml = has_suffix(entry.name) and not entry.name.startswith(".")
        below = f"{path}/{entry.name}"
        if entry.is_symlink() and (is_yaml or Path(entry.path).is_dir()):
            yield File(entry.path, below, refused(Path(entry.path), root, FOLDERS, SUFFIXES))
        elif is_yaml:
            # A folder named x.yaml is a mistake that must not go unnoticed.
            yield File(entry.path, below)
