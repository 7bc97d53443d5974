"""The user's secret key, with which only their own runs can seal a cache."""

import os
import stat
import sys
from contextlib import suppress
from pathlib import Path

from evalkit.errors import EvalkitError

VARIABLE = "EVALKIT_CACHE_KEY"
SHORTEST = 16
LENGTH = 32
NAME = "cache-key"


def cache_key(workspace: Path) -> bytes | None:
    """The key from the environment, or else from the user's cache folder, created if missing.

    None if no key can be trusted: the repository's author could have written it, or others can
    read it. Raises EvalkitError if the key from the environment is too short.
    """
    given = os.environ.get(VARIABLE, "")
    if given:
        if len(given) < SHORTEST:
            raise EvalkitError(
                f"{VARIABLE} is shorter than {SHORTEST} characters; set a longer one"
            )
        return os.fsencode(given)
    with suppress(OSError, RuntimeError):
        folder = user_folder()
        if folder is not None and not _is_near(folder.resolve(), workspace.resolve()):
            return _kept(folder)
    return None


def user_folder() -> Path | None:
    """The user's folder for caches; None if it is not known."""
    # Importing platformdirs takes longer than all of the rest.
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA", "")
    elif sys.platform == "darwin":
        base = os.path.expanduser("~/Library/Caches")  # noqa: PTH111  # a Path's own raises
    else:
        base = os.environ.get("XDG_CACHE_HOME", "")
        base = base if os.path.isabs(base) else os.path.expanduser("~/.cache")  # noqa: PTH111, PTH117
    return Path(base) / "evalkit" if os.path.isabs(base) else None  # noqa: PTH117


def _is_near(folder: Path, workspace: Path) -> bool:
    """Whether a folder lies in the workspace, or in a repository around it."""
    around = [each for each in workspace.parents if (each / ".git").exists()]
    return any(folder.is_relative_to(each) for each in (workspace, *around))


def _kept(folder: Path) -> bytes | None:
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if not _is_mine(folder.stat(), stat.S_IWGRP | stat.S_IWOTH):
        return None
    file = folder / NAME
    if not os.path.lexists(file):
        put(file, os.urandom(LENGTH))
    # If several runs create a key at once, the last one counts.
    descriptor = os.open(file, os.O_RDONLY | _NOT_WAITING | _NO_LINK)
    try:
        status = os.fstat(descriptor)
        is_kept = stat.S_ISREG(status.st_mode) and _is_mine(status, stat.S_IRWXG | stat.S_IRWXO)
        key = os.read(descriptor, LENGTH + 1) if is_kept else b""
    finally:
        os.close(descriptor)
    return key if len(key) == LENGTH else None


_NOT_WAITING = getattr(os, "O_NONBLOCK", 0)
_NO_LINK = getattr(os, "O_NOFOLLOW", 0)


def _is_mine(status: os.stat_result, others: int) -> bool:
    """Whether a file is this user's and closed to others, as Windows ensures by default."""
    if sys.platform == "win32":
        return True
    return status.st_uid == os.geteuid() and not status.st_mode & others


def put(file: Path, content: bytes) -> None:
    """Write a file as a whole, readable by this user only; raises OSError."""
    temporary = file.with_name(f".{os.getpid()}-{os.urandom(4).hex()}")
    try:
        descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, 0o600)
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(content)
        temporary.replace(file)
    finally:
        temporary.unlink(missing_ok=True)


_BINARY = getattr(os, "O_BINARY", 0)
