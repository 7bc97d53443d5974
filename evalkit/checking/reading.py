"""Read a file that a user names, one that is about to be changed, or what is piped in."""

import hashlib
import itertools
import os
import sys
from pathlib import Path

from evalkit.errors import EvalkitError
from evalkit.source.reading import UnreadableError, content
from evalkit.source.yaml.faults import MAX_BYTES
from evalkit.source.yaml.lines import BYTE_ORDER_MARK, place_of_end
from evalkit.workspace.workspace import Workspace


def content_of(file: Path, most: int) -> bytes:
    """The bytes of a regular file of at most `most` bytes; EvalkitError if it cannot be read."""
    try:
        return content(file, most)
    except UnreadableError as error:
        raise EvalkitError(f"cannot read {file}: {error.reason}") from error


def stdin_of(most: int) -> bytes:
    """All that is on stdin, at most `most` bytes; EvalkitError if it cannot be read."""
    if sys.stdin is None:
        raise EvalkitError("cannot read stdin: it is closed")
    try:
        raw = sys.stdin.buffer.read(most + 1)
    except OSError as error:
        raise EvalkitError(
            f"cannot read stdin: {(error.strerror or str(error)).lower()}"
        ) from error
    if len(raw) > most:
        raise EvalkitError(f"cannot read stdin: it is larger than {most // 1024:,} KiB")
    return raw


def refuse_links(file: Path, folder: Path) -> None:
    """Raise EvalkitError if a file, or a folder on the way to it below another, is a link.

    For files that a repository names: its links could point to any file of the user's.
    """
    ways = itertools.takewhile(lambda place: place != folder, (file, *file.parents))
    for place in ways:
        # Not `Path.is_symlink`, which fails on names that are too long.
        if os.path.islink(place):  # noqa: PTH114
            raise EvalkitError(
                f"{place} is a link and not followed; replace it with the file itself"
            )


def text_in(raw: bytes, file: Path) -> str:
    """Bytes as UTF-8 text, without a byte order mark; EvalkitError if they are not UTF-8."""
    try:
        return raw.decode("utf-8").removeprefix(BYTE_ORDER_MARK)
    except UnicodeDecodeError as error:
        line, column = place_of_end(raw[: error.start].decode().removeprefix(BYTE_ORDER_MARK))
        raise EvalkitError(
            f"cannot read {file}:{line}:{column}: byte {error.start + 1} is not UTF-8; "
            "save it as UTF-8 text"
        ) from error


def unchanged(workspace: Workspace, path: str) -> str:
    """The text of a file, with its byte order mark; empty if there is none yet.

    Raises EvalkitError if it is no longer what was read before.
    """
    file = workspace.folder / path
    known = workspace.documents.get(path)
    if known is None and not file.exists():
        return ""
    raw = content_of(file, MAX_BYTES)
    if known is not None and hashlib.sha256(raw).hexdigest() != known.sha256:
        raise EvalkitError(f"{file} changed in the meantime; nothing was written, run this again")
    return raw.decode("utf-8")
