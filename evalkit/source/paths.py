"""What the path of a file in a workspace says."""

import functools

FOLDERS = ("criteria", "platforms", "vendors", "plans")


def kind_of(path: str) -> str:
    """`vendor`, `criteria`, `plan` or `platform`, by the nearest folder of that name."""
    return _kind_in(path.rpartition("/")[0])


@functools.lru_cache(maxsize=1024)
def _kind_in(folders: str) -> str:
    for folder in reversed(folders.split("/")):
        if folder in FOLDERS:
            return folder if folder == "criteria" else folder[:-1]
    return "vendor"


def stem_of(path: str) -> str:
    """The name of a file without its suffix, which should be its id."""
    return path.rpartition("/")[2].rpartition(".")[0]


def folder_of(path: str) -> str:
    """The name of the folder that a file is in, which should be a vendor's category."""
    return path.rpartition("/")[0].rpartition("/")[2]
