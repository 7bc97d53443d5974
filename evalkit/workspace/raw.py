"""A file's bytes, or why they cannot be had; nothing is taken apart here."""

import hashlib
from dataclasses import dataclass

from evalkit.diagnostics.record import Finding
from evalkit.source.reading import UnreadableError, content
from evalkit.source.yaml import faults
from evalkit.workspace.folder import File

MAX_PATH = 500


@dataclass(frozen=True, slots=True)
class Raw:
    """What a file of a workspace was when it was read."""

    path: str
    content: bytes
    finding: Finding | None = None
    """Why there is no content."""

    @property
    def key(self) -> str:
        """A name for the content, or for what stands in its way."""
        if self.finding is not None:
            return self.finding.message
        return hashlib.sha256(self.content).hexdigest()


def raw(file: File) -> Raw:
    """Read a file; a link that is not followed is not opened."""
    if file.refused:
        return Raw(file.path, b"", faults.link_not_followed(file.refused))
    if len(file.path) > MAX_PATH:
        # Every finding tells it again, in several formats more than once.
        reason = f"its path has more than {MAX_PATH} characters"
        return Raw(file.path, b"", faults.unreadable_file(reason))
    try:
        return Raw(file.path, content(file.place))
    except UnreadableError as error:
        return Raw(file.path, b"", error.finding)
