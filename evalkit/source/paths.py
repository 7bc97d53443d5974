"""The kind, stem and folder of a file, from its path in a workspace."""

import functools

FOLDERS = ("criteria", "platforms", "vendors", "plans")
SUFFIXES = (".yaml", ".yml")
"""The suffixes of the files that are read, in small letters or capitals."""
ORIGIN = "_from"
"""The stem of the file in a folder of vendors that serves them all as a `from`."""


def has_suffix(name: str, suffixes: tuple[str, ...] = SUFFIXES) -> bool:
    """Whether a file's name ends with one of the suffixes, in small letters or capitals."""
    return name.lower().endswith(suffixes)


def kind_of(path: str) -> str:
    """The kind of a file, by the nearest of the folders that hold one kind each."""
    kind = _kind_in(path.rpartition("/")[0])
    return "from" if kind == "vendor" and stem_of(path) == ORIGIN else kind


@functools.lru_cache(maxsize=1024)
def _kind_in(folders: str) -> str:
    for folder in reversed(folders.split("/")):
        if folder in FOLDERS:
            return folder if folder == "criteria" else folder[:-1]
    return "vendor"


def stem_of(path: str) -> str:
    """The name of a file without its suffix; it should be the file's id."""
    return path.rpartition("/")[2].rpartition(".")[0]


def folder_of(path: str) -> str:
    """The name of a file's folder; for a vendor, it should be the category."""
    return path.rpartition("/")[0].rpartition("/")[2]
