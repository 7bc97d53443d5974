"""The bytes of a file, read whole and once."""

import os
import stat
from pathlib import Path

from evalkit.diagnostics.record import Problem
from evalkit.source import faults

_LEAST = 16_384


class UnreadableError(Exception):
    """The bytes of a file could not be had; carries the problem."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.finding.message)
        self.problem = problem


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
        raise UnreadableError(faults.unreadable_file(reason)) from error


def _read(descriptor: int, limit: int) -> bytes:
    status = os.fstat(descriptor)
    if not stat.S_ISREG(status.st_mode):
        raise UnreadableError(faults.unreadable_file("it is not a regular file"))
    # By its size and not by the limit: a buffer of that length would be set aside each time.
    # Some file systems give no size.
    step = min(max(status.st_size, _LEAST), limit) + 1
    parts, length = [], 0
    while part := os.read(descriptor, step):
        parts.append(part)
        length += len(part)
        if length > limit:
            raise UnreadableError(faults.too_large())
    return b"".join(parts)
