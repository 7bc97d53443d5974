"""The text of a file that is no part of the workspace but decides about it."""

import os
import stat
from pathlib import Path

from evalkit.errors import EvalkitError


def content_of(file: Path, most: int) -> bytes:
    """The bytes of a regular file of at most `most` bytes; EvalkitError says what is in the way."""
    try:
        # Not blocking: opening a pipe would wait for somebody to write into it.
        descriptor = os.open(file, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            os.close(descriptor)
            raise EvalkitError(f"cannot read {file}: it is not a regular file")
        with os.fdopen(descriptor, "rb") as stream:
            content = stream.read(most + 1)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise EvalkitError(f"cannot read {file}: {reason}") from error
    if len(content) > most:
        raise EvalkitError(f"cannot read {file}: it is larger than {most // 1024:,} KiB")
    return content


def text_in(content: bytes, file: Path) -> str:
    """Bytes as UTF-8 text, without a byte order mark; EvalkitError if they are none."""
    try:
        return content.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        raise EvalkitError(
            f"cannot read {file}: byte {error.start + 1} is not UTF-8; save it as UTF-8 text"
        ) from error
