"""The browser that prints pages: an installed Chromium, Chrome or Edge."""

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from evalkit.errors import EvalkitError

VARIABLE = "EVALKIT_BROWSER"
"""The environment variable that names a browser."""
NAMES = (
    "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome",
    "microsoft-edge", "msedge",
)  # fmt: skip
"""What the programs are called on the PATH."""
_MAC = tuple(
    f"Applications/{name}.app/Contents/MacOS/{name}"
    for name in ("Google Chrome", "Chromium", "Microsoft Edge")
)
_WINDOWS = (
    "Google/Chrome/Application/chrome.exe",
    "Chromium/Application/chrome.exe",
    "Microsoft/Edge/Application/msedge.exe",
)
_TOPS = ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA")


def browser() -> str:
    """The program that prints: the one that EVALKIT_BROWSER names, or the first that is installed.

    Raises EvalkitError if there is none.
    """
    named = os.environ.get(VARIABLE)
    if named:
        found = shutil.which(named)
        if found is None:
            raise EvalkitError(f"{VARIABLE} is {named!r}, which is no program; correct it")
        return found
    for place in (*NAMES, *map(str, usual_places(sys.platform))):
        found = shutil.which(place)
        # What lies in the current folder may have come with a stranger's workspace.
        if found is not None and Path(found).is_absolute():
            return found
    raise EvalkitError(
        "a PDF takes an installed Chromium, Chrome or Edge, and there is none; install one, name "
        f"it in {VARIABLE}, or write HTML and print that from another browser"
    )


def usual_places(system: str) -> Iterator[Path]:
    """Where systems install browsers without putting them on the PATH."""
    if system == "darwin":
        yield from (top / place for top in (Path("/"), Path.home()) for place in _MAC)
    elif system == "win32":
        tops = [os.environ.get(each, "") for each in _TOPS]
        yield from (Path(top) / place for top in tops if top for place in _WINDOWS)
