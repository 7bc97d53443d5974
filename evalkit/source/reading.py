"""The bytes of a file, read whole and once."""

import os
import stat
from pathlib import Path

from evalkit.diagnostics.record import Finding
from evalkit.source.yaml import faults

_LEAST = 16_384


class UnreadableError(Exception):
    """The bytes of a file could not be had; carries the finding, and the reason in words."""

    def __init__(self, finding: Finding, reason: str) -> None:
        super().__init__(reason)
        self.finding = finding
        self.reason = reason


def content(file: Path | str, limit: int = faults.MAX_BYTES) -> bytes:
    """The bytes of a file.

    Raises UnreadableError with the reason if they cannot be had, or are more than the limit.
    """
    try:
        # Not blocking: opening a pipe would wait for somebody to write into it.
        descriptor = os.open(file, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
        try:
            return _read(descriptor, limit)
        finally:
            os.close(descriptor)
    except OSError as error:
        # Also a disk or a network drive that fails while being read.
        reason = (error.strerror or str(error)).lower()
        raise _unreadable(reason) from error


def _read(descriptor: int, limit: int) -> bytes:
    status = os.fstat(descriptor)
    if not stat.S_ISREG(status.st_mode):
        raise _unreadable("it is not a regular file")
    # By its size and not by the limit: a buffer of that length would be set aside each time.
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
