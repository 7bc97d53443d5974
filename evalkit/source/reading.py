"""Read the bytes of a file."""

import os
import stat
from pathlib import Path

from evalkit.diagnostics.record import Finding
from evalkit.source.yaml import faults

_LEAST = 16_384


class UnreadableError(Exception):
    """A file cannot be read; it has the finding, and the reason in words."""

    def __init__(self, finding: Finding, reason: str) -> None:
        super().__init__(reason)
        self.finding = finding
        self.reason = reason


def content(file: Path | str, limit: int = faults.MAX_BYTES) -> bytes:
    """The bytes of a file.

    Raises UnreadableError with the reason if it cannot be read, or is larger than the limit.
    """
    try:
        # Non-blocking: opening a pipe would wait for a writer.
        descriptor = os.open(file, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
        try:
            return _read(descriptor, limit)
        finally:
            os.close(descriptor)
    except OSError as error:
        # This includes a disk or a network drive that fails while being read.
        reason = (error.strerror or str(error)).lower()
        raise _unreadable(reason) from error


def _read(descriptor: int, limit: int) -> bytes:
    status = os.fstat(descriptor)
    if not stat.S_ISREG(status.st_mode):
        raise _unreadable("it is not a regular file")
    # By the file's size, not the limit: a buffer of that length would be allocated each time.
    # Some file systems give no size.
    step = min(max(status.st_size, _LEAST), limit) + 1
    parts, length = [], 0
    while part := os.read(descriptor, step):
        parts.append(part)
        length += len(part)
        if length > limit:
            raise UnreadableError(faults.too_large(), f"it is larger than {limit // 1024:,} KiB")
    return b"".join(parts)


def _unreadable(reason: str) -> UnreadableError:
    return UnreadableError(faults.unreadable_file(reason), reason)
